import boundaries from '../../../../data/boundaries.json' with { type: 'json' };
import {
  AreaMap,
  BarChart,
  ColumnChart,
  Columns,
  Panel,
  Stack,
  StackedBars,
  Table,
  Unknown,
} from '../../../ui/index.ts';
import { shortMonth, pl } from '../pl.ts';
import type { UnmetNeeds } from '../queries/unmet-needs.ts';
import { areaWords, Count, periodWords } from './parts.tsx';

const words = pl.ledger;

/** A hidden count stands in a chart as an unknown one. */
const drawn = (count: number | null): number | undefined => count ?? undefined;

type AreaRow = { area: number | null; cells: readonly (number | null)[]; total: number | null };

const hiddenKey = 'hidden';

/** What of a row is shown in its sum only; undefined where the sum is hidden too. */
const hiddenIn = ({ cells, total }: AreaRow): number | undefined =>
  total === null ? undefined : total - cells.reduce<number>((sum, count) => sum + (count ?? 0), 0);

/** Why needs were not met, by area: a chart and its table. */
export const ByArea = ({ needs }: { needs: UnmetNeeds }) => {
  const { areas, reasons, rows, rowTotals, columnTotals, total } = needs.byArea;
  const table: AreaRow[] = areas.map((area, index) => ({
    area,
    cells: rows[index] ?? [],
    total: rowTotals[index] ?? null,
  }));
  return (
    <Panel id="powody" title={words.byArea}>
      <Stack>
        <StackedBars
          caption={periodWords(needs.passport)}
          legend={[
            ...reasons.map((reason) => ({ key: reason, label: pl.reasons[reason] })),
            ...(table.some((row) => hiddenIn(row))
              ? [{ key: hiddenKey, label: words.hiddenReasons, quiet: true }]
              : []),
          ]}
          bars={table.map((row) => ({
            label: areaWords(row.area),
            parts: [
              ...reasons.map((reason, index) => ({ key: reason, value: drawn(row.cells[index] ?? null) })),
              { key: hiddenKey, value: hiddenIn(row) },
            ],
          }))}
        />
        <Table
          caption={words.byAreaTable}
          rows={table}
          rowKey={(row) => String(row.area)}
          columns={[
            { key: 'area', label: words.areaHead, rowHeader: true, cell: (row) => areaWords(row.area) },
            ...reasons.map((reason, index) => ({
              key: reason,
              label: pl.reasons[reason],
              numeric: true,
              cell: (row: AreaRow) => <Count of={row.cells[index] ?? null} />,
            })),
            { key: 'sum', label: words.sum, numeric: true, cell: (row) => <Count of={row.total} /> },
          ]}
          total={{
            area: words.sum,
            ...Object.fromEntries(
              reasons.map((reason, index) => [
                reason,
                <Count key={reason} of={columnTotals[index] ?? null} />,
              ]),
            ),
            sum: <Count of={total} />,
          }}
        />
        <p class="hint">{words.hiddenNote}</p>
      </Stack>
    </Panel>
  );
};

/** Months as a series; the chart brings its own table. */
export const ByMonth = ({ needs }: { needs: UnmetNeeds }) => (
  <Panel id="miesiace" title={words.byMonth}>
    <ColumnChart
      caption={words.count}
      missing={pl.hidden}
      labelHead={words.monthHead}
      valueHead={words.count}
      points={needs.byMonth.map(({ month, count }) => ({
        label: needs.byMonth.length > 6 ? `${month.slice(5)}/${month.slice(2, 4)}` : shortMonth(month),
        value: drawn(count),
      }))}
    />
  </Panel>
);

/** Whom they concern: bars that are a table. */
export const ByGroup = ({ needs }: { needs: UnmetNeeds }) => (
  <Panel id="grupy" title={words.byGroup}>
    <BarChart
      caption={periodWords(needs.passport)}
      missing={pl.hidden}
      labelHead={words.groupHead}
      valueHead={words.count}
      points={needs.byGroup.map(({ group, count }) => ({
        label: group === null ? pl.noGroup : pl.groups[group],
        value: drawn(count),
      }))}
    />
  </Panel>
);

