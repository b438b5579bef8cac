import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import { type Actor, type Role, roles } from '../../../platform/actor.ts';
import { readerFor } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import { findAuthorisations } from '../db/authorisations.ts';
import { requireSignatory } from '../domain/authorisation.ts';
import {
  getAuthorisationQuery,
  listAuthorisableQuery,
  listAuthorisationsQuery,
} from '../queries/authorisations.ts';
import { grantAuthorisation, revokeAuthorisation } from './authorisations.ts';

const house = testHouse();

let director: Actor;
beforeEach(async () => {
  director = await house.centre.account('director', { name: 'Dyrektor Nowa' });
});

const input = (change: Record<string, string> = {}) => ({
  accountId: director.accountId,
  scope: 'programme_cases',
  document: 'OR.077.1.2026 z 2 stycznia 2026',
  grantedBy: 'Burmistrz Jarocina',
  validFrom: '2.1.2026',
  ...change,
});
const grant = async (change: Record<string, string> = {}, actor = house.centre.as('administrator')) =>
  await house.runner.run(grantAuthorisation, actor, input(change));
const granted = async (change: Record<string, string> = {}): Promise<string> => {
  const outcome = await grant(change);
  if (!outcome.ok) throw new Error(outcome.problem.words);
  return outcome.value.authorisationId;
};
const revoke = async (authorisationId: string, on: string, actor = house.centre.as('administrator')) =>
  at(await house.runner.run(revokeAuthorisation, actor, { authorisationId, on, why: 'pismo OR.077.2.2026' }));
const signs = async (on: string): Promise<boolean> => {
  const register = await findAuthorisations(
    readerFor(house.pool, house.centre.id),
    house.centre.id,
    director.accountId,
  );
  return !isRefusal(requireSignatory(register, director, 'refusal', on));
};

describe('access.grant-authorisation (art. 26)', () => {
  it('enters what the signature of a refusal rests on, between its days', async () => {
    await granted({ validTo: '2026-12-31' });
    expect([
      await signs('2026-01-01'),
      await signs('2026-01-02'),
      await signs('2026-12-31'),
      await signs('2027-01-01'),
    ]).toEqual([false, true, true, false]);
  });

  it('refuses what would never count, by its field', async () => {
    const organiser = await house.centre.account('service_organiser');
    const clerk = await house.centre.account('clerk');
    const cases: [Record<string, string>, string, string][] = [
      [{ accountId: organiser.accountId }, 'access.no-authorisation', 'request'],
      [{ scope: 'social_assistance' }, 'access.no-authorisation', 'qualification'],
      [{ accountId: clerk.accountId, scope: 'plan_approval' }, 'access.no-authorisation', 'accountId'],
      [{ scope: 'plan_approval' }, 'access.director-needs-none', 'scope'],
      [{ validTo: '2026-01-01' }, 'access.authorisation-ends-early', 'validTo'],
    ];
    for (const [change, code, field] of cases)
      expect(await grant(change)).toMatchObject({
        ok: false,
        problem: { code, fields: { [field]: expect.any(String) } },
      });
    expect(at(await grant({ accountId: organiser.accountId, request: 'wniosek dyrektora DO.3.2026' }))).toBe(
      'done',
    );
    expect(at(await grant({ accountId: organiser.accountId, scope: 'plan_approval' }))).toBe('done');
  });

  it.each(['provider', 'feeder', 'region', 'resident'] as const)(
    'art. 49: nobody outside the centre is authorised: %s',
    async (role) => {
      expect(at(await grant({ accountId: house.centre.as(role).accountId, request: 'jest' }))).toBe(
        'access.authorise-outside',
      );
    },
  );

  it('refuses an account that is closed or not of this centre', async () => {
    await house.owner.query(`update account set state = 'closed' where id = $1`, [director.accountId]);
    expect(at(await grant())).toBe('access.account-closed');
    expect(at(await grant({ accountId: house.other.as('director').accountId }))).toBe('not_found');
    expect(at(await grant({ accountId: newId() }))).toBe('not_found');
  });
});

