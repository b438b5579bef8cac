import { describe, expect, it } from 'vitest';
import { serviceKinds } from '../../../law/index.ts';
import type { Figure } from '../../../statistics/figure.ts';
import { agesOf, type GapInput, gapRow, ranked } from './gap.ts';

const figure = (value: number | null, more: Partial<Figure> = {}): Figure => ({
  value,
  unit: 'persons',
  passport: { source: 'źródło', asOf: '2026-11-22', filter: '', formula: '' },
  ...more,
});

const input = (
  more: Omit<Partial<GapInput>, 'parts'> & { parts?: Partial<GapInput['parts']> } = {},
): GapInput => ({
  kind: 'dayHome',
  group: 'olderPeople',
  gmina: '1062011',
  gminaName: 'Piotrków Trybunalski',
  locality: null,
  ledgerFits: false,
  capacity: figure(30, { unit: 'places' }),
  people: figure(1000),
  peopleThen: figure(1200),
  ...more,
  parts: {
    survey: null,
    served: figure(30),
    waiting: figure(12),
    ledger: figure(40),
    finding: figure(null),
    ...more.parts,
  },
});

describe('demand (art. 21)', () => {
  it('is the estimate of the survey where there is one, with its interval, whatever else is known', () => {
    const survey = figure(100, { between: { low: 80, high: 120, meaning: '95 %' } });
    const row = gapRow(input({ parts: { survey } }));
    expect(row).toMatchObject({ basis: 'survey', demand: { value: 100 }, gap: { value: 70 } });
    expect(row.gap.between).toMatchObject({ low: 50, high: 90 });
  });

  it('else is at least who is served and the largest of the known lacks: they overlap, so they are never added', () => {
    const row = gapRow(input({ parts: { finding: figure(20) } }));
    expect(row).toMatchObject({ basis: 'least', demand: { value: 50 }, gap: { value: 20 } });
  });

  it('takes the ledger only where its area has one kind of service: the ledger knows no kinds', () => {
    expect(gapRow(input({ ledgerFits: true })).demand.value).toBe(70);
    expect(gapRow(input()).demand.value).toBe(42);
  });

  it('is unknown when nobody says how many are served, or when nothing tells of a lack', () => {
    const none = { waiting: figure(null), finding: figure(null) };
    for (const parts of [{ served: figure(null) }, none])
      expect(gapRow(input({ parts }))).toMatchObject({
        basis: 'none',
        demand: { value: null },
        gap: { value: null },
      });
  });

  it('carries sources, doubts and what is made up from the parts it was taken from', () => {
    const served = figure(30, { doubt: 'sprzeczne wiersze' });
    const waiting = figure(12, {
      passport: { source: 'kolejka', asOf: '2026', filter: '', formula: '', synthetic: true },
    });
    expect(gapRow(input({ parts: { served, waiting } })).gap).toMatchObject({
      doubt: 'sprzeczne wiersze',
      passport: { source: 'źródło; kolejka', synthetic: true },
    });
  });
});

describe('the gap', () => {
  it('is unknown, not zero, where the capacity is', () => {
    expect(gapRow(input({ capacity: figure(null) })).gap.value).toBeNull();
  });

  it('a bound from below that does not pass the capacity tells nothing: neither a surplus nor its lack', () => {
    expect(gapRow(input({ capacity: figure(42) })).gap.value).toBeNull();
    expect(gapRow(input({ capacity: figure(41) })).gap.value).toBe(1);
  });

  it('an estimate below the capacity is a surplus', () => {
    expect(gapRow(input({ parts: { survey: figure(20) } })).gap.value).toBe(-10);
  });

  it('at the end of the period grows with the people of these ages and shrinks by what is planned', () => {
    const row = gapRow(input({ parts: { survey: figure(100) }, planned: figure(25, { unit: 'places' }) }));
    expect(row.factor.value).toBeCloseTo(1.2, 10);
    expect(row.demandThen.value).toBe(120);
    expect(row.gapThen.value).toBe(65);
  });

  it('has the bounds of the scenarios at the end of the period, and is unknown without a projection', () => {
    const survey = figure(100, { between: { low: 80, high: 120, meaning: '95 %' } });
    const peopleThen = figure(1200, { between: { low: 1100, high: 1300, meaning: 'scenariusze' } });
    expect(gapRow(input({ parts: { survey }, peopleThen })).gapThen.between).toMatchObject({
      low: 58,
      high: 126,
    });
    expect(gapRow(input({ parts: { survey }, peopleThen: figure(null) })).gapThen.value).toBeNull();
  });
});

describe('the ranking', () => {
  it('goes by the size against the people of the group; unknown gaps stand after the known ones, none left out', () => {
    const rows = [
      gapRow(input({ kind: 'telecare', capacity: figure(null) })),
      gapRow(input({ kind: 'dayHome', parts: { survey: figure(60) }, people: figure(10_000) })),
      gapRow(input({ kind: 'seniorClub', parts: { survey: figure(50) } })),
      gapRow(input({ kind: 'nursery', parts: { survey: figure(31) }, people: figure(null) })),
    ];
    expect(ranked(rows).map(({ kind }) => kind)).toEqual(['seniorClub', 'dayHome', 'nursery', 'telecare']);
  });
});

describe('the people a service is compared with', () => {
  it('are of the ages of its groups, from the youngest to the oldest', () => {
    expect(agesOf('dayHome', serviceKinds.dayHome, null)).toEqual({ from: 60 });
    expect(agesOf('sport', serviceKinds.sport, null)).toEqual({ from: 0 });
    expect(agesOf('sport', serviceKinds.sport, 'childrenAndYouth')).toEqual({ from: 0, to: 19 });
    expect(agesOf('workHelp', serviceKinds.workHelp, null)).toEqual({ from: 15, to: 64 });
    expect(agesOf('nursery', serviceKinds.nursery, null)).toEqual({ from: 0, to: 4 });
    expect(agesOf('ecology', serviceKinds.ecology, null)).toEqual({ from: 0 });
  });
});
