import { normalQuantile, studentQuantile } from './distributions.ts';
import type { Estimate } from './estimates.ts';

export type Interval = { low: number; high: number; level: number };

/** What an interval needs of an estimate. */
type Uncertain = Pick<Estimate, 'value' | 'standardError'>;

const reach = (level: number, df: number): number => studentQuantile(1 - (1 - level) / 2, df);

/**
 * value ± t · standard error: of means, totals and ratios, as R's `confint`.
 *
 * @param level from 0 to 1
 * @param df degrees of freedom; infinite, as in R, is the normal interval
 */
export function interval(
  { value, standardError }: Uncertain,
  level = 0.95,
  df = Number.POSITIVE_INFINITY,
): Interval {
  const half = reach(level, df) * standardError;
  return { low: value - half, high: value + half, level };
}

/** `logit` stays within 0 and 1; `mean` is symmetric and may leave them; `wilson` also tells of a share of 0 or 1. */
export type ShareMethod = 'logit' | 'mean' | 'wilson';

/**
 * Interval of a share. `logit`: symmetric on the scale ln(p/(1 − p)), standard error se/(p(1 − p)) (Korn & Graubard
 * 1999, 2.2; R's `svyciprop(method = "logit")`). `mean`: R's `method = "mean"`. `wilson`: score interval (Wilson 1927)
 * with the effective number p(1 − p)/variance instead of n (Kott & Carr 1997), Kish's number when the variance is 0.
 * At a share of 0 or 1 no logit exists and no error is seen, though there is one: Wilson's interval is given then, and
 * the returned method says so.
 *
 * @param df those of the estimate, as R's `degf(design)`
 */
export function shareInterval(
  estimate: Uncertain & Pick<Estimate, 'effectiveAnswers' | 'degreesOfFreedom' | 'variance'>,
  method: ShareMethod = 'logit',
  level = 0.95,
  df: number = estimate.degreesOfFreedom,
): Interval & { method: ShareMethod } {
  const { value, standardError } = estimate;
  const product = value * (1 - value);
  if (method === 'mean') return { ...interval(estimate, level, df), method };
  if (method === 'wilson' || product <= 0) return { ...wilson(estimate, level, df), method: 'wilson' };
  const half = (reach(level, df) * standardError) / product;
  const logit = Math.log(value / (1 - value));
  const share = (x: number): number => 1 / (1 + Math.exp(-x));
  return { low: share(logit - half), high: share(logit + half), level, method };
}

function wilson(
  { value, variance, effectiveAnswers }: Pick<Estimate, 'value' | 'variance' | 'effectiveAnswers'>,
  level: number,
  df: number,
): Interval {
  const product = value * (1 - value);
  const n = variance > 0 && product > 0 ? product / variance : effectiveAnswers;
  const square = (df > 0 ? reach(level, df) : normalQuantile(1 - (1 - level) / 2)) ** 2;
  const middle = (value + square / (2 * n)) / (1 + square / n);
  const half =
    (Math.sqrt(square) / (1 + square / n)) * Math.sqrt(Math.max(0, product) / n + square / (4 * n * n));
  // Nobody and everybody are their own bound; the difference of two equal terms would miss it by a hair.
  return { low: value === 0 ? 0 : middle - half, high: value === 1 ? 1 : middle + half, level };
}
