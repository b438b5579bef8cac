import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import type { Actor } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { cards } from './directory.fixture.ts';
import { contractsOn, listOrganizations } from './db/organizations.ts';
import { capacityStatuses } from './domain/capacity.ts';
import {
  applyChannels,
  feeKinds,
  feeUnits,
  reaches,
  recipientGroups,
  recipientTypes,
  waitUnits,
} from './domain/codes.ts';
import { serviceStates } from './domain/lifecycle.ts';
import { trackKeys } from './domain/service.ts';
import { waitingCards } from './queries/count-waiting.ts';
import { listServices } from './queries/list-services.ts';
import { serviceForm } from './queries/service-form.ts';

const house = testHouse();
const { drafted, published, organiser, organization, put, seen } = cards(house);

describe('the SQL checks hold the same lists as the code', () => {
  it.each([
    ['service_state_check', serviceStates],
    ['service_track_check', trackKeys],
    ['service_capacity_status_check', capacityStatuses],
    ['service_recipient_type_check', recipientTypes],
    ['service_recipient_groups_check', recipientGroups],
    ['service_reach_check', reaches],
    ['service_fee_kind_check', feeKinds],
    ['service_fee_unit_check', feeUnits],
    ['service_apply_channels_check', applyChannels],
    ['service_wait_unit_check', waitUnits],
  ])('%s', async (name, list) => {
    const found = await house.owner.query<{ text: string }>(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [name],
    );
    const values = [...(found.rows[0]?.text ?? '').matchAll(/'([A-Za-z_]+)'/g)].map((match) => match[1]);
    expect(new Set(values)).toEqual(new Set<string>(list));
  });
});

