/**
 * Survival of cohorts. The voivodeship series gives no deaths by age, but the same people five years later: those of 60-64
 * as 65-69, those of 65 and more as 70 and more. A Gompertz law (B. Gompertz, Phil. Trans. R. Soc. 115, 1825) through
 * these two gives every group of age: mortality over five years grows by one factor from group to group.
 */
export type Mortality = {
  /** Five years' hazard of the group 60-64. */
  hazard: number;
  /** How many times greater in the next group. */
  growth: number;
};

const anchor = 12;

/** The share that lives five years on, of the group with index `group` (0: 0-4, 17: 85+). `change`: of mortality, in per cent. */
export const survival = ({ hazard, growth }: Mortality, group: number, change = 0): number =>
  Math.exp(-hazard * (1 + change / 100) * growth ** (group - anchor));

/**
 * The law through two observed cohorts.
 *
 * @param from60 65-69 in five years / 60-64 now
 * @param from65 70+ in five years / 65+ now
 * @param weights people of 65-69, 70-74, 75-79, 80-84, 85+ now
 */
export function fitMortality(from60: number, from65: number, weights: readonly number[]): Mortality {
  const hazard = -Math.log(from60);
  const whole = weights.reduce((sum, one) => sum + one, 0);
  const expected = (growth: number): number =>
    weights.reduce(
      (sum, people, index) => sum + people * survival({ hazard, growth }, anchor + 1 + index),
      0,
    ) / whole;
  let [low, high] = [1, 4];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (expected(middle) > from65) low = middle;
    else high = middle;
  }
  return { hazard, growth: (low + high) / 2 };
}
