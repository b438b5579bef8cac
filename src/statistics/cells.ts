/** One categorical variable: a code of each row, or of each cell. A code of `categories` or above means "no answer". */
export type Column = { codes: Uint8Array | Uint16Array; categories: number };

/**
 * Answers that agree in every column, counted together. Raking and linearised variance depend on rows only through
 * such cells, so 1,000,000 answers cost what their few hundred cells cost.
 */
export type Cells = {
  size: number;
  /** How many answers each cell has. */
  rows: Float64Array;
  /** The cell of each row, by which answers are counted and weights are given back to rows. */
  cellOf: Uint32Array;
  /** One row of each cell. */
  first: Uint32Array;
  /** What the rows of a cell agree in. */
  columns: readonly Column[];
};

/** Up to so many possible cells their numbers stand in an array; beyond it in a map. */
const denseLimit = 1 << 22;

/** Gives each key that occurs a number, in the order of keys. */
function numbered(keys: Uint32Array | Float64Array, possible: number): { of: Uint32Array; size: number } {
  const of = new Uint32Array(keys.length);
  if (possible <= denseLimit) {
    const numbers = new Int32Array(possible);
    for (const key of keys) numbers[key] = 1;
    let size = 0;
    for (let key = 0; key < possible; key++) if (numbers[key] === 1) numbers[key] = size++;
    for (let row = 0; row < keys.length; row++) of[row] = numbers[keys[row] ?? 0] ?? 0;
    return { of, size };
  }
  const numbers = new Map<number, number>();
  for (const key of new Set(Float64Array.from(keys).sort())) numbers.set(key, numbers.size);
  for (let row = 0; row < keys.length; row++) of[row] = numbers.get(keys[row] ?? 0) ?? 0;
  return { of, size: numbers.size };
}

/** Numbers of the combinations of codes that occur, row by row; "no answer" is a code like any other. */
export function combinations(columns: readonly Column[], length: number): { of: Uint32Array; size: number } {
  let groups: { of: Uint32Array; size: number } = { of: new Uint32Array(length), size: 1 };
  for (const { codes, categories } of columns) {
    const radix = categories + 1;
    // Numbering anew costs two passes: only when the keys grow out of the array.
    if (groups.size * radix > denseLimit) groups = numbered(groups.of, groups.size);
    const possible = groups.size * radix;
    const before = groups.of;
    const keys = possible <= 2 ** 32 ? before : new Float64Array(length);
    for (let row = 0; row < length; row++)
      keys[row] = (before[row] ?? 0) * radix + Math.min(codes[row] ?? categories, categories);
    groups = keys === before ? { of: before, size: possible } : numbered(keys, possible);
  }
  return numbered(groups.of, groups.size);
}

/**
 * Collapses rows to cells. Everything that weights, strata and domains depend on must be among the columns.
 *
 * @param length how many rows; every column has so many codes
 */
export function collapse(columns: readonly Column[], length: number): Cells {
  const { of, size } = combinations(columns, length);
  const rows = new Float64Array(size);
  const first = new Uint32Array(size);
  for (let row = length - 1; row >= 0; row--) {
    const cell = of[row] ?? 0;
    rows[cell] = (rows[cell] ?? 0) + 1;
    first[cell] = row;
  }
  return { size, rows, cellOf: of, first, columns };
}

/** Each row a cell of its own: for weights that differ from row to row. */
export function rowsAsCells(columns: readonly Column[], length: number): Cells {
  const cellOf = Uint32Array.from({ length }, (_, row) => row);
  return { size: length, rows: new Float64Array(length).fill(1), cellOf, first: cellOf, columns };
}

/**
 * A column of rows as a column of cells.
 *
 * @throws when the rows of a cell need not agree in it: the column is not one that the cells were made by
 */
export function perCell({ columns, first }: Cells, column: Column): Column {
  if (!columns.includes(column)) throw new Error('the cells were not made by this column');
  const { codes, categories } = column;
  const taken = categories < 256 ? new Uint8Array(first.length) : new Uint16Array(first.length);
  for (let at = 0; at < first.length; at++)
    taken[at] = Math.min(codes[first[at] ?? 0] ?? categories, categories);
  return { codes: taken, categories };
}

/** One column whose categories are the combinations of several, in the order of their codes (the last runs fastest). */
export function crossed(columns: readonly Column[]): Column {
  const categories = columns.reduce((product, column) => product * column.categories, 1);
  const length = columns[0]?.codes.length ?? 0;
  const codes = new Uint16Array(length);
  if (categories > 65_534) throw new Error(`${categories} combinations do not fit in a code`);
  for (let row = 0; row < length; row++) {
    let code = 0;
    for (const column of columns) {
      const own = column.codes[row] ?? column.categories;
      code = code === categories || own >= column.categories ? categories : code * column.categories + own;
    }
    codes[row] = code;
  }
  return { codes, categories };
}

