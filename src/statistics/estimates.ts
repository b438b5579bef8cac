import type { Column, Measure, PairMeasure } from './cells.ts';
import type { Design } from './design.ts';
import { done, failed, type Outcome } from './outcome.ts';
import { covarianceOf } from './variance.ts';

/** An estimate of the population, or of a part of it, with what is needed to say how sure it is. */
export type Estimate = {
  /** In the unit of the measure; a share is from 0 to 1. */
  value: number;
  variance: number;
  standardError: number;
  /** Answers it rests on (of a weight above 0), and how many people they stand for. */
  answers: number;
  weight: number;
  /** Kish's effective number of these answers: (Σw)²/Σw². */
  effectiveAnswers: number;
  /**
   * Variance over that of a simple random sample of as many answers (Kish 1965, 8.2): drawn without replacement from
   * `weight` people (R's `deff = TRUE`), and with replacement (`deff = "replace"`). `null` when all answers are equal,
   * and the first also when the weights do not add to more people than answered.
   */
  designEffect: number | null;
  designEffectReplace: number | null;
  /** Answers of the domain less strata, as R's `degf`; also those who left this question out. */
  degreesOfFreedom: number;
};

/** What all estimators see of a variable in a cell. */
type CellView = {
  asked: Float64Array;
  answered: Float64Array;
  /** Mean of the variable over the answered rows of a cell. */
  mean: (cell: number) => number;
  /** Sum of squares about that mean. */
  spread: (cell: number) => number;
};

const spreadOf = (n: number, sum: number, squares: number): number => Math.max(0, squares - (sum * sum) / n);

const viewOf = ({ asked, answered, sum, squares }: Measure): CellView => ({
  asked,
  answered,
  mean: (cell) => (sum[cell] ?? 0) / (answered[cell] ?? 1),
  spread: (cell) => spreadOf(answered[cell] ?? 1, sum[cell] ?? 0, squares[cell] ?? 0),
});

/** Counts of the domain: `only` marks its cells, the measure its rows. */
type Basis = {
  /** Answered rows of each cell inside the domain. */
  inside: Float64Array;
  answers: number;
  weight: number;
  squaredWeight: number;
  degreesOfFreedom: number;
  hasStratum: Uint8Array;
};

function basisOf(design: Design, view: Pick<CellView, 'asked' | 'answered'>, only?: Uint8Array): Basis {
  const { rows, weights, strata } = design;
  const inside = new Float64Array(rows.length);
  const hasStratum = new Uint8Array(strata.count);
  const weighsInStratum = new Uint8Array(strata.count);
  const basis = { answers: 0, weight: 0, squaredWeight: 0, degreesOfFreedom: 0 };
  for (let cell = 0; cell < rows.length; cell++) {
    const answered = view.answered[cell] ?? 0;
    if (only !== undefined && only[cell] === 0) continue;
    const weight = weights[cell] ?? 0;
    if (answered > 0) {
      inside[cell] = answered;
      hasStratum[strata.of[cell] ?? 0] = 1;
    }
    if (weight === 0) continue;
    basis.answers += answered;
    basis.weight += answered * weight;
    basis.squaredWeight += answered * weight * weight;
    basis.degreesOfFreedom += view.asked[cell] ?? 0;
    if ((view.asked[cell] ?? 0) > 0) weighsInStratum[strata.of[cell] ?? 0] = 1;
  }
  basis.degreesOfFreedom -= weighsInStratum.reduce((sum, has) => sum + has, 0);
  return { ...basis, inside, hasStratum };
}

/** Weighted sum of the cells' values over the answered rows of the domain. */
function weighted(design: Design, basis: Basis, of: (cell: number) => number): number {
  let sum = 0;
  for (let cell = 0; cell < basis.inside.length; cell++) {
    const count = basis.inside[cell] ?? 0;
    if (count > 0) sum += count * (design.weights[cell] ?? 0) * of(cell);
  }
  return sum;
}

/**
 * Variance of Σ weight × factor × (variable − about) over the domain. Within a cell the rows that answered and those
 * outside the domain (whose linearised variable is 0) differ: n_a (n − n_a)/n times their squared distance.
 */
function varianceOf(
  design: Design,
  view: CellView,
  basis: Basis,
  { about, factor }: { about: number; factor: number },
): Outcome<number> {
  const { rows, weights } = design;
  const sums = new Float64Array(rows.length);
  const distance = (cell: number): number => view.mean(cell) - about;
  for (let cell = 0; cell < rows.length; cell++) {
    const count = basis.inside[cell] ?? 0;
    if (count > 0) sums[cell] = count * (weights[cell] ?? 0) * factor * distance(cell);
  }
  const within = (_j: number, _k: number, cell: number): number => {
    const count = basis.inside[cell] ?? 0;
    if (count === 0) return 0;
    const all = rows[cell] ?? 0;
    const squares = view.spread(cell) + ((count * (all - count)) / all) * distance(cell) ** 2;
    return (factor * (weights[cell] ?? 0)) ** 2 * squares;
  };
  const matrix = covarianceOf(design, { sums: [sums], within }, (stratum) => basis.hasStratum[stratum] === 1);
  return matrix.ok ? done(matrix.value[0]?.[0] ?? 0) : matrix;
}

