import {
  type CountGrid,
  type SafeTable,
  safeTable,
  smallestCell,
  suppressedGrid,
} from '../../../statistics/index.ts';
import type { RecipientGroup } from '../../../law/index.ts';
import type { Reason } from './unmet-need.ts';

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

/** What is counted: needs of these codes; a code that is not named is any. */
export type Codes = Partial<Pick<CountRow, 'area' | 'reason' | 'group' | 'gmina' | 'locality'>>;

/** Counts that are safe together: one that is hidden follows from no others, whatever is asked for beside it. */
export interface SafeCounts {
  /** null: hidden. */
  count(codes: Codes): number | null;
}

const axes = ['area', 'reason', 'group', 'gmina'] as const;
type Axis = (typeof axes)[number];

const codeNames = [...axes, 'locality'] as const;

/** Needs of these codes, nothing hidden. */
export const sumOf = (rows: readonly CountRow[], codes: Codes): number =>
  rows.reduce(
    (sum, row) =>
      codeNames.every((name) => codes[name] === undefined || codes[name] === row[name])
        ? sum + row.times
        : sum,
    0,
  );

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

const placeOf = ({ gmina, locality }: Pick<CountRow, 'gmina' | 'locality'>): string =>
  JSON.stringify([gmina, locality]);

type Count = (codes: Codes) => number | null;

/** Values of one code (rows) by those of another (columns), safe with their sums; `null` of a key: the sum over it. */
function grid<R, C>(
  rows: readonly CountRow[],
  rowOf: (row: CountRow) => R,
  columnOf: (row: CountRow) => C,
): (row?: R, column?: C) => number | null {
  const down = distinct(rows.map(rowOf));
  const across = distinct(rows.map(columnOf));
  const counts = down.map(() => across.map(() => 0));
  for (const row of rows) {
    const line = counts[down.indexOf(rowOf(row))];
    const column = across.indexOf(columnOf(row));
    if (line) line[column] = (line[column] ?? 0) + row.times;
  }
  const safe: CountGrid = suppressedGrid(counts, across.length);
  return (row, column) => {
    const [line, at] = [
      row === undefined ? 0 : down.indexOf(row),
      column === undefined ? 0 : across.indexOf(column),
    ];
    if (line < 0 || at < 0 || rows.length === 0) return 0;
    if (row === undefined) return (column === undefined ? safe.total : safe.columnTotals[at]) ?? null;
    return (column === undefined ? safe.rowTotals[line] : safe.rows[line]?.[at]) ?? null;
  };
}

/** The tables of everything, each safe with its sums: areas by reasons, groups, places. undefined: not in them. */
function wholeTables(rows: readonly CountRow[]): (codes: Codes) => number | null | undefined {
  const reasons = grid(
    rows,
    (row) => row.area,
    (row) => row.reason,
  );
  const groups = grid(
    rows,
    (row) => row.group,
    () => null,
  );
  const places = grid(rows, (row) => row.gmina, placeOf);
  return ({ area, reason, group, gmina, locality }) => {
    if (group !== undefined)
      return [area, reason, gmina, locality].every((one) => one === undefined) ? groups(group) : undefined;
    if (gmina === undefined) return reasons(area, reason);
    if (area !== undefined || reason !== undefined) return undefined;
    return locality === undefined ? places(gmina) : places(gmina, placeOf({ gmina, locality }));
  };
}

/** Every code against every other in one table, safe with all its sums. */
function crossedTable(rows: readonly CountRow[]): Count {
  const values = axes.map((axis) => distinct(rows.map((row) => row[axis])));
  const shape = values.map((one) => one.length);
  const counts = new Float64Array(shape.reduce((product, side) => product * side, 1));
  const at = (codes: Codes): (number | null)[] =>
    axes.map((axis, side) =>
      codes[axis] === undefined ? null : (values[side] ?? []).findIndex((one) => one === codes[axis]),
    );
  for (const row of rows) {
    const index = at(row).reduce<number>((sum, place, side) => sum * (shape[side] ?? 1) + (place ?? 0), 0);
    counts[index] = (counts[index] ?? 0) + row.times;
  }
  const table: SafeTable | undefined = rows.length === 0 ? undefined : safeTable(shape, counts, smallestCell);
  return (codes) => {
    const place = at(codes);
    return !table || place.includes(-1) ? 0 : table.at(place);
  };
}

