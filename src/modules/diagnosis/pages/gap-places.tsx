import boundaries from '../../../../data/boundaries.json' with { type: 'json' };
import { serviceKinds, type ServiceKindKey } from '../../../law/index.ts';
import { contentDisposition } from '../../../platform/files/name.ts';
import { file, page, type PageContext, type PageRequest, type View } from '../../../platform/http/route.ts';
import { type Cell, csvText } from '../../../platform/tables/csv.ts';
import {
  Actions,
  AreaMap,
  BarChart,
  Button,
  ButtonLink,
  Columns,
  EmptyState,
  FigureValue,
  Form,
  number,
  Panel,
  Select,
  Stack,
  Table,
} from '../../../ui/index.ts';
import { sameGmina } from '../../population/index.ts';
import { pl } from '../pl-gap.ts';
import { type PlacesView, type ShownGap, viewGapPlaces } from '../queries/view-gap.ts';
import { Demand, Gap, Parts } from './gap.tsx';
import { gapPath, listPath, placesPath } from './paths.ts';

const words = pl.places;
const kinds = Object.keys(serviceKinds) as ServiceKindKey[];

const askedOf = ({ query }: PageRequest) => ({ gmina: query['gmina'], kind: query['kind'] });

const Filters = ({ data }: { data: PlacesView }) => (
  <Form
    action={placesPath}
    method="get"
    label={words.show}
    layout="inline"
    values={{ gmina: data.gmina ?? '', kind: data.kind ?? '' }}
  >
    {data.gminas.length > 1 && (
      <Select
        name="gmina"
        label={words.gmina}
        placeholder={false}
        options={data.gminas.map(({ teryt, name }) => ({ value: teryt, label: name }))}
      />
    )}
    <Select
      name="kind"
      label={words.kind}
      placeholder={words.allKinds}
      options={kinds
        .map((kind) => ({ value: kind, label: serviceKinds[kind].name }))
        .toSorted((one, other) => one.label.localeCompare(other.label, 'pl'))}
    />
    <Actions>
      <Button>{words.show}</Button>
    </Actions>
  </Form>
);

const Rows = ({
  rows,
  caption,
  home,
  known,
}: {
  rows: readonly ShownGap[];
  caption: string;
  home: string;
  known: boolean;
}) => (
  <Table
    caption={caption}
    rows={rows}
    rowKey={({ kind, locality }) => `${kind} ${locality ?? ''}`}
    columns={[
      {
        key: 'place',
        label: words.place,
        rowHeader: true,
        cell: ({ locality, kind }) => (
          <>
            {locality}
            <span class="description-note">{serviceKinds[kind].name}</span>
          </>
        ),
      },
      {
        key: 'demand',
        label: pl.page.demand,
        numeric: true,
        cell: (row) => <Demand row={row} home={home} />,
      },
      {
        key: 'capacity',
        label: pl.page.capacity,
        numeric: true,
        cell: (row) => <FigureValue figure={row.capacity} home={home} name={pl.page.capacity} bare />,
      },
      ...(known
        ? [
            {
              key: 'gap',
              label: pl.page.gap,
              numeric: true,
              cell: (row: ShownGap) => <Gap row={row} home={home} />,
            },
          ]
        : []),
      { key: 'parts', label: pl.page.parts, cell: (row) => <Parts row={row} home={home} /> },
    ]}
  />
);

/** The largest known gap of each locality: of one kind when it is chosen. */
function largestOf(rows: readonly ShownGap[]): { name: string; value: number }[] {
  const found = new Map<string, number>();
  for (const { locality, gap } of rows)
    if (locality !== null && gap.value !== null)
      found.set(locality, Math.max(found.get(locality) ?? Number.NEGATIVE_INFINITY, gap.value));
  return [...found.entries()].map(([name, value]) => ({ name, value }));
}

