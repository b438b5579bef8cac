import { safeTable } from './suppression.ts';

/** A count under this many people could point at somebody (design: small-number safety). */
export const smallestCell = 5;

export interface Cell {
  key: string;
  /** null: hidden, because it is small or because it would give a small one away. */
  count: number | null;
}

export interface CountTable {
  key: string;
  cells: readonly Cell[];
  /** Sum of the cells; null: hidden, or the cells overlap and have no sum. */
  total: number | null;
}

const isSmall = (count: number | null): boolean => count !== null && count > 0 && count < smallestCell;

/** Counts by one code without the small ones and, where their sum is shown, without what would give them away (`safeTable`). */
export function suppressed(table: CountTable): CountTable {
  const { cells, total } = table;
  if (total === null)
    return { ...table, cells: cells.map((cell) => (isSmall(cell.count) ? { ...cell, count: null } : cell)) };
  if (cells.length === 0) return isSmall(total) ? { ...table, total: null } : table;
  const safe = safeTable(
    [cells.length],
    cells.map(({ count }) => count ?? 0),
    smallestCell,
  );
  return {
    ...table,
    cells: cells.map((cell, at) => ({ ...cell, count: cell.count === null ? null : safe.at([at]) })),
    total: safe.at([null]),
  };
}

/** Counts by two codes with the sums of rows and columns and of all; null: hidden. */
export interface CountGrid {
  rows: (number | null)[][];
  rowTotals: (number | null)[];
  columnTotals: (number | null)[];
  total: number | null;
}

/** A grid of counts without the small ones, and without what would give them away by any sum (`safeTable`). */
export function suppressedGrid(rows: readonly (readonly number[])[], width: number): CountGrid {
  const safe = safeTable([rows.length, width], rows.flat(), smallestCell);
  const columns = Array.from({ length: width }, (_, column) => column);
  return {
    rows: rows.map((_, row) => columns.map((column) => safe.at([row, column]))),
    rowTotals: rows.map((_, row) => safe.at([row, null])),
    columnTotals: columns.map((column) => safe.at([null, column])),
    total: safe.at([null, null]),
  };
}
