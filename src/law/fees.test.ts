import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeeTable } from './fee-table.ts';
import { publishedFeeTables } from './fee-tables.ts';
import {
  type Fee,
  type FeeRefusal,
  feeByTable,
  feeRate,
  feeUntilResignation,
  hourlyFee,
  serviceFee,
} from './fees.ts';

function table(id: string): FeeTable {
  const found = publishedFeeTables.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No table ${id}`);
  return found;
}

const amount = (fee: Fee | FeeRefusal) => (fee.ok ? fee.value : fee.code);
const plain = (words: readonly string[]) => words.map((each) => each.replaceAll('\u00A0', ' '));

describe('Dąbrowa Białostocka 2005: the amounts per hour that the resolution prints', () => {
  const of = table('dabrowa-bialostocka-2005');

  it.each([
    ['single', 46_100, 0, 0],
    ['single', 59_930, 400, 36],
    ['single', 69_150, 800, 71],
    ['single', 82_980, 1100, 98],
    ['single', 92_200, 2000, 179],
    ['single', 106_030, 3000, 268],
    ['single', 115_250, 4000, 357],
    ['single', 129_080, 4500, 402],
    ['single', 138_300, 6500, 580],
    ['single', 147_520, 8000, 714],
    ['single', 161_350, 9000, 804],
    ['single', 161_351, 10_000, 893],
    ['family', 31_600, 0, 0],
    ['family', 41_080, 600, 54],
    ['family', 47_400, 800, 71],
    ['family', 56_880, 1000, 89],
    ['family', 63_200, 1500, 134],
    ['family', 69_520, 2000, 179],
    ['family', 75_840, 2500, 223],
    ['family', 85_320, 4500, 402],
  ] as const)(
    '%s with %i gr pays %i hundredths of a percent: %i gr an hour',
    (household, incomeGrosze, rate, fee) => {
      const payer = { on: '2005-03-01', household, incomeGrosze };
      expect(feeRate(of, payer)).toMatchObject({ ok: true, value: { rate } });
      expect(amount(hourlyFee(of, payer))).toBe(fee);
    },
  );

  it('one grosz above a printed income falls into the next row', () => {
    expect(amount(hourlyFee(of, { on: '2005-03-01', household: 'single', incomeGrosze: 46_101 }))).toBe(36);
    expect(amount(hourlyFee(of, { on: '2005-03-01', household: 'single', incomeGrosze: 59_931 }))).toBe(71);
  });

  it('the rows for families above 270% were not seen: no fee is invented', () => {
    expect(amount(hourlyFee(of, { on: '2005-03-01', household: 'family', incomeGrosze: 85_321 }))).toBe(
      'incomeAboveTable',
    );
  });

  it('hours are charged at the printed amount per hour', () => {
    const payer = { on: '2005-03-01', household: 'single', incomeGrosze: 59_930, minutes: 600 } as const;
    expect(amount(feeByTable(of, payer))).toBe(360);
    expect(amount(feeByTable({ ...of, rounding: { ...of.rounding, on: 'total' } }, payer))).toBe(357);
  });
});

describe('Przeworsk 2018-2021: the amounts per hour of the table', () => {
  it.each([
    ['single', 70_100, 0],
    ['single', 84_120, 66],
    ['single', 98_140, 110],
    ['family', 52_800, 0],
    ['family', 63_360, 220],
    ['family', 73_920, 330],
  ] as const)('%s with %i gr pays %i gr an hour', (household, incomeGrosze, fee) => {
    expect(amount(hourlyFee(table('przeworsk-2018'), { on: '2020-05-05', household, incomeGrosze }))).toBe(
      fee,
    );
  });

  it('does not hold after the criterion changed', () => {
    const payer = { on: '2022-01-01', household: 'single', incomeGrosze: 70_100 } as const;
    expect(amount(hourlyFee(table('przeworsk-2018'), payer))).toBe('tableNotInForce');
  });
});

describe('Lipnica Murowana and Widawa 2023: the incomes that the tables print as edges', () => {
  it.each([
    [
      'lipnica-murowana-2023',
      'single',
      [77_600, 93_120, 116_400, 139_680, 170_720, 201_760],
      [0, 5, 10, 15, 20, 25],
    ],
    [
      'lipnica-murowana-2023',
      'family',
      [60_000, 72_000, 90_000, 108_000, 132_000, 156_000],
      [0, 5, 10, 15, 20, 30],
    ],
    ['widawa-2023', 'single', [77_600, 116_400, 155_200, 174_600], [0, 10, 15, 20]],
    ['widawa-2023', 'family', [60_000, 90_000, 120_000, 135_000], [0, 20, 30, 40]],
  ] as const)('%s, %s', (id, household, incomes, rates) => {
    const percent = (incomeGrosze: number) => {
      const rate = feeRate(table(id), { on: '2023-12-01', household, incomeGrosze });
      return rate.ok ? rate.value.rate / 100 : rate.code;
    };
    expect(incomes.map(percent)).toEqual(rates);
    expect(incomes.map((income) => percent(income + 1))).toEqual([...rates.slice(1), 'incomeAboveTable']);
  });
});

describe('art. 50 of the social assistance act: the fee for care services', () => {
  const lipnica = { ...table('lipnica-murowana-2023'), hourlyPriceGrosze: 4500 };
  const payer = { on: '2026-01-15', household: 'single', incomeGrosze: 140_000, minutes: 2400 } as const;

  it('single, 1400 zł, 40 h at 45 zł: 138.61% of 1010 zł, 10%, 180.00 zł', () => {
    const fee = feeByTable(lipnica, payer);
    expect(amount(fee)).toBe(18_000);
    expect(plain(fee.ok ? fee.steps : [])).toEqual([
      'Kryterium dochodowe (osoba samotnie gospodarująca) dnia 15 stycznia 2026: 1 010,00 zł.',
      'Dochód 1 400,00 zł to 138,61% kryterium.',
      'Próg tabeli: powyżej 120% do 150% włącznie. Opłata: 10% ceny.',
      '40 godz. × 45,00 zł × 10% = 180,00 zł (zaokrąglenie do najbliższej wartości, połówki w górę).',
    ]);
  });

  it('the same income in 2023 lay in a higher band: the old criterion judges the old case', () => {
    expect(amount(feeByTable(lipnica, { ...payer, on: '2023-12-01' }))).toBe(36_000);
  });

  it('a relief takes its part off, and only a relief of the table', () => {
    const withRelief = { ...lipnica, reliefs: [{ id: 'veteran', words: 'kombatant', share: 5000 }] };
    const fee = feeByTable(withRelief, { ...payer, reliefId: 'veteran' });
    expect(amount(fee)).toBe(9000);
    expect(fee.ok && fee.steps).toContain('Ulga: kombatant, 50% opłaty.');
    expect(amount(feeByTable(withRelief, { ...payer, reliefId: 'unknown' }))).toBe('reliefUnknown');
  });

  it.each([
    [{ incomeGrosze: null }, 'incomeUnknown'],
    [{ incomeGrosze: 999_999_99 }, 'incomeAboveTable'],
    [{ on: '2023-11-28' }, 'tableNotInForce'],
  ])('with %j no fee is guessed: %s', (change, code) => {
    expect(amount(feeByTable(lipnica, { ...payer, ...change }))).toBe(code);
  });

  it('without a price in the resolution there is no fee, except where the service is free', () => {
    const printed = table('lipnica-murowana-2023');
    expect(amount(feeByTable(printed, payer))).toBe('priceUnknown');
    expect(amount(hourlyFee(printed, payer))).toBe('priceUnknown');
    expect(amount(feeByTable(printed, { ...payer, incomeGrosze: 101_000 }))).toBe(0);
    expect(amount(feeByTable(table('inowroclaw-2025'), { ...payer, incomeGrosze: 252_500 }))).toBe(0);
    expect(amount(feeByTable(table('inowroclaw-2025'), { ...payer, incomeGrosze: 252_501 }))).toBe(
      'incomeAboveTable',
    );
  });

  it('a negative income and broken minutes are faults of the caller', () => {
    expect(() => feeByTable(lipnica, { ...payer, incomeGrosze: -1 })).toThrow(RangeError);
    expect(() => feeByTable(lipnica, { ...payer, minutes: 1.5 })).toThrow(RangeError);
  });

  it('more income or more time never costs less', () => {
    const incomes = fc.nat({ max: 262_600 });
    fc.assert(
      fc.property(
        incomes,
        incomes,
        fc.nat({ max: 20_000 }),
        fc.nat({ max: 600 }),
        (one, other, minutes, more) => {
          const [low, high] = [one, other].sort((a, b) => a - b);
          const fee = (incomeGrosze: number | undefined, time: number) =>
            Number(amount(feeByTable(lipnica, { ...payer, incomeGrosze: incomeGrosze ?? 0, minutes: time })));
          expect(fee(low, minutes)).toBeLessThanOrEqual(fee(high, minutes));
          expect(fee(low, minutes)).toBeLessThanOrEqual(fee(low, minutes + more));
        },
      ),
    );
  });
});

describe('art. 43(1): the fee for a service of a programme', () => {
  const use = { on: '2026-01-15', household: 'single', incomeGrosze: 140_000, quantity: 2400 } as const;

  it('what the programme does not price is free', () => {
    expect(serviceFee({ kind: 'free' }, use)).toMatchObject({
      ok: true,
      value: 0,
      basis: [{ article: '43 ust. 1' }],
    });
  });

  it('by income: the table of the programme, on the basis of the Act', () => {
    const priced = { ...table('lipnica-murowana-2023'), hourlyPriceGrosze: 4500 };
    const fee = serviceFee({ kind: 'byIncome', table: priced }, use);
    expect(amount(fee)).toBe(18_000);
    expect(fee.basis.map((each) => each.act)).toEqual(['cus', 'resolution', 'criteria']);
  });

  it('per unit: units times price, less a relief', () => {
    const perUnit = {
      kind: 'perUnit',
      unitPriceGrosze: 1250,
      unitWords: 'wizyt',
      reliefs: [{ id: 'large', words: 'Karta Dużej Rodziny', share: 2500 }],
      rounding: { mode: 'down', unit: 10 },
    } as const;
    expect(amount(serviceFee(perUnit, { ...use, incomeGrosze: null, quantity: 3 }))).toBe(3750);
    expect(amount(serviceFee(perUnit, { ...use, incomeGrosze: null, quantity: 3, reliefId: 'large' }))).toBe(
      2810,
    );
    expect(amount(serviceFee(perUnit, { ...use, quantity: 3, reliefId: 'none' }))).toBe('reliefUnknown');
  });
});

describe('art. 44: resignation', () => {
  const of = {
    feeGrosze: 18_000,
    plannedUnits: 2400,
    deliveries: [
      { on: '2026-01-10', units: 600 },
      { on: '2026-01-20', units: 300 },
      { on: '2026-01-21', units: 300 },
    ],
    resignedOn: '2026-01-20',
  };

  it('the fee is due for what was delivered up to the day of resignation, that day included', () => {
    expect(feeUntilResignation(of)).toMatchObject({ value: 6750, basis: [{ act: 'cus', article: '44' }] });
    expect(feeUntilResignation({ ...of, resignedOn: '2026-01-19' }).value).toBe(4500);
    expect(feeUntilResignation({ ...of, resignedOn: '2026-01-09' }).value).toBe(0);
  });

  it('the director may waive it in part or in whole, with a reason', () => {
    expect(feeUntilResignation({ ...of, waiver: { grosze: 750, reason: 'pobyt w szpitalu' } }).value).toBe(
      6000,
    );
    expect(feeUntilResignation({ ...of, waiver: { grosze: 99_999, reason: 'pobyt w szpitalu' } }).value).toBe(
      0,
    );
    expect(() => feeUntilResignation({ ...of, waiver: { grosze: 750, reason: ' ' } })).toThrow(RangeError);
  });

  it('nothing planned cannot be shared out', () => {
    expect(() => feeUntilResignation({ ...of, plannedUnits: 0 })).toThrow(RangeError);
  });

  it('never exceeds the fee that was set', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1_000_000 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.nat({ max: 9000 }),
        (fee, planned, units) => {
          const due = feeUntilResignation({
            feeGrosze: fee,
            plannedUnits: planned,
            deliveries: [{ on: '2026-01-10', units }],
            resignedOn: '2026-01-20',
          });
          expect(due.value).toBeLessThanOrEqual(fee);
          expect(due.value).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
