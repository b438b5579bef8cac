import { describe, expect, it } from 'vitest';
import { checkTeryt } from '../../law/index.ts';
import feesFile from '../../../data/fees.json' with { type: 'json' };
import { ageStructureOf, centres, gminas, programmes, services } from './reference.ts';

const itemNames = [
  'nameAndGoal',
  'period',
  'needs',
  'people',
  'services',
  'qualification',
  'fees',
  'evidence',
  'personalData',
  'organisation',
  'monitoring',
  'budget',
];

const ofGmina = (teryt: string) => services.filter((one) => one.gminas.includes(teryt));

describe('Centres', () => {
  it('are two of type A and one of type B with two gminas (art. 8), the last marked as invented', () => {
    expect(centres.map(({ kind, gminas: codes, invented }) => [kind, codes.length, invented])).toEqual([
      ['A', 1, false],
      ['A', 1, false],
      ['B', 2, true],
    ]);
    expect(centres[2]?.note).toContain('Takiego centrum nie ma');
  });

  it('leave unknown what no source gives', () => {
    const [jarocin, , invented] = centres;
    expect(jarocin).toMatchObject({ address: null, phone: null, createdOn: '2021-11' });
    expect(invented).toMatchObject({
      address: null,
      phone: null,
      email: null,
      createdOn: null,
      resolution: null,
    });
  });

  it('serve gminas of the register, which have an age structure that adds up', () => {
    for (const code of centres.flatMap((centre) => centre.gminas)) {
      expect(checkTeryt(code).ok).toBe(true);
      expect(gminas.map(({ teryt }) => teryt)).toContain(code);
      const { people, total, women, men } = ageStructureOf(code);
      expect(people.reduce((a, b) => a + b, 0)).toBe(total);
      expect([people.length, women.length, men.length]).toEqual([18, 18, 18]);
    }
  });
});

describe('Age structure', () => {
  it('is found by six digits of TERYT, because the seventh changes with the kind of gmina', () => {
    expect(ageStructureOf('3006023')).toBe(ageStructureOf('3006021'));
    expect(() => ageStructureOf('9999991')).toThrow(RangeError);
  });
});

describe('Services', () => {
  it('are 23 of Jarocin, 20 of Żyrardów and at least ten for both gminas of the third centre', () => {
    expect(ofGmina('3006023')).toHaveLength(23);
    expect(ofGmina('1438011')).toHaveLength(20);
    expect(ofGmina('0221021').length).toBeGreaterThanOrEqual(10);
    expect(ofGmina('0221021')).toEqual(ofGmina('0221082'));
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
  });

  it('keep care services on the track of their own statute (art. 19)', () => {
    const care = services.filter(({ name }) => name.startsWith('Usługi opiekuńcze'));
    expect(care.length).toBeGreaterThanOrEqual(2);
    for (const { track } of care) expect(track).toBe('separate_statute');
  });

  it('borrowed from another gmina carry neither its contact nor its provider, and say whose they are', () => {
    const borrowed = services.filter(({ adaptedFrom }) => adaptedFrom !== null);
    expect(borrowed.length).toBeGreaterThan(0);
    for (const { contact, provider, notes, adaptedFrom } of borrowed) {
      expect([contact, provider]).toEqual([null, null]);
      expect(notes).toContain(adaptedFrom?.gmina);
    }
  });

  it('claim an age only where the text names one', () => {
    for (const { match, recipients, conditions } of services) {
      const ages = [match, ...(match?.anyOf ?? [])].flatMap((one) => one?.ageFrom ?? []);
      for (const age of ages) expect(`${recipients} ${conditions}`).toContain(String(age));
    }
    expect(services.find(({ id }) => id === 'jarocin-19')?.match).toEqual({ resident: true });
  });
});

describe('Programmes', () => {
  it('hold the twelve items of art. 5(3) in the order of the Act, missing ones as null', () => {
    for (const { items } of programmes) expect(Object.keys(items)).toEqual(itemNames);
    const plan = programmes.find(({ id }) => id === 'jarocin-plan');
    expect(plan?.items.qualification).toBeNull();
    expect(plan?.items.evidence).toBeNull();
  });

  it('give every gmina of a centre a complete programme in force, marked as of the demonstration', () => {
    for (const code of centres.flatMap((centre) => centre.gminas)) {
      const complete = programmes.filter(
        ({ gminas: codes, items }) =>
          codes.includes(code) && Object.values(items).every((item) => item !== null),
      );
      expect(complete).toHaveLength(1);
      for (const { relation, items, resolution, note } of complete) {
        expect([relation, resolution?.number, resolution?.date]).toEqual(['demonstration', null, null]);
        expect(note).toContain('nie przyjęła go żadna rada');
        expect(items.budget?.origin).toBe('demonstration');
      }
    }
  });

  it('invent nothing outside the demonstration', () => {
    const published = programmes.filter(({ relation }) => relation !== 'demonstration');
    for (const { items, source } of published) {
      expect(source.length).toBeGreaterThan(0);
      for (const item of Object.values(items)) expect(item?.origin ?? 'source').toBe('source');
    }
  });

  it('name only services of their gmina, and their budget is the sum of its lines', () => {
    const running = programmes.filter(({ relation }) => relation === 'demonstration');
    for (const { items, gminas: codes } of running) {
      const offered = ofGmina(codes[0] ?? '').filter(({ track }) => track !== 'separate_statute');
      const known = new Set(offered.map(({ id }) => id));
      for (const limit of items.people?.limits ?? []) {
        expect(known).toContain(limit.service);
        expect(limit.budgetGrosze).toBe(limit.people * limit.units * limit.unitPriceGrosze);
      }
      const lines = items.budget?.lines ?? [];
      expect(lines.reduce((sum, { grosze }) => sum + grosze, 0)).toBe(items.budget?.totalGrosze);
    }
  });

  it('keep an amount in words marked as an approximation', () => {
    const inWords = programmes.filter(({ items }) => items.budget?.text?.match(/ponad|prawie|mln/));
    expect(inWords.length).toBeGreaterThan(2);
    for (const { items } of inWords) expect(items.budget?.approximate).toBe(true);
  });
});

describe('Fee tables', () => {
  it('give the amounts their sources print: the share of the hourly price to a full grosz', () => {
    const printed = feesFile.hourlyTables.flatMap(({ hourGrosze, single, family }) =>
      [...single, ...family].flatMap(({ feePct, feeGroszePerHour }) =>
        hourGrosze === null || feeGroszePerHour === null ? [] : [{ hourGrosze, feePct, feeGroszePerHour }],
      ),
    );
    expect(printed.length).toBeGreaterThan(20);
    for (const { hourGrosze, feePct, feeGroszePerHour } of printed) {
      expect(Math.floor((hourGrosze * feePct * 2 + 100) / 200)).toBe(feeGroszePerHour);
    }
  });

  it('have bands that follow one another without a gap or an overlap', () => {
    for (const { single, family } of feesFile.hourlyTables) {
      for (const bands of [single, family]) {
        bands.forEach((band, i) => expect(band.overPct).toBe(i === 0 ? 0 : bands[i - 1]?.toPct));
      }
    }
  });

  it('show the income criteria by the day from which each holds', () => {
    expect(
      feesFile.incomeCriteria.map(({ singleGrosze, familyGrosze }) => [singleGrosze, familyGrosze]),
    ).toEqual([
      [46_100, 31_600],
      [70_100, 52_800],
      [77_600, 60_000],
      [101_000, 82_300],
    ]);
  });
});
