import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import type { Actor } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { addService } from './commands/add-service.ts';
import { confirmService } from './commands/confirm-service.ts';
import { correctService } from './commands/correct-service.ts';
import { reportCapacity } from './commands/report-capacity.ts';
import { withdrawService } from './commands/withdraw-service.ts';
import { contractsOn, listOrganizations } from './db/organizations.ts';
import {
  capacityOn,
  capacityStatuses,
  mayTake,
  serviceSteps,
  serviceStates,
  trackKeys,
} from './domain/service.ts';
import { listServices } from './queries/list-services.ts';
import { serviceForm } from './queries/service-form.ts';
import { viewService } from './queries/view-service.ts';
import { readerFor } from '../../platform/database/tenant.ts';

const house = testHouse();
const clerk = (): Actor => house.centre.as('clerk');

const card = {
  name: 'Teleopieka',
  track: 'programme',
  area: '6',
  description: 'Przycisk, którym wzywa się pomoc.',
  match: { all: { ageFrom: '60' } },
};

async function added(more: Record<string, unknown> = {}, actor = clerk()): Promise<string> {
  const outcome = await house.runner.run(addService, actor, { ...card, ...more });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.serviceId;
}

async function organization(name: string): Promise<string> {
  const id = newId();
  await house.owner.query('insert into organization (centre_id, id, name) values ($1, $2, $3)', [
    house.centre.id,
    id,
    name,
  ]);
  return id;
}

const seen = async (serviceId: string, actor = clerk()) => {
  const outcome = await house.runner.ask(viewService, actor, { serviceId });
  return outcome.ok ? outcome.value : undefined;
};

const problemFields = (outcome: { ok: boolean; problem?: { fields?: Record<string, string> } }): string[] =>
  Object.keys(outcome.problem?.fields ?? {});

describe('the SQL checks hold the same lists as the code', () => {
  it.each([
    ['service_state_check', serviceStates],
    ['service_track_check', trackKeys],
    ['service_capacity_status_check', capacityStatuses],
  ])('%s', async (name, list) => {
    const found = await house.owner.query<{ text: string }>(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [name],
    );
    const values = [...(found.rows[0]?.text ?? '').matchAll(/'([a-z_]+)'/g)].map((match) => match[1]);
    expect(new Set(values)).toEqual(new Set<string>(list));
  });
});

describe('directory.add-service (art. 13(1)(9))', () => {
  it('keeps what was written; what was left blank is unknown, and its author has confirmed it', async () => {
    const id = await added({ phone: ' ', gmina: '' });
    expect(await seen(id)).toMatchObject({
      name: 'Teleopieka',
      area: 6,
      phone: null,
      gmina: null,
      fee: null,
      state: 'published',
      confirmedOn: '2026-11-16',
      capacity: { status: 'unknown', free: null, until: null },
      match: [{ kind: 'age', from: 60, to: null }],
      trackAssumed: false,
    });
  });

  it('is open to the director, the organiser, the front desk, and a unit for its own organization (domain reference 2.9)', async () => {
    const admitted = await rolesAdmitted(async (role) =>
      at(await house.runner.run(addService, house.centre.as(role), card)),
    );
    expect(admitted).toEqual(['director', 'service_organiser', 'clerk']);
    const library = await organization('Biblioteka');
    const feeder = await house.centre.account('feeder', { organizationId: library });
    const own = await added({}, feeder);
    expect(await seen(own)).toMatchObject({ organizationId: library });
    expect(
      at(await house.runner.run(addService, feeder, { ...card, organizationId: await organization('Inna') })),
    ).toBe('forbidden');
  });

  it('refuses a gmina that the centre does not serve and an organization of nobody', async () => {
    expect(at(await house.runner.run(addService, clerk(), { ...card, gmina: '1438011' }))).toBe(
      'directory.foreign-gmina',
    );
    expect(at(await house.runner.run(addService, clerk(), { ...card, organizationId: newId() }))).toBe(
      'directory.unknown-organization',
    );
    expect(await seen(await added({ gmina: gminas.town }))).toMatchObject({
      gmina: gminas.town,
      gminaName: 'Jarocin',
    });
  });

  it('gives wrong addresses and a missing name back by field', async () => {
    const outcome = await house.runner.run(addService, clerk(), {
      ...card,
      name: '',
      track: 'inna',
      source: 'ulotka',
      email: 'gdzieś',
      phone: 'zero',
      area: '15',
    });
    expect(problemFields(outcome).sort()).toEqual(['area', 'email', 'name', 'phone', 'source', 'track']);
  });
});

