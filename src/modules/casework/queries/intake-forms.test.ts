import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import { type Role, roles } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { addPerson, addProgramme, codeOf, drafted, type Programme, report } from '../intake.fixture.ts';
import { applicationForm } from './application-form.ts';
import { listCoordinatorsQuery } from './list-coordinators.ts';
import { personForCase } from './person-for-case.ts';
import { applicationChoices, otherServices } from './web-draft.ts';

const house = testHouse();
let programme: Programme;

beforeAll(async () => {
  programme = await addProgramme(house, house.centre);
});

const allowed = async (ask: (role: Role) => Promise<string>): Promise<Role[]> => {
  const seen = await Promise.all(roles.map(async (role) => [role, await ask(role)] as const));
  return seen.flatMap(([role, code]) => (code === 'done' ? [role] : []));
};

describe('a person chosen from the register', () => {
  it('shows no more than is needed to be sure, and who may apply for them today (art. 35)', async () => {
    const [personId, daughter, former] = await Promise.all([
      addPerson(house, house.centre),
      addPerson(house, house.centre, { givenName: 'Ewa' }),
      addPerson(house, house.centre),
    ]);
    for (const [other, until] of [
      [daughter, null],
      [former, '2026-11-15'],
    ])
      await house.owner.query(
        `insert into person_relation (centre_id, id, person_id, other_person_id, kind, valid_from, valid_to) values ($1, $2, $3, $4, 'factual_carer', '2020-01-01', $5)`,
        [house.centre.id, newId(), personId, other, until],
      );
    const card = await house.runner.ask(personForCase, house.centre.as('clerk'), { personId });
    expect(card).toEqual({
      ok: true,
      value: {
        id: personId,
        name: 'Anna Nowak',
        birthDate: '1948-03-02',
        shielded: false,
        gmina: gminas.town,
        representatives: [{ id: daughter, name: 'Ewa Nowak', kind: 'factual_carer' }],
      },
    });
  });

  it('is read by those who take needs down, in their centre, and the read is written down', async () => {
    const personId = await addPerson(house, house.centre);
    const ask = async (role: Role) =>
      codeOf(await house.runner.ask(personForCase, house.centre.as(role), { personId }));
    expect(await allowed(ask)).toEqual([
      'service_organiser',
      'plan_coordinator',
      'assistance_organiser',
      'clerk',
    ]);
    expect(codeOf(await house.runner.ask(personForCase, house.other.as('clerk'), { personId }))).toBe(
      'access.not-found',
    );
    const trail = await house.owner.query(
      `select count(*)::int as reads from audit_entry where person_id = $1 and kind = 'read'`,
      [personId],
    );
    expect(trail.rows).toEqual([{ reads: 4 }]);
  });
});

describe('the form of an application', () => {
  it('is for the window and the coordinator of the case, in their centre', async () => {
    const caseId = await drafted(house, programme);
    const ask = async (role: Role) =>
      codeOf(await house.runner.ask(applicationForm, house.centre.as(role), { caseId }));
    expect(await allowed(ask)).toEqual(['plan_coordinator', 'clerk']);
    expect(codeOf(await house.runner.ask(applicationForm, house.other.as('clerk'), { caseId }))).toBe(
      'access.not-found',
    );
    await house.owner.query('update case_file set coordinator_id = $2 where id = $1', [
      caseId,
      house.centre.as('plan_coordinator').accountId,
    ]);
    const colleague = await house.centre.account('plan_coordinator');
    expect(codeOf(await house.runner.ask(applicationForm, colleague, { caseId }))).toBe('access.not-found');
  });

  it('is not there while the case is only a report', async () => {
    const caseId = await report(house);
    expect(codeOf(await house.runner.ask(applicationForm, house.centre.as('clerk'), { caseId }))).toBe(
      'access.not-found',
    );
  });
});

describe('what may be applied for', () => {
  it('is every service of a programme in force, and what another statute rules (art. 19)', async () => {
    await addProgramme(house, house.centre, { state: 'ended' });
    const visitor = house.centre.as('visitor');
    expect(await house.runner.ask(applicationChoices, visitor, {})).toMatchObject({
      ok: true,
      value: [{ versionId: programme.versionId, offers: [{ offerId: programme.offerId }] }],
    });
    const others = await house.runner.ask(otherServices, visitor, {});
    expect(others.ok && others.value.map((one) => one.id)).toContain(programme.otherServiceId);
    expect(await house.runner.ask(applicationChoices, house.other.as('visitor'), {})).toEqual({
      ok: true,
      value: [],
    });
  });
});

describe('coordinators to choose from', () => {
  it('are those who work today, with how many open cases each has', async () => {
    const coordinator = house.centre.as('plan_coordinator');
    const [open, closed] = await Promise.all([report(house), report(house)]);
    await house.owner.query(`update case_file set coordinator_id = $3 where id in ($1, $2)`, [
      open,
      closed,
      coordinator.accountId,
    ]);
    await house.owner.query(`update case_file set state = 'closed' where id = $1`, [closed]);
    const left = await house.centre.account('plan_coordinator', { name: 'Już nie pracuje' });
    await house.owner.query(`update account_role set valid_to = '2026-11-15' where account_id = $1`, [
      left.accountId,
    ]);
    const listed = await house.runner.ask(listCoordinatorsQuery, house.centre.as('director'), {});
    expect(listed.ok && listed.value.find((one) => one.id === coordinator.accountId)?.cases).toBe(2);
    expect(listed.ok && listed.value.some((one) => one.id === left.accountId)).toBe(false);
    const ask = async (role: Role) =>
      codeOf(await house.runner.ask(listCoordinatorsQuery, house.centre.as(role), {}));
    expect(await allowed(ask)).toEqual(['director', 'service_organiser', 'clerk']);
  });
});
