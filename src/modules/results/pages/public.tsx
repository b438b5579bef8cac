import { issuedPaperFile } from '../../../platform/documents/paper.ts';
import { file, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  BarChart,
  ButtonLink,
  fullDate,
  fixed,
  number,
  Panel,
  PublishedList,
  Row,
  Stack,
  Tabs,
} from '../../../ui/index.ts';
import type { ResultTable } from '../domain/estimates.ts';
import type { Published } from '../domain/published.ts';
import type { QuestionResult } from '../domain/view.ts';
import { plReport } from '../pl-report.ts';
import {
  type OpenResults,
  publishedReport,
  publishedResults,
  publishedSurveys,
} from '../queries/published.ts';
import { webWordsOf } from '../web-words.ts';
import { publishedPath } from './path.ts';

interface Listed {
  surveys: { slug: string; title: string; publishedOn: string; sheets: number; representative: boolean }[];
}

function listView({ surveys }: Listed, { lang, centre: { home } }: PageContext): View {
  const words = webWordsOf(lang);
  return {
    title: words.listTitle,
    lead: words.listLead,
    trail: [{ href: home, label: words.home }],
    body: (
      <PublishedList
        items={surveys.map((one) => ({
          id: one.slug,
          href: `${home}${publishedPath}/${one.slug}`,
          title: one.title,
          about: (
            <p>
              {words.publishedOn(fullDate(one.publishedOn, lang))} {words.sheets(number(one.sheets, lang))}{' '}
              {one.representative ? words.sample : words.open}
            </p>
          ),
        }))}
        empty={{
          title: words.none,
          text: words.noneText,
          next: { href: `${home}/ankiety`, label: words.noneNext },
        }}
      />
    ),
  };
}

const listPage = page({
  door: 'public',
  path: `/:centre${publishedPath}`,
  keep: { until: ['results'] },
  load: async (ask) => await ask(publishedSurveys, {}),
  view: listView,
});

const rounded = (value: number, lang: PageContext['lang'], digits = 1): string => fixed(value, digits, lang);

const Shares = ({
  table,
  question,
  context: { lang },
}: {
  table: ResultTable;
  question: QuestionResult;
  context: PageContext;
}) => {
  const words = webWordsOf(lang);
  return (
    <div lang="pl">
      <BarChart
        caption={table.part ?? question.text}
        captionHidden={table.part === null}
        labelHead={words.answer}
        valueHead={words.percent}
        missing={words.hiddenCell}
        format={(one) => `${rounded(one, lang)}%`}
        points={table.shares.map(({ text, percent, low, high }) => ({
          label: text,
          value: percent ?? undefined,
          ...(low === null || high === null
            ? {}
            : { note: <span lang={lang}>{words.interval(rounded(low, lang), rounded(high, lang))}</span> }),
        }))}
      />
      {table.answers !== null && <p lang={lang}>{words.base(number(table.answers, lang))}</p>}
    </div>
  );
};

const Question = ({ of, context }: { of: QuestionResult; context: PageContext }) => {
  const words = webWordsOf(context.lang);
  if (of.tables.length === 0 && of.mean === null) return null;
  return (
    <Panel id={of.name} title={<span lang="pl">{of.text}</span>} tone="plain">
      <Stack>
        {of.type === 'multi' && <p>{words.several}</p>}
        {of.tables.map((table) => (
          <Shares key={table.key} table={table} question={of} context={context} />
        ))}
        {of.mean?.value !== null && of.mean !== null && (
          <p>{words.mean(rounded(of.mean.value, context.lang, 2))}</p>
        )}
      </Stack>
    </Panel>
  );
};

const How = ({ data, context: { lang } }: { data: Published; context: PageContext }) => {
  const words = webWordsOf(lang);
  const { method, synthetic } = data;
  return (
    <Panel id="jak" title={words.how}>
      {synthetic && <p>{words.synthetic}</p>}
      <p>{method.sampling === 'sample' ? words.sample : words.open}</p>
      <p>
        {words.sheets(number(method.sheets, lang))} {method.weights === 'none' ? words.plain : words.weighted}
      </p>
      {method.largestError !== null && <p>{words.error(rounded(method.largestError, lang))}</p>}
      <p>{words.hidden}</p>
      {lang !== 'pl' && <p>{words.polish}</p>}
    </Panel>
  );
};

