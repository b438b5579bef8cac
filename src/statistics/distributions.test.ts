import { describe, expect, it } from 'vitest';
import {
  chiSquareUpper,
  fUpper,
  normalQuantile,
  normalUpper,
  studentQuantile,
  studentUpper,
} from './distributions.ts';
import { fromR } from './reference/data.ts';
import { logGamma } from './special.ts';

/** Rows of `width` numbers: arguments and, last, what R gives. */
function rowsOf(name: string, width: number): number[][] {
  const flat = fromR(name).map((value) => value ?? Number.NaN);
  return Array.from({ length: flat.length / width }, (_, row) => flat.slice(row * width, (row + 1) * width));
}

/** Every row within the relative error; probabilities below 1e-290 are 0 to anybody. */
function expectRows(name: string, width: number, ours: (...given: number[]) => number, within: number): void {
  for (const row of rowsOf(name, width)) {
    const given = row.slice(0, -1);
    const theirs = row.at(-1) ?? Number.NaN;
    const own = ours(...given);
    expect(
      Math.abs(own - theirs),
      `${name}(${given.join(', ')}) = ${own}, in R ${theirs}`,
    ).toBeLessThanOrEqual(within * Math.abs(theirs) + 1e-290);
  }
}

describe('distributions equal those of R', () => {
  it('chi-square: pchisq from 0.7 to 1000 degrees of freedom', () => {
    expectRows('chi-square', 3, (x = 0, df = 1) => chiSquareUpper(x, df), 1e-11);
  });

  it('F: pf up to 3e7 degrees of freedom below', () => {
    expectRows('f', 4, (x = 0, ndf = 1, ddf = 1) => fUpper(x, ndf, ddf), 1e-10);
  });

  it('Student: pt and qt', () => {
    expectRows('t', 3, (t = 0, df = 1) => studentUpper(t, df), 1e-11);
    expectRows('t quantile', 3, (p = 0, df = 1) => studentQuantile(p, df), 1e-10);
  });

  it('normal: pnorm and qnorm, also far in the tails', () => {
    expectRows('normal', 2, (z = 0) => normalUpper(z), 1e-12);
    expectRows('normal quantile', 2, (p = 0) => normalQuantile(p), 1e-14);
  });

  it('an infinite number of degrees of freedom is the limit', () => {
    expect(studentQuantile(0.975, Number.POSITIVE_INFINITY)).toBeCloseTo(1.959963984540054, 14);
    expect(fUpper(1.7, 5, Number.POSITIVE_INFINITY)).toBeCloseTo(chiSquareUpper(8.5, 5), 14);
  });

  it('the logarithm of the gamma function is that of factorials', () => {
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 13);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  });
});
