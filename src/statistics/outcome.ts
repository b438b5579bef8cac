/** Why a figure cannot be given. Values, not exceptions: a page tells each in words and says what to do. */
export type Problem =
  /** Nobody answered in the domain, or all who did have weight 0. */
  | { kind: 'no-answers' }
  /** Columns, counts or weights of one table that have different lengths. */
  | { kind: 'lengths-differ'; expected: number; found: number }
  | { kind: 'bad-weight'; cell: number; weight: number }
  | { kind: 'bad-count'; margin: string; category: number; count: number }
  /** The population has this category, the sample has nobody of it: merge categories. */
  | { kind: 'category-absent-from-sample'; margin: string; category: number; count: number }
  /** The sample has people of a category of which the population has none. */
  | { kind: 'category-absent-from-population'; margin: string; category: number; weight: number }
  /** Two margins speak of populations of different size. */
  | { kind: 'margins-disagree'; margin: string; sum: number; first: string; firstSum: number }
  /** Shares that are said to be of a whole and are not. */
  | { kind: 'shares-do-not-add'; margin: string; sum: number }
  /** `change`: largest change of a cell in the last cycle; `misfit`: largest distance of a margin from its count. */
  | { kind: 'not-converged'; cycles: number; change: number; misfit: number; margin: string }
  /** One answer alone in its stratum: its variance cannot be known. Merge strata or choose another rule. */
  | { kind: 'lonely-stratum'; stratum: number }
  /** More answers in a stratum than it has people. */
  | { kind: 'population-below-sample'; stratum: number; population: number; sample: number }
  /** The total of the weights does not fit between the bounds. */
  | { kind: 'bounds-impossible'; lower: number; upper: number; meanWeight: number }
  /** A ratio to nothing. */
  | { kind: 'denominator-is-zero' }
  /** A cross-table of which one side has a single category: nothing to compare. */
  | { kind: 'one-category'; side: 'rows' | 'columns' }
  /** A cross-table so sparse that the correction cannot be computed. */
  | { kind: 'table-too-sparse' }
  | { kind: 'bad-number'; name: string; value: number };

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (problem: Problem): { ok: false; problem: Problem } => ({ ok: false, problem });
