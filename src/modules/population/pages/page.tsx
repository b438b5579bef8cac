import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  FigureValue,
  Form,
  number,
  Panel,
  Row,
  Select,
  SeriesChart,
  Stack,
  Table,
  Halves,
  NumberTable,
  Notice,
} from '../../../ui/index.ts';
import { populationPath } from '../domain/figures.ts';
import { pl } from '../pl.ts';
import { type PopulationView, viewPopulation } from '../queries/view-population.ts';
import { Around } from './around.tsx';
import { Voivodeship } from './voivodeship.tsx';
import { Projection } from './projection.tsx';
import { AgePyramid } from './pyramid.tsx';

const words = pl.page;

export const structurePath = `${populationPath}/dane`;
export const scenarioPath = `${populationPath}/zalozenia`;

export const withGmina = (path: string, gmina: string): string => `${path}?gmina=${gmina}`;

const Choose = ({ data }: { data: PopulationView }) =>
  data.gminas.length < 2 ? null : (
    <Form
      action={populationPath}
      method="get"
      values={{ gmina: data.gmina?.teryt ?? '' }}
      label={words.gmina}
      layout="inline"
    >
      <Select
        name="gmina"
        label={words.gmina}
        placeholder={false}
        options={data.gminas.map(({ teryt, name }) => ({ value: teryt, label: name }))}
      />
      <Actions>
        <Button>{words.show}</Button>
      </Actions>
    </Form>
  );

