import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { done } from '../../../test/support/plan.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import { newId } from '../../platform/ids.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import type { AnyCommand } from '../../platform/runner/command.ts';
import { dropImport, stageImport, takeImport } from './commands/import.ts';
import { addResource, closeResourceCommand, correctResource } from './commands/write-resource.ts';
import { capacities, capacityOf } from './queries/capacity-of.ts';
import { listResources, resourceForm } from './queries/list-resources.ts';
import { viewImport } from './queries/view-import.ts';

const house = testHouse();
const organiser = () => house.centre.as('service_organiser');
const list = async (input: object = {}, centre = house.centre) =>
  done(await house.runner.ask(listResources, centre.as('director'), input));

const dayHome = {
  name: 'Dzienny Dom Pobytu w Jarocinie',
  kind: 'dayHome',
  place: gminas.town,
  places: '40',
  occupied: '31',
  waiting: '6',
  costMonth: '2 450,50',
  source: 'sprawozdanie placówki',
  asOf: '2026-10-31',
};

const unit = newId();
const card = newId();

beforeAll(async () => {
  await house.owner.query(`insert into organization (centre_id, id, name) values ($1, $2, 'Jednostka')`, [
    house.centre.id,
    unit,
  ]);
  await house.owner.query(
    `insert into service (centre_id, id, name, track, owner_id, capacity_status, capacity_free, capacity_places, capacity_on, capacity_until)
     values ($1, $2, 'Klub seniora', 'general_offer', $3, 'free', 4, 25, '2026-11-10', '2026-12-10')`,
    [house.centre.id, card, unit],
  );
});

const add = async (more: object = {}) =>
  done(await house.runner.run(addResource, organiser(), { ...dayHome, ...more })).resourceId;