describe('directory.correct-service', () => {
  it('keeps the correction and the day, and writes down what changed', async () => {
    const id = await added();
    house.clock.set('2026-11-20T09:00:00.000Z');
    expect(
      at(await house.runner.run(correctService, clerk(), { ...card, serviceId: id, hours: '8:00–16:00' })),
    ).toBe('done');
    house.clock.set('2026-11-16T09:00:00.000Z');
    expect(await seen(id)).toMatchObject({ hours: '8:00–16:00', confirmedOn: '2026-11-20', version: 2 });
    const [entry] = (
      await house.owner.query(
        `select what from audit_entry where action = 'directory.correct-service' order by seq desc limit 1`,
      )
    ).rows;
    expect(entry.what.changes).toEqual({ hours: { before: null, after: '8:00–16:00' } });
  });

  it('does not overwrite what somebody else has changed meanwhile', async () => {
    const id = await added();
    await house.runner.run(reportCapacity, clerk(), { serviceId: id, status: 'none' });
    expect(
      at(await house.runner.run(correctService, clerk(), { ...card, serviceId: id }, { version: 1 })),
    ).toBe('stale');
  });

  it('lets a unit correct its own card, and neither take another one nor give its own away', async () => {
    const [library, other] = [await organization('Dom kultury'), await organization('Sport')];
    const feeder = await house.centre.account('feeder', { organizationId: library });
    const own = await added({ organizationId: library });
    expect(
      at(
        await house.runner.run(correctService, feeder, { ...card, serviceId: own, organizationId: library }),
      ),
    ).toBe('done');
    expect(
      at(await house.runner.run(correctService, feeder, { ...card, serviceId: own, organizationId: other })),
    ).toBe('directory.foreign-organization');
    expect(
      at(
        await house.runner.run(correctService, feeder, {
          ...card,
          serviceId: await added({ organizationId: other }),
        }),
      ),
    ).toBe('forbidden');
  });

  it("does not find another centre's card", async () => {
    expect(
      at(
        await house.runner.run(correctService, house.other.as('director'), {
          ...card,
          serviceId: await added(),
        }),
      ),
    ).toBe('not_found');
  });
});

describe('directory.confirm-service (art. 13(2))', () => {
  it('says that the card is true today and publishes a draft', async () => {
    const id = await added();
    await house.owner.query(`update service set state = 'draft', confirmed_on = '2026-01-05' where id = $1`, [
      id,
    ]);
    expect(at(await house.runner.run(confirmService, clerk(), { serviceId: id }))).toBe('done');
    expect(await seen(id)).toMatchObject({ state: 'published', confirmedOn: '2026-11-16' });
  });

  it('is open to who writes cards', async () => {
    const id = await added();
    const admitted = await rolesAdmitted(async (role) =>
      at(await house.runner.run(confirmService, house.centre.as(role), { serviceId: id })),
    );
    expect(admitted).toEqual(['director', 'service_organiser', 'clerk']);
    expect(at(await house.runner.run(confirmService, house.other.as('clerk'), { serviceId: id }))).toBe(
      'not_found',
    );
  });
});

describe('directory.report-capacity', () => {
  it('keeps free places and until when they may be believed', async () => {
    const id = await added();
    expect(
      at(
        await house.runner.run(reportCapacity, clerk(), {
          serviceId: id,
          status: 'free',
          free: '4',
          until: '30.11.2026',
        }),
      ),
    ).toBe('done');
    expect((await seen(id))?.capacity).toEqual({ status: 'free', free: 4, until: '2026-11-30' });
  });

  it('counts as unknown from the day after', () => {
    const capacity = { status: 'free', free: 4, until: '2026-11-30' } as const;
    expect(capacityOn(capacity, '2026-11-30').status).toBe('free');
    expect(capacityOn(capacity, '2026-12-01').status).toBe('unknown');
  });

  it('keeps no number where there are no places, and refuses a day in the past', async () => {
    const id = await added();
    await house.runner.run(reportCapacity, clerk(), { serviceId: id, status: 'waiting', free: '4' });
    expect((await seen(id))?.capacity).toEqual({ status: 'waiting', free: null, until: null });
    expect(
      at(
        await house.runner.run(reportCapacity, clerk(), {
          serviceId: id,
          status: 'none',
          until: '2026-11-15',
        }),
      ),
    ).toBe('directory.until-past');
  });

  it('is open to who writes cards, of this centre', async () => {
    const id = await added();
    const admitted = await rolesAdmitted(async (role) =>
      at(await house.runner.run(reportCapacity, house.centre.as(role), { serviceId: id, status: 'ask' })),
    );
    expect(admitted).toEqual(['director', 'service_organiser', 'clerk']);
    expect(
      at(await house.runner.run(reportCapacity, house.other.as('clerk'), { serviceId: id, status: 'ask' })),
    ).toBe('not_found');
  });
});

