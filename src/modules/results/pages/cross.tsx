import { file, page, type PageContext, type PageRequest, type View } from '../../../platform/http/route.ts';
import { type Cell, csvText } from '../../../platform/tables/csv.ts';
import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  number,
  NumberTable,
  Panel,
  Passport,
  Row,
  Select,
  Stack,
  Unknown,
} from '../../../ui/index.ts';
import { passportOf } from '../passport.ts';
import { pl } from '../pl.ts';
import { type CrossView, viewCross } from '../queries/view-cross.ts';
import { aboutRows, nameOf } from './export.ts';
import { Above, leadOf, routePath, trailOf } from './parts.tsx';
import { resultsPath } from './path.ts';

const words = pl.cross;

const askedOf = ({ params, query }: PageRequest) => ({
  surveyId: params['surveyId'],
  row: query['wiersze'],
  column: query['kolumny'],
});

const textOf = (data: CrossView, key: string | null): string =>
  data.choices.find((one) => one.key === key)?.text ?? '';

const titleOf = (data: CrossView): string => `${textOf(data, data.row)} × ${textOf(data, data.column)}`;

const shown = (count: number | null, percent?: number | null) =>
  count === null ? (
    <Unknown>{pl.page.hiddenCell}</Unknown>
  ) : percent === undefined || percent === null ? (
    number(count)
  ) : (
    `${pl.decimal(percent, 1)}% (${number(count)})`
  );

const Result = ({ data, context }: { data: CrossView; context: PageContext }) => {
  const { table, head } = data;
  if (!table) return null;
  return (
    <Panel id="tabela" title={titleOf(data)}>
      <Stack>
        <p>{words.how}</p>
        <NumberTable
          caption={titleOf(data)}
          captionHidden
          head={[words.rows, ...table.columns.map(({ text }) => text), words.total]}
          rows={[
            ...table.rows.map(({ code, text }, at) => ({
              key: String(code),
              head: text,
              cells: [
                ...(table.cells[at] ?? []).map((cell) => shown(cell.count, cell.percent)),
                shown(table.rowTotals[at] ?? null),
              ],
            })),
            {
              key: 'total',
              head: words.total,
              cells: [...table.columnTotals.map((one) => shown(one)), shown(table.total)],
            },
          ]}
        />
        {table.hidden > 0 && <p>{pl.page.hidden}</p>}
        <p>
          {head.representative
            ? table.test
              ? words.test(table.test)
              : words.noTest
            : `${pl.open.label}. ${words.openTest}`}
        </p>
        <Passport
          of={{
            ...passportOf(head, titleOf(data), context.centre.demonstration),
            formula: words.formula(head.weighted ? pl.methods[head.method] : pl.methods.none),
          }}
          home={context.centre.home}
        />
      </Stack>
    </Panel>
  );
};

function view(data: CrossView, context: PageContext): View {
  const { head } = data;
  const options = data.choices.map(({ key, text }) => ({ value: key, label: text }));
  const query = `?wiersze=${data.row ?? ''}&kolumny=${data.column ?? ''}`;
  return {
    title: words.title,
    lead: leadOf(head),
    width: 'wide',
    current: 'surveys',
    trail: trailOf(head),
    body:
      head.sheets === 0 ? (
        <EmptyState title={pl.page.none}>
          <p>{pl.page.noneText}</p>
        </EmptyState>
      ) : (
        <Stack>
          <Above head={head} part="cross" />
          <Form
            action={resultsPath(head.surveyId, '/tabela-krzyzowa')}
            method="get"
            label={words.title}
            values={{ wiersze: data.row ?? '', kolumny: data.column ?? '' }}
          >
            <Select name="wiersze" label={words.rows} options={options} />
            <Select name="kolumny" label={words.columns} options={options} />
            <Actions>
              <Button variant="primary">{words.show}</Button>
            </Actions>
          </Form>
          {data.row !== null && data.row === data.column && <p>{words.same}</p>}
          <Result data={data} context={context} />
          {data.table && (
            <Row>
              <ButtonLink href={resultsPath(head.surveyId, `/tabela-krzyzowa/csv${query}`)} download>
                {pl.page.csv}
              </ButtonLink>
            </Row>
          )}
        </Stack>
      ),
  };
}

const crossPage = page({
  door: 'staff',
  path: routePath('/tabela-krzyzowa'),
  load: async (ask, request) => await ask(viewCross, askedOf(request)),
  view,
});

const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 100) / 100;

/** Counts, then weighted percentages; what is hidden on the page is empty here. */
export function crossRows(data: CrossView): Cell[][] {
  const { table, head } = data;
  if (!table) return [];
  return [
    [words.rows, textOf(data, data.row)],
    [words.columns, textOf(data, data.column)],
    ...(table.test ? [[words.test(table.test)]] : []),
    [],
    [pl.page.count, ...table.columns.map(({ text }) => text), words.total],
    ...table.rows.map(({ text }, at): Cell[] => [
      text,
      ...(table.cells[at] ?? []).map(({ count }) => count),
      table.rowTotals[at] ?? null,
    ]),
    [words.total, ...table.columnTotals, table.total],
    [],
    [head.weighted ? pl.page.percent : pl.page.percentPlain, ...table.columns.map(({ text }) => text)],
    ...table.rows.map(({ text }, at): Cell[] => [
      text,
      ...(table.cells[at] ?? []).map(({ percent }) => rounded(percent)),
    ]),
  ];
}

const crossCsv = file({
  door: 'staff',
  path: routePath('/tabela-krzyzowa/csv'),
  async send(ask, request) {
    const data = await ask(viewCross, askedOf(request));
    if (!data.ok) return data;
    const { head } = data.value;
    const body = csvText([...aboutRows(head, request.centre.demonstration), [], ...crossRows(data.value)]);
    return {
      ok: true,
      value: { type: 'text/csv; charset=utf-8', body, name: nameOf(`tabela ${head.title}`, 'csv') },
    };
  },
});

/** Two questions crossed, as page and file. */
export const crossRoutes = [crossPage, crossCsv];