describe('directory.list-services', () => {
  const names = async (input: Record<string, unknown>, actor = organiser()): Promise<string[]> => {
    const outcome = await house.runner.ask(listServices, actor, input);
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return outcome.value.services.map((service) => service.name);
  };

  it('is given page by page, each card once, the filters kept, and does not stop at two thousand', async () => {
    await house.owner.query(
      `insert into service (centre_id, id, name, track, state)
       select $1, gen_random_uuid(), 'Usługa ' || lpad(n::text, 4, '0'), 'general_offer', 'draft'
       from generate_series(1, 2100) n`,
      [house.other.id],
    );
    const asked = async (input: Record<string, unknown>) => {
      const outcome = await house.runner.ask(listServices, house.other.as('service_organiser'), input);
      if (!outcome.ok) throw new Error(outcome.problem.code);
      return outcome.value;
    };
    expect(await asked({})).toMatchObject({ found: 2100, total: 2100, page: 1, pages: 21 });
    const seen = new Set<string>();
    for (let page = 1; page <= 21; page++)
      for (const { name } of (await asked({ page: String(page) })).services) seen.add(name);
    expect(seen.size).toBe(2100);
    expect(await asked({ page: '99' })).toMatchObject({ page: 21, services: { length: 100 } });
    expect(await asked({ text: '2099' })).toMatchObject({ found: 1, pages: 1 });
    expect(await asked({ state: 'published' })).toMatchObject({ found: 0, services: [], pages: 1 });
  });

  it('finds by words, area, gmina, track and performer', async () => {
    const performer = await organization('Fundacja Szukana');
    await published({
      name: 'Szukana rehabilitacja',
      area: '5',
      gminas: gminas.town,
      organizationId: performer,
    });
    await published({ name: 'Szukana opieka', area: '4', gminas: gminas.village, track: 'separate_statute' });
    await published({ name: 'Szukana wszędzie', area: '9', track: 'general_offer' });
    expect((await names({ text: 'szukane' })).sort()).toEqual([
      'Szukana opieka',
      'Szukana rehabilitacja',
      'Szukana wszędzie',
    ]);
    expect(await names({ text: 'szukana', area: '5' })).toEqual(['Szukana rehabilitacja']);
    expect((await names({ text: 'szukana', gmina: gminas.village })).sort()).toEqual([
      'Szukana opieka',
      'Szukana wszędzie',
    ]);
    expect(await names({ text: 'szukana', track: 'separate_statute' })).toEqual(['Szukana opieka']);
    expect(await names({ provider: performer })).toEqual(['Szukana rehabilitacja']);
  });

  it('understands the words of people as the search of residents does, the best first, drafts by their words', async () => {
    await published({ name: 'Usługi opiekuńcze', area: '4', description: 'Pomoc w codziennych potrzebach' });
    await drafted({ name: 'Ktoś do babci na godziny' });
    const found = await names({ text: 'ktoś do babci' });
    expect(found[0]).toBe('Usługi opiekuńcze');
    expect(found).toContain('Ktoś do babci na godziny');
    expect(await names({ text: 'ktoś do babci', area: '5' })).not.toContain('Usługi opiekuńcze');
    expect(await names({ text: 'ktoś do babci' }, house.centre.as('visitor'))).not.toContain(
      'Ktoś do babci na godziny',
    );
  });

  it('shows residents what is published and nothing else', async () => {
    const id = await published({ name: 'Tajny szkic' });
    await put(id, { state: 'draft' });
    expect(await names({ text: 'tajny' })).toEqual(['Tajny szkic']);
    for (const role of ['resident', 'visitor', 'region', 'provider', 'feeder'] as const)
      expect(await names({ text: 'tajny' }, house.centre.as(role))).toEqual([]);
    expect(await seen(id, house.centre.as('visitor'))).toBeUndefined();
    expect(await seen(id, house.centre.as('plan_coordinator'))).toMatchObject({ mayWrite: false });
  });

  it('leaves withdrawn cards out unless they are asked for, and finds those past their confirmation', async () => {
    const [gone, late] = [
      await published({ name: 'Dawna karta' }),
      await published({ name: 'Dawna niepotwierdzona' }),
    ];
    await put(gone, { state: 'withdrawn' });
    await put(late, { confirm_by: '2026-11-15' });
    expect(await names({ text: 'dawna' })).toEqual(['Dawna niepotwierdzona']);
    expect(await names({ text: 'dawna', state: 'withdrawn' })).toEqual(['Dawna karta']);
    expect(await names({ text: 'dawna', unconfirmed: 'tak' })).toEqual(['Dawna niepotwierdzona']);
    await put(late, { confirm_by: '2026-11-16' });
    expect(await names({ text: 'dawna', unconfirmed: 'tak' })).toEqual([]);
  });

  it('tells everybody what waits for them, and nobody what waits for others', async () => {
    const unit = await organization('Jednostka z kartami');
    const feeder = await house.centre.account('feeder', { organizationId: unit });
    const late = await published({ name: 'Czekająca', organizationId: unit });
    await put(late, { state: 'to_confirm', confirm_by: '2026-11-01' });
    const sent = await published({ name: 'Przysłana', organizationId: unit });
    await put(sent, { state: 'submitted' });
    const draft = await published({ name: 'Zaczęta', organizationId: unit });
    await put(draft, { state: 'draft' });
    const waiting = async (kind: string, actor: Actor) =>
      (await names({ waiting: kind }, actor)).filter((name) =>
        ['Czekająca', 'Przysłana', 'Zaczęta'].includes(name),
      );
    expect(await waiting('confirm', feeder)).toEqual(['Czekająca']);
    expect(await waiting('own', feeder)).toEqual(['Czekająca', 'Przysłana', 'Zaczęta']);
    expect(await waiting('drafts', feeder)).toEqual(['Zaczęta']);
    expect(await waiting('check', feeder)).toEqual([]);
    expect(await waiting('check', organiser())).toEqual(['Przysłana']);
    const stranger = await house.centre.account('feeder', { organizationId: await organization('Obca') });
    for (const kind of ['own', 'confirm', 'drafts', 'check'])
      expect(await waiting(kind, stranger)).toEqual([]);
  });

  it("shows no other centre's services", async () => {
    await published({ name: 'Tylko tutaj' });
    expect(await names({ text: 'tutaj' }, house.other.as('director'))).toEqual([]);
  });
});

