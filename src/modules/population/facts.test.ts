import { describe, expect, it } from 'vitest';
import { peopleIn, ranges } from './domain/ages.ts';
import { peopleFigure, projectionFigure, ratioFigure } from './domain/figures.ts';
import { ratioOf } from './domain/ratios.ts';
import { stateOf } from './domain/state.ts';
import { gminaFacts, gminasUnder, powiatName, profileOf, voivodeships } from './facts.ts';
import { knownOf } from './known.ts';

const all = gminasUnder('');
const state = (teryt: string) => {
  const known = knownOf(teryt, { structures: [], scenarios: [] });
  if (!known) throw new Error(teryt);
  return stateOf(known);
};

describe('the facts of every gmina', () => {
  it('2,479 gminas of 2026; those of 2020 add up to 38,265,013 people', () => {
    expect(all).toHaveLength(2479);
    expect(all.reduce((sum, { people }) => sum + (people ? (peopleIn(people, ranges.all) ?? 0) : 0), 0)).toBe(
      38_265_013,
    );
  });

  it('82 changed the seventh digit: found by both codes', () => {
    const changed = all.filter(({ teryt, teryt2020 }) => teryt !== teryt2020);
    expect(changed).toHaveLength(82);
    for (const one of changed) expect(gminaFacts(one.teryt2020)).toBe(gminaFacts(one.teryt));
  });

  it('two exist only in 2026 and have no history: a gap, not 0', () => {
    const young = all.filter(({ people }) => people === undefined);
    expect(young.map(({ name }) => name).sort()).toEqual(['Grabówka', 'Szczawa']);
    const [first] = young;
    const figure = peopleFigure(state(first?.teryt ?? ''), ranges.all);
    expect(figure.value).toBeNull();
    expect(projectionFigure(state(first?.teryt ?? ''), ranges.older, 2035).value).toBeNull();
  });

  it('powiats have names', () => {
    expect(powiatName('1062')).toBe('Piotrków Trybunalski');
    expect(powiatName('3006')).toBe('jarociński');
  });

  it('in the voivodeship series a zero that stands for "not given" is a gap (foreign migration of 2015)', () => {
    const at = 2015 - voivodeships().firstYear;
    expect(voivodeships().voivodeships.map((one) => one.migrationAbroad[at])).toEqual(Array(16).fill(null));
  });
});

describe('the seven profiles of LPDI', () => {
  it.each([
    ['Piotrków Trybunalski', '1062011'],
    ['Bełżyce', '0609013'],
    ['Opole Lubelskie', '0612053'],
    ['Wojcieszków', '0611102'],
    ['Świdnik', '0617011'],
    ['Czersk', '2202043'],
    ['Myślenice', '1209033'],
  ])('%s: our ratios of 2020 are those that its profile prints', (_name, teryt) => {
    const { people } = gminaFacts(teryt) ?? {};
    const { published } = profileOf(teryt) ?? {};
    if (!people || !published) throw new Error(teryt);
    expect(ratioOf('oldAge', people)).toBeCloseTo(published.oldAge, 0);
    expect(ratioOf('ageing', people)).toBeCloseTo(published.ageing, 0);
    expect(ratioOf('share65', people)).toBeCloseTo(published.share65, 1);
    expect(ratioOf('share80', people)).toBeCloseTo(published.share80, 1);
  });
});

describe('Piotrków Trybunalski', () => {
  const town = state('1062011');

  it('the newest structure is that of 2022; groups above 70 are split from the known 65+, named and marked', () => {
    expect(town.structure).toMatchObject({
      year: 2022,
      base: 'census2021',
      estimated: ['70-74', '75-79', '80-84', '85+'],
    });
    expect(peopleFigure(town, ranges.all)).toMatchObject({ value: 67264 });
    expect(peopleFigure(town, ranges.older)).toMatchObject({ value: 15598 });
    expect(peopleFigure(town, ranges.older).about).toBeUndefined();
    expect(peopleFigure(town, ranges.oldest)).toMatchObject({ about: true });
  });

  it('its migration is read from its balance, because the published one contradicts it', () => {
    const middle = town.assumptions.find(({ scenario }) => scenario === 'medium');
    // 2022: 67264 - 68270 + 549 = -457; 2023: 66519 - 67264 + 553 = -192.
    expect(middle?.migration).toMatchObject({
      value: -324,
      origin: { kind: 'balance', from: 2022, to: 2023, published: { year: 2023, people: -645 } },
    });
  });

  it('a projection stands between its scenarios and grows old', () => {
    const figure = projectionFigure(town, ranges.oldest, 2035);
    expect(figure.value).toBeGreaterThan(figure.between?.low ?? Infinity);
    expect(figure.value).toBeLessThan(figure.between?.high ?? 0);
    expect(figure.value).toBeGreaterThan(peopleFigure(town, ranges.oldest).value ?? Infinity);
    expect(projectionFigure(town, ranges.all, 2035).value).toBeLessThan(67264);
  });

  it('the passport says the source, the year and the formula', () => {
    expect(ratioFigure(town, 'oldAge').passport).toMatchObject({
      asOf: '2022-12-31',
      formula: 'osoby 65+ / osoby 15–64 × 100',
    });
    expect(ratioFigure(town, 'carePotential').passport.formula).toContain(
      'płeć według udziałów z województwa',
    );
  });
});
