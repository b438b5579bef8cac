import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Codes, type CountRow, safeMonths } from './safe-counts.ts';
import { tabulate } from './tables.ts';

const row = (month: string, times: number, more: Partial<CountRow> = {}): CountRow => ({
  month: `2026-${month}`,
  area: 6,
  reason: 'no_service',
  group: 'carers',
  gmina: '3006023',
  locality: 'Golina',
  times,
  ...more,
});

const of = (rows: CountRow[], from: string, to: string, codes: Codes = {}): number | null =>
  safeMonths(rows).period(`2026-${from}`, `2026-${to}`).count(codes);

describe('two months beside each other', () => {
  it('a month that is hidden does not follow from a sum of months', () => {
    const rows = [row('08', 9), row('09', 2), row('10', 7)];
    expect(of(rows, '09', '09')).toBeNull();
    expect(of(rows, '10', '10')).toBe(7);
    expect(of(rows, '09', '10')).toBeNull();
    expect(of(rows, '08', '10')).toBeNull();
  });

  it('two hidden months that hold five together are shown as one, and never taken apart', () => {
    const rows = [row('07', 9), row('08', 2), row('09', 3), row('10', 7)];
    expect(of(rows, '08', '09')).toBe(5);
    expect(of(rows, '07', '10')).toBe(21);
    expect(of(rows, '07', '08')).toBeNull();
    expect(of(rows, '09', '10')).toBeNull();
  });

  it('months with nothing in them change nothing', () => {
    const rows = [row('07', 9), row('10', 7)];
    expect(of(rows, '07', '10')).toBe(16);
    expect(of(rows, '08', '09')).toBe(0);
  });
});

describe('a narrowing beside the whole', () => {
  const rows = [
    row('10', 3, { area: 5, group: 'olderPeople' }),
    row('10', 6, { area: 4, group: 'olderPeople' }),
    row('10', 40, { area: 6 }),
    row('10', 30, { area: 9, group: 'olderPeople' }),
  ];

  it('an area that is hidden in the whole is hidden where it is asked for alone', () => {
    const hidden = [4, 5, 6, 9].filter((area) => of(rows, '10', '10', { area }) === null);
    expect(hidden).toContain(5);
    expect(hidden.length).toBeGreaterThan(1);
  });

  it('two codes together are shown where nothing follows from them', () => {
    const wide = [
      row('10', 20),
      row('10', 30, { group: 'olderPeople' }),
      row('10', 15, { area: 4, group: 'olderPeople' }),
    ];
    expect(of(wide, '10', '10', { area: 6, group: 'carers' })).toBe(20);
    expect(of(wide, '10', '10', { area: 4, group: 'carers' })).toBe(0);
  });

  it('a locality is shown alone or by one code, not by two', () => {
    const place = { gmina: '3006023', locality: 'Golina' };
    const wide = [row('10', 20), row('10', 30, { locality: 'Witaszyce' })];
    expect(of(wide, '10', '10', place)).toBe(20);
    expect(of(wide, '10', '10', { ...place, area: 6 })).toBe(20);
    expect(of(wide, '10', '10', { ...place, area: 6, group: 'carers' })).toBeNull();
  });
});

const months = ['06', '07', '08', '09', '10'];
const rowsOfTown = fc.array(
  fc.record({
    month: fc.constantFrom(...months.map((one) => `2026-${one}`)),
    area: fc.constantFrom(4, 5, 6),
    reason: fc.constantFrom('no_service' as const, 'no_places' as const),
    group: fc.constantFrom('carers' as const, 'olderPeople' as const, null),
    gmina: fc.constant('3006023'),
    locality: fc.constant(null),
    times: fc.integer({ min: 1, max: 12 }),
  }),
  { minLength: 1, maxLength: 40 },
);

const safeRest = (rest: number): boolean => rest === 0 || rest >= 5;

/** Smallest numbers that subtraction of two shown periods gives, by code: none of 1 to 4. */
function restsOfPeriods(rows: CountRow[], codes: readonly Codes[]): number[] {
  const safe = safeMonths(rows);
  const shown = (from: string, to: string, code: Codes): number | null =>
    safe.period(`2026-${from}`, `2026-${to}`).count(code);
  return codes.flatMap((code) =>
    months.flatMap((from, first) =>
      months.slice(first).flatMap((to, length) => {
        const count = shown(from, to, code);
        if (count === null) return [];
        const parts = months.slice(first, first + length).map((middle) => shown(from, middle, code));
        return [count, ...parts.flatMap((part) => (part === null ? [] : count - part))];
      }),
    ),
  );
}

/** What is left of a shown sum when its named parts are taken away, for every area and group asked for alone. */
function restsOfNarrowings(rows: CountRow[]): number[] {
  const period = { from: '2026-10', to: '2026-10' };
  const narrowed = (codes: Codes) =>
    tabulate(rows, period, codes, { months: ['2026-10'], gminas: ['3006023'] });
  const left = (total: number | null, parts: readonly (number | null)[]): number =>
    total === null ? 0 : total - parts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const groups = (['carers', 'olderPeople'] as const).map((group) => narrowed({ group }));
  return [
    ...[4, 5, 6].map((area) => {
      const { total, byGroup } = narrowed({ area });
      return left(
        total,
        byGroup.map(({ count }) => count),
      );
    }),
    ...groups.map(({ total, byArea }) => left(total, byArea.rowTotals)),
  ];
}

describe('whoever takes one shown number from another', () => {
  it('finds no hidden month, for any code, by any two periods', () => {
    const codes: Codes[] = [{}, { area: 4 }, { group: 'carers' }, { area: 5, reason: 'no_places' }];
    const found: number[] = [];
    fc.assert(
      fc.property(rowsOfTown, (rows) => {
        found.push(...restsOfPeriods(rows, codes));
        return found.every(safeRest);
      }),
      { numRuns: 60 },
    );
    expect(found.filter((rest) => !safeRest(rest))).toEqual([]);
  });

  it('is left with nothing, or with five and more, when the named parts are taken from a shown sum', () => {
    const found: number[] = [];
    fc.assert(
      fc.property(rowsOfTown, (rows) => {
        found.push(...restsOfNarrowings(rows));
        return found.every(safeRest);
      }),
      { numRuns: 150 },
    );
    expect(found.filter((rest) => !safeRest(rest))).toEqual([]);
  });
});
