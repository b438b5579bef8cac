import { describe, expect, it } from 'vitest';
import { publishedFeeTables } from '../../../law/index.ts';
import { feeInput, feeOf } from './fee-input.ts';
import { feeSchema, type OfferFee, priceWords, quoteFee, reliefsOf } from './fee.ts';

const context = { gmina: 'Jarocin', service: 'Asystent', resolution: 'X/1/26', today: '2026-11-16' };

/** A row as typed: "above from% to to% inclusive pays rate%". */
const band = (from: string, to: string, rate: string, edges = { fromEdge: 'above', toEdge: 'upTo' }) => ({
  from,
  to,
  rate,
  ...edges,
});
const firstBand = (to: string, rate: string) => band('0', to, rate, { fromEdge: 'from', toEdge: 'upTo' });
const blankBand = band('', '', '');

const table = (more: Record<string, unknown> = {}) => ({
  validFrom: '1.01.2026',
  validTo: '',
  hourlyPriceGrosze: '45,00',
  roundingMode: 'halfUp',
  roundingUnit: '1',
  roundingOn: 'total',
  single: [firstBand('100', '0'), band('100', '150', '10'), band('150', '', '100'), blankBand],
  family: [firstBand('100', '0'), band('100', '', '50'), blankBand],
  ...more,
});

const byIncome = (...tables: unknown[]) => feeInput.safeParse({ kind: 'byIncome', tables, reliefs: [] });
const issues = (result: ReturnType<typeof byIncome>): [string, string][] =>
  (result.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]);

const kept = (input: unknown): OfferFee => {
  const fee = feeOf(feeInput.parse(input), context);
  if (fee === null) throw new Error('no fee');
  return feeSchema.parse(JSON.parse(JSON.stringify(fee)));
};

describe('a table of fees written in the form (art. 5(3)(7))', () => {
  it('is kept with its edges and rounding as typed, without the blank rows', () => {
    expect(
      kept({ kind: 'byIncome', tables: [table()], reliefs: [{ words: 'duża rodzina', percent: '50' }] }),
    ).toEqual({
      kind: 'byIncome',
      tables: [
        expect.objectContaining({
          validFrom: '2026-01-01',
          validTo: null,
          hourlyPriceGrosze: 4500,
          rounding: { mode: 'halfUp', unit: 1, on: 'total' },
          bands: {
            single: [
              { from: 0, fromInclusive: true, to: 10_000, toInclusive: true, rate: 0 },
              { from: 10_000, fromInclusive: false, to: 15_000, toInclusive: true, rate: 1000 },
              { from: 15_000, fromInclusive: false, to: null, toInclusive: false, rate: 10_000 },
            ],
            family: expect.arrayContaining([expect.objectContaining({ rate: 5000 })]),
          },
          reliefs: [{ id: 'r1', words: 'duża rodzina', share: 5000 }],
        }),
      ],
    });
  });

  it.each<[string, Record<string, unknown>, string, RegExp]>([
    [
      'bands that overlap',
      { single: [firstBand('120', '0'), band('100', '', '10')] },
      'tables.0.single.1.from',
      /zachodzi/,
    ],
    [
      'an edge in two bands',
      { single: [firstBand('100', '0'), band('100', '', '10', { fromEdge: 'from', toEdge: 'upTo' })] },
      'tables.0.single.1.from',
      /dwóch progów/,
    ],
    [
      'a gap between bands',
      { family: [firstBand('100', '0'), band('120', '', '10')] },
      'tables.0.family.1.from',
      /nie ma żadnego progu/,
    ],
    [
      'no band for a person without income',
      { single: [band('100', '', '10')] },
      'tables.0.single.0.from',
      /0%/,
    ],
    [
      'a table that ends before the highest income',
      { single: [firstBand('100', '0')] },
      'tables.0.single.0.to',
      /powyżej 100%/,
    ],
    [
      'a table without bands for families',
      { family: [blankBand] },
      'tables.0.family.0.from',
      /żadnego progu/,
    ],
    [
      'a period that ends before it begins',
      { validTo: '31.12.2025' },
      'tables.0.validTo',
      /kończy się przed/,
    ],
    ['a price of nothing', { hourlyPriceGrosze: '0' }, 'tables.0.hourlyPriceGrosze', /dodatnia/],
    [
      'a share of more than the price',
      { single: [firstBand('', '101')] },
      'tables.0.single.0.rate',
      /procent/,
    ],
  ])('is refused beside its row: %s', (_name, more, path, words) => {
    expect(issues(byIncome(table(more)))).toContainEqual([path, expect.stringMatching(words)]);
  });

  it('must leave every day to one table only', () => {
    const next = table({ validFrom: '2026-07-01' });
    expect(issues(byIncome(table(), next)).map(([path]) => path)).toEqual(['tables.1.validFrom']);
    expect(issues(byIncome(table({ validTo: '2026-07-01' }), next)).map(([path]) => path)).toEqual([
      'tables.1.validFrom',
    ]);
    expect(byIncome(table({ validTo: '2026-06-30' }), next).success).toBe(true);
  });

  it('leaves out the blank table at the end of the form', () => {
    const blank = {
      roundingMode: 'halfUp',
      roundingUnit: '1',
      roundingOn: 'total',
      validFrom: '',
      validTo: '',
      hourlyPriceGrosze: '',
      single: [blankBand],
      family: [],
    };
    expect(byIncome(table(), blank).data).toMatchObject({ tables: [{ validFrom: '2026-01-01' }] });
    expect(issues(byIncome(blank)).map(([path]) => path)).toEqual(['tables']);
  });
});