/**
 * Makes the counts of one stretch of time safe. What stands in the tables of everything is read from them, whatever is
 * asked for; what does not ("carers, area 6") from one crossed table, and only where that needs to hide no sum that
 * they show. Localities, mostly small, are shown alone or by one other code.
 */
function safeCounts(rows: readonly CountRow[]): SafeCounts {
  const whole = wholeTables(rows);
  // The costliest by far, and only what is narrowed asks for it.
  let table: Count | undefined;
  const crossed: Count = (codes) => (table ??= crossedTable(rows))(codes);
  const places = new Map<Axis, ReturnType<typeof grid<unknown, string>>>();
  const placesBy = (axis: Axis) => {
    const known = places.get(axis) ?? grid<unknown, string>(rows, (row) => row[axis], placeOf);
    places.set(axis, known);
    return known;
  };
  const inCrossed = (codes: Codes): number | null => {
    const { area, reason, group, gmina } = codes;
    const sums: Codes[] = [{}, { area }, { reason }, { area, reason }, { group }, { gmina }];
    const shownElsewhere = sums.some((sum) => crossed(sum) === null && whole(sum) !== null);
    return shownElsewhere ? null : crossed(codes);
  };
  const count: Count = (codes) => {
    const known = whole(codes);
    if (known !== undefined) return known;
    const { locality, ...around } = codes;
    if (locality === undefined) return inCrossed(codes);
    if (sumOf(rows, codes) === 0) return 0;
    const [axis, ...more] = axes.filter((one) => one !== 'gmina' && codes[one] !== undefined);
    // A sum that is hidden must not be added up from its parts.
    if (axis === undefined || more.length > 0 || count(around) === null) return null;
    return placesBy(axis)(codes[axis], placeOf({ gmina: codes.gmina ?? null, locality }));
  };
  return { count };
}

/**
 * Months in which a count is hidden, in groups of two or more that hold as many needs as may be shown. A sum of months
 * that takes a group apart would give a hidden month away beside another sum.
 */
function hiddenTogether(
  hidden: readonly { month: string; count: number }[],
): { months: string[]; whole: boolean }[] {
  const groups: { months: string[]; whole: boolean; sum: number }[] = [];
  for (const { month, count } of hidden) {
    let last = groups.at(-1);
    if (!last || last.whole) {
      last = { months: [], whole: false, sum: 0 };
      groups.push(last);
    }
    last.months.push(month);
    last.sum += count;
    last.whole = last.months.length > 1 && last.sum >= smallestCell;
  }
  return groups;
}

export interface SafeMonths {
  /** Safe counts of one month. */
  month(month: string): SafeCounts;
  /** Safe counts of months from one to another, both included. */
  period(from: string, to: string): SafeCounts;
}

/** Counts of months and of their sums, safe beside each other: September follows from no September and October. */
export function safeMonths(rows: readonly CountRow[]): SafeMonths {
  const byMonth = Map.groupBy(rows, (row) => row.month);
  const made = new Map<string, SafeCounts>();
  const month = (name: string): SafeCounts => {
    const known = made.get(name) ?? safeCounts(byMonth.get(name) ?? []);
    made.set(name, known);
    return known;
  };
  return {
    month,
    period(from, to) {
      if (from === to) return month(from);
      const inside = (name: string): boolean => name >= from && name <= to;
      const whole = safeCounts(rows.filter((row) => inside(row.month)));
      const names = [...byMonth.keys()].sort();
      return {
        count(codes) {
          const count = whole.count(codes);
          if (count === null || count === 0) return count;
          const hidden = names.filter((name) => month(name).count(codes) === null);
          const groups = hiddenTogether(
            hidden.map((name) => ({ month: name, count: sumOf(byMonth.get(name) ?? [], codes) })),
          );
          const takenApart = groups.some(
            (group) => group.months.some(inside) && !(group.whole && group.months.every(inside)),
          );
          return takenApart ? null : count;
        },
      };
    },
  };
}