/** Variance of the variable in the population, as R's `svyvar`: Σ w (y − ȳ)² / Σ w · n/(n − 1). */
function elementVariance(design: Design, view: CellView, basis: Basis): number {
  const mean = weighted(design, basis, view.mean) / basis.weight;
  const squares = weighted(
    design,
    basis,
    (cell) => view.spread(cell) / (basis.inside[cell] ?? 1) + (view.mean(cell) - mean) ** 2,
  );
  return (squares / basis.weight) * (basis.answers / (basis.answers - 1));
}

function estimateOf(
  basis: Basis,
  { value, variance, simple }: { value: number; variance: number; simple: number },
): Estimate {
  const { answers, weight, squaredWeight, degreesOfFreedom } = basis;
  const unseen = (weight - answers) / weight;
  const known = simple > 0 && Number.isFinite(simple);
  return {
    value,
    variance,
    standardError: Math.sqrt(variance),
    answers,
    weight,
    effectiveAnswers: (weight * weight) / squaredWeight,
    designEffect: known && unseen > 0 ? variance / (simple * unseen) : null,
    designEffectReplace: known ? variance / simple : null,
    degreesOfFreedom,
  };
}

/**
 * Weighted mean, or share of a measure of 1 and 0: Σwy/Σw over those who answered in the domain; linearised variable
 * (y − mean)/Σw (Särndal, Swensson & Wretman 1992, 5.7). Equal to R's `svymean`, on a subset and with `na.rm = TRUE`.
 *
 * @param only cells of the domain (1), as {@link domainsOf} gives them; absent: all that the measure counted
 * @returns `no-answers` or `lonely-stratum` as a problem
 */
export function mean(design: Design, measure: Measure, only?: Uint8Array): Outcome<Estimate> {
  const view = viewOf(measure);
  const basis = basisOf(design, view, only);
  if (basis.weight === 0) return failed({ kind: 'no-answers' });
  const value = weighted(design, basis, view.mean) / basis.weight;
  const variance = varianceOf(design, view, basis, { about: value, factor: 1 / basis.weight });
  if (!variance.ok) return variance;
  const simple = elementVariance(design, view, basis) / basis.answers;
  return done(estimateOf(basis, { value, variance: variance.value, simple }));
}

/**
 * Weighted total Σwy of those who answered in the domain; linearised variable y. Equal to R's `svytotal`. Those who did
 * not answer add nothing: a total is only as whole as its question is answered.
 *
 * @param only as in {@link mean}
 */
export function total(design: Design, measure: Measure, only?: Uint8Array): Outcome<Estimate> {
  const view = viewOf(measure);
  const basis = basisOf(design, view, only);
  if (basis.weight === 0) return failed({ kind: 'no-answers' });
  const value = weighted(design, basis, view.mean);
  const variance = varianceOf(design, view, basis, { about: 0, factor: 1 });
  if (!variance.ok) return variance;
  const simple = (elementVariance(design, view, basis) * basis.weight ** 2) / basis.answers;
  return done(estimateOf(basis, { value, variance: variance.value, simple }));
}

/**
 * Ratio R = Σwy/Σwx; linearised variable (y − R x)/Σwx (Särndal, Swensson & Wretman 1992, 5.6). Equal to R's `svyratio`.
 * The design effect is that of the total of this variable.
 *
 * @param only as in {@link mean}
 * @returns `denominator-is-zero`, `no-answers` or `lonely-stratum` as a problem
 */
export function ratio(design: Design, pair: PairMeasure, only?: Uint8Array): Outcome<Estimate> {
  const basis = basisOf(design, pair, only);
  if (basis.weight === 0) return failed({ kind: 'no-answers' });
  const count = (cell: number): number => pair.answered[cell] ?? 1;
  const below = weighted(design, basis, (cell) => (pair.x[cell] ?? 0) / count(cell));
  if (below === 0) return failed({ kind: 'denominator-is-zero' });
  const value = weighted(design, basis, (cell) => (pair.y[cell] ?? 0) / count(cell)) / below;
  const view: CellView = {
    asked: pair.asked,
    answered: pair.answered,
    mean: (cell) => ((pair.y[cell] ?? 0) - value * (pair.x[cell] ?? 0)) / count(cell),
    spread: (cell) => {
      const [x, y] = [pair.x[cell] ?? 0, pair.y[cell] ?? 0];
      const squares =
        (pair.yy[cell] ?? 0) - 2 * value * (pair.xy[cell] ?? 0) + value ** 2 * (pair.xx[cell] ?? 0);
      return spreadOf(count(cell), y - value * x, squares);
    },
  };
  const variance = varianceOf(design, view, basis, { about: 0, factor: 1 / below });
  if (!variance.ok) return variance;
  const simple = (elementVariance(design, view, basis) * basis.weight ** 2) / (basis.answers * below ** 2);
  return done(estimateOf(basis, { value, variance: variance.value, simple }));
}

/**
 * The domains that the categories of a column make, as cells: `domainsOf(place).map((only) => mean(design, need, only))`
 * gives what R's `svyby(~need, ~place, design, svymean)` gives. "No answer" is no domain.
 */
export const domainsOf = ({ codes, categories }: Column): Uint8Array[] =>
  Array.from({ length: categories }, (_, category) =>
    Uint8Array.from(codes, (code) => (code === category ? 1 : 0)),
  );