// The seventh digit of a code changes with the kind of gmina: boundaries are found by the first six.
const sameGmina = (one: string, other: string | null): boolean => one.slice(0, 6) === other?.slice(0, 6);

const areasOf = (needs: UnmetNeeds) => {
  const own = needs.gminas.map(({ teryt }) => teryt);
  const powiats = new Set(own.map((teryt) => teryt.slice(0, 4)));
  const most = Math.max(1, ...needs.byPlace.map(({ count }) => count ?? 0));
  const near = boundaries.gminas.filter(({ teryt }) => powiats.has(teryt.slice(0, 4)));
  if (!near.some(({ teryt }) => own.some((one) => sameGmina(one, teryt)))) return [];
  return near.map(({ teryt, name, rings }) => {
    const place = needs.byPlace.find(({ gmina }) => sameGmina(teryt, gmina));
    return own.some((one) => sameGmina(one, teryt))
      ? {
          name,
          rings,
          value: place?.count === null ? '?' : String(place?.count ?? 0),
          share: (place?.count ?? 0) / most,
        }
      : { name, rings, neighbour: true };
  });
};

const pointsOf = (needs: UnmetNeeds) => {
  const counts = needs.byPlace.flatMap(({ gmina, localities }) =>
    localities.map((one) => ({ ...one, gmina })),
  );
  const most = Math.max(1, ...counts.map(({ count }) => count ?? 0));
  return [...boundaries.places, ...needs.points].flatMap((point, index, all) => {
    // Ours come first; a place of the directory is asked only where we know none.
    if (all.findIndex((one) => one.locality === point.locality) !== index) return [];
    const found = counts.find(
      ({ locality, gmina }) =>
        locality === point.locality && (point.gmina === null || sameGmina(point.gmina, gmina)),
    );
    return found
      ? [
          {
            name: point.locality,
            longitude: point.longitude,
            latitude: point.latitude,
            value: found.count === null ? '?' : String(found.count),
            share: (found.count ?? 0) / most,
          },
        ]
      : [];
  });
};

/** Gminas, each with its localities below it. */
const placePoints = (needs: UnmetNeeds) =>
  needs.byPlace.flatMap((place) => {
    const name = place.name ?? place.gmina ?? pl.noGmina;
    return [
      { label: words.wholeGmina(name), value: drawn(place.count) },
      ...place.localities.map(({ locality, count }) => ({
        label: locality === null ? words.elsewhere(name) : words.part(locality),
        value: drawn(count),
      })),
    ];
  });

const PlaceMap = ({ needs }: { needs: UnmetNeeds }) => {
  const mapped = areasOf(needs);
  if (mapped.length === 0)
    return (
      <p>
        <Unknown>{words.noMap}</Unknown>
      </p>
    );
  return (
    <figure>
      <AreaMap
        label={words.mapCaption(periodWords(needs.passport))}
        areas={mapped}
        points={pointsOf(needs)}
      />
      <figcaption>
        {words.mapNote} {words.mapPlaces}
      </figcaption>
    </figure>
  );
};

const PlaceTable = ({ needs }: { needs: UnmetNeeds }) => (
  <BarChart
    caption={periodWords(needs.passport)}
    missing={pl.hidden}
    labelHead={words.placeHead}
    valueHead={words.count}
    points={placePoints(needs)}
  />
);

/** Where they are: a map with its table beside it. */
export const ByPlace = ({ needs }: { needs: UnmetNeeds }) => (
  <Panel id="gdzie" title={words.byPlace}>
    <Columns main={<PlaceMap needs={needs} />} side={<PlaceTable needs={needs} />} />
  </Panel>
);
