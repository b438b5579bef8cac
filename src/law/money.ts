/** How an amount is brought to whole units: `unit` in grosze (1 = grosz, 10 = ten grosze, 100 = złoty). */
export type Rounding = { readonly mode: 'halfUp' | 'up' | 'down'; readonly unit: number };

export const roundingWords: Readonly<Record<Rounding['mode'], string>> = {
  halfUp: 'do najbliższej wartości, połówki w górę',
  up: 'w górę',
  down: 'w dół',
};

/** Grosze as Polish money with no-break spaces: "1 800,00 zł". Throws RangeError for a fraction of a grosz. */
export function zloty(grosze: number): string {
  if (!Number.isSafeInteger(grosze)) throw new RangeError(`Not whole grosze: ${grosze}`);
  const whole = String(Math.trunc(Math.abs(grosze) / 100)).replaceAll(/\B(?=(\d{3})+$)/g, '\u00A0');
  const rest = String(Math.abs(grosze) % 100).padStart(2, '0');
  return `${grosze < 0 ? '-' : ''}${whole},${rest}\u00A0zł`;
}

/** Hundredths of a percent as Polish percent: 13861 -> "138,61%", 1000 -> "10%". */
export function percentWords(hundredths: number): string {
  return `${String(hundredths / 100).replace('.', ',')}%`;
}

/**
 * A product of whole numbers divided by another, rounded to whole grosze. Exact: no fraction is ever held in a
 * floating number. Throws RangeError for negative or broken numbers.
 */
export function roundedShare(
  factors: readonly number[],
  divisors: readonly number[],
  { mode, unit }: Rounding,
): number {
  for (const each of [...factors, ...divisors]) {
    if (!Number.isSafeInteger(each) || each < 0) throw new RangeError(`Not a whole number: ${each}`);
  }
  const numerator = product(factors);
  const denominator = product(divisors) * BigInt(unit);
  const below = numerator / denominator;
  const twiceOver = (numerator % denominator) * 2n;
  const up = { halfUp: twiceOver >= denominator, up: twiceOver > 0n, down: false }[mode];
  return Number((below + (up ? 1n : 0n)) * BigInt(unit));
}

function product(numbers: readonly number[]): bigint {
  return numbers.reduce((result, each) => result * BigInt(each), 1n);
}
