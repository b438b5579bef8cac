import { largestRemainder } from './sample-size.ts';

/** Fewest answers of which a share is shown at all. */
const fewestAnswers = 5;
/** From here on a decimal says something: the error of a share is about 3 points at 1,000 answers. */
const answersForDecimal = 1000;

/**
 * A share as the percent that is shown: whole below 1,000 answers, one decimal from there; halves away from 0.
 *
 * @param share from 0 to 1; `null` when it is hidden or unknown
 * @param answers unweighted answers it is a share of; `null` when their number is hidden
 * @returns `null`: a gap, not 0; also of fewer than 5 answers
 */
export function shownPercent(share: number | null, answers: number | null): number | null {
  if (share === null || answers === null || answers < fewestAnswers) return null;
  const steps = answers < answersForDecimal ? 1 : 10;
  // 0.145 × 100 is 14.499999999999998 in binary: a hair is added before rounding.
  return Math.round(share * 100 * steps * (1 + Number.EPSILON * 4)) / steps;
}

/** Percents of a whole that add to exactly 100 as they are shown (largest remainder); all 0 of an empty whole. */
export function percentsOfWhole(counts: readonly number[], decimals = 0): number[] {
  const steps = 10 ** decimals;
  return largestRemainder(counts, 100 * steps).map((part) => part / steps);
}