describe('access.revoke-authorisation', () => {
  it('takes effect on its day; what was signed before stands', async () => {
    const id = await granted();
    expect(await revoke(id, '2026-11-16')).toBe('done');
    expect([await signs('2026-11-15'), await signs('2026-11-16')]).toEqual([true, false]);
  });

  it('refuses a second time, a day before it began, and a day after it ended', async () => {
    const id = await granted({ validTo: '2026-06-30' });
    expect(await revoke(id, '2026-01-01')).toBe('access.revoked-too-early');
    expect(await revoke(id, '2026-07-01')).toBe('access.authorisation-ended');
    expect(await revoke(id, '2026-06-30')).toBe('done');
    expect(await revoke(id, '2026-06-30')).toBe('access.already-revoked');
  });

  it("does not reach another centre's register", async () => {
    expect(await revoke(await granted(), '2026-11-16', house.other.as('administrator'))).toBe('not_found');
  });
});

describe('the register of authorisations', () => {
  const keepers: readonly Role[] = ['director', 'administrator'];
  const readers: readonly Role[] = [...keepers, 'auditor', 'service_organiser', 'assistance_organiser'];

  it('is kept by the director and the administrator, never for themselves', async () => {
    const id = await granted();
    for (const role of roles.filter((one) => !keepers.includes(one))) {
      expect([role, at(await grant({}, house.centre.as(role)))]).toEqual([role, 'forbidden']);
      expect([role, await revoke(id, '2026-11-16', house.centre.as(role))]).toEqual([role, 'forbidden']);
    }
    expect(at(await grant({}, director))).toBe('forbidden');
    expect(await revoke(id, '2026-11-16', director)).toBe('forbidden');
    expect(at(await grant({}, house.centre.as('director')))).toBe('done');
  });

  it('is read by those who sign, keep and audit, each entry with how it stands today', async () => {
    const id = await granted({ validFrom: '2027-01-01' });
    for (const role of roles) {
      const expected = readers.includes(role) ? 'done' : 'forbidden';
      expect([role, at(await house.runner.ask(listAuthorisationsQuery, house.centre.as(role), {}))]).toEqual([
        role,
        expected,
      ]);
      expect([
        role,
        at(await house.runner.ask(getAuthorisationQuery, house.centre.as(role), { authorisationId: id })),
      ]).toEqual([role, expected]);
    }
    expect(
      await house.runner.ask(getAuthorisationQuery, house.centre.as('auditor'), { authorisationId: id }),
    ).toMatchObject({ ok: true, value: { standing: 'not_yet', holderName: 'Dyrektor Nowa' } });
  });

  it("shows nothing of another centre's", async () => {
    const id = await granted();
    expect(await house.runner.ask(listAuthorisationsQuery, house.other.as('director'), {})).toEqual({
      ok: true,
      value: [],
    });
    expect(
      at(await house.runner.ask(getAuthorisationQuery, house.other.as('director'), { authorisationId: id })),
    ).toBe('not_found');
    expect(
      await findAuthorisations(readerFor(house.pool, house.other.id), house.centre.id, director.accountId),
    ).toEqual([]);
  });

  it('gives on a day only what holds that day', async () => {
    const ended = await granted({ validTo: '2026-06-30' });
    const holding = await granted({ validFrom: '2026-07-01' });
    const on = async (day?: string) =>
      (
        await findAuthorisations(
          readerFor(house.pool, house.centre.id),
          house.centre.id,
          director.accountId,
          day,
        )
      ).map(({ id }) => id);
    expect(await on('2026-06-30')).toEqual([ended]);
    expect(await on('2026-07-01')).toEqual([holding]);
    await revoke(holding, '2026-11-16');
    expect(await on('2026-11-16')).toEqual([]);
    expect(await on()).toEqual([ended, holding]);
  });

  it('offers to its keepers whoever works inside the centre, but themselves', async () => {
    for (const role of roles)
      expect([role, at(await house.runner.ask(listAuthorisableQuery, house.centre.as(role), {}))]).toEqual([
        role,
        keepers.includes(role) ? 'done' : 'forbidden',
      ]);
    const offered = await house.runner.ask(listAuthorisableQuery, director, {});
    const ids = offered.ok ? offered.value.map(({ accountId }) => accountId) : [];
    expect(ids).toContain(house.centre.as('service_organiser').accountId);
    for (const out of [
      director,
      house.centre.as('provider'),
      house.centre.as('resident'),
      house.other.as('director'),
    ])
      expect(ids).not.toContain(out.accountId);
  });
});
