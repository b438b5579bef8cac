import type { Tally } from './cells.ts';
import type { Design } from './design.ts';
import { chiSquareUpper, fUpper } from './distributions.ts';
import { done, failed, type Outcome } from './outcome.ts';
import { covarianceOf } from './variance.ts';

/** Weighted shares of the combinations of two questions, and the test of whether they have to do with each other. */
export type CrossTable = {
  /** Share of each combination in the whole, from 0 to 1; `shares[row][column]`, 0 for what nobody chose. */
  shares: readonly Float64Array[];
  /** Answers to both questions of a weight above 0. */
  answers: number;
  /** Pearson's X² of the weighted shares, scaled to the number of rows of the design as R does. */
  pearson: number;
  /** Second-order corrected (Rao & Scott 1984): F of `ndf` and `ddf` degrees of freedom (R: `statistic = "F"`). */
  secondOrder: { statistic: number; ndf: number; ddf: number; p: number };
  /** First-order corrected: `pearson` over the mean of the generalised design effects is chi-square (R: `"Chisq"`). */
  firstOrder: { statistic: number; df: number; p: number };
  /** That mean: by how much X² is too large when the weights are forgotten. */
  meanEffect: number;
};

/** A square system of linear equations with several right sides (Gauss with pivots); null when it is singular. */
function solved(left: readonly Float64Array[], right: readonly Float64Array[]): Float64Array[] | null {
  const rows = left.map((row, at) => Float64Array.from([...row, ...(right[at] ?? [])]));
  const size = left.length;
  const scale = Math.max(...left.map((row) => Math.max(...row.map(Math.abs))));
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    const pivot = rows[best];
    const other = rows[column];
    if (!pivot || !other || Math.abs(pivot[column] ?? 0) < 1e-13 * scale) return null;
    rows[best] = other;
    rows[column] = pivot;
    const head = pivot[column] ?? 1;
    for (let at = column; at < pivot.length; at++) pivot[at] = (pivot[at] ?? 0) / head;
    for (const row of rows) {
      const factor = row[column] ?? 0;
      if (row === pivot || factor === 0) continue;
      for (let at = column; at < row.length; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return rows.map((row) => row.slice(size));
}

/** left' · middle · right, each a list of columns or of rows of equal length. */
const sandwich = (left: readonly Float64Array[], middle: readonly Float64Array[]): Float64Array[] => {
  const half = left.map((column) =>
    Float64Array.from(middle, (row) => row.reduce((sum, value, at) => sum + value * (column[at] ?? 0), 0)),
  );
  return half.map((row) =>
    Float64Array.from(left, (column) => column.reduce((sum, value, at) => sum + value * (row[at] ?? 0), 0)),
  );
};

/** Covariance matrix of the shares `chosen` (indices of the tally's categories) among those who answered. */
function covarianceOfShares(
  design: Design,
  { answered, counts }: Tally,
  chosen: readonly number[],
  { shares, weight }: { shares: Float64Array; weight: number },
): Outcome<Float64Array[]> {
  const { rows, weights, strata } = design;
  const hasStratum = new Uint8Array(strata.count);
  for (let cell = 0; cell < rows.length; cell++)
    if ((answered[cell] ?? 0) > 0) hasStratum[strata.of[cell] ?? 0] = 1;
  const of = chosen.map((category) => counts[category] ?? new Float64Array(rows.length));
  const distance = (j: number, cell: number): number => {
    const n = answered[cell] ?? 0;
    return n > 0 ? (of[j]?.[cell] ?? 0) / n - (shares[j] ?? 0) : 0;
  };
  const sums = chosen.map((_, j) =>
    Float64Array.from(
      rows,
      (_, cell) => ((answered[cell] ?? 0) * (weights[cell] ?? 0) * distance(j, cell)) / weight,
    ),
  );
  // As in `varianceOf` of the estimates; two categories of one question are never chosen together.
  const within = (j: number, k: number, cell: number): number => {
    const n = answered[cell] ?? 0;
    if (n === 0) return 0;
    const [cj, ck] = [of[j]?.[cell] ?? 0, of[k]?.[cell] ?? 0];
    const inside = (j === k ? cj : 0) - (cj * ck) / n;
    const all = rows[cell] ?? 0;
    const outside = ((n * (all - n)) / all) * distance(j, cell) * distance(k, cell);
    return ((weights[cell] ?? 0) / weight) ** 2 * (inside + outside);
  };
  return covarianceOf(design, { sums, within }, (stratum) => hasStratum[stratum] === 1);
}

/** Rows of the design that the table speaks of, less their strata: R's ν and N of `svychisq`. */
function rowsAndStrata(design: Design, asked: Float64Array): { rows: number; strata: number } {
  // R keeps rows outside the domain in a calibrated design, and drops them from another.
  const counted = design.calibrations.length > 0 ? design.rows : asked;
  const has = new Set<number>();
  let rows = 0;
  counted.forEach((count, cell) => {
    rows += count;
    if (count > 0) has.add(design.strata.of[cell] ?? 0);
  });
  return { rows, strata: has.size };
}

/**
 * Cross-table of two questions with the chi-square of independence corrected for weights and design (Rao & Scott 1984,
 * 1987; Thomas & Rao 1987; Lumley 2010, 3.4). X² is that of the weighted shares; Δ is the matrix of generalised design
 * effects, V_srs⁻¹ V on the space of interactions, V by linearisation. First order: X²/mean(δ) ~ χ²((r−1)(c−1)). Second
 * order: F = X²/tr Δ with ndf = (tr Δ)²/tr Δ² and ddf = ndf · ν, ν rows less strata. Equal to R's `svychisq`.
 *
 * @param tally of the two columns crossed by `crossed([rows, columns])`
 * @param columns how many categories the second has
 * @returns `no-answers`, `one-category`, `table-too-sparse` or `lonely-stratum` as a problem; categories nobody chose
 *   are left out of the test
 */
export function crossTable(design: Design, tally: Tally, columns: number): Outcome<CrossTable> {
  const weightOf = (count: Float64Array): number =>
    count.reduce((sum, n, cell) => sum + n * (design.weights[cell] ?? 0), 0);
  const weight = weightOf(tally.answered);
  if (weight === 0) return failed({ kind: 'no-answers' });
  const all = tally.counts.map((count) => weightOf(count) / weight);
  const rowCount = all.length / columns;
  const table = Array.from({ length: rowCount }, (_, row) =>
    Float64Array.from(all.slice(row * columns, (row + 1) * columns)),
  );
  const rowShares = table.map((row) => row.reduce((sum, share) => sum + share, 0));
  const columnShares = Array.from({ length: columns }, (_, at) =>
    table.reduce((sum, row) => sum + (row[at] ?? 0), 0),
  );
  const usedRows = rowShares.flatMap((share, at) => (share > 0 ? [at] : []));
  const usedColumns = columnShares.flatMap((share, at) => (share > 0 ? [at] : []));
  if (usedRows.length < 2) return failed({ kind: 'one-category', side: 'rows' });
  if (usedColumns.length < 2) return failed({ kind: 'one-category', side: 'columns' });
  const places = usedRows.flatMap((row) => usedColumns.map((column) => ({ row, column })));
  const chosen = places.map(({ row, column }) => row * columns + column);
  const shares = Float64Array.from(chosen, (category) => all[category] ?? 0);
  const covariance = covarianceOfShares(design, tally, chosen, { shares, weight });
  if (!covariance.ok) return covariance;
  const { rows: n, strata } = rowsAndStrata(design, tally.asked);
  const inverse = shares.map((share) => (share > 0 ? 1 / share : 0));
  // Interactions: double-centred indicators span what R's model matrix leaves when main effects are taken out.
  const interactions = usedRows
    .slice(1)
    .flatMap((row) =>
      usedColumns
        .slice(1)
        .map((column) =>
          Float64Array.from(
            places,
            (place, at) =>
              (inverse[at] ?? 0) *
              ((place.row === row ? 1 : 0) - 1 / usedRows.length) *
              ((place.column === column ? 1 : 0) - 1 / usedColumns.length),
          ),
        ),
    );
  const simple = places.map((_, at) =>
    Float64Array.from(places, (_, other) => (at === other ? (shares[at] ?? 0) / n : 0)),
  );
  const delta = solved(sandwich(interactions, simple), sandwich(interactions, covariance.value));
  if (delta === null) return failed({ kind: 'table-too-sparse' });
  const trace = delta.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
  const traceOfSquare = delta.reduce(
    (sum, row, at) => sum + row.reduce((inner, value, other) => inner + value * (delta[other]?.[at] ?? 0), 0),
    0,
  );
  if (!(trace > 0)) return failed({ kind: 'table-too-sparse' });
  const pearson = places.reduce((sum, { row, column }, at) => {
    const expected = (rowShares[row] ?? 0) * (columnShares[column] ?? 0);
    return sum + (n * ((shares[at] ?? 0) - expected) ** 2) / expected;
  }, 0);
  const df = interactions.length;
  const ndf = trace ** 2 / traceOfSquare;
  const ddf = ndf * (n - strata);
  return done({
    shares: table,
    answers: tally.answered.reduce(
      (sum, count, cell) => sum + ((design.weights[cell] ?? 0) > 0 ? count : 0),
      0,
    ),
    pearson,
    secondOrder: { statistic: pearson / trace, ndf, ddf, p: fUpper(pearson / trace, ndf, ddf) },
    firstOrder: { statistic: pearson, df, p: chiSquareUpper((pearson * df) / trace, df) },
    meanEffect: trace / df,
  });
}
