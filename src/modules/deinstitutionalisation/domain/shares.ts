import { judgeShares } from '../../population/index.ts';

export type SplitMoney<Source> =
  | { kind: 'split'; parts: { source: Source; amount: number }[]; sum: number }
  /** The shares make no whole: nothing is guessed of the rest. */
  | { kind: 'wrong'; sum: number };

/**
 * A sum split by shares in per cent, to the grosz: every part is rounded down and the grosze that remain go to the largest
 * remainders (Hamilton), so the parts add up to the sum. Shares that a source rounded (99.7-100.3) are taken in proportion; 97 % is
 * refused.
 */
export function splitByShares<Source>(
  total: number,
  shares: readonly { source: Source; percent: number }[],
): SplitMoney<Source> {
  const verdict = judgeShares(shares.map(({ percent }) => percent));
  const sum = shares.reduce((all, { percent }) => all + percent, 0);
  if (verdict.kind === 'wrong') return { kind: 'wrong', sum: verdict.sum };
  const exact = shares.map(({ percent }) => (total * percent) / sum);
  const floors = exact.map(Math.floor);
  const rest = total - floors.reduce((all, part) => all + part, 0);
  const first = new Set(
    exact
      .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
      .toSorted((one, other) => other.remainder - one.remainder || one.at - other.at)
      .slice(0, rest)
      .map(({ at }) => at),
  );
  return {
    kind: 'split',
    parts: shares.map(({ source }, at) => ({ source, amount: (floors[at] ?? 0) + (first.has(at) ? 1 : 0) })),
    sum: Math.round(sum * 1000) / 1000,
  };
}