export const Numbers = ({ data, home }: { data: PopulationView; home: string }) => {
  if (!data.figures || !data.structure) return null;
  const { people, older, oldest } = data.figures;
  return (
    <Panel id="teraz" title={words.now(data.structure.year, pl.bases[data.structure.base])} tone="plain">
      <dl class="descriptions descriptions-2">
        {[
          { term: words.people, figure: people },
          { term: words.older, figure: older },
          { term: words.oldest, figure: oldest },
        ].map(({ term, figure }) => (
          <div class="description" key={term}>
            <dt>{term}</dt>
            <dd>
              <FigureValue figure={figure} home={home} size="large" bare />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
};

const signed = (value: number): string => `${value > 0 ? '+' : ''}${number(value)}`;

export const Series = ({ data }: { data: PopulationView }) => {
  const { points, broken, change } = data;
  const lines = (['before2021', 'census2021', 'register'] as const)
    .map((base) => ({
      key: base,
      label: '',
      points: points.filter((point) => point.base === base).map(({ year, value }) => ({ at: year, value })),
      ...(base === 'register' ? { look: 'dotted' as const } : {}),
    }))
    .filter((line) => line.points.length > 0);
  return (
    <Panel id="lata" title={words.series}>
      <Stack>
        <p>{words.seriesLead}</p>
        {broken && (
          <Notice kind="warning" title={words.census}>
            {broken.sameYear
              ? words.brokenSame(broken.before.value - broken.after.value, broken.before.year)
              : words.broken(broken.before.value, broken.before.year, broken.after.value, broken.after.year)}
          </Notice>
        )}
        {change && (
          <p>
            {words.change(
              change.from,
              change.to,
              signed(change.people),
              signed(Math.round(change.percent * 10) / 10),
              pl.bases[change.base],
            )}
          </p>
        )}
        <Halves>
          {points.length > 1 && (
            <SeriesChart
              label={words.seriesLabel(data.gmina?.name ?? '')}
              lines={lines}
              breaks={
                broken
                  ? [
                      {
                        at: broken.sameYear ? broken.year + 1 : broken.year,
                        label: words.census,
                        cuts: false,
                      },
                    ]
                  : []
              }
            />
          )}
          <NumberTable
            caption={words.series}
            captionHidden
            head={[words.year, words.people, words.base]}
            rows={points.map(({ year, base, value }) => ({
              key: `${year}-${base}`,
              head: year,
              cells: [number(value), pl.bases[base]],
            }))}
          />
        </Halves>
        {data.vital.length > 0 && <Vital data={data} />}
      </Stack>
    </Panel>
  );
};

const Vital = ({ data }: { data: PopulationView }) => {
  const years = [...new Set([...data.vital, ...data.migration].map(({ year }) => year))].sort(
    (a, b) => a - b,
  );
  const vital = (year: number) => data.vital.find((one) => one.year === year);
  const moved = (year: number) => data.migration.find((one) => one.year === year);
  const say = (value: number | undefined) => (value === undefined ? '–' : number(value));
  return (
    <Table
      caption={words.vital}
      rows={years}
      rowKey={String}
      columns={[
        { key: 'year', label: words.year, cell: String },
        { key: 'births', label: words.births, numeric: true, cell: (year) => say(vital(year)?.births) },
        { key: 'deaths', label: words.deaths, numeric: true, cell: (year) => say(vital(year)?.deaths) },
        {
          key: 'natural',
          label: words.natural,
          numeric: true,
          cell: (year) => {
            const one = vital(year);
            return one ? signed(one.births - one.deaths) : '–';
          },
        },
        { key: 'inflow', label: words.inflow, numeric: true, cell: (year) => say(moved(year)?.inflow) },
        { key: 'outflow', label: words.outflow, numeric: true, cell: (year) => say(moved(year)?.outflow) },
        {
          key: 'balance',
          label: words.balance,
          numeric: true,
          cell: (year) => {
            const one = moved(year);
            return one ? signed(one.inflow - one.outflow) : '–';
          },
        },
      ]}
    />
  );
};

export const Ratios = ({ data, home }: { data: PopulationView; home: string }) => (
  <Panel id="wskazniki" title={words.ratios}>
    <Table
      caption={words.ratios}
      captionHidden
      rows={data.ratios}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', label: words.ratio, rowHeader: true, cell: ({ key }) => pl.ratios[key].name },
        {
          key: 'value',
          label: words.value,
          numeric: true,
          cell: ({ figure }) => <FigureValue figure={figure} home={home} />,
        },
        { key: 'meaning', label: words.meaning, cell: ({ key }) => pl.ratios[key].meaning },
      ]}
    />
  </Panel>
);

function view(data: PopulationView, context: PageContext): View {
  const home = context.centre.home;
  const { gmina, structure } = data;
  const sets = context.actor.roles.includes('service_organiser');
  return {
    title: gmina ? `${words.title}: ${gmina.name}` : words.title,
    lead: words.lead,
    width: 'wide',
    current: 'population',
    ...(gmina && structure
      ? {
          aside: (
            <Row>
              <ButtonLink href={withGmina(`${populationPath}/csv`, gmina.teryt)} download>
                {words.csv}
              </ButtonLink>
              {sets && (
                <ButtonLink href={withGmina(structurePath, gmina.teryt)}>{words.setStructure}</ButtonLink>
              )}
            </Row>
          ),
        }
      : {}),
    body: (
      <Stack>
        <Choose data={data} />
        {!gmina ? (
          <EmptyState title={words.noGmina}>
            <p>{words.noGminaText}</p>
          </EmptyState>
        ) : !structure ? (
          <EmptyState
            title={words.gap}
            action={
              sets && (
                <ButtonLink href={withGmina(structurePath, gmina.teryt)} variant="primary">
                  {words.setStructure}
                </ButtonLink>
              )
            }
          >
            <p>{words.gapText}</p>
          </EmptyState>
        ) : (
          <>
            <Numbers data={data} home={home} />
            <AgePyramid data={data} />
            <Projection
              data={data}
              home={home}
              {...(sets ? { change: withGmina(scenarioPath, gmina.teryt) } : {})}
            />
            <Series data={data} />
            <Voivodeship data={data} />
            <Ratios data={data} home={home} />
            <Around data={data} />
          </>
        )}
      </Stack>
    ),
  };
}

/** The population of a gmina: pyramid, table, series, projection, ratios, map. */
export const populationPage = page({
  door: 'staff',
  path: populationPath,
  load: async (ask, { query }) => await ask(viewPopulation, { gmina: query['gmina'] }),
  view,
});
