import { describe, expect, it } from 'vitest';
import { incomeCriterionOn } from './income-criteria.ts';

describe('income criteria hold from their date', () => {
  it.each([
    ['2005-06-01', 46_100, 31_600],
    ['2018-10-01', 70_100, 52_800],
    ['2021-12-31', 70_100, 52_800],
    ['2022-01-01', 77_600, 60_000],
    ['2024-12-31', 77_600, 60_000],
    ['2025-01-01', 101_000, 82_300],
    ['2026-11-21', 101_000, 82_300],
  ])('%s: %i gr single, %i gr per head', (date, single, family) => {
    expect(incomeCriterionOn(date)).toMatchObject({ single, family });
  });

  it('a day of which no amount was found stays unknown', () => {
    expect(incomeCriterionOn('2018-09-30')).toBeUndefined();
    expect(incomeCriterionOn('2003-01-01')).toBeUndefined();
  });
});
