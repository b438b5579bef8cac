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

const isSmall = (count: number): boolean => count > 0 && count < smallestCell;

/**
 * The table without small counts. Where a sum is shown, what is hidden must not follow from it: the hidden cells are at
 * least two and together at least five, or the sum is hidden as well.
 */
export function suppressed(table: CountTable): CountTable {
  const hidden = new Set(
    table.cells.filter(({ count }) => count !== null && isSmall(count)).map(({ key }) => key),
  );
  const hide = (): CountTable['cells'] =>
    table.cells.map((cell) => (hidden.has(cell.key) ? { ...cell, count: null } : cell));
  if (hidden.size === 0)
    return table.total !== null && isSmall(table.total) ? { ...table, total: null } : table;
  if (table.total === null) return { ...table, cells: hide() };
  const sumOfHidden = (): number =>
    table.cells.reduce((sum, { key, count }) => sum + (hidden.has(key) ? (count ?? 0) : 0), 0);
  const others = table.cells
    .filter(({ key, count }) => !hidden.has(key) && count !== null && count > 0)
    .toSorted((one, other) => (one.count ?? 0) - (other.count ?? 0));
  for (const cell of others) {
    if (hidden.size >= 2 && sumOfHidden() >= smallestCell) break;
    hidden.add(cell.key);
  }
  const safe = hidden.size >= 2 && sumOfHidden() >= smallestCell;
  return { ...table, cells: hide(), total: safe ? table.total : null };
}
