import {
  ButtonLink,
  FigureValue,
  Notice,
  number,
  Panel,
  SeriesChart,
  Stack,
  Table,
} from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import type { PopulationView } from '../queries/view-population.ts';

const words = pl.page;

type Assumed = PopulationView['projection']['assumptions'][number];
type Origin = Assumed['fertility']['origin'];

/** Where an assumption comes from, in words. */
export const originWords = (origin: Origin): string => {
  if (origin.kind === 'own') return words.ownOrigin(origin.why);
  if (origin.kind === 'voivodeship') return words.voivodeship(origin.name, origin.from, origin.to);
  return origin.kind === 'balance' ? words.fromBalance(origin.from, origin.to) : words.proposal;
};

const looks = { low: 'dotted', medium: 'solid', high: 'dashed' } as const;

const Doubt = ({ assumptions }: { assumptions: readonly Assumed[] }) => {
  const middle = assumptions.find(({ scenario }) => scenario === 'medium')?.migration;
  if (middle?.origin.kind !== 'balance' || !middle.origin.published) return null;
  const { year, people } = middle.origin.published;
  return people === middle.value ? null : (
    <Notice kind="warning">{words.balanceDoubt(year, people, middle.value)}</Notice>
  );
};

const Assumptions = ({ assumptions }: { assumptions: readonly Assumed[] }) => (
  <Table
    caption={words.assumptions}
    rows={assumptions}
    rowKey={({ scenario }) => scenario}
    columns={[
      {
        key: 'scenario',
        label: words.scenarioHead,
        rowHeader: true,
        cell: ({ scenario }) => pl.scenarios[scenario],
      },
      ...(['fertility', 'mortalityChange', 'migration'] as const).map((key) => ({
        key,
        label:
          key === 'fertility'
            ? words.fertility
            : key === 'migration'
              ? words.migration
              : `${words.mortality} (%)`,
        cell: (row: Assumed) => (
          <>
            <strong>{number(row[key].value)}</strong> <span class="hint">{originWords(row[key].origin)}</span>
          </>
        ),
      })),
    ]}
  />
);

/** The projection in three scenarios, with its assumptions printed. */
export const Projection = ({
  data,
  home,
  change,
}: {
  data: PopulationView;
  home: string;
  change?: string;
}) => {
  const { years, rows, older, assumptions } = data.projection;
  if (rows.length === 0) return null;
  return (
    <Panel
      id="prognoza"
      title={words.projection}
      actions={change && <ButtonLink href={change}>{words.setScenario}</ButtonLink>}
    >
      <Stack>
        <p>{words.projectionLead}</p>
        <Table
          caption={words.projectionTable}
          rows={rows}
          rowKey={({ range }) => range}
          columns={[
            {
              key: 'range',
              label: words.group,
              rowHeader: true,
              cell: ({ range }) => words.ranges[range] ?? range,
            },
            {
              key: 'now',
              label: String(data.structure?.year ?? ''),
              numeric: true,
              cell: ({ now }) => <FigureValue figure={now} home={home} bare />,
            },
            ...years.map((year, at) => ({
              key: String(year),
              label: String(year),
              numeric: true,
              cell: (row: (typeof rows)[number]) => {
                const figure = row.later[at];
                return figure ? <FigureValue figure={figure} home={home} bare /> : null;
              },
            })),
          ]}
        />
        <figure>
          <figcaption>{words.older65}</figcaption>
          <SeriesChart
            label={words.projectionLabel(data.gmina?.name ?? '')}
            lines={older.map(({ scenario, points }) => ({
              key: scenario,
              label: pl.scenarios[scenario],
              points,
              ...(scenario === 'medium' ? {} : { look: looks[scenario] }),
            }))}
          />
        </figure>
        <Assumptions assumptions={assumptions} />
        <Doubt assumptions={assumptions} />
        <p class="hint">{words.method}</p>
      </Stack>
    </Panel>
  );
};