const Coded = ({ data, context }: { data: Published; context: PageContext }) => {
  const words = webWordsOf(context.lang);
  if (data.coded.length === 0) return null;
  return (
    <Panel id="slowa" title={words.codes} tone="plain">
      <Stack>
        <p>{words.codesText}</p>
        {data.coded.map(({ question, text, codes }) => (
          <div key={question} lang="pl">
            <BarChart
              caption={text}
              labelHead={words.answer}
              valueHead={words.percent}
              missing={words.hiddenCell}
              format={(one) => `${rounded(one, context.lang)}%`}
              points={codes.map(({ name, share }) => ({ label: name, value: share.percent ?? undefined }))}
            />
          </div>
        ))}
      </Stack>
    </Panel>
  );
};

const Files = ({ slug, context }: { slug: string; context: PageContext }) => {
  const words = webWordsOf(context.lang);
  // Data have no language: their addresses are without it.
  const root = `/${context.centre.slug}${publishedPath}`;
  return (
    <Panel id="dane" title={words.data}>
      <p>{words.dataText}</p>
      <ul>
        <li>
          <a href={`${root}/${slug}/dane.json`}>{words.json}</a>
        </li>
        <li>
          <a href={`${root}/${slug}/dane.csv`}>{words.csv}</a>
        </li>
        <li>
          <a href={`${root}/${slug}/dane.csv-metadata.json`}>{words.csvw}</a>
        </li>
        <li>
          <a href={`${root}/schemat.json`}>{words.schema}</a>
        </li>
      </ul>
    </Panel>
  );
};

function resultsView({ slug, edition, publishedOn, data }: OpenResults, context: PageContext): View {
  const { lang, centre, query } = context;
  const words = webWordsOf(lang);
  const here = `${centre.home}${publishedPath}/${slug}`;
  const sections = data.sections.filter(({ questions }) =>
    data.questions.some(
      ({ name, tables, mean }) => questions.includes(name) && (tables.length > 0 || mean !== null),
    ),
  );
  const section = sections.find(({ name }) => name === query['sekcja']) ?? sections[0];
  return {
    title: data.title,
    heading: <span lang="pl">{data.title}</span>,
    lead: `${words.publishedOn(fullDate(publishedOn, lang))} ${words.edition(edition)}.`,
    trail: [
      { href: centre.home, label: words.home },
      { href: `${centre.home}${publishedPath}`, label: words.listTitle },
    ],
    body: (
      <Stack>
        <How data={data} context={context} />
        <Row>
          <ButtonLink href={`${here}/raport.pdf`}>{words.report}</ButtonLink>
        </Row>
        {sections.length > 1 && (
          <Tabs
            label={words.sections}
            items={sections.map(({ name, title }) => ({
              href: `${here}?sekcja=${name}`,
              label: title,
              current: name === section?.name,
            }))}
          />
        )}
        {data.questions
          .filter(({ name }) => section?.questions.includes(name))
          .map((one) => (
            <Question key={one.name} of={one} context={context} />
          ))}
        <Coded data={data} context={context} />
        <Files slug={slug} context={context} />
      </Stack>
    ),
  };
}

const resultsPage = page({
  door: 'public',
  path: `/:centre${publishedPath}/:slug`,
  keep: { until: ['results'], query: ['sekcja'] },
  load: async (ask, { params }) => await ask(publishedResults, { slug: params['slug'] }),
  view: resultsView,
});

const reportFile = file({
  door: 'public',
  path: `/:centre${publishedPath}/:slug/raport.pdf`,
  async send(ask, { params }) {
    const asked = await ask(publishedReport, { slug: params['slug'] });
    if (!asked.ok) return asked;
    return { ok: true, value: await issuedPaperFile(asked.value, plReport.fileName) };
  },
});

/** The residents' pages: published results, and the report as it was published. */
export const publicRoutes = [listPage, resultsPage, reportFile];
