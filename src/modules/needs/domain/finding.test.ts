import { describe, expect, it } from 'vitest';
import { namesAPerson, type QuarterCount, significanceOf } from './finding.ts';

const count = (quarter: number, yearBefore: number | null): QuarterCount => ({
  area: 4,
  gmina: '3006023',
  source: 'any',
  quarter,
  yearBefore,
});

describe('a quarter of the ledger becomes a finding', () => {
  it.each<[number, number | null, string | undefined, string]>([
    [4, 0, undefined, 'four needs are nobody’s business: small numbers point at a neighbour'],
    [5, 0, 'change', 'a need that was not there before is a change'],
    [12, 32, 'change', 'one and a half times the mean quarter is a change'],
    [11, 32, 'notable', 'a little more than usual is not'],
    [20, null, 'notable', 'a ledger younger than a year knows no usual'],
  ])('%i after %s in the year before: %s (%s)', (quarter, before, significance) => {
    expect(significanceOf(count(quarter, before))).toBe(significance);
  });
});

describe('a finding speaks of the community (rozeznanie), never of one person (rozpoznanie)', () => {
  it.each(['PESEL 44051401458', 'tel. 600 700 800', 'dzwonić: +48 600-700-800', 'jan@example.pl'])(
    '"%s" leads to a person',
    (words) => expect(namesAPerson(words)).toBe(true),
  );

  it.each([
    'w Witaszycach 120 osób 80+',
    'od 2024-10-01 do 2025-09-30',
    'uchwała XII/96/2026',
    '1 200 300 zł',
  ])('"%s" does not', (words) => expect(namesAPerson(words)).toBe(false));
});
