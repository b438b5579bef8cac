import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import type { Actor, Role } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { registerPerson } from '../commands/register.ts';
import { auditOf, openCase, register, written } from '../people.fixture.ts';
import { viewPerson } from './view-person.ts';

const house = testHouse();
const view = (personId: string, actor: Actor = house.centre.as('clerk')) =>
  house.runner.ask(viewPerson, actor, { personId });
const coordinator = () => house.centre.as('plan_coordinator');

describe('people.view-person: who may', () => {
  it.each(['clerk', 'director', 'service_organiser', 'assistance_organiser'] as const)(
    'the role %s',
    async (role) => {
      expect(await view(await register(house), house.centre.as(role))).toMatchObject({ ok: true });
    },
  );

  const never: readonly Role[] = [
    'community_organiser',
    'feeder',
    'provider',
    'region',
    'visitor',
    'auditor',
    'administrator',
  ];
  it.each(never)('not the role %s; the try is written down', async (role) => {
    const personId = await register(house);
    expect(await view(personId, house.centre.as(role))).toMatchObject({ problem: { kind: 'forbidden' } });
    expect((await auditOf(house, 'people.view-person')).at(-1)).toMatchObject({ kind: 'access' });
  });

  it('a resident: themselves and nobody else', async () => {
    const personId = await register(house);
    const resident = await house.centre.account('resident', { personId });
    expect(await view(personId, resident)).toMatchObject({ ok: true });
    expect(await view(await register(house), resident)).toMatchObject({ problem: { kind: 'forbidden' } });
  });
});

describe('people.view-person: a coordinator', () => {
  const reach = async (personId: string) => {
    const outcome = await view(personId, coordinator());
    return outcome.ok ? outcome.value.reach : outcome.problem.kind;
  };

  it('not without a tie', async () => {
    expect(await reach(await register(house))).toBe('forbidden');
  });

  it('by a case of their own, open or closed', async () => {
    const [open, closed] = [await register(house), await register(house)];
    await openCase(house, open, { coordinator: coordinator() });
    await openCase(house, closed, { coordinator: coordinator(), closedOn: '2026-01-01' });
    expect(await reach(open)).toBe('case');
    expect(await reach(closed)).toBe('case');
  });

  it('by a case that nobody has yet, as long as it is open', async () => {
    const [open, closed] = [await register(house), await register(house)];
    await openCase(house, open);
    await openCase(house, closed, { closedOn: '2026-01-01' });
    expect(await reach(open)).toBe('case');
    expect(await reach(closed)).toBe('forbidden');
  });

  it('not by the case of another coordinator', async () => {
    const personId = await register(house);
    await openCase(house, personId, { coordinator: await house.centre.account('plan_coordinator') });
    expect(await reach(personId)).toBe('forbidden');
  });

  it('by a plan that they run', async () => {
    const personId = await register(house);
    const caseId = await openCase(house, personId, {
      coordinator: await house.centre.account('plan_coordinator'),
    });
    await house.owner.query(
      `insert into plan (centre_id, id, case_id, person_id, gmina, number, coordinator_id) values ($1, $2, $3, $4, $5, $6, $7)`,
      [house.centre.id, newId(), caseId, personId, gminas.town, `plan ${personId}`, coordinator().accountId],
    );
    expect(await reach(personId)).toBe('case');
  });

  it('by having written the person down', async () => {
    const outcome = await house.runner.run(registerPerson, coordinator(), written());
    expect(await reach(outcome.ok ? outcome.value.personId : '')).toBe('registered');
  });

  it('by an open access of necessity, until its hour is over', async () => {
    const personId = await register(house);
    const grant = (until: string) =>
      house.owner.query(
        `insert into access_grant (centre_id, id, account_id, person_id, reason, granted_at, until) values ($1, $2, $3, $4, 'pilne', '2026-11-16T07:00:00Z', $5)`,
        [house.centre.id, newId(), coordinator().accountId, personId, until],
      );
    await grant('2026-11-16T08:00:00Z');
    expect(await reach(personId)).toBe('forbidden');
    await grant('2026-11-16T10:00:00Z');
    expect(await reach(personId)).toBe('grant');
  });
});

describe('people.view-person: what is read is written down', () => {
  it('by groups of fields, with the others whose data were shown', async () => {
    const personId = await register(house);
    await view(personId);
    expect((await auditOf(house, 'people.view-person')).at(-1)).toEqual({
      kind: 'read',
      person_id: personId,
      what: {
        fields: ['identity', 'contact', 'address', 'households', 'relations', 'corrections'],
        reach: 'none',
        others: [],
      },
    });
  });

  it('and nobody of another centre is known', async () => {
    const personId = await register(house, {}, house.other);
    expect(await view(personId)).toMatchObject({ problem: { kind: 'not_found' } });
    expect(await view(newId())).toMatchObject({ problem: { kind: 'not_found' } });
    expect(await view('nie-id')).toMatchObject({ problem: { kind: 'invalid' } });
  });
});
