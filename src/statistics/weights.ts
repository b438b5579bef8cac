import type { Design } from './design.ts';
import { done, failed, type Outcome } from './outcome.ts';

/** How unequal weights are and what that costs. */
export type Spread = {
  /** Answers of a weight above 0. */
  answers: number;
  total: number;
  smallest: number;
  largest: number;
  /** 1 + CV² of the weights. */
  kishEffect: number;
  /** How many equally weighted answers would tell as much: answers / kishEffect. */
  effectiveAnswers: number;
};

/**
 * Spread of the weights and Kish's approximate design effect due to weighting (Kish 1965, 11.7; 1992):
 * 1 + CV² = n Σw² / (Σw)², effective n = (Σw)² / Σw². Answers of weight 0 are not counted.
 */
export function spreadOf({ rows, weights }: Pick<Design, 'rows' | 'weights'>): Spread {
  let answers = 0;
  let total = 0;
  let squares = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let cell = 0; cell < rows.length; cell++) {
    const weight = weights[cell] ?? 0;
    const count = rows[cell] ?? 0;
    if (weight === 0 || count === 0) continue;
    answers += count;
    total += count * weight;
    squares += count * weight * weight;
    smallest = Math.min(smallest, weight);
    largest = Math.max(largest, weight);
  }
  const kishEffect = (answers * squares) / (total * total);
  return { answers, total, smallest, largest, kishEffect, effectiveAnswers: answers / kishEffect };
}

/** The design with weights that add to `total` (their mean is 1 when `total` is the number of answers). */
export function normalised(design: Design, total: number): Design {
  const factor = total / spreadOf(design).total;
  return { ...design, weights: design.weights.map((weight) => weight * factor) };
}

export type Trimmed = {
  design: Design;
  /** Answers whose weight was cut down, and raised, to a bound. */
  cut: number;
  raised: number;
  /** Weight taken from the first and given to the others, in people (below 0: the other way round). */
  moved: number;
  before: Spread;
  after: Spread;
};

/**
 * Trims weights to bounds and spreads what was cut evenly over the answers within them, so that the total stays (Potter
 * 1990; R's `trimWeights`). Spreading may push others over a bound: repeated until none is (R's `strict = TRUE`).
 * Margins that were raked to are then met only about; the caller tells it beside the figure.
 *
 * @param bounds in units of weight
 * @returns `bounds-impossible` when the mean weight does not lie between the bounds
 */
export function trimmed(
  design: Design,
  {
    lower = 0,
    upper = Number.POSITIVE_INFINITY,
    strict = true,
  }: { lower?: number; upper?: number; strict?: boolean },
): Outcome<Trimmed> {
  const { rows } = design;
  const weights = Float64Array.from(design.weights);
  const before = spreadOf(design);
  let answers = 0;
  for (const count of rows) answers += count;
  const meanWeight = before.total / answers;
  if (!(meanWeight >= lower && meanWeight <= upper))
    return failed({ kind: 'bounds-impossible', lower, upper, meanWeight });
  const isOver = (weight: number): boolean => weight > upper;
  const isUnder = (weight: number): boolean => weight < lower;
  const touched = { cut: new Uint8Array(rows.length), raised: new Uint8Array(rows.length) };
  let moved = 0;
  for (;;) {
    let excess = 0;
    let outside = 0;
    const own = new Uint8Array(rows.length);
    for (let cell = 0; cell < rows.length; cell++) {
      const weight = weights[cell] ?? 0;
      if (!isOver(weight) && !isUnder(weight)) continue;
      const bound = isOver(weight) ? upper : lower;
      (isOver(weight) ? touched.cut : touched.raised)[cell] = 1;
      own[cell] = 1;
      excess += (weight - bound) * (rows[cell] ?? 0);
      outside += rows[cell] ?? 0;
      weights[cell] = bound;
    }
    if (outside === 0 || outside === answers) break;
    moved += excess;
    for (let cell = 0; cell < rows.length; cell++)
      if (own[cell] === 0) weights[cell] = (weights[cell] ?? 0) + excess / (answers - outside);
    // What remains to be moved is below the last digit of a weight.
    if (!strict || Math.abs(excess) < 1e-12 * before.total) break;
  }
  const countOf = (marks: Uint8Array): number =>
    rows.reduce((sum, count, cell) => sum + count * (marks[cell] ?? 0), 0);
  const after: Design = { ...design, weights };
  return done({
    design: after,
    cut: countOf(touched.cut),
    raised: countOf(touched.raised),
    moved,
    before,
    after: spreadOf(after),
  });
}
