import { type Column, combinations } from './cells.ts';
import { type Design, rakedBy } from './design.ts';
import { done, failed, type Outcome } from './outcome.ts';

/** What is known of the population: how many people each category has. */
export type Margin = {
  /** Said in problems. */
  name: string;
  /** The category of each cell; "no answer" is allowed, see {@link rake}. */
  column: Column;
  counts: readonly number[];
};

/** Rounded shares may add to a little less or more than the whole; further away something is missing. */
const sharesFrom = 99.7;
const sharesTo = 100.3;

/**
 * Counts of a margin that is given in percent, scaled so that they add to `total`.
 *
 * @returns `shares-do-not-add` outside 99.7 to 100.3 %, `bad-count` for a share below 0
 */
export function countsOfShares(name: string, percents: readonly number[], total: number): Outcome<number[]> {
  const bad = percents.findIndex((percent) => !(percent >= 0));
  if (bad >= 0)
    return failed({ kind: 'bad-count', margin: name, category: bad, count: percents[bad] ?? Number.NaN });
  const sum = percents.reduce((all, percent) => all + percent, 0);
  // Not `sum < 99.7`: in binary 99.7 as a sum of shares may fall a hair below itself.
  if (sum < sharesFrom - 1e-9 || sum > sharesTo + 1e-9)
    return failed({ kind: 'shares-do-not-add', margin: name, sum });
  return done(percents.map((percent) => (percent / sum) * total));
}

type Classes = { classOf: Uint16Array | Uint8Array; classes: number; targets: Float64Array };

/** Weight in each class of the cells. */
function weightOfClasses(
  { classOf, classes }: Classes,
  rows: Float64Array,
  weights: Float64Array,
): Float64Array {
  const sums = new Float64Array(classes);
  for (let cell = 0; cell < rows.length; cell++) {
    const own = classOf[cell] ?? 0;
    sums[own] = (sums[own] ?? 0) + (rows[cell] ?? 0) * (weights[cell] ?? 0);
  }
  return sums;
}

/** Targets of a margin's classes, the class of "no answer" last; `partial` drops categories the sample has nobody of. */
function classesOf({ rows, weights }: Design, margin: Margin, partial: boolean): Outcome<Classes> {
  const { name, column, counts } = margin;
  const { categories } = column;
  if (counts.length !== categories)
    return failed({ kind: 'lengths-differ', expected: categories, found: counts.length });
  if (column.codes.length !== rows.length)
    return failed({ kind: 'lengths-differ', expected: rows.length, found: column.codes.length });
  const classOf = column.codes.map((code) => Math.min(code, categories));
  const classes = { classOf, classes: categories + 1, targets: new Float64Array(categories + 1) };
  const sample = weightOfClasses(classes, rows, weights);
  const all = sample.reduce((sum, weight) => sum + weight, 0);
  const silent = all > 0 ? (sample[categories] ?? 0) / all : 0;
  for (let category = 0; category < categories; category++) {
    const count = counts[category] ?? Number.NaN;
    const weight = sample[category] ?? 0;
    if (!(count >= 0 && Number.isFinite(count)))
      return failed({ kind: 'bad-count', margin: name, category, count });
    if (count === 0 && weight > 0)
      return failed({ kind: 'category-absent-from-population', margin: name, category, weight });
    if (count > 0 && weight === 0 && !partial)
      return failed({ kind: 'category-absent-from-sample', margin: name, category, count });
    classes.targets[category] = count * (1 - silent);
  }
  classes.targets[categories] = silent * counts.reduce((sum, count) => sum + count, 0);
  return done(classes);
}

/** Multiplies the weights of each class so that they add to its target; in place. */
function fit(classes: Classes, rows: Float64Array, weights: Float64Array): void {
  const factors = weightOfClasses(classes, rows, weights);
  for (let own = 0; own < factors.length; own++)
    factors[own] = (factors[own] ?? 0) > 0 ? (classes.targets[own] ?? 0) / (factors[own] ?? 1) : 1;
  for (let cell = 0; cell < weights.length; cell++)
    weights[cell] = (weights[cell] ?? 0) * (factors[classes.classOf[cell] ?? 0] ?? 1);
}

/**
 * Post-stratification (Holt & Smith 1979; Särndal, Swensson & Wretman 1992, 7.6): the weights w of the answers of class
 * g become w · N_g / Σ_g w, so that they add to the known count. For several variables at once cross them first. Equal
 * to R's `postStratify`. Answers without a class: see {@link rake}.
 *
 * @param partial go on when the sample has nobody of a category; its people are then represented by nobody
 * @returns `category-absent-from-sample`, `category-absent-from-population`, `bad-count` or `lengths-differ` as a problem
 */