/** A value of each cell given to its rows: weights for a file of rows. */
export function toRows(ofCells: Float64Array, cellOf: Uint32Array): Float64Array {
  const values = new Float64Array(cellOf.length);
  for (let row = 0; row < cellOf.length; row++) values[row] = ofCells[cellOf[row] ?? 0] ?? 0;
  return values;
}

/** What of a variable an estimate needs: sums in each cell over the answers of the domain. */
export type Measure = {
  /** Rows of the domain, answered or not. */
  asked: Float64Array;
  /** Rows of the domain with an answer. */
  answered: Float64Array;
  sum: Float64Array;
  squares: Float64Array;
};

/** The same of two variables of which the ratio is wanted; a row counts when both are answered. */
export type PairMeasure = {
  asked: Float64Array;
  answered: Float64Array;
  /** Numerator: sum and sum of squares; denominator likewise; and the sum of products. */
  y: Float64Array;
  yy: Float64Array;
  x: Float64Array;
  xx: Float64Array;
  xy: Float64Array;
};

/** Answers of each category in each cell; `counts[category][cell]`. */
export type Tally = { asked: Float64Array; answered: Float64Array; counts: readonly Float64Array[] };

const add = (sums: Float64Array, at: number, value: number): void => {
  sums[at] = (sums[at] ?? 0) + value;
};

/**
 * Counts the categories of a question in each cell.
 *
 * @param only the domain: rows with 0 are outside; absent: everybody
 */
export function tallyCategories(cells: Cells, column: Column, only?: Uint8Array): Tally {
  const { cellOf, size } = cells;
  const { codes, categories } = column;
  const flat = new Float64Array((categories + 1) * size);
  if (only === undefined) {
    for (let row = 0; row < cellOf.length; row++)
      add(flat, Math.min(codes[row] ?? categories, categories) * size + (cellOf[row] ?? 0), 1);
  } else {
    for (let row = 0; row < cellOf.length; row++)
      if (only[row] !== 0)
        add(flat, Math.min(codes[row] ?? categories, categories) * size + (cellOf[row] ?? 0), 1);
  }
  const counts = Array.from({ length: categories }, (_, code) =>
    flat.subarray(code * size, (code + 1) * size),
  );
  const answered = new Float64Array(size);
  for (const ofCode of counts) for (let cell = 0; cell < size; cell++) add(answered, cell, ofCode[cell] ?? 0);
  const asked = flat.subarray(categories * size).map((missing, cell) => missing + (answered[cell] ?? 0));
  return { asked, answered, counts };
}

/** The share that chose one category, as a measure of 1 and 0. */
export function shareOf(tally: Tally, category: number): Measure {
  const chosen = tally.counts[category] ?? new Float64Array(tally.answered.length);
  return { asked: tally.asked, answered: tally.answered, sum: chosen, squares: chosen };
}

/** Sums a numeric question in each cell; NaN means "no answer". `only` as in {@link tallyCategories}. */
export function tallyValues(cells: Cells, values: Float64Array, only?: Uint8Array): Measure {
  const sums = (): Float64Array => new Float64Array(cells.size);
  const measure = { asked: sums(), answered: sums(), sum: sums(), squares: sums() };
  for (let row = 0; row < values.length; row++) {
    if (only !== undefined && only[row] === 0) continue;
    const cell = cells.cellOf[row] ?? 0;
    const value = values[row] ?? Number.NaN;
    add(measure.asked, cell, 1);
    if (Number.isNaN(value)) continue;
    add(measure.answered, cell, 1);
    add(measure.sum, cell, value);
    add(measure.squares, cell, value * value);
  }
  return measure;
}

/** Sums two numeric questions and their products in each cell; NaN means "no answer". */
export function tallyPairs(
  cells: Cells,
  numerator: Float64Array,
  denominator: Float64Array,
  only?: Uint8Array,
): PairMeasure {
  const sums = (): Float64Array => new Float64Array(cells.size);
  const pair = { asked: sums(), answered: sums(), y: sums(), yy: sums(), x: sums(), xx: sums(), xy: sums() };
  for (let row = 0; row < numerator.length; row++) {
    if (only !== undefined && only[row] === 0) continue;
    const cell = cells.cellOf[row] ?? 0;
    const y = numerator[row] ?? Number.NaN;
    const x = denominator[row] ?? Number.NaN;
    add(pair.asked, cell, 1);
    if (Number.isNaN(y) || Number.isNaN(x)) continue;
    add(pair.answered, cell, 1);
    add(pair.y, cell, y);
    add(pair.yy, cell, y * y);
    add(pair.x, cell, x);
    add(pair.xx, cell, x * x);
    add(pair.xy, cell, x * y);
  }
  return pair;
}