const PlacesMap = ({ data, rows }: { data: PlacesView; rows: readonly ShownGap[] }) => {
  const counted = largestOf(rows);
  const most = Math.max(0, ...counted.map(({ value }) => value));
  const label = data.kind === null ? words.mapAll : words.mapOf(serviceKinds[data.kind].name);
  const areas = boundaries.gminas
    .filter(({ teryt }) => data.gmina !== null && sameGmina(data.gmina, teryt))
    .map(({ name, rings }) => ({ name, rings, share: 0 }));
  const placed = counted.flatMap(({ name, value }) => {
    const at = data.points.find(
      (one) =>
        one.locality.toLocaleLowerCase('pl') === name.toLocaleLowerCase('pl') &&
        (one.gmina === null || data.gmina === null || sameGmina(one.gmina, data.gmina)),
    );
    return at ? [{ name, value, at }] : [];
  });
  const missing = counted.filter(({ name }) => !placed.some((one) => one.name === name));
  return (
    <Panel id="mapa" title={words.map} tone="plain">
      <Columns
        main={
          <>
            {areas.length > 0 && placed.length > 0 && (
              <figure>
                <AreaMap
                  label={label}
                  areas={areas}
                  points={placed.map(({ name, value, at }) => ({
                    name,
                    longitude: at.longitude,
                    latitude: at.latitude,
                    value: number(value),
                    share: most > 0 ? Math.max(0, value) / most : 0,
                  }))}
                />
                <figcaption>{pl.page.mapNote}</figcaption>
              </figure>
            )}
            {missing.length > 0 && <p>{words.unmapped(missing.map(({ name }) => name).join(', '))}</p>}
          </>
        }
        side={
          <BarChart
            caption={label}
            labelHead={words.place}
            valueHead={words.count}
            points={counted.map(({ name, value }) => ({ label: name, value }))}
          />
        }
      />
    </Panel>
  );
};

const csvHref = ({ gmina, kind }: PlacesView): string =>
  `${placesPath}/csv?${new URLSearchParams({ ...(gmina ? { gmina } : {}), ...(kind ? { kind } : {}) }).toString()}`;

function view(data: PlacesView, context: PageContext): View {
  const { home } = context.centre;
  const known = data.rows.filter(({ gap }) => gap.value !== null);
  const unknown = data.rows.filter(({ gap }) => gap.value === null);
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'diagnosis',
    trail: [
      { href: listPath, label: pl.page.diagnoses },
      { href: gapPath, label: pl.page.title },
    ],
    ...(data.rows.length > 0 ? { aside: <ButtonLink href={csvHref(data)}>{pl.page.csv}</ButtonLink> } : {}),
    body: (
      <Stack>
        <Filters data={data} />
        <Panel id="znana" title={words.known}>
          {known.length === 0 ? (
            <EmptyState
              title={words.none}
              level={3}
              action={<ButtonLink href="/praca/zasoby">{pl.page.addResources}</ButtonLink>}
            >
              <p>{words.noneText}</p>
            </EmptyState>
          ) : (
            <Rows rows={known} caption={words.knownCaption} home={home} known />
          )}
        </Panel>
        {known.length > 0 && <PlacesMap data={data} rows={known} />}
        {unknown.length > 0 && (
          <Panel id="nieznana" title={words.unknown(unknown.length)} tone="plain">
            <Rows rows={unknown} caption={words.unknownCaption} home={home} known={false} />
          </Panel>
        )}
      </Stack>
    ),
  };
}

const placesPage = page({
  door: 'staff',
  path: placesPath,
  load: async (ask, request) => await ask(viewGapPlaces, askedOf(request)),
  view,
});

const figures = ['demand', 'capacity', 'gap'] as const;

/** The table of the page: every figure with its bounds and its passport beside it; an empty cell is not known. */
export const placesRows = ({ rows }: Pick<PlacesView, 'rows'>): Cell[][] => [
  [
    words.column,
    words.kind,
    'TERYT',
    ...figures.flatMap((one) => pl.page.figureColumns.map((part) => `${pl.page[one]}: ${part}`)),
  ],
  ...rows.map((row): Cell[] => [
    row.locality,
    serviceKinds[row.kind].name,
    row.gmina,
    ...figures.flatMap((one): Cell[] => {
      const { value, between, passport } = row[one];
      return [
        value,
        between?.low ?? null,
        between?.high ?? null,
        row.basis === 'least' && one !== 'capacity' && value !== null ? pl.page.least : null,
        passport.source,
        passport.asOf,
        passport.formula,
      ];
    }),
  ]),
];

const placesCsv = file({
  door: 'staff',
  path: `${placesPath}/csv`,
  async send(ask, request) {
    const asked = await ask(viewGapPlaces, askedOf(request));
    if (!asked.ok) return asked;
    return {
      ok: true,
      value: {
        type: 'text/csv; charset=utf-8',
        body: csvText(placesRows(asked.value)),
        name: contentDisposition(`${words.fileName}-${asked.value.today}.csv`, 'attachment'),
      },
    };
  },
});

/** The gap in the localities of a gmina: table, map with a table beside it, file. */
export const placesRoutes = [placesPage, placesCsv];