describe('resources of the centre (art. 21(2), 27(1)(2))', () => {
  it('the organiser adds a place with what is known of it; unknown stays unknown, not 0', async () => {
    await add();
    const { resources } = await list();
    expect(resources[0]).toMatchObject({
      name: dayHome.name,
      gmina: gminas.town,
      powiat: '3006',
      places: 40,
      occupied: 31,
      waiting: 6,
      free: null,
      staff: null,
      institutional: false,
      costMonthGrosze: 245_050,
      costAsOf: '2026-10-31',
      doubts: [],
    });
    expect((await list({}, house.other)).none).toBe(true);
  });

  it('institutional is what the kind is, unless the centre says otherwise', async () => {
    const home = {
      name: 'DPS w Kotlinie',
      kind: 'socialWelfareHome',
      place: '3006',
      occupied: '80',
      places: '80',
    };
    await add(home);
    await add({ ...home, name: 'Mieszkania przy DPS', institutional: 'no', occupied: '', waiting: '' });
    const { resources } = await list({ kind: 'socialWelfareHome' });
    expect(resources.map(({ institutional }) => institutional)).toEqual([true, false]);
    expect((await list({ side: 'institutional' })).resources).toHaveLength(1);
  });

  it('typed numbers that contradict each other are kept and flagged', async () => {
    const id = await add({ name: 'Pełny dom', occupied: '52', free: '1' });
    const one = (await list({ flagged: 'tak' })).resources.find((resource) => resource.id === id);
    expect(one?.doubts).toEqual(['over_full', 'free_but_full']);
    expect(one?.occupied).toBe(52);
  });

  it.each([
    ['no source', { source: '' }, 'invalid'],
    ['a kind that is none', { kind: 'zamek' }, 'invalid'],
    ['text in a number', { places: 'sporo' }, 'invalid'],
    ['a day that does not exist', { asOf: '2026-02-31' }, 'invalid'],
    ['a gmina that does not exist', { place: '9999999' }, 'resources.unknown-place'],
    ['a card of another centre', { serviceId: newId() }, 'resources.unknown-card'],
  ])('refuses %s', async (_what, more, code) => {
    expect(at(await house.runner.run(addResource, organiser(), { ...dayHome, ...more }))).toBe(code);
  });

  it('linked with a card, places and free places come from the directory while its report holds', async () => {
    const id = await add({ name: 'Klub', kind: 'seniorClub', places: '30', occupied: '30', serviceId: card });
    const find = async () => (await list({ kind: 'seniorClub' })).resources.find((one) => one.id === id);
    expect((await find())?.link).toMatchObject({ free: 4, places: 25 });
    const db = readerFor(house.pool, house.centre.id);
    const now = await capacityOf(db, house.centre.id, '2026-11-16', 'seniorClub');
    expect([now.places.value, now.free.value, now.occupied.value]).toEqual([25, 4, 21]);
    const later = await capacityOf(db, house.centre.id, '2027-01-01', 'seniorClub');
    expect([later.free.value, later.occupied.value]).toEqual([null, 30]);
  });

  it('a unit corrects the numbers of its own place and nothing else of it', async () => {
    const feeder = await house.centre.account('feeder', { organizationId: unit });
    const own = done(await house.runner.ask(listResources, feeder, {})).resources;
    expect(own.map(({ name }) => name)).toEqual(['Klub']);
    const [club] = own;
    const sent = {
      ...dayHome,
      resourceId: club?.id,
      name: 'Inna nazwa',
      kind: 'nursery',
      occupied: '28',
      asOf: '2026-11',
    };
    expect(at(await house.runner.run(correctResource, feeder, sent))).toBe('done');
    const after = (await list({ kind: 'seniorClub' })).resources[0];
    expect(after).toMatchObject({ name: 'Klub', occupied: 28, asOf: '2026-11', link: { serviceId: card } });
    const others = (await list()).resources.find(({ name }) => name === dayHome.name);
    expect(at(await house.runner.run(correctResource, feeder, { ...sent, resourceId: others?.id }))).toBe(
      'forbidden',
    );
    expect(at(await house.runner.ask(resourceForm, feeder, { resourceId: others?.id }))).toBe('forbidden');
  });

  it('a closed place stays on the record and counts nowhere', async () => {
    const id = await add({ name: 'Zamykana', kind: 'nursery' });
    expect(at(await house.runner.run(closeResourceCommand, organiser(), { resourceId: id }))).toBe('done');
    expect(at(await house.runner.run(closeResourceCommand, organiser(), { resourceId: id }))).toBe(
      'resources.closed',
    );
    expect((await list({ kind: 'nursery' })).resources).toEqual([]);
    expect((await list()).closed).toBe(1);
  });

  it('a resource of another centre is not there', async () => {
    const id = await add({ name: 'Swoja' });
    const foreign = house.other.as('service_organiser');
    const commands: AnyCommand[] = [correctResource, closeResourceCommand];
    for (const command of commands)
      expect(at(await house.runner.run(command, foreign, { ...dayHome, resourceId: id }))).toBe('not_found');
  });

  it('the organiser writes, workers and ROPS read, a unit its own (domain reference, 2.9: diagnosis)', async () => {
    const admitted = async (run: (role: Parameters<typeof house.centre.as>[0]) => Promise<string>) =>
      await rolesAdmitted(run);
    expect(
      await admitted(async (role) => at(await house.runner.run(addResource, house.centre.as(role), dayHome))),
    ).toEqual(['service_organiser']);
    expect(
      await admitted(async (role) => at(await house.runner.ask(listResources, house.centre.as(role), {}))),
    ).toEqual([
      'director',
      'service_organiser',
      'plan_coordinator',
      'community_organiser',
      'assistance_organiser',
      'clerk',
      'feeder',
      'region',
    ]);
  });
});

describe('figures for the gap, the diagnosis and the LPDI', () => {
  it('a total is unknown when one place does not say; what the others add up to is marked', async () => {
    const db = readerFor(house.pool, house.centre.id);
    const homes = await capacityOf(db, house.centre.id, '2026-11-16', 'socialWelfareHome', {
      powiat: '3006',
    });
    expect(homes.resources).toBe(2);
    expect(homes.occupied.value).toBeNull();
    expect(homes.known.occupied).toMatchObject({ value: 80, about: true });
    expect(homes.known.occupied.passport.formula).toBe(
      'suma z placówek: 1 z 2; pozostałe nie podają tej liczby',
    );
  });

  it('what serves the whole powiat counts in its gminas, and the passport says so', async () => {
    const db = readerFor(house.pool, house.centre.id);
    const homes = await capacityOf(db, house.centre.id, '2026-11-16', 'socialWelfareHome', {
      gmina: gminas.village,
    });
    expect(homes.resources).toBe(2);
    expect(homes.places.passport.filter).toContain('razem z placówkami całego powiatu');
    expect(homes.places.passport.rows).toBe(`/praca/zasoby?rodzaj=socialWelfareHome&gmina=${gminas.village}`);
  });

  it('no resource of a kind is not 0 places: nobody has said there are none', async () => {
    const db = readerFor(house.pool, house.centre.id);
    const none = await capacityOf(db, house.centre.id, '2026-11-16', 'homelessShelter');
    expect(none).toMatchObject({ resources: 0, places: { value: null }, costMonth: { value: null } });
    expect((await capacities(db, house.centre.id, '2026-11-16')).has('homelessShelter')).toBe(false);
  });

  it('contradictory rows cast a doubt on the sum; the cost is weighted by places', async () => {
    const db = readerFor(house.pool, house.centre.id);
    const days = await capacityOf(db, house.centre.id, '2026-11-16', 'dayHome');
    expect(days.places.doubt).toContain('sprzeczne');
    expect(days.costMonth.value).toBe(245_050);
    const people = days.occupied.value ?? 0;
    expect(days.costYear.value).toBe(245_050 * 12 * people);
  });
});

