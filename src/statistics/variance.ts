import { type Design, rowsOfStrata, takeOutExplained } from './design.ts';
import { done, failed, type Outcome } from './outcome.ts';

/**
 * Factor n_h/(n_h − 1) · (1 − n_h/N_h) of each stratum; a lonely one has the factor of its rule.
 *
 * @param inDomain whether a stratum has an answer that the estimate speaks of
 */
function factorsOf(design: Design, inDomain: (stratum: number) => boolean): Outcome<Factor[]> {
  const { of, count, populations, lonely } = design.strata;
  const factors: Factor[] = [];
  for (const [stratum, n] of rowsOfStrata(design.rows, of, count).entries()) {
    const population = populations?.[stratum] ?? Number.POSITIVE_INFINITY;
    const unseen = population === Number.POSITIVE_INFINITY ? 1 : (population - n) / population;
    // A stratum asked whole has no sampling error, even of one person.
    if (n === 0 || unseen < 1e-7) factors.push({ n, scale: 0, centred: true });
    else if (n > 1) factors.push({ n, scale: (unseen * n) / (n - 1), centred: true });
    else {
      const matters = design.calibrations.length > 0 || inDomain(stratum);
      if (lonely === 'fail' && matters) return failed({ kind: 'lonely-stratum', stratum });
      factors.push({ n, scale: lonely === 'adjust' ? unseen : 0, centred: false });
    }
  }
  return done(factors);
}

type Factor = { n: number; scale: number; centred: boolean };

/** Linearised variables, one or several, summed in cells. */
export type Linearised = {
  /** Sum over all rows of the cell of weight × linearised variable (0 outside the domain); for each variable. */
  sums: readonly Float64Array[];
  /** Sum of products of variables j and k over the rows of a cell, about their means in the cell. */
  within: (j: number, k: number, cell: number) => number;
};

/**
 * Covariance of estimated totals of linearised variables by Taylor linearisation, answers drawn independently in strata
 * (Binder 1983; Särndal, Swensson & Wretman 1992, 5.5; Lumley 2004, `svyrecvar`):
 * Σ_h (1 − n_h/N_h) n_h/(n_h − 1) Σ_i (z_i − z̄_h)(z_i − z̄_h)', z being what calibration leaves of weight × variable.
 *
 * @returns the matrix as rows, or `lonely-stratum` as a problem
 */
export function covarianceOf(
  design: Design,
  { sums, within }: Linearised,
  inDomain: (stratum: number) => boolean,
): Outcome<Float64Array[]> {
  const factors = factorsOf(design, inDomain);
  if (!factors.ok) return factors;
  const { rows, strata } = design;
  const residuals = sums.map((sum) => {
    const left = Float64Array.from(sum);
    takeOutExplained(design, left);
    return centredMeans(left, design, factors.value);
  });
  const matrix = residuals.map(() => new Float64Array(residuals.length));
  for (const [j, left] of residuals.entries())
    for (const [k, right] of residuals.entries()) {
      if (k < j) continue;
      let sum = 0;
      for (let cell = 0; cell < rows.length; cell++) {
        const scale = factors.value[strata.of[cell] ?? 0]?.scale ?? 0;
        if (scale === 0) continue;
        sum += scale * (within(j, k, cell) + (rows[cell] ?? 0) * (left[cell] ?? 0) * (right[cell] ?? 0));
      }
      for (const [at, other] of [
        [j, k],
        [k, j],
      ] as const) {
        const row = matrix[at];
        if (row) row[other] = sum;
      }
    }
  return done(matrix);
}

/** Mean of each cell's rows about the mean of their stratum. */
function centredMeans(
  sums: Float64Array,
  { rows, strata }: Design,
  factors: readonly Factor[],
): Float64Array {
  const ofStrata = new Float64Array(strata.count);
  for (let cell = 0; cell < rows.length; cell++) {
    const stratum = strata.of[cell] ?? 0;
    ofStrata[stratum] = (ofStrata[stratum] ?? 0) + (sums[cell] ?? 0);
  }
  const means = new Float64Array(rows.length);
  for (let cell = 0; cell < rows.length; cell++) {
    const stratum = strata.of[cell] ?? 0;
    const factor = factors[stratum];
    const about = factor?.centred ? (ofStrata[stratum] ?? 0) / factor.n : 0;
    means[cell] = (rows[cell] ?? 0) > 0 ? (sums[cell] ?? 0) / (rows[cell] ?? 1) - about : 0;
  }
  return means;
}
