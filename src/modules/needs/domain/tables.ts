import type { RecipientGroup } from '../../../law/index.ts';
import { type CountGrid, suppressed, suppressedGrid } from '../../../statistics/index.ts';
import { type Reason, reasons } from './unmet-need.ts';

/** Accepted needs of one month and one code. */
export interface CountRow {
  month: string;
  area: number;
  reason: Reason;
  group: RecipientGroup | null;
  gmina: string | null;
  locality: string | null;
  times: number;
}

export interface PlaceCount {
  gmina: string | null;
  count: number | null;
  localities: { locality: string | null; count: number | null }[];
}

/** The ledger in tables, small numbers hidden; null is a hidden count, zero is zero. */
export interface UnmetTables {
  total: number | null;
  /** Areas (rows) by reasons (columns), with the sums of both. */
  byArea: CountGrid & { areas: number[]; reasons: Reason[] };
  byMonth: { month: string; count: number | null }[];
  byGroup: { group: RecipientGroup | null; count: number | null }[];
  byPlace: PlaceCount[];
}

const sum = (rows: readonly CountRow[]): number => rows.reduce((total, { times }) => total + times, 0);

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Counts by one code; the total goes where it cannot be shown. */
function oneWay<K extends string | null>(
  rows: readonly CountRow[],
  keys: readonly K[],
  keyOf: (row: CountRow) => K,
): { key: K; count: number | null }[] {
  const cells = keys.map((key) => ({
    key: String(key),
    count: sum(rows.filter((row) => keyOf(row) === key)),
  }));
  const safe = suppressed({ key: '', cells, total: sum(rows) });
  return keys.map((key, index) => ({ key, count: safe.cells[index]?.count ?? null }));
}

const placeOf = ({ gmina, locality }: CountRow): string => JSON.stringify([gmina, locality]);

/**
 * Gminas and their localities as one grid, so that the sums of gminas hide together with the parts they would give
 * away: each locality is a column that only its gmina fills.
 */
function byPlace(rows: readonly CountRow[], own: readonly string[]): PlaceCount[] {
  const gminas = distinct<string | null>([...own, ...rows.map(({ gmina }) => gmina)]);
  const places = distinct(rows.map(placeOf));
  const grid = suppressedGrid(
    gminas.map((gmina) =>
      places.map((place) => sum(rows.filter((row) => row.gmina === gmina && placeOf(row) === place))),
    ),
    places.length,
  );
  return gminas.map((gmina, row) => {
    const here = rows.filter((one) => one.gmina === gmina);
    const localities = distinct(here.map(({ locality }) => locality)).map((locality) => ({
      locality,
      count: grid.rows[row]?.[places.indexOf(JSON.stringify([gmina, locality]))] ?? null,
    }));
    return {
      gmina,
      count: grid.rowTotals[row] ?? null,
      localities: localities.toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0)),
    };
  });
}

/**
 * Tabulates accepted needs of a period, by area and reason, month, group and place. What is hidden in one table must
 * not follow from another, and all show the same total: each is made safe beside its own total.
 */
export function tabulate(
  rows: readonly CountRow[],
  { from, to }: { from: string; to: string },
  { months, gminas }: { months: readonly string[]; gminas: readonly string[] },
): UnmetTables {
  const inPeriod = rows.filter(({ month }) => month >= from && month <= to);
  const usedAreas = distinct(inPeriod.map(({ area }) => area)).toSorted((one, other) => one - other);
  const usedReasons = reasons.filter((reason) => inPeriod.some((row) => row.reason === reason));
  const grid = suppressedGrid(
    usedAreas.map((area) =>
      usedReasons.map((reason) => sum(inPeriod.filter((row) => row.area === area && row.reason === reason))),
    ),
    usedReasons.length,
  );
  const periodMonths = months.filter((month) => month >= from && month <= to);
  const before = months.filter((month) => month < from);
  const groups = distinct(inPeriod.map(({ group }) => group));
  return {
    total: grid.total,
    byArea: { ...grid, areas: usedAreas, reasons: usedReasons },
    // Earlier months stand beside the period, not inside its total.
    byMonth: [
      ...before.map((month) => {
        const safe = suppressed({
          key: month,
          cells: [],
          total: sum(rows.filter((row) => row.month === month)),
        });
        return { month, count: safe.total };
      }),
      ...oneWay(inPeriod, periodMonths, ({ month }) => month).map(({ key, count }) => ({
        month: key,
        count,
      })),
    ],
    byGroup: oneWay(inPeriod, groups, ({ group }) => group)
      .map(({ key, count }) => ({ group: key, count }))
      .toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0)),
    byPlace: byPlace(inPeriod, gminas),
  };
}