describe('the fee for a person (art. 43(1))', () => {
  const income = kept({
    kind: 'byIncome',
    tables: [table({ validTo: '2026-06-30' }), table({ validFrom: '2026-07-01', hourlyPriceGrosze: '50' })],
    reliefs: [],
  });
  const quote = (fee: OfferFee | null, unit: 'hour' | 'item', more: Record<string, unknown> = {}) =>
    quoteFee(
      { fee, unit },
      { incomeGrosze: 140_000, household: 'single', units: 40, on: '2026-03-10', ...more },
    );

  it('follows the band of the income: 1400 zł alone is 138,61% of the criterion, 10% of 40 hours at 45 zł', () => {
    expect(quote(income, 'hour')).toMatchObject({ ok: true, value: 18_000 });
  });

  it('follows the table of the day', () => {
    expect(quote(income, 'hour', { on: '2026-06-30' })).toMatchObject({ value: 18_000 });
    expect(quote(income, 'hour', { on: '2026-07-01' })).toMatchObject({ value: 20_000 });
    expect(quote(income, 'hour', { on: '2025-12-31' })).toMatchObject({ ok: false, code: 'tableNotInForce' });
  });

  it('gives the amounts that published tables print', () => {
    const printed = publishedFeeTables.find((one) => one.id === 'dabrowa-bialostocka-2005');
    if (!printed) throw new Error('no published table');
    const fee = feeSchema.parse(JSON.parse(JSON.stringify({ kind: 'byIncome', tables: [printed] })));
    expect(
      quoteFee(
        { fee, unit: 'hour' },
        { incomeGrosze: 60_000, household: 'single', units: 1, on: '2005-05-05' },
      ),
    ).toMatchObject({ value: 71 });
  });

  it('is a price per unit less a relief, or nothing, or unknown where the programme does not say', () => {
    const taxi = kept({
      kind: 'perUnit',
      unitPriceGrosze: '3',
      reliefs: [{ words: 'znaczny stopień', percent: '100' }],
    });
    expect(quote(taxi, 'item', { units: 24 })).toMatchObject({ ok: true, value: 7200 });
    expect(quote(taxi, 'item', { units: 24, reliefId: 'r1' })).toMatchObject({ ok: true, value: 0 });
    expect(reliefsOf(taxi, '2026-03-10')).toEqual([{ id: 'r1', words: 'znaczny stopień', share: 10_000 }]);
    expect(quote({ kind: 'free' }, 'item')).toMatchObject({ ok: true, value: 0 });
    expect(quote(null, 'item')).toMatchObject({ ok: false, code: 'priceUnknown' });
    expect(quote(income, 'hour', { incomeGrosze: null })).toMatchObject({ ok: false, code: 'incomeUnknown' });
  });

  it('is said in words before anything is known of the person', () => {
    expect(priceWords({ fee: { kind: 'free' }, unit: 'hour' }, '2026-03-10')).toBe('bezpłatnie');
    expect(priceWords({ fee: income, unit: 'hour' }, '2026-03-10')).toBe(
      'od 0% do 100% ceny godziny (45,00\u00a0zł), zależnie od dochodu',
    );
    expect(priceWords({ fee: null, unit: 'hour' }, '2026-03-10')).toBeNull();
  });
});
