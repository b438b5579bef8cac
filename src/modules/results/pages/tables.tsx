import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  BarChart,
  EmptyState,
  Halves,
  NumberTable,
  Panel,
  Passport,
  Stack,
  Table,
  Tabs,
  Unknown,
} from '../../../ui/index.ts';
import type { ResultMean, ResultTable, Share } from '../domain/estimates.ts';
import type { QuestionResult } from '../domain/view.ts';
import { passportOf } from '../passport.ts';
import { pl } from '../pl.ts';
import { type Head, type ResultsView, viewResults } from '../queries/view-results.ts';
import { Above, Files, leadOf, routePath, trailOf } from './parts.tsx';
import { resultsPath } from './path.ts';

const words = pl.page;

const digits = (answers: number | null): number => ((answers ?? 0) < 1000 ? 0 : 1);

const value = (number: number | null, places = 1) =>
  number === null ? <Unknown>{words.hiddenCell}</Unknown> : pl.decimal(number, places);

const intervalOf = ({ low, high }: Pick<Share, 'low' | 'high'>, places = 1): string | undefined =>
  low === null || high === null ? undefined : `${pl.decimal(low, places)}–${pl.decimal(high, places)}`;

/** Of a share of 0 or 100 % there is nothing to compare with. */
const effectOf = ({ designEffect, count }: Share) =>
  designEffect === null && count !== null ? '–' : value(designEffect, 2);

const percentHead = (head: Head): string => (head.weighted ? words.percent : words.percentPlain);

const Chart = ({ table, caption, head }: { table: ResultTable; caption: string; head: Head }) => (
  <BarChart
    caption={words.chart(caption)}
    labelHead={words.answer}
    valueHead={percentHead(head)}
    missing={words.hiddenCell}
    format={(one) => `${pl.decimal(one, digits(table.answers))}%`}
    points={table.shares.map((share) => ({
      label: share.text,
      value: share.percent ?? undefined,
      ...(intervalOf(share) ? { note: `${words.interval}: ${intervalOf(share)}` } : {}),
    }))}
  />
);

/** A wide table becomes a list on a phone, a narrow one stays a table. */
const Numbers = ({ table, caption, head }: { table: ResultTable; caption: string; head: Head }) =>
  head.representative ? (
    <Table
      caption={caption}
      captionHidden
      rows={table.shares}
      rowKey={({ code }) => String(code)}
      columns={[
        { key: 'text', label: words.answer, rowHeader: true, cell: ({ text }) => text },
        { key: 'count', label: words.count, numeric: true, cell: (one) => value(one.count, 0) },
        {
          key: 'percent',
          label: percentHead(head),
          numeric: true,
          cell: (one) => value(one.percent, digits(table.answers)),
        },
        { key: 'error', label: words.error, numeric: true, cell: (one) => value(one.error, 2) },
        {
          key: 'interval',
          label: words.interval,
          nowrap: true,
          cell: (one) => intervalOf(one) ?? <Unknown>{words.hiddenCell}</Unknown>,
        },
        { key: 'effect', label: words.designEffect, numeric: true, cell: effectOf },
        { key: 'n', label: words.effectiveHead, numeric: true, cell: (one) => value(one.effective, 0) },
      ]}
    />
  ) : (
    <NumberTable
      caption={caption}
      captionHidden
      head={[words.answer, words.count, percentHead(head)]}
      rows={table.shares.map((share) => ({
        key: String(share.code),
        head: share.text,
        cells: [value(share.count, 0), value(share.percent, digits(table.answers))],
      }))}
    />
  );

const OneTable = ({ table, question, head }: { table: ResultTable; question: string; head: Head }) => {
  const caption = table.part === null ? question : `${question}: ${table.part}`;
  return (
    <Stack>
      {table.part !== null && <h3>{table.part}</h3>}
      <Halves {...(head.representative ? { wide: 'second' } : {})}>
        <Chart table={table} caption={caption} head={head} />
        <Numbers table={table} caption={caption} head={head} />
      </Halves>
      <p>
        {words.base(table.answers, table.missing, table.notAsked)}. {table.hidden > 0 && words.hidden}
      </p>
    </Stack>
  );
};

const Mean = ({ mean, head }: { mean: ResultMean; head: Head }) => (
  <Table
    caption={words.mean}
    captionHidden
    rows={[mean]}
    rowKey={() => 'mean'}
    columns={[
      { key: 'mean', label: words.mean, numeric: true, cell: (one) => value(one.value, 2) },
      ...(head.representative
        ? [
            {
              key: 'error',
              label: words.meanError,
              numeric: true,
              cell: (one: ResultMean) => value(one.error, 2),
            },
            {
              key: 'interval',
              label: words.interval,
              cell: (one: ResultMean) => intervalOf(one, 2) ?? <Unknown>{words.hiddenCell}</Unknown>,
            },
          ]
        : []),
      { key: 'answers', label: words.count, numeric: true, cell: (one) => value(one.answers, 0) },
    ]}
  />
);

const One = ({ result, head, context }: { result: QuestionResult; head: Head; context: PageContext }) => (
  <Panel id={result.name} title={result.text}>
    <Stack>
      {result.type === 'multi' && <p>{words.chosenOf}</p>}
      {result.type === 'ranking' && <p>{words.ranked}</p>}
      {result.type === 'text' && (
        <p>
          {words.openAnswers(result.texts)}.{' '}
          <a href={`${resultsPath(head.surveyId, '/otwarte')}?pytanie=${result.name}`}>{words.codeThem}</a>
        </p>
      )}
      {result.tables.map((table) => (
        <OneTable key={table.key} table={table} question={result.text} head={head} />
      ))}
      {result.mean && <Mean mean={result.mean} head={head} />}
      {result.type !== 'text' && (
        <Passport
          of={passportOf(head, result.text, context.centre.demonstration)}
          home={context.centre.home}
        />
      )}
    </Stack>
  </Panel>
);

const Sections = ({ data }: { data: ResultsView }) =>
  data.sections.length < 2 ? null : (
    <Tabs
      label={words.section}
      items={data.sections.map(({ name, title, questions }) => ({
        href: `${resultsPath(data.head.surveyId)}?sekcja=${name}`,
        label: title,
        count: questions,
        current: data.section === name,
      }))}
    />
  );

function view(data: ResultsView, context: PageContext): View {
  const { head } = data;
  return {
    title: words.of(head.title),
    lead: head.sheets > 0 ? leadOf(head) : undefined,
    width: 'wide',
    current: 'surveys',
    trail: trailOf(head),
    ...(head.sheets > 0 ? { aside: <Files head={head} /> } : {}),
    body:
      head.sheets === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <Stack>
          <Above head={head} part="tables" />
          {head.weighted && head.effective !== null && head.effect !== null && (
            <p>{words.effective(head.effective, head.effect)}</p>
          )}
          <Sections data={data} />
          {data.questions.map((result) => (
            <One key={result.name} result={result} head={head} context={context} />
          ))}
        </Stack>
      ),
  };
}

/** The results of a survey, section by section: chart and table beside one another, with where the numbers come from. */
export const tablesPage = page({
  door: 'staff',
  path: routePath(),
  load: async (ask, { params, query }) =>
    await ask(viewResults, { surveyId: params['surveyId'], section: query['sekcja'] }),
  view,
});
