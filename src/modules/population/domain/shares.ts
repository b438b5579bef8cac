/** Percentages rounded by their source add up to 99.7-100.3; more than that is an error of the source or of the typing. */
const rounded = 0.3;
const exact = 0.005;

export type SharesVerdict =
  | { kind: 'whole' }
  | { kind: 'rounded'; sum: number }
  | { kind: 'wrong'; sum: number };

/** Whether percentages of parts make a whole; a rounded source is taken and said, 97 % is refused. */
export function judgeShares(percentages: readonly number[]): SharesVerdict {
  const sum = Math.round(percentages.reduce((total, one) => total + one, 0) * 1000) / 1000;
  const off = Math.abs(sum - 100);
  if (off <= exact) return { kind: 'whole' };
  return off <= rounded + 1e-9 ? { kind: 'rounded', sum } : { kind: 'wrong', sum };
}