describe('directory.service-form', () => {
  it('is for those who may write, with the organizations they may write for', async () => {
    const own = await organization('Własna jednostka');
    const feeder = await house.centre.account('feeder', { organizationId: own });
    const outcome = await house.runner.ask(serviceForm, feeder, {});
    expect(outcome).toMatchObject({
      ok: true,
      value: { service: null, ownerId: own, organizations: [{ id: own, name: 'Własna jednostka' }] },
    });
    expect(at(await house.runner.ask(serviceForm, house.centre.as('provider'), {}))).toBe('forbidden');
    expect(
      at(await house.runner.ask(serviceForm, house.other.as('clerk'), { serviceId: await published() })),
    ).toBe('not_found');
  });
});

describe('the programme of a service', () => {
  it('is named while a version that offers it is in force', async () => {
    const serviceId = await published();
    const [programme, version] = [newId(), newId()];
    await house.owner.query(
      `insert into programme (centre_id, id, gmina, name) values ($1, $2, $3, 'Bliżej domu')`,
      [house.centre.id, programme, gminas.town],
    );
    await house.owner.query(
      `insert into programme_version (centre_id, id, programme_id, number, state) values ($1, $2, $3, 1, 'in_force')`,
      [house.centre.id, version, programme],
    );
    await house.owner.query(
      'insert into programme_service (centre_id, id, programme_version_id, service_id) values ($1, $2, $3, $4)',
      [house.centre.id, newId(), version, serviceId],
    );
    expect((await seen(serviceId))?.programmes).toEqual(['Bliżej domu']);
    await house.owner.query(`update programme_version set state = 'ended' where id = $1`, [version]);
    expect((await seen(serviceId))?.programmes).toEqual([]);
  });
});

describe('contracts of performers', () => {
  it('are those in force on the day, first and last day included', async () => {
    const [performer, serviceId] = [await organization('Wykonawca z umową'), await published()];
    await house.owner.query(
      `insert into contract (centre_id, id, organization_id, service_id, number, valid_from, valid_to) values ($1, $2, $3, $4, 'U/1', '2026-01-01', '2026-06-30')`,
      [house.centre.id, newId(), performer, serviceId],
    );
    const db = readerFor(house.pool, house.centre.id);
    const on = async (day: string): Promise<number> =>
      (await contractsOn(db, house.centre.id, day, serviceId)).length;
    expect(await Promise.all(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map(on))).toEqual([
      0, 1, 1, 0,
    ]);
    expect((await listOrganizations(db, house.centre.id)).map((one) => one.name)).toContain(
      'Wykonawca z umową',
    );
  });
});

describe('directory.waiting-cards', () => {
  it('counts for the centre all that waits, for a unit its own, and is not for those who do not write', async () => {
    await house.owner.query(`update service set state = 'withdrawn' where centre_id = $1`, [house.centre.id]);
    const unit = await organization('Jednostka licząca');
    const feeder = await house.centre.account('feeder', { organizationId: unit });
    const own = await published({ organizationId: unit });
    await put(own, { confirm_by: '2026-11-15' });
    await put(await published(), { state: 'to_confirm' });
    await put(await published(), { state: 'submitted' });
    const counts = async (actor: Actor) => {
      const outcome = await house.runner.ask(waitingCards, actor, {});
      return outcome.ok ? outcome.value : outcome.problem.code;
    };
    expect(await counts(organiser())).toEqual({ ownerId: null, confirm: 2, check: 1, proposals: 0 });
    expect(await counts(house.centre.as('clerk'))).toEqual({
      ownerId: null,
      confirm: 2,
      check: 0,
      proposals: 0,
    });
    expect(await counts(feeder)).toEqual({ ownerId: unit, confirm: 1, check: 0, proposals: 0 });
    expect(await counts(house.centre.as('plan_coordinator'))).toBe('access.forbidden');
    expect(await counts(house.centre.as('director'))).toMatchObject({ confirm: 0, check: 1 });
    expect(await counts(house.other.as('service_organiser'))).toMatchObject({ confirm: 0, check: 0 });
  });
});
