import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { done } from '../../../test/support/plan.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import { fieldsOfForm, testWeb } from '../../../test/support/web.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import { pageFaults } from '../../ui/index.ts';
import { setScenario } from './commands/set-scenario.ts';
import { setStructure } from './commands/set-structure.ts';
import { populationOf, projectionOf, structureBySex } from './queries/state-of.ts';
import { publishedPopulation, viewPopulation } from './queries/view-population.ts';

const house = testHouse();
const web = testWeb(house);

const plain = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
const people = Array.from({ length: 18 }, (_, group) => 2500 - group * 100);
const newer = { gmina: gminas.town, year: 2024, base: 'census2021', people, source: 'GUS BDL, P2137' };
const organiser = () => house.centre.as('service_organiser');
const view = async (gmina: string = gminas.town, centre = house.centre) =>
  done(await house.runner.ask(viewPopulation, centre.as('director'), { gmina }));

describe('the population of a gmina of the centre (art. 21)', () => {
  it('before anything is entered the shipped facts of 2020 stand, with their base', async () => {
    const { structure, figures } = await view();
    expect(structure).toMatchObject({ year: 2020, base: 'before2021', own: false, split: true });
    expect(figures?.people.value).toBe(45801);
    expect(figures?.older.value).toBe(8056);
  });

  it('a gmina of another centre is not there; the neighbours are public', async () => {
    expect(at(await house.runner.ask(viewPopulation, organiser(), { gmina: '1062011' }))).toBe('not_found');
    expect((await view()).around.map(({ name }) => name).sort()).toEqual([
      'Jaraczewo',
      'Jarocin',
      'Kotlin',
      'Żerków',
    ]);
  });

  it('the organiser enters newer figures (art. 27(1)(2)): they replace the shipped ones everywhere, with their source', async () => {
    const before = await view();
    expect(at(await house.runner.run(setStructure, organiser(), newer))).toBe('done');
    const after = await view();
    expect(after.structure).toMatchObject({
      year: 2024,
      base: 'census2021',
      own: true,
      source: newer.source,
    });
    expect(after.figures?.people.value).toBe(people.reduce((sum, one) => sum + one, 0));
    expect(after.projection.rows[0]?.later[0]?.value).not.toBe(before.projection.rows[0]?.later[0]?.value);
    expect((await view(gminas.town, house.other)).structure?.own).toBe(false);
  });

  it('written again the same year is corrected, not doubled', async () => {
    expect(
      at(await house.runner.run(setStructure, organiser(), { ...newer, people: [2600, ...people.slice(1)] })),
    ).toBe('done');
    const { points } = await view();
    expect(points.filter(({ year }) => year === 2024)).toHaveLength(1);
  });

  it.each([
    ['a gmina of another centre', { gmina: '1062011' }, 'population.other-gmina'],
    ['a year to come', { year: 2027 }, 'population.future'],
    ['the old base in a year after the census', { base: 'before2021' }, 'population.wrong-base'],
    ['a group of age left out', { people: [null, ...people.slice(1)] }, 'population.incomplete'],
    ['more women than people', { women: people.map((one) => one + 1) }, 'population.more-women'],
    ['seventeen groups', { people: people.slice(1) }, 'invalid'],
    ['no source', { source: ' ' }, 'invalid'],
  ])('refuses %s', async (_what, more, code) => {
    expect(at(await house.runner.run(setStructure, organiser(), { ...newer, ...more }))).toBe(code);
  });

  it('shares rounded by their source (99.7-100.3 %) are taken, add up to the total, and it is said', async () => {
    const shares = [...Array.from({ length: 17 }, () => '5,5'), '6,3'];
    const sent = { ...newer, year: 2023, unit: 'percent', total: '10 001', people: shares };
    expect(at(await house.runner.run(setStructure, organiser(), sent))).toBe('done');
    const { points } = await view();
    expect(points.find(({ year }) => year === 2023)).toMatchObject({
      value: 10_001,
      source: expect.stringContaining('suma 99,8 %') as string,
    });
  });

  it.each([
    [
      'shares that add up to 97 %',
      { unit: 'percent', total: 10_000, people: [3.5, ...Array.from({ length: 17 }, () => 5.5)] },
      'population.shares',
    ],
    [
      'shares of nobody knows how many',
      { unit: 'percent', people: Array.from({ length: 18 }, () => 5.555) },
      'population.no-total',
    ],
    ['half a person', { people: [0.5, ...people.slice(1)] }, 'population.not-whole'],
  ])('refuses %s', async (_what, more, code) => {
    expect(at(await house.runner.run(setStructure, organiser(), { ...newer, ...more }))).toBe(code);
  });

  it('own assumptions change one scenario and say why; left empty the shipped ones hold again', async () => {
    const own = {
      gmina: gminas.town,
      scenario: 'high',
      fertility: '2,1',
      mortality: '',
      migration: '50',
      why: 'nowe osiedle',
    };
    expect(at(await house.runner.run(setScenario, organiser(), own))).toBe('done');
    const high = (await view()).projection.assumptions.find(({ scenario }) => scenario === 'high');
    expect(high?.fertility).toEqual({ value: 2.1, origin: { kind: 'own', why: 'nowe osiedle' } });
    expect(high?.mortalityChange).toEqual({ value: -2, origin: { kind: 'proposal' } });
    expect(high?.migration.value).toBe(50);
    await house.runner.run(setScenario, organiser(), { ...own, fertility: '', migration: '' });
    const back = (await view()).projection.assumptions.find(({ scenario }) => scenario === 'high');
    expect(back?.fertility.origin.kind).toBe('voivodeship');
  });

  it('an assumption without a reason, or out of reach, is refused at its field', async () => {
    const input = { gmina: gminas.town, scenario: 'low', fertility: 'dużo', why: '' };
    const outcome = await house.runner.run(setScenario, organiser(), input);
    expect(outcome.ok ? {} : outcome.problem.fields).toMatchObject({
      fertility: 'Wpisz liczbę od 0 do 10, na przykład 1,2.',
      why: expect.stringContaining('skąd to założenie') as string,
    });
  });

  it('only the organiser writes; public statistics are read by everybody', async () => {
    expect(
      await rolesAdmitted(async (role) =>
        at(await house.runner.run(setStructure, house.centre.as(role), newer)),
      ),
    ).toEqual(['service_organiser']);
    const mayRead = await rolesAdmitted(async (role) =>
      at(await house.runner.ask(viewPopulation, house.centre.as(role), {})),
    );
    expect(mayRead).toEqual([
      'director',
      'service_organiser',
      'plan_coordinator',
      'community_organiser',
      'assistance_organiser',
      'clerk',
      'region',
    ]);
    const published = house.runner.ask(publishedPopulation, house.centre.as('visitor'), {});
    expect(at(await published)).toBe('done');
  });

  it('other modules ask for figures by the door, with passports', async () => {
    const db = readerFor(house.pool, house.centre.id);
    const now = await populationOf(db, house.centre.id, gminas.town, { from: 65 });
    expect(now).toMatchObject({
      unit: 'persons',
      passport: { source: 'GUS BDL, P2137', asOf: '2024-12-31' },
    });
    const later = await projectionOf(db, house.centre.id, gminas.town, { from: 80 }, 2035);
    expect(later.between?.low).toBeLessThan(later.value ?? 0);
    expect((await populationOf(db, house.centre.id, '9999999', { from: 0 })).value).toBeNull();
    const margins = await structureBySex(db, house.centre.id, gminas.village);
    const sum = (counts: readonly number[] = []) => counts.reduce((total, one) => total + one, 0);
    expect(margins).toMatchObject({ year: 2020, split: true });
    expect(sum(margins?.men) + sum(margins?.women)).toBe(
      (await populationOf(db, house.centre.id, gminas.village, { from: 0 })).value,
    );
  });
});

