import { normalQuantile } from './distributions.ts';
import { done, failed, type Outcome } from './outcome.ts';

export type SampleWish = {
  /** People the sample is to speak of; infinite for "very many". */
  population: number;
  /** Largest error wanted, as a share: 0.05 for 5 percentage points. */
  error: number;
  /** Confidence level; 0.95. */
  level?: number;
  /** Expected share; 0.5 is the most cautious. */
  share?: number;
  /** Expected variance over that of a simple random sample (design effect of weighting); 1. */
  designEffect?: number;
  /** Share of the invited that is expected to answer; 1. */
  response?: number;
};

export type SampleSize = {
  /** Answers needed. */
  answers: number;
  /** People to invite; never more than there are. */
  invitations: number;
  /** Everybody invited, and still fewer answers than needed are expected. */
  short: boolean;
};

const isShare = (value: number): boolean => value > 0 && value <= 1;

const spreadOf = (level: number, share: number): number =>
  normalQuantile(1 - (1 - level) / 2) ** 2 * share * (1 - share);

/**
 * Answers needed for a wanted error of a share in a finite population (Cochran 1977, 4.3 and 4.4):
 * n = N z² p(1 − p) / ((N − 1) e² + z² p(1 − p)), times the design effect, to the nearest person as tables of sample
 * sizes print it (5,000: 357; 20,000: 377; infinite: 384), at most N. Invitations: n / response, rounded up.
 *
 * @returns `bad-number` with the name of the wish that cannot be met
 */
export function sampleSize(wish: SampleWish): Outcome<SampleSize> {
  const { population, error, level = 0.95, share = 0.5, designEffect = 1, response = 1 } = wish;
  const checks: [string, number, boolean][] = [
    ['population', population, population >= 1],
    ['error', error, error > 0 && error < 1],
    ['level', level, level > 0 && level < 1],
    ['share', share, share > 0 && share < 1],
    ['designEffect', designEffect, designEffect > 0],
    ['response', response, isShare(response)],
  ];
  const bad = checks.find(([, , good]) => !good);
  if (bad) return failed({ kind: 'bad-number', name: bad[0], value: bad[1] });
  const spread = spreadOf(level, share);
  const simple =
    population === Number.POSITIVE_INFINITY
      ? spread / error ** 2
      : (population * spread) / ((population - 1) * error ** 2 + spread);
  const answers = Math.min(Math.max(1, Math.round(simple * designEffect)), population);
  // A hair is taken off before rounding up: 357 / 0.7 = 510.00000000000006 asks for nobody more.
  const wanted = Math.ceil(answers / response - 1e-9);
  return done({ answers, invitations: Math.min(wanted, population), short: wanted > population });
}

/**
 * Error of a share to expect of `answers` from a population: z √(p(1 − p)/n · (N − n)/(N − 1) · deff), the formula of
 * {@link sampleSize} solved for e. As a share; 0 when everybody answers.
 */
export function expectedError(
  answers: number,
  { population, level = 0.95, share = 0.5, designEffect = 1 }: Omit<SampleWish, 'error' | 'response'>,
): number {
  const unseen =
    population === Number.POSITIVE_INFINITY ? 1 : Math.max(0, (population - answers) / (population - 1));
  return Math.sqrt((spreadOf(level, share) / answers) * unseen * designEffect);
}

/**
 * Shares `total` out in whole numbers in proportion to the sizes, by largest remainder (Hamilton); ties go to the first.
 * With sizes of strata this is proportional allocation (Cochran 1977, 5.5); no stratum gets more than its size while
 * `total` is at most the sum of sizes.
 *
 * @param atLeast fewest in a stratum that has so many people (2: its variance can be estimated)
 * @returns whole numbers that add to `total`; `bad-number` when the sizes or the total do not allow it
 */
export function allocated(sizes: readonly number[], total: number, atLeast = 0): Outcome<number[]> {
  const bad = sizes.findIndex((size) => !(size >= 0 && Number.isFinite(size)));
  if (bad >= 0) return failed({ kind: 'bad-number', name: `sizes.${bad}`, value: sizes[bad] ?? Number.NaN });
  const floors = sizes.map((size) => Math.min(atLeast, Math.floor(size)));
  const least = floors.reduce((sum, floor) => sum + floor, 0);
  const people = sizes.reduce((sum, size) => sum + size, 0);
  if (!Number.isInteger(total) || total < least || (total > 0 && people === 0))
    return failed({ kind: 'bad-number', name: 'total', value: total });
  // Strata below their floor are given it and leave the sharing, until none is below.
  const fixed = new Set<number>();
  for (;;) {
    const rest = total - [...fixed].reduce((sum, at) => sum + (floors[at] ?? 0), 0);
    const shares = largestRemainder(
      sizes.map((size, at) => (fixed.has(at) ? 0 : size)),
      rest,
    );
    const below = shares.findIndex((share, at) => !fixed.has(at) && share < (floors[at] ?? 0));
    if (below < 0) return done(shares.map((share, at) => (fixed.has(at) ? (floors[at] ?? 0) : share)));
    fixed.add(below);
  }
}

/** Whole numbers that add to `total` and are as near as can be to its proportional parts. */
export function largestRemainder(sizes: readonly number[], total: number): number[] {
  const people = sizes.reduce((sum, size) => sum + size, 0);
  if (people === 0) return sizes.map(() => 0);
  const exact = sizes.map((size) => (size / people) * total);
  const whole = exact.map((part) => Math.floor(part + 1e-9));
  const left = total - whole.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((part, at) => ({ at, remainder: part - (whole[at] ?? 0) }))
    .sort((one, other) => other.remainder - one.remainder || one.at - other.at);
  for (const { at } of byRemainder.slice(0, left)) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}
