import { describe, expect, it } from 'vitest';
import { percentsOfWhole, shownPercent } from './percents.ts';
import { good, problemOf } from './reference/data.ts';
import { allocated, expectedError, sampleSize } from './sample-size.ts';

describe('how many answers a wanted error needs (Cochran 1977)', () => {
  it('error of 5 points at 95 %: the printed table', () => {
    const sizes = [5000, 20_000, Number.POSITIVE_INFINITY].map(
      (population) => good(sampleSize({ population, error: 0.05 })).answers,
    );
    expect(sizes).toEqual([357, 377, 384]);
  });

  it('a smaller error, a surer level and unequal weights need more; a rare share needs less', () => {
    const of = (more: object): number =>
      good(sampleSize({ population: 20_000, error: 0.05, ...more })).answers;
    expect(of({ error: 0.03 })).toBe(1013);
    expect(of({ level: 0.99 })).toBe(642);
    expect(of({ designEffect: 1.5 })).toBe(565);
    expect(of({ share: 0.1 })).toBe(137);
  });

  it('invitations follow the expected response, and say when even everybody is not enough', () => {
    expect(good(sampleSize({ population: 5000, error: 0.05, response: 0.7 }))).toEqual({
      answers: 357,
      invitations: 510,
      short: false,
    });
    expect(good(sampleSize({ population: 500, error: 0.05, response: 0.2 }))).toEqual({
      answers: 217,
      invitations: 500,
      short: true,
    });
  });

  it('never asks for more people than there are', () => {
    expect(good(sampleSize({ population: 12, error: 0.01, designEffect: 2 })).answers).toBe(12);
  });

  it('a wish that makes no sense is named', () => {
    expect(problemOf(sampleSize({ population: 0, error: 0.05 }))).toEqual({
      kind: 'bad-number',
      name: 'population',
      value: 0,
    });
    for (const wish of [{ error: 0 }, { level: 1 }, { response: 1.2 }, { share: 0 }, { designEffect: 0 }])
      expect(problemOf(sampleSize({ population: 100, error: 0.05, ...wish }))?.kind).toBe('bad-number');
  });

  it('the error of that many answers is the wanted one; nobody left out, no error', () => {
    expect(expectedError(376.94, { population: 20_000 })).toBeCloseTo(0.05, 5);
    expect(expectedError(300, { population: 300 })).toBe(0);
    expect(expectedError(384.146, { population: Number.POSITIVE_INFINITY })).toBeCloseTo(0.05, 6);
  });
});

describe('shares of a sample in strata (largest remainder)', () => {
  it('add to the sample and are as near to proportion as whole people can be', () => {
    expect(good(allocated([5200, 3600, 2600, 2400, 2000, 1700, 1400, 1100], 377))).toEqual([
      98, 68, 49, 45, 38, 32, 26, 21,
    ]);
  });

  it('ties go to the first; an empty stratum gets nobody', () => {
    expect(good(allocated([10, 10, 10, 0], 4))).toEqual([2, 1, 1, 0]);
  });

  it('a small stratum is raised to the fewest whose spread can be seen, or to all it has', () => {
    expect(good(allocated([1000, 10, 1], 50, 2))).toEqual([47, 2, 1]);
  });

  it('no stratum gets more than it has when everybody is asked', () => {
    expect(good(allocated([7, 2, 1], 10))).toEqual([7, 2, 1]);
  });

  it('half a person, too few for the floors, and sizes below 0 are refused', () => {
    expect(problemOf(allocated([10], 2.5))?.kind).toBe('bad-number');
    expect(problemOf(allocated([10, 10], 3, 2))?.kind).toBe('bad-number');
    expect(problemOf(allocated([10, -1], 3))).toMatchObject({ name: 'sizes.1' });
    expect(problemOf(allocated([0, 0], 3))?.kind).toBe('bad-number');
  });
});

describe('percents as they are shown', () => {
  it('whole below 1,000 answers, one decimal from there, halves away from 0', () => {
    expect(shownPercent(0.12345, 999)).toBe(12);
    expect(shownPercent(0.12345, 1000)).toBe(12.3);
    expect(shownPercent(0.145, 200)).toBe(15);
    expect(shownPercent(1.005 / 100, 5000)).toBe(1);
  });

  it('of fewer than 5 answers, of a hidden number and of a hidden share there is no percent, not 0', () => {
    expect([shownPercent(0.5, 4), shownPercent(0.5, null), shownPercent(null, 800)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(shownPercent(0, 5)).toBe(0);
  });

  it('parts of a whole add to 100', () => {
    expect(percentsOfWhole([1, 1, 1])).toEqual([34, 33, 33]);
    expect(percentsOfWhole([1, 1, 1], 1)).toEqual([33.4, 33.3, 33.3]);
    expect(percentsOfWhole([0, 0])).toEqual([0, 0]);
  });
});
