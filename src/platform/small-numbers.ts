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

/** Counts by two codes with the sums of rows and columns and of all; null: hidden. */
export interface CountGrid {
  rows: (number | null)[][];
  rowTotals: (number | null)[];
  columnTotals: (number | null)[];
  total: number | null;
}

type Place = { row: number; column: number };

/** The grid with its sums as one matrix: the last column holds the sums of rows, the last row those of columns. */
const withSums = (rows: readonly (readonly number[])[], width: number): number[][] => {
  const summed = rows.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)]);
  const sums = Array.from({ length: width + 1 }, (_, column) =>
    summed.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  return [...summed, sums];
};

/**
 * Whether a hidden place can be worked out from what is shown. Rows and columns are equations; a hidden place joins its
 * row and its column, and it is determined exactly when no other way through hidden places leads from one to the other.
 */
function isDetermined(hidden: readonly Place[], place: Place): boolean {
  const rest = hidden.filter((one) => one !== place);
  const rows = new Set([place.row]);
  const columns = new Set<number>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const { row, column } of rest)
      if (rows.has(row) !== columns.has(column)) {
        rows.add(row);
        columns.add(column);
        grown = true;
      }
  }
  return !columns.has(place.column);
}

/**
 * A grid of counts without the small ones, and without what would give them away: no hidden count follows from the
 * shown ones, and what is hidden in one row or column beside its sum makes at least five together.
 */
export function suppressedGrid(rows: readonly (readonly number[])[], width: number): CountGrid {
  const matrix = withSums(rows, width);
  const at = ({ row, column }: Place): number => matrix[row]?.[column] ?? 0;
  const isSum = ({ row, column }: Place): boolean => row === rows.length || column === width;
  const all: Place[] = matrix.flatMap((counts, row) => counts.map((_, column) => ({ row, column })));
  const hidden = all.filter((place) => isSmall(at(place)));
  const isHidden = (place: Place): boolean => hidden.includes(place);
  /** What it costs to hide a place: large counts are worth more, and sums most. */
  const worth = (place: Place): number => (isHidden(place) ? 0 : at(place) + (isSum(place) ? 1e9 : 0));
  const hide = (places: readonly Place[]): void =>
    void hidden.push(...places.filter((one) => !isHidden(one)));
  /** Hides the cheapest rectangle around a place, and then it does not follow. There is one: its sums are not zero. */
  const surround = (place: Place): void => {
    const corners = all.flatMap((far) => {
      if (far.row === place.row || far.column === place.column) return [];
      const three = [
        far,
        ...all.filter(
          ({ row, column }) =>
            (row === place.row && column === far.column) || (row === far.row && column === place.column),
        ),
      ];
      return three.every((one) => at(one) > 0) ? [three] : [];
    });
    const costOf = (three: readonly Place[]): number => three.reduce((sum, one) => sum + worth(one), 0);
    hide(corners.toSorted((one, other) => costOf(one) - costOf(other))[0] ?? []);
  };
  const hideOneMore = (inLine: (place: Place) => boolean): void =>
    hide(
      all
        .filter((place) => inLine(place) && at(place) > 0 && !isHidden(place))
        .toSorted((one, other) => worth(one) - worth(other))
        .slice(0, 1),
    );
  const lines: ((place: Place) => boolean)[] = [
    ...matrix.map((_, row) => (place: Place) => place.row === row),
    ...Array.from({ length: width + 1 }, (_, column) => (place: Place) => place.column === column),
  ];
  const saysTooMuch = (inLine: (place: Place) => boolean): boolean => {
    const here = hidden.filter(inLine);
    const parts = here.filter((place) => !isEnd(place, inLine));
    return parts.length > 0 && parts.length === here.length && sumOf(parts) < smallestCell;
  };
  const isEnd = (place: Place, inLine: (place: Place) => boolean): boolean =>
    all.findLast((one) => inLine(one)) === place;
  const sumOf = (places: readonly Place[]): number => places.reduce((sum, place) => sum + at(place), 0);
  for (let before = -1; before !== hidden.length; ) {
    before = hidden.length;
    const open = hidden.find((place) => isDetermined(hidden, place));
    if (open) surround(open);
    const loose = lines.find(saysTooMuch);
    if (loose) hideOneMore(loose);
  }
  const shown = (place: Place): number | null =>
    hidden.some(({ row, column }) => row === place.row && column === place.column) ? null : at(place);
  const last = rows.length;
  return {
    rows: rows.map((counts, row) => counts.map((_, column) => shown({ row, column }))),
    rowTotals: rows.map((_, row) => shown({ row, column: width })),
    columnTotals: Array.from({ length: width }, (_, column) => shown({ row: last, column })),
    total: shown({ row: last, column: width }),
  };
}
