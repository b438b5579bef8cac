import type { RecipientGroup } from '../../../law/index.ts';
import type { CountGrid } from '../../../statistics/index.ts';
import { type Codes, type CountRow, safeMonths, sumOf } from './safe-counts.ts';
import { type Reason, reasons } from './unmet-need.ts';

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

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

const largestFirst = (one: { count: number | null }, other: { count: number | null }): number =>
  (other.count ?? 0) - (one.count ?? 0);

/**
 * Tabulates accepted needs of a period, by area and reason, month, group and place. What is hidden in one table must
 * not follow from another, nor from the tables of another month, period or narrowing (`safeMonths`).
 * @param rows accepted needs of the whole ledger: what may be shown of one month depends on the others
 * @param months months beside each other, before and in the period
 */
export function tabulate(
  rows: readonly CountRow[],
  { from, to }: { from: string; to: string },
  asked: Codes,
  { months, gminas }: { months: readonly string[]; gminas: readonly string[] },
): UnmetTables {
  const safe = safeMonths(rows);
  const { count } = safe.period(from, to);
  const found = rows.filter((row) => row.month >= from && row.month <= to && sumOf([row], asked) > 0);
  // Of a narrowing nobody learns which codes are hidden and which are nought: what is hidden is not named.
  const narrowed = Object.values(asked).some((code) => code !== undefined);
  const named = (one: { count: number | null }): boolean => !narrowed || one.count !== null;
  const areas = distinct(found.map(({ area }) => area))
    .filter((area) => asked.area !== undefined || named({ count: count({ ...asked, area }) }))
    .toSorted((one, other) => one - other);
  const usedReasons = reasons.filter((reason) => found.some((row) => row.reason === reason));
  const groups = distinct(found.map(({ group }) => group));
  const allGminas = distinct<string | null>([...gminas, ...found.map(({ gmina }) => gmina)]);
  return {
    total: count(asked),
    byArea: {
      areas,
      reasons: usedReasons,
      rows: areas.map((area) => usedReasons.map((reason) => count({ ...asked, area, reason }))),
      rowTotals: areas.map((area) => count({ ...asked, area })),
      columnTotals: usedReasons.map((reason) => count({ ...asked, reason })),
      total: count(asked),
    },
    byMonth: months.map((month) => ({ month, count: safe.month(month).count(asked) })),
    byGroup: groups
      .map((group) => ({ group, count: count({ ...asked, group }) }))
      .filter(named)
      .toSorted(largestFirst),
    byPlace: allGminas.map((gmina) => ({
      gmina,
      count: count({ ...asked, gmina }),
      localities: distinct(found.filter((row) => row.gmina === gmina).map(({ locality }) => locality))
        .map((locality) => ({ locality, count: count({ ...asked, gmina, locality }) }))
        .filter(named)
        .toSorted(largestFirst),
    })),
  };
}