export function postStratify(design: Design, margin: Margin, partial = false): Outcome<Design> {
  const classes = classesOf(design, margin, partial);
  if (!classes.ok) return classes;
  const weights = Float64Array.from(design.weights);
  fit(classes.value, design.rows, weights);
  const step = { ...classes.value, after: weights };
  return done({
    ...design,
    weights,
    calibrations: [...design.calibrations, { kind: 'post-stratified', step, before: design.weights }],
  });
}

export type Raking = {
  /** Largest change of a cell of the joint table in a cycle at which raking ends, in people; 1e-10. */
  tolerance?: number;
  /** Most cycles; 500. */
  cycles?: number;
};

export type Raked = { design: Design; cycles: number; change: number };

/** Margins that agree on how many people there are, up to the rounding of their parts. */
function disagreement(margins: readonly Margin[]): Outcome<null> {
  const [first, ...others] = margins;
  const sumOf = ({ counts }: Margin): number => counts.reduce((sum, count) => sum + count, 0);
  for (const margin of others)
    if (first && Math.abs(sumOf(margin) - sumOf(first)) > 1e-6 * sumOf(first))
      return failed({
        kind: 'margins-disagree',
        margin: margin.name,
        sum: sumOf(margin),
        first: first.name,
        firstSum: sumOf(first),
      });
  return done(null);
}

/**
 * Raking, or iterative proportional fitting (Deming & Stephan 1940; Deville, Särndal & Sautory 1993): post-stratifies to
 * each margin in turn until no cell of their joint table changes by more than the tolerance in a whole cycle. Equal to
 * R's `rake` with the same absolute tolerance (R takes an `epsilon` below 1 as a fraction of the total).
 *
 * An answer without a category in a margin keeps its part: the answers without one are a class of their own, whose
 * target is their share of the weight before raking, and the counts of the categories are lowered by that share. So no
 * answer is thrown away, none is guessed, and the weights still add to the population.
 *
 * @returns a problem when margins disagree, a category is absent on one side, or raking does not come to rest (margins
 *   that contradict each other through empty cells)
 */
export function rake(design: Design, margins: readonly Margin[], options: Raking = {}): Outcome<Raked> {
  const { tolerance = 1e-10, cycles: mostCycles = 500 } = options;
  const agree = disagreement(margins);
  if (!agree.ok) return agree;
  const all: Classes[] = [];
  for (const margin of margins) {
    const classes = classesOf(design, margin, false);
    if (!classes.ok) return classes;
    all.push(classes.value);
  }
  const { rows } = design;
  const weights = Float64Array.from(design.weights);
  const steps = all.map((classes) => ({ ...classes, after: new Float64Array(weights.length) }));
  // The design may be cut finer than the margins; R looks at their joint table.
  const joint = combinations(
    margins.map(({ column }) => column),
    rows.length,
  );
  const totals = (): Float64Array => {
    const sums = new Float64Array(joint.size);
    for (let cell = 0; cell < rows.length; cell++) {
      const at = joint.of[cell] ?? 0;
      sums[at] = (sums[at] ?? 0) + (rows[cell] ?? 0) * (weights[cell] ?? 0);
    }
    return sums;
  };
  let before = totals();
  let change = Number.POSITIVE_INFINITY;
  let cycles = 0;
  for (; cycles < mostCycles; cycles++) {
    for (const step of steps) {
      fit(step, rows, weights);
      step.after.set(weights);
    }
    const now = totals();
    change = 0;
    let largest = 0;
    for (let at = 0; at < now.length; at++) {
      change = Math.max(change, Math.abs((now[at] ?? 0) - (before[at] ?? 0)));
      largest = Math.max(largest, now[at] ?? 0);
    }
    before = now;
    // Below a few units of the last binary digit a cell only trembles: it is at rest.
    if (change < Math.max(tolerance, 8 * Number.EPSILON * largest)) break;
  }
  const worst = worstFit(steps, rows, weights);
  const total = weights.reduce((sum, weight, cell) => sum + weight * (rows[cell] ?? 0), 0);
  if (cycles === mostCycles || worst.misfit > Math.max(1e3 * tolerance, 1e-6 * total)) {
    const margin = margins[worst.at]?.name ?? '';
    return failed({ kind: 'not-converged', cycles, change, misfit: worst.misfit, margin });
  }
  const calibrations = [...design.calibrations, rakedBy(rows, steps)];
  return done({ design: { ...design, weights, calibrations }, cycles: cycles + 1, change });
}

/** The margin that the weights are furthest from, and how far its worst category is, in people. */
function worstFit(
  all: readonly Classes[],
  rows: Float64Array,
  weights: Float64Array,
): { at: number; misfit: number } {
  let worst = { at: 0, misfit: 0 };
  all.forEach((classes, at) => {
    weightOfClasses(classes, rows, weights).forEach((weight, own) => {
      const misfit = Math.abs(weight - (classes.targets[own] ?? 0));
      if (misfit > worst.misfit) worst = { at, misfit };
    });
  });
  return worst;
}
