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
export type Step = { classOf: Uint16Array | Uint8Array; classes: number; after: Float64Array };

/** What a calibration did to the weights: variance is taken of what it leaves unexplained. */
export type Calibration =
  | { kind: 'post-stratified'; step: Step; before: Float64Array }
  | {
      kind: 'raked';
      /** The steps of the last cycle, margin by margin. */
      steps: readonly Step[];
      /** Where the classes of each margin begin when all are numbered through, and how many there are. */
      starts: readonly number[];
      count: number;
      /** What a class passes on to another: Σ n · (weight after its own step / weight after the other's) over both. */
      shared: Float64Array;
    };

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

/** Raking as the variance needs it: by classes, so that an estimate need not go through the cells again and again. */
export function rakedBy(rows: Float64Array, steps: readonly Step[]): Calibration {
  const starts = steps.map((_, at) => steps.slice(0, at).reduce((sum, { classes }) => sum + classes, 0));
  const count = steps.reduce((sum, { classes }) => sum + classes, 0);
  const shared = new Float64Array(count * count);
  for (const [at, own] of steps.entries())
    for (const [from, other] of steps.entries())
      for (let cell = 0; cell < rows.length; cell++) {
        const weight = own.after[cell] ?? 0;
        // An answer of weight 0 explains nothing and nothing of it is explained (R gives NaN here).
        if (weight === 0) continue;
        const row = (starts[at] ?? 0) + (own.classOf[cell] ?? 0);
        const place = row * count + (starts[from] ?? 0) + (other.classOf[cell] ?? 0);
        shared[place] = (shared[place] ?? 0) + ((rows[cell] ?? 0) * (other.after[cell] ?? 0)) / weight;
      }
  return { kind: 'raked', steps, starts, count, shared };
}

/**
 * Takes out of the cells' sums what the calibration explains, so that variance is that of the residuals (Deville &
 * Särndal 1992; Lumley 2010, section 7.2). Post-stratification takes the mean of each class, weighted by the weights
 * before it; raking takes the plain means of each margin in turn, ten times, as R's `svyrecvar` does, because equality
 * with it is wanted to the last digit and the projection onto all margins is reached by then.
 *
 * @param sums sum over the rows of each cell of weight × linearised variable; changed in place
 */
export function takeOutExplained({ rows, calibrations }: Design, sums: Float64Array): void {
  for (const calibration of calibrations)
    if (calibration.kind === 'raked') takeOutMargins(rows, calibration, sums);
    else takeOutClasses(rows, calibration, sums);
}

function takeOutClasses(
  rows: Float64Array,
  { step: { classOf, classes, after }, before }: Extract<Calibration, { kind: 'post-stratified' }>,
  sums: Float64Array,
): void {
  // An answer of weight 0 stays in its class as R leaves it there: with weight 1 in the residual, none in the mean.
  const weightOf = (cell: number): number => (before[cell] === 0 ? 1 : (after[cell] ?? 0));
  const above = new Float64Array(classes);
  const below = new Float64Array(classes);
  for (let cell = 0; cell < rows.length; cell++) {
    const own = classOf[cell] ?? 0;
    const share = before[cell] ?? 0;
    if (share === 0) continue;
    above[own] = (above[own] ?? 0) + ((sums[cell] ?? 0) * share) / weightOf(cell);
    below[own] = (below[own] ?? 0) + (rows[cell] ?? 0) * share;
  }
  for (let cell = 0; cell < rows.length; cell++) {
    const own = classOf[cell] ?? 0;
    if ((below[own] ?? 0) === 0) continue;
    const mean = (above[own] ?? 0) / (below[own] ?? 1);
    sums[cell] = (sums[cell] ?? 0) - weightOf(cell) * mean * (rows[cell] ?? 0);
  }
}

function takeOutMargins(
  rows: Float64Array,
  { steps, starts, count, shared }: Extract<Calibration, { kind: 'raked' }>,
  sums: Float64Array,
): void {
  /** Σ sum/weight in each class, and what is taken from a unit of weight there. */
  const given = new Float64Array(count);
  const taken = new Float64Array(count);
  for (const [at, { classOf, after }] of steps.entries()) {
    const start = starts[at] ?? 0;
    for (let cell = 0; cell < rows.length; cell++) {
      const weight = after[cell] ?? 0;
      const own = start + (classOf[cell] ?? 0);
      if (weight > 0) given[own] = (given[own] ?? 0) + (sums[cell] ?? 0) / weight;
    }
  }
  for (let cycle = 0; cycle < 10; cycle++)
    for (let own = 0; own < count; own++) {
      const rowsOfClass = shared[own * count + own] ?? 0;
      if (rowsOfClass === 0) continue;
      let left = given[own] ?? 0;
      for (let other = 0; other < count; other++)
        left -= (shared[own * count + other] ?? 0) * (taken[other] ?? 0);
      taken[own] = (taken[own] ?? 0) + left / rowsOfClass;
    }
  for (const [at, { classOf, after }] of steps.entries()) {
    const start = starts[at] ?? 0;
    for (let cell = 0; cell < rows.length; cell++) {
      const mean = taken[start + (classOf[cell] ?? 0)] ?? 0;
      sums[cell] = (sums[cell] ?? 0) - (after[cell] ?? 0) * mean * (rows[cell] ?? 0);
    }
  }
}
