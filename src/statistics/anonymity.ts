/** Rows safe to hand out, and what it took. */
export type Anonymised<Row> = {
  rows: Row[];
  /** Rows in which something was made coarser, and rows left out. */
  coarser: number;
  suppressed: number;
};

/** What stands in the place of a value that would point at somebody. */
export const anyValue = '*';

/**
 * k-anonymity (Samarati & Sweeney 1998) by local recoding: as long as a combination of the columns stands for fewer than
 * `k` people, its rows lose the value of the next column; rows that are still too few at the end are left out.
 *
 * @param columns the first one is given up first
 * @param personOf who a row is about: one person with many rows counts once
 */
export function anonymise<Row extends Record<Column, string>, Column extends string>(
  given: readonly Row[],
  columns: readonly Column[],
  k: number,
  personOf: (row: Row) => string,
): Anonymised<Row> {
  const keyOf = (row: Row): string => JSON.stringify(columns.map((column) => row[column]));
  const small = (rows: readonly Row[]): Set<string> => {
    const people = new Map<string, Set<string>>();
    for (const row of rows) {
      const key = keyOf(row);
      const known = people.get(key) ?? new Set<string>();
      people.set(key, known.add(personOf(row)));
    }
    return new Set([...people].flatMap(([key, who]) => (who.size < k ? [key] : [])));
  };
  let rows = [...given];
  const changed = new Set<number>();
  for (const column of columns) {
    const few = small(rows);
    if (few.size === 0) break;
    rows = rows.map((row, at) => {
      if (!few.has(keyOf(row))) return row;
      changed.add(at);
      return { ...row, [column]: anyValue };
    });
  }
  const few = small(rows);
  const kept = rows.flatMap((row, at) => (few.has(keyOf(row)) ? [] : [at]));
  return {
    rows: kept.flatMap((at) => rows[at] ?? []),
    coarser: kept.filter((at) => changed.has(at)).length,
    suppressed: rows.length - kept.length,
  };
}
