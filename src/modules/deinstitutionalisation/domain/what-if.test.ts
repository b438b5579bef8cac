import { describe, expect, it } from 'vitest';
import { type Assumptions, sensitivityOf, whatIf } from './what-if.ts';

const given: Assumptions = {
  people: 10,
  movingYears: 2,
  years: 4,
  homeMonthly: 6_000_00,
  paidByResident: 50,
  fixedShare: 0,
  careHours: 40,
  hourPrice: 45_00,
  otherMonthly: 200_00,
  paidInCommunity: 0,
  startOnce: 10_000_00,
  prices: 0,
  returns: 0,
};

describe('moving people from homes to support in the community', () => {
  it('is counted by hand: 2.5, 7.5, 10, 10 people a year, 3 000 zł not paid and 2 000 zł paid for each a month', () => {
    const result = whatIf(given);
    expect(result.monthly).toEqual({ home: 3_000_00, community: 2_000_00 });
    expect(result.years.map(({ inCommunity }) => inCommunity)).toEqual([2.5, 7.5, 10, 10]);
    expect(result.years.map(({ balance }) => balance / 100)).toEqual([
      -2.5 * 12 * 1_000 + 50_000,
      -7.5 * 12 * 1_000 + 50_000,
      -120_000,
      -120_000,
    ]);
    expect(result.years.map(({ sum }) => sum / 100)).toEqual([20_000, -20_000, -140_000, -260_000]);
    expect(result.total / 100).toBe(-260_000);
    expect(result.paysBackIn).toBe(2);
  });

  it('never pays back when the community costs more than a place in a home', () => {
    const dear = whatIf({ ...given, careHours: 160 });
    expect(dear.paysBackIn).toBeNull();
    expect(dear.total).toBeGreaterThan(0);
  });

  it('the fixed part of a home is not saved when one person leaves', () => {
    expect(whatIf({ ...given, fixedShare: 100 }).years.every(({ saved }) => saved === 0)).toBe(true);
  });

  it('prices grow from the second year, for both', () => {
    const [first, second] = whatIf({ ...given, prices: 10, movingYears: 1 }).years;
    expect(first?.saved).toBe(5 * 12 * 3_000_00);
    expect(second?.saved).toBeCloseTo(10 * 12 * 3_000_00 * 1.1, 6);
  });

  it('those who go back to a home are not counted as living in the community', () => {
    expect(whatIf({ ...given, returns: 20 }).years.at(-1)?.inCommunity).toBe(8);
  });
});

describe('sensitivity', () => {
  it('turns each assumption alone by a fifth; the most telling comes first', () => {
    const found = sensitivityOf(given);
    expect(found[0]?.assumption).toBe('homeMonthly');
    expect(found[0]?.lower.value).toBe(4_800_00);
    // 30 person-years x 12 x 600 zł: what a fifth of the home's price is worth
    expect(((found[0]?.lower.total ?? 0) - whatIf(given).total) / 100).toBeCloseTo(30 * 12 * 600, 6);
    const swings = found.map(({ swing }) => swing);
    expect(swings).toEqual(swings.toSorted((one, other) => other - one));
  });

  it('says nothing of what changes nothing, and never turns the question itself', () => {
    const keys = sensitivityOf(given).map(({ assumption }) => assumption);
    expect(keys).not.toContain('fixedShare');
    expect(keys).not.toContain('people');
    expect(keys).not.toContain('years');
  });
});