const lodzkie = (rows: string) => ({
  file: {
    name: 'dps.csv',
    content: Buffer.from(`stan_na,teryt_pow,powiat,dom,wolne_miejsca,source\n${rows}`),
  },
});
const stage = async (input: object) => done(await house.runner.run(stageImport, organiser(), input)).importId;
const preview = async (importId: string) =>
  done(await house.runner.ask(viewImport, organiser(), { importId }));

describe('a register is previewed row by row and then taken over', () => {
  it('nothing is written before it is taken; rows of another powiat are told and left', async () => {
    const before = (await list()).resources.length;
    const id = await stage(
      lodzkie('2026-03-31,3006,jarociński,Dom A,2,woj\n2026-03-31,1001,bełchatowski,Dom B,1,woj\n'),
    );
    const staged = await preview(id);
    expect(staged.rows.map(({ verdict }) => verdict)).toEqual(['added', 'outside']);
    expect((await list()).resources).toHaveLength(before);
    expect(done(await house.runner.run(takeImport, organiser(), { importId: id }))).toEqual({ taken: 1 });
    expect(at(await house.runner.run(takeImport, organiser(), { importId: id }))).toBe('resources.decided');
    expect((await preview(id)).rows).toEqual([]);
    const home = (await list()).resources.find(({ name }) => name === 'Dom A');
    expect(home).toMatchObject({
      free: 2,
      places: null,
      powiat: '3006',
      gmina: null,
      source: 'woj',
      asOf: '2026-03-31',
    });
  });

  it('a newer state changes the same home; an older one does not; what the file leaves out is not erased', async () => {
    const home = async () => (await list()).resources.find(({ name }) => name === 'Dom A');
    const own = await home();
    await house.runner.run(correctResource, organiser(), {
      ...dayHome,
      name: 'Dom A',
      kind: 'socialWelfareHome',
      place: '3006',
      places: '75',
      occupied: '',
      resourceId: own?.id,
      free: '2',
      asOf: '2026-03-31',
      _version: String(own?.version),
    });
    const newer = await stage(lodzkie('2026-06-30,3006,jarociński,Dom A,5,woj\n'));
    expect((await preview(newer)).rows[0]).toMatchObject({ verdict: 'changed', changes: ['free', 'asOf'] });
    await house.runner.run(takeImport, organiser(), { importId: newer });
    expect(await home()).toMatchObject({ free: 5, places: 75, costMonthGrosze: 245_050 });
    const older = await stage(lodzkie('2026-01-31,3006,jarociński,Dom A,9,woj\n'));
    expect((await preview(older)).rows[0]?.verdict).toBe('older');
    expect(at(await house.runner.run(takeImport, organiser(), { importId: older }))).toBe(
      'resources.nothing',
    );
  });

  it('a file given up leaves nothing', async () => {
    const id = await stage(lodzkie('2026-03-31,3006,jarociński,Dom C,2,woj\n'));
    expect(at(await house.runner.run(dropImport, organiser(), { importId: id }))).toBe('done');
    expect(await preview(id)).toMatchObject({ state: 'dropped', rows: [] });
    expect(
      at(await house.runner.ask(viewImport, house.other.as('service_organiser'), { importId: id })),
    ).toBe('not_found');
  });

  it('the shipped registers: the rows of the own powiat, twice taken only once', async () => {
    const id = await stage({ shipped: true });
    expect((await preview(id)).counts).toMatchObject({ added: 12, refused: 0 });
    await house.runner.run(takeImport, organiser(), { importId: id });
    expect((await list({ kind: 'nursery' })).resources).toHaveLength(11);
    expect((await preview(await stage({ shipped: true }))).counts).toMatchObject({
      added: 0,
      changed: 0,
      same: 12,
    });
  });

  it.each([
    ['no file', {}, 'resources.choose'],
    [
      'columns of no register',
      { file: { name: 'x.csv', content: Buffer.from('a,b\n1,2\n') } },
      'resources.unknown-register',
    ],
    ['no rows', lodzkie(''), 'resources.empty'],
  ])('refuses %s', async (_what, input, code) => {
    expect(at(await house.runner.run(stageImport, organiser(), input))).toBe(code);
  });
});
