import { describe, expect, it } from 'vitest';
import { judgeShares } from './shares.ts';
import { breakOf, changeBetween, newestChange, type Point } from './series.ts';
import { gminaKey, sameGmina } from './teryt.ts';

const point = (year: number, base: Point['base'], value: number): Point => ({
  year,
  base,
  value,
  source: 's',
});

/** Piotrków Trybunalski as its sources give it. */
const town = [
  point(2020, 'before2021', 72250),
  point(2021, 'before2021', 71252),
  point(2022, 'census2021', 67264),
  point(2023, 'census2021', 66519),
];

describe('a series across the census of 2021', () => {
  it('71,252 (2021) to 67,264 (2022) is a change of base: no change is told', () => {
    expect(changeBetween(town, 2021, 2022)).toEqual({ ok: false, why: 'broken' });
    expect(changeBetween(town, 2020, 2023)).toEqual({ ok: false, why: 'broken' });
  });

  it('within one base the change is told in people and per cent', () => {
    const change = changeBetween(town, 2022, 2023);
    expect(change).toMatchObject({ ok: true, people: -745 });
    expect(change.ok && change.percent).toBeCloseTo(-1.1076, 4);
  });

  it('a year that no source gives is unknown, not broken', () => {
    expect(changeBetween(town, 2019, 2023)).toEqual({ ok: false, why: 'unknown' });
  });

  it('the newest change stays on the newest base', () => {
    expect(newestChange(town)).toMatchObject({ people: -745 });
    expect(newestChange([point(2020, 'before2021', 10)])).toBeUndefined();
  });

  it('where one year has both bases, the break is measured in that year', () => {
    expect(breakOf(town)).toMatchObject({ year: 2022, sameYear: false });
    expect(breakOf([...town, point(2021, 'census2021', 68270)])).toMatchObject({
      year: 2021,
      sameYear: true,
      before: { value: 71252 },
      after: { value: 68270 },
    });
    expect(breakOf(town.slice(0, 2))).toBeUndefined();
  });
});

describe('TERYT codes of 2020 and of 2026', () => {
  it('are joined on the first six digits: a village that became a town is the same gmina', () => {
    expect(sameGmina('1207072', '1207073')).toBe(true);
    expect(sameGmina('1207072', '1207082')).toBe(false);
    expect(gminaKey('1207073')).toBe('120707');
  });
});

describe('percentages that a source has rounded', () => {
  it.each([99.7, 100.3, 99.9])('%s is taken and said', (sum) => {
    expect(judgeShares([60, sum - 60])).toEqual({ kind: 'rounded', sum });
  });

  it('100 is whole', () => {
    expect(judgeShares([33.33, 33.33, 33.34])).toEqual({ kind: 'whole' });
  });

  it.each([97, 99.6, 100.4])('%s is refused', (sum) => {
    expect(judgeShares([60, sum - 60])).toEqual({ kind: 'wrong', sum });
  });
});
