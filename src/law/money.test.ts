import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentWords, roundedShare, zloty } from './money.ts';

describe('money in grosze', () => {
  it.each([
    [0, '0,00 zł'],
    [5, '0,05 zł'],
    [18_000, '180,00 zł'],
    [180_000, '1 800,00 zł'],
    [123_456_789, '1 234 567,89 zł'],
    [-1050, '-10,50 zł'],
  ])('%i gr is %s', (grosze, words) => {
    expect(zloty(grosze).replaceAll('\u00A0', ' ')).toBe(words);
  });

  it('a fraction of a grosz is refused', () => {
    expect(() => zloty(10.5)).toThrow(RangeError);
    expect(() => roundedShare([10.5], [1], { mode: 'down', unit: 1 })).toThrow(RangeError);
    expect(() => roundedShare([-1], [1], { mode: 'down', unit: 1 })).toThrow(RangeError);
  });

  it('percent is written with a comma', () => {
    expect(percentWords(13_861)).toBe('138,61%');
    expect(percentWords(1000)).toBe('10%');
  });

  it.each([
    [5, 10, 'halfUp', 1, 1],
    [4, 10, 'halfUp', 1, 0],
    [1, 10, 'up', 1, 1],
    [10, 10, 'up', 1, 1],
    [9, 10, 'down', 1, 0],
    [1234, 1, 'halfUp', 10, 1230],
    [1235, 1, 'halfUp', 10, 1240],
    [1201, 1, 'up', 100, 1300],
    [1299, 1, 'down', 100, 1200],
  ] as const)('%i / %i rounded %s to %i gr is %i gr', (amount, by, mode, unit, result) => {
    expect(roundedShare([amount], [by], { mode, unit })).toBe(result);
  });

  it('rounding is exact at sizes where floating numbers are not', () => {
    expect(roundedShare([9_007_199_254_740_991, 9999], [10_000], { mode: 'down', unit: 1 })).toBe(
      9_006_298_534_815_516,
    );
  });

  it('half up lies between down and up, at most one unit apart', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 10_000 }), fc.constantFrom(1, 10, 100), (amount, rate, unit) => {
        const [down, half, up] = (['down', 'halfUp', 'up'] as const).map((mode) =>
          roundedShare([amount, rate], [10_000], { mode, unit }),
        );
        expect([down, half, up]).toEqual([down, half, up].sort((a, b) => Number(a) - Number(b)));
        expect(Number(up) - Number(down)).toBeLessThanOrEqual(unit);
        expect(Number(half) % unit).toBe(0);
      }),
    );
  });
});
