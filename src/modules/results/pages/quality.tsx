import { file, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { type Cell, csvText } from '../../../platform/tables/csv.ts';
import {
  BarChart,
  ButtonLink,
  DescriptionList,
  EmptyState,
  Halves,
  number,
  NumberTable,
  Panel,
  Stack,
  Table,
  Unknown,
} from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import { viewQuality, type QualityView } from '../queries/view-quality.ts';
import { aboutRows, nameOf } from './export.ts';
import { Above, leadOf, routePath, trailOf } from './parts.tsx';
import { resultsPath } from './path.ts';

const words = pl.quality;

const count = (value: number | null) => (value === null ? words.few : number(value));

const share = ({ sheets, of }: { sheets: number | null; of: number }): string =>
  sheets === null || of === 0
    ? words.outOf(sheets === null ? words.few : number(sheets), number(of))
    : `${words.outOf(number(sheets), number(of))} (${pl.decimal((sheets / of) * 100, 1)}%)`;

const Signs = ({ data }: { data: QualityView }) => (
  <Panel id="znaki" title={words.signs}>
    <p>{words.signsWhy}</p>
    <DescriptionList
      items={[
        ...data.straight.map((one) => ({ term: words.straight(one.text), value: share(one) })),
        {
          term: words.fast,
          value: data.fast
            ? `${share(data.fast)}; ${words.fastRule(data.fast.underMinutes, data.fast.middle)}`
            : words.noTimes,
        },
        { term: words.doubles, value: share(data.doubles) },
        { term: words.hiddenAnswers, value: count(data.hidden) },
      ]}
    />
  </Panel>
);

const Channels = ({ data }: { data: QualityView }) => (
  <Panel id="kanaly" title={words.channels}>
    <Halves>
      <BarChart
        caption={words.channels}
        labelHead={words.channel}
        valueHead={words.sheets}
        missing={pl.page.hiddenCell}
        points={data.channels.map(({ mode, sheets }) => ({
          label: words.modes[mode],
          value: sheets ?? undefined,
        }))}
      />
      <NumberTable
        caption={words.channels}
        captionHidden
        head={[words.channel, words.sheets, pl.page.percentPlain]}
        rows={data.channels.map(({ mode, sheets, percent }) => ({
          key: mode,
          head: words.modes[mode],
          cells: [
            sheets === null ? <Unknown>{pl.page.hiddenCell}</Unknown> : number(sheets),
            percent === null ? <Unknown>{pl.page.hiddenCell}</Unknown> : pl.decimal(percent, 1),
          ],
        }))}
      />
    </Halves>
  </Panel>
);

const Missing = ({ data }: { data: QualityView }) => (
  <Panel id="braki" title={words.missing}>
    <Table
      caption={words.missing}
      captionHidden
      rows={data.missing}
      rowKey={({ question }) => question}
      columns={[
        { key: 'text', label: pl.page.question, rowHeader: true, cell: ({ text }) => text },
        { key: 'asked', label: words.asked, numeric: true, cell: ({ asked }) => number(asked) },
        {
          key: 'missing',
          label: words.silent,
          numeric: true,
          cell: ({ missing }) =>
            missing === null ? <Unknown>{pl.page.hiddenCell}</Unknown> : number(missing),
        },
        {
          key: 'percent',
          label: pl.page.percentPlain,
          numeric: true,
          cell: ({ asked, missing }) =>
            asked === 0 || missing === null ? '–' : pl.decimal((missing / asked) * 100, 1),
        },
      ]}
    />
  </Panel>
);

const ages = ({ ageFrom, ageTo }: QualityView['quota'][number]): string =>
  ageTo === null ? `${ageFrom}+` : `${ageFrom}–${ageTo}`;

const Quota = ({ data }: { data: QualityView }) =>
  data.quota.length === 0 ? null : (
    <Panel id="proba" title={words.quota}>
      <Stack>
        <p>{words.quotaHow}</p>
        <Table
          caption={words.quota}
          captionHidden
          rows={data.quota}
          rowKey={(one) => `${one.sex} ${one.ageFrom} ${one.locality}`}
          columns={[
            {
              key: 'who',
              label: words.group,
              rowHeader: true,
              cell: (one) => `${words.sexes[one.sex]}, ${ages(one)}, ${one.locality}`,
            },
            { key: 'people', label: words.people, numeric: true, cell: (one) => number(one.population) },
            { key: 'drawn', label: words.drawn, numeric: true, cell: (one) => number(one.drawn) },
            { key: 'wanted', label: words.wanted, numeric: true, cell: (one) => pl.decimal(one.wanted, 1) },
            {
              key: 'answered',
              label: words.answered,
              numeric: true,
              cell: (one) =>
                one.answered === null ? <Unknown>{pl.page.hiddenCell}</Unknown> : number(one.answered),
            },
          ]}
        />
        {data.withoutStratum > 0 && <p>{words.withoutStratum(data.withoutStratum)}</p>}
        {data.quota.some(({ answered }) => answered === null) && <p>{pl.page.hidden}</p>}
      </Stack>
    </Panel>
  );

function view(data: QualityView, _context: PageContext): View {
  const { head } = data;
  return {
    title: words.title,
    lead: leadOf(head),
    width: 'wide',
    current: 'surveys',
    trail: trailOf(head),
    ...(head.sheets > 0
      ? {
          aside: (
            <ButtonLink href={resultsPath(head.surveyId, '/jakosc/csv')} download>
              {pl.page.csv}
            </ButtonLink>
          ),
        }
      : {}),
    body:
      head.sheets === 0 ? (
        <EmptyState title={pl.page.none}>
          <p>{pl.page.noneText}</p>
        </EmptyState>
      ) : (
        <Stack>
          <Above head={head} part="quality" />
          <Signs data={data} />
          <Quota data={data} />
          <Channels data={data} />
          <Missing data={data} />
        </Stack>
      ),
  };
}

const qualityPage = page({
  door: 'staff',
  path: routePath('/jakosc'),
  load: async (ask, { params }) => await ask(viewQuality, { surveyId: params['surveyId'] }),
  view,
});

const qualityRows = (data: QualityView): Cell[][] => [
  [words.signs],
  ...data.straight.map((one): Cell[] => [words.straight(one.text), one.sheets, one.of]),
  ...(data.fast ? [[words.fast, data.fast.sheets, data.fast.of]] : []),
  [words.doubles, data.doubles.sheets, data.doubles.of],
  [words.hiddenAnswers, data.hidden],
  [],
  [words.channel, words.sheets],
  ...data.channels.map(({ mode, sheets }): Cell[] => [words.modes[mode], sheets]),
  [],
  [words.group, words.people, words.drawn, words.wanted, words.answered],
  ...data.quota.map((one): Cell[] => [
    `${words.sexes[one.sex]}, ${ages(one)}, ${one.locality}`,
    one.population,
    one.drawn,
    Math.round(one.wanted * 10) / 10,
    one.answered,
  ]),
  [],
  [pl.page.question, words.asked, words.silent],
  ...data.missing.map(({ text, asked, missing }): Cell[] => [text, asked, missing]),
];

const qualityCsv = file({
  door: 'staff',
  path: routePath('/jakosc/csv'),
  async send(ask, { params, centre }) {
    const data = await ask(viewQuality, { surveyId: params['surveyId'] });
    if (!data.ok) return data;
    const { head } = data.value;
    const body = csvText([...aboutRows(head, centre.demonstration), [], ...qualityRows(data.value)]);
    return {
      ok: true,
      value: { type: 'text/csv; charset=utf-8', body, name: nameOf(`jakosc ${head.title}`, 'csv') },
    };
  },
});

/** The quality of the answers, as page and file. */
export const qualityRoutes = [qualityPage, qualityCsv];