describe('directory.withdraw-service', () => {
  it('takes the card out of the lists with its reason; nothing can be done with it afterwards', async () => {
    const id = await added({ name: 'Wycofywana' });
    expect(
      at(await house.runner.run(withdrawService, clerk(), { serviceId: id, reason: 'Koniec umowy' })),
    ).toBe('done');
    expect(await seen(id)).toMatchObject({ state: 'withdrawn', stateReason: 'Koniec umowy' });
    for (const [command, input, code] of [
      [withdrawService, { serviceId: id, reason: 'x' }, 'directory.withdrawn'],
      [confirmService, { serviceId: id }, 'directory.withdrawn'],
      [correctService, { ...card, serviceId: id }, 'directory.withdrawn'],
      [reportCapacity, { serviceId: id, status: 'none' }, 'directory.not-published'],
    ] as const)
      expect(
        at(await house.runner.run<unknown, unknown, unknown, unknown>(command as never, clerk(), input)),
      ).toBe(code);
    expect(
      Object.keys(serviceSteps).some((action) => mayTake(action as keyof typeof serviceSteps, 'withdrawn')),
    ).toBe(false);
  });

  it('needs a reason and the right to write', async () => {
    const id = await added();
    expect(
      problemFields(await house.runner.run(withdrawService, clerk(), { serviceId: id, reason: ' ' })),
    ).toEqual(['reason']);
    expect(
      at(
        await house.runner.run(withdrawService, house.centre.as('plan_coordinator'), {
          serviceId: id,
          reason: 'x',
        }),
      ),
    ).toBe('forbidden');
    expect(
      at(await house.runner.run(withdrawService, house.other.as('director'), { serviceId: id, reason: 'x' })),
    ).toBe('not_found');
  });
});

describe('directory.list-services', () => {
  const names = async (input: Record<string, unknown>, actor = clerk()): Promise<string[]> => {
    const outcome = await house.runner.ask(listServices, actor, input);
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return outcome.value.services.map((service) => service.name);
  };

  it('finds by words, area, gmina, track and performer', async () => {
    const performer = await organization('Fundacja Szukana');
    await added({ name: 'Szukana rehabilitacja', area: '5', gmina: gminas.town, organizationId: performer });
    await added({ name: 'Szukana opieka', area: '4', gmina: gminas.village, track: 'separate_statute' });
    await added({ name: 'Szukana wszędzie', area: '9', track: 'general_offer' });
    expect(await names({ text: 'szukane' })).toEqual([
      'Szukana opieka',
      'Szukana rehabilitacja',
      'Szukana wszędzie',
    ]);
    expect(await names({ text: 'szukana', area: '5' })).toEqual(['Szukana rehabilitacja']);
    expect(await names({ text: 'szukana', gmina: gminas.village })).toEqual([
      'Szukana opieka',
      'Szukana wszędzie',
    ]);
    expect(await names({ text: 'szukana', track: 'separate_statute' })).toEqual(['Szukana opieka']);
    expect(await names({ provider: performer })).toEqual(['Szukana rehabilitacja']);
  });

  it('shows residents what is published and nothing else', async () => {
    const id = await added({ name: 'Tajny szkic' });
    await house.owner.query(`update service set state = 'draft' where id = $1`, [id]);
    expect(await names({ text: 'tajny' })).toEqual(['Tajny szkic']);
    for (const role of ['resident', 'visitor', 'region', 'provider', 'feeder'] as const)
      expect(await names({ text: 'tajny' }, house.centre.as(role))).toEqual([]);
    expect(await seen(id, house.centre.as('visitor'))).toBeUndefined();
    expect(await seen(id, house.centre.as('plan_coordinator'))).toMatchObject({ mayWrite: false });
  });

  it('leaves withdrawn cards out unless they are asked for, and finds those nobody has confirmed for 90 days', async () => {
    const [gone, late] = [
      await added({ name: 'Dawna karta' }),
      await added({ name: 'Dawna niepotwierdzona' }),
    ];
    await house.runner.run(withdrawService, clerk(), { serviceId: gone, reason: 'x' });
    await house.owner.query(`update service set confirmed_on = '2026-08-17' where id = $1`, [late]);
    expect(await names({ text: 'dawna' })).toEqual(['Dawna niepotwierdzona']);
    expect(await names({ text: 'dawna', state: 'withdrawn' })).toEqual(['Dawna karta']);
    expect(await names({ text: 'dawna', unconfirmed: 'tak' })).toEqual(['Dawna niepotwierdzona']);
    await house.owner.query(`update service set confirmed_on = '2026-08-18' where id = $1`, [late]);
    expect(await names({ text: 'dawna', unconfirmed: 'tak' })).toEqual([]);
  });

  it("shows no other centre's services", async () => {
    await added({ name: 'Tylko tutaj' });
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
      value: { service: null, organizationId: own, organizations: [{ id: own, name: 'Własna jednostka' }] },
    });
    expect(at(await house.runner.ask(serviceForm, house.centre.as('provider'), {}))).toBe('forbidden');
    expect(
      at(await house.runner.ask(serviceForm, house.other.as('clerk'), { serviceId: await added() })),
    ).toBe('not_found');
  });
});

describe('contracts of performers', () => {
  it('are those in force on the day, first and last day included', async () => {
    const [performer, serviceId] = [await organization('Wykonawca z umową'), await added()];
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
