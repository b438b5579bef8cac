import { type Cells, type Column } from './cells.ts';
import { done, failed, type Outcome } from './outcome.ts';

/**
 * What to do with a stratum of one answer, whose spread cannot be seen (as R's `survey.lonely.psu`): `fail` says so;
 * `adjust` takes its distance from the whole instead of its stratum (conservative); `remove` counts it as sure.
 */
export type LonelyRule = 'fail' | 'adjust' | 'remove';

/** Independent draws in each stratum. */
export type Strata = {
  /** The stratum of each cell; every cell has one. */
  column: Column;
  /** People in each stratum, for the finite population correction; absent: drawn with replacement. */
  populations?: readonly number[];
  lonely?: LonelyRule;
};

/** Which cells one step of calibration treated together, and their weights after it. */
type Step = { classOf: Uint16Array | Uint8Array; classes: number; after: Float64Array };

/** What a calibration did to the weights: variance is taken of what it leaves unexplained. */
export type Calibration =
  | { kind: 'post-stratified'; step: Step; before: Float64Array }
  /** The steps of the last cycle, margin by margin. */
  | { kind: 'raked'; steps: readonly Step[] };

/** How the answers came about and what they weigh. All arrays have one element a cell. */
export type Design = {
  rows: Float64Array;
  /** Weight of one answer of the cell. */
  weights: Float64Array;
  strata: {
    of: Uint16Array | Uint8Array;
    count: number;
    populations: readonly number[] | null;
    lonely: LonelyRule;
  };
  /** In the order in which they were made. */
  calibrations: readonly Calibration[];
};

/**
 * A design of independently drawn answers (in R: `svydesign(ids = ~1, strata, weights, fpc)`).
 *
 * @param weights weight of one answer of each cell, or of every cell; 1 when every answer stands for itself
 * @returns `bad-weight`, `lengths-differ` or `population-below-sample` as a problem
 */
export function designOf(cells: Cells, weights: Float64Array | number = 1, strata?: Strata): Outcome<Design> {
  const { size, rows } = cells;
  const all = typeof weights === 'number' ? new Float64Array(size).fill(weights) : weights;
  if (all.length !== size) return failed({ kind: 'lengths-differ', expected: size, found: all.length });
  for (let cell = 0; cell < size; cell++) {
    const weight = all[cell] ?? Number.NaN;
    if (!(weight >= 0 && Number.isFinite(weight))) return failed({ kind: 'bad-weight', cell, weight });
  }
  if (all.every((weight) => weight === 0)) return failed({ kind: 'no-answers' });
  const of = strata?.column.codes ?? new Uint8Array(size);
  if (of.length !== size) return failed({ kind: 'lengths-differ', expected: size, found: of.length });
  // A missing stratum is a stratum of its own: the code after the last category.
  const count = strata ? strata.column.categories + 1 : 1;
  const populations = strata?.populations ?? null;
  const samples = rowsOfStrata(rows, of, count);
  for (let stratum = 0; populations !== null && stratum < count; stratum++) {
    const sample = samples[stratum] ?? 0;
    const population = populations[stratum] ?? Number.POSITIVE_INFINITY;
    if (sample > 0 && !(population >= sample))
      return failed({ kind: 'population-below-sample', stratum, population, sample });
  }
  return done({
    rows,
    weights: all,
    strata: { of, count, populations, lonely: strata?.lonely ?? 'fail' },
    calibrations: [],
  });
}

/** Answers in each stratum. */
export function rowsOfStrata(rows: Float64Array, of: Uint16Array | Uint8Array, count: number): Float64Array {
  const samples = new Float64Array(count);
  for (let cell = 0; cell < rows.length; cell++) {
    const stratum = of[cell] ?? 0;
    samples[stratum] = (samples[stratum] ?? 0) + (rows[cell] ?? 0);
  }
  return samples;
}

/**
 * Takes out of the cells' sums what the calibration explains, so that variance is that of the residuals (Deville &
 * Särndal 1992; Lumley 2010, section 7.2). Post-stratification takes the mean of each class, weighted by the weights
 * before it; raking takes the plain means of each margin in turn, ten times, as R's `svyrecvar` does, because equality
 * with it is wanted to the last digit and the projection onto all margins is reached by then.
 *
 * @param sums sum over the rows of each cell of weight × linearised variable; changed in place
 * @returns what was taken from each row of each cell
 */
export function takeOutExplained({ rows, calibrations }: Design, sums: Float64Array): Float64Array {
  const taken = new Float64Array(sums.length);
  for (const calibration of calibrations) {
    if (calibration.kind === 'raked') {
      for (let cycle = 0; cycle < 10; cycle++)
        for (const step of calibration.steps) takeOutMeans(rows, step, step.after, null, sums, taken);
    } else {
      const { step, before } = calibration;
      // An answer of weight 0 stays in its class as R leaves it there: with weight 1 in the residual, none in the mean.
      const after = step.after.map((weight, cell) => (weight === 0 && before[cell] === 0 ? 1 : weight));
      takeOutMeans(rows, step, after, before, sums, taken);
    }
  }
  return taken;
}

/** Takes the mean of sum/weight of each class out of it; `by`: weights of the mean, plain when null. */
function takeOutMeans(
  rows: Float64Array,
  { classOf, classes }: Step,
  weights: Float64Array,
  by: Float64Array | null,
  sums: Float64Array,
  taken: Float64Array,
): void {
  const above = new Float64Array(classes);
  const below = new Float64Array(classes);
  for (let cell = 0; cell < rows.length; cell++) {
    const own = classOf[cell] ?? 0;
    const weight = weights[cell] ?? 0;
    // Raking an answer of weight 0 explains nothing of it and it explains nothing (R gives NaN here).
    if (weight === 0) continue;
    const share = by === null ? 1 : (by[cell] ?? 0);
    above[own] = (above[own] ?? 0) + ((sums[cell] ?? 0) * share) / weight;
    below[own] = (below[own] ?? 0) + (rows[cell] ?? 0) * share;
  }
  for (let own = 0; own < classes; own++)
    above[own] = (below[own] ?? 0) > 0 ? (above[own] ?? 0) / (below[own] ?? 1) : 0;
  for (let cell = 0; cell < rows.length; cell++) {
    const part = (weights[cell] ?? 0) * (above[classOf[cell] ?? 0] ?? 0);
    taken[cell] = (taken[cell] ?? 0) + part;
    sums[cell] = (sums[cell] ?? 0) - part * (rows[cell] ?? 0);
  }
}
