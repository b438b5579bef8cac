import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandWords, checkFeeTable, type FeeBand, type FeeTable, feeTableOn, inBand } from './fee-table.ts';
import { publishedFeeTables } from './fee-tables.ts';

const band = (from: number, to: number | null, rate: number): FeeBand => ({
  from: from * 100,
  fromInclusive: from === 0,
  to: to === null ? null : to * 100,
  toInclusive: to !== null,
  rate: rate * 100,
});

const sound: FeeTable = {
  id: 'example',
  gmina: 'Przykładowo',
  service: 'usługi opiekuńcze',
  resolution: 'Uchwała przykładowa',
  validFrom: '2026-01-01',
  validTo: null,
  hourlyPriceGrosze: 4500,
  bands: {
    single: [band(0, 100, 0), band(100, 150, 10), band(150, null, 100)],
    family: [band(0, 100, 0), band(100, 150, 15), band(150, null, 100)],
  },
  complete: { single: true, family: true },
  rounding: { mode: 'halfUp', unit: 1, on: 'total' },
  reliefs: [{ id: 'veteran', words: 'kombatant', share: 5000 }],
  source: 'przykład',
  checkedOn: '2026-11-21',
};

const faults = (change: Partial<FeeTable>) =>
  checkFeeTable({ ...sound, ...change }).map(({ code, household, band: row }) => [code, household, row]);
const withSingle = (...single: readonly FeeBand[]) => faults({ bands: { ...sound.bands, single } });

describe('art. 5(3)(7): a fee table is checked before it is used', () => {
  it('a sound table has no fault', () => {
    expect(checkFeeTable(sound)).toEqual([]);
  });

  it.each(publishedFeeTables.map((table) => [table.id, table] as const))(
    'the published table %s is sound',
    (_, table) => {
      expect(checkFeeTable(table)).toEqual([]);
    },
  );

  it('overlapping bands are named by row', () => {
    expect(withSingle(band(0, 100, 0), band(90, 150, 10), band(150, null, 100))).toEqual([
      ['overlap', 'single', 2],
    ]);
    expect(withSingle(band(0, null, 0), band(150, null, 100))).toEqual([['overlap', 'single', 2]]);
  });

  it('an income on an edge of two bands that both include it is an overlap', () => {
    expect(withSingle(band(0, 100, 0), { ...band(100, null, 10), fromInclusive: true })).toEqual([
      ['overlap', 'single', 2],
    ]);
  });

  it('a gap between bands is named, even of a single income', () => {
    expect(withSingle(band(0, 100, 0), band(110, null, 10))).toEqual([['gap', 'single', 2]]);
    expect(withSingle({ ...band(0, 100, 0), toInclusive: false }, band(100, null, 10))).toEqual([
      ['gap', 'single', 2],
    ]);
  });

  it('edges that do not rise are refused', () => {
    expect(withSingle(band(0, 100, 0), band(100, 100, 5), band(100, null, 10))).toEqual([
      ['edges', 'single', 2],
    ]);
    expect(withSingle(band(0, 200, 0), band(200, null, 100), band(100, 200, 10))).toEqual([
      ['order', 'single', 3],
      ['end', 'single', 3],
    ]);
  });

  it('the first band holds people without income', () => {
    expect(withSingle(band(10, null, 10))).toEqual([['start', 'single', 1]]);
    expect(withSingle({ ...band(0, null, 0), fromInclusive: false })).toEqual([['start', 'single', 1]]);
  });

  it('a table said to be complete must reach every income', () => {
    expect(withSingle(band(0, 100, 0))).toEqual([['end', 'single', 1]]);
    expect(withSingle()).toEqual([['empty', 'single', undefined]]);
    expect(
      faults({
        bands: { ...sound.bands, single: [band(0, 100, 0)] },
        complete: { single: false, family: true },
      }),
    ).toEqual([]);
  });

  it.each([
    [{ hourlyPriceGrosze: 0 }, 'price'],
    [{ hourlyPriceGrosze: 45.5 }, 'price'],
    [{ rounding: { mode: 'up', unit: 0, on: 'total' } }, 'rounding'],
    [{ reliefs: [{ id: 'a', words: 'a', share: 10_001 }] }, 'relief'],
    [{ reliefs: [sound.reliefs, sound.reliefs].flat() }, 'relief'],
    [{ validTo: '2025-12-31' }, 'period'],
    [{ validFrom: '2026-02-30' }, 'period'],
  ] as const)('%j is refused: %s', (change, code) => {
    expect(faults(change).map(([found]) => found)).toEqual([code]);
  });

  it('a rate above 100% of the price is refused', () => {
    expect(withSingle(band(0, null, 120))).toEqual([['rate', 'single', 1]]);
  });

  it('an income on an edge belongs only to the band that includes it', () => {
    expect(inBand(band(0, 100, 0), 101_000, 101_000)).toBe(true);
    expect(inBand(band(100, 150, 10), 101_000, 101_000)).toBe(false);
    expect(inBand(band(100, 150, 10), 101_001, 101_000)).toBe(true);
    expect(inBand({ ...band(100, 150, 10), fromInclusive: true, toInclusive: false }, 151_500, 101_000)).toBe(
      false,
    );
  });

  it('a sound table gives every income exactly one band', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2_000_000 }),
        fc.constantFrom('single' as const, 'family' as const),
        (income, household) => {
          expect(sound.bands[household].filter((each) => inBand(each, income, 101_000))).toHaveLength(1);
        },
      ),
    );
  });
});

describe('words and versions of a table', () => {
  it.each([
    [band(0, 100, 0), 'od 0% do 100% włącznie'],
    [band(120, 150, 10), 'powyżej 120% do 150% włącznie'],
    [{ ...band(120, 150, 10), toInclusive: false }, 'powyżej 120% do 150% wyłącznie'],
    [band(350, null, 100), 'powyżej 350%'],
  ])('%o', (of, words) => {
    expect(bandWords(of)).toBe(words);
  });

  it('the table of the day is taken: an old case is judged by the old table', () => {
    const older = { ...sound, id: 'older', validFrom: '2025-01-01', validTo: '2025-12-31' };
    expect(feeTableOn([sound, older], '2025-12-31')?.id).toBe('older');
    expect(feeTableOn([sound, older], '2026-01-01')?.id).toBe('example');
    expect(feeTableOn([sound, older], '2024-12-31')).toBeUndefined();
  });
});