describe('the page of the population', () => {
  const open = async (url: string, who: 'service_organiser' | 'director' | 'clerk' = 'service_organiser') => {
    const answer = await web.get(url, who);
    expect(answer.statusCode).toBe(200);
    expect(pageFaults(answer.body)).toEqual([]);
    return answer.body;
  };

  it('shows pyramid, table, projection with its assumptions, series, ratios and map', async () => {
    const body = await open(`/praca/ludnosc?gmina=${gminas.village}`);
    for (const shape of ['pyramid', 'series', 'map']) expect(body).toContain(`class="${shape}"`);
    const said = plain(body);
    expect(said).toContain('Ludność: Kotlin');
    expect(said).toContain('bilans sprzed spisu 2021');
    expect(said).toMatch(
      /Podział na mężczyzn i kobiety przyjęto według udziałów z województwa \(wielkopolskie\)/,
    );
    expect(said).toMatch(/Założenia.*niski.*średni.*wysoki/);
    expect(said).toContain('Skąd ta liczba?');
  });

  it('only the organiser is offered to change figures and assumptions', async () => {
    expect(await open('/praca/ludnosc')).toContain('/praca/ludnosc/zalozenia');
    expect(await open('/praca/ludnosc', 'clerk')).not.toContain('/praca/ludnosc/zalozenia');
  });

  it('figures are typed into a form; what is wrong comes back with what was typed', async () => {
    const action = '/praca/ludnosc/dane';
    const body = await open(`${action}?gmina=${gminas.village}`);
    const groups = Object.fromEntries(people.map((count, at) => [`people.${at}`, String(count)]));
    const fields = {
      ...fieldsOfForm(body, action),
      ...groups,
      gmina: gminas.village,
      'people.0': '400',
      year: '2025',
    };
    const blank = await web.post(action, fields, 'service_organiser');
    expect(blank.statusCode).toBe(422);
    expect(blank.body).toContain('value="400"');
    const sent = await web.post(action, { ...fields, source: 'ewidencja gminy' }, 'service_organiser');
    expect(sent.headers.location).toContain(`/praca/ludnosc?gmina=${gminas.village}`);
    expect(plain(await open(`/praca/ludnosc?gmina=${gminas.village}`))).toContain('ewidencja gminy');
  });

  it('each scenario has its form', async () => {
    const action = '/praca/ludnosc/zalozenia';
    const body = await open(`${action}?gmina=${gminas.town}`);
    const fields = { ...fieldsOfForm(body, action), fertility: '1,5', why: 'wzrost po 2025' };
    expect((await web.post(action, fields, 'service_organiser')).headers.location).toContain(
      '/praca/ludnosc',
    );
    expect(plain(await open('/praca/ludnosc'))).toContain('ustalone przez centrum: wzrost po 2025');
    expect((await web.post(action, { ...fields, why: '' }, 'service_organiser')).statusCode).toBe(422);
  });

  it('CSV carries the same numbers with sources and assumptions', async () => {
    const sent = await web.get(`/praca/ludnosc/csv?gmina=${gminas.town}`, 'director');
    expect(sent.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(sent.body).toContain('Gmina;Jarocin;3006023');
    expect(sent.body).toContain('GUS BDL, P2137');
    expect(sent.body).toMatch(/65\+;\d+/);
  });
});
