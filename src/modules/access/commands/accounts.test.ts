import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { type Actor, type Role, roles } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { AnyCommand } from '../../../platform/runner/command.ts';
import { at } from '../../../../test/support/outcome.ts';
import {
  getAccountQuery,
  getOwnAccountQuery,
  listAccountsQuery,
  listOrganizationsForAccountsQuery,
} from '../queries/accounts.ts';
import { endRole, giveRole } from './change-roles.ts';
import { closeAccount } from './close-account.ts';
import { createAccount } from './create-account.ts';
import { resetPassword, resetSecondFactor } from './reset-credentials.ts';

const house = testHouse();
const newcomer = { login: 'j.nowy', name: 'Jan Nowy', position: 'pracownik okienka', role: 'clerk' };

let colleague: Actor;
beforeEach(async () => {
  colleague = await house.centre.account('clerk');
});

const administrator = () => house.centre.as('administrator');
const run = async (command: AnyCommand, input: unknown, actor = administrator()) =>
  at(await house.runner.run(command, actor, input));
const record = async (accountId: string) => {
  const outcome = await house.runner.ask(getAccountQuery, administrator(), { accountId });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};
const sessionsOf = async (accountId: string): Promise<number> =>
  (await house.owner.query('select 1 from session where account_id = $1', [accountId])).rows.length;
const openSession = async (accountId: string): Promise<void> => {
  await house.owner.query(
    `insert into session values ($1, sha256($2::uuid::text::bytea), $2::uuid, now(), '2026-12-31')`,
    [house.centre.id, accountId],
  );
};

describe('access.create-account', () => {
  it('opens an account with a role from today, a one-time password and a secret, both given once', async () => {
    const once = newId();
    const first = await house.runner.run(createAccount, administrator(), newcomer, { once });
    const again = await house.runner.run(createAccount, administrator(), newcomer, { once });
    expect(first).toMatchObject({
      ok: true,
      value: {
        login: 'j.nowy',
        password: expect.stringMatching(/^.{4}-.{4}-.{4}-.{4}$/),
        totpSecret: expect.any(String),
      },
    });
    expect(again).toMatchObject({ ok: true, value: { login: 'j.nowy', password: null, totpSecret: null } });
    if (!first.ok) return;
    expect(await record(first.value.accountId)).toMatchObject({
      state: 'active',
      hasPassword: true,
      mustChangePassword: true,
      hasSecondFactor: true,
      periods: [{ role: 'clerk', validFrom: '2026-11-16', validTo: null }],
    });
  });

  it('leaves the password nowhere: not in receipts, not in the audit, not as it is', async () => {
    const outcome = await house.runner.run(
      createAccount,
      administrator(),
      { ...newcomer, login: 'j.cichy' },
      { once: newId() },
    );
    const secrets = outcome.ok ? [outcome.value.password ?? 'x', outcome.value.totpSecret ?? 'x'] : [];
    const kept = await house.owner.query(
      `select (select string_agg(result::text, ' ') from command_receipt) as receipts, (select string_agg(what::text, ' ') from audit_entry) as audit`,
    );
    for (const secret of secrets) expect(JSON.stringify(kept.rows)).not.toContain(secret);
  });

  it.each([
    ['ŻÓŁĆ', 'invalid'],
    ['ab', 'invalid'],
    ['a nowak', 'invalid'],
  ])('takes no name such as %s', async (login, expected) => {
    expect(await run(createAccount, { ...newcomer, login })).toBe(expected);
  });

  it('refuses a name that is taken, by its field', async () => {
    await run(createAccount, { ...newcomer, login: 'zajety' });
    expect(
      await house.runner.run(createAccount, administrator(), { ...newcomer, login: 'Zajety' }),
    ).toMatchObject({
      ok: false,
      problem: { code: 'access.login-taken', fields: { login: expect.any(String) } },
    });
  });

  it('refuses a provider without an organization, and an organization or person of another centre', async () => {
    expect(await run(createAccount, { ...newcomer, login: 'w1', role: 'provider' })).toBe('invalid');
    expect(await run(createAccount, { ...newcomer, login: 'wyk.1', role: 'provider' })).toBe(
      'access.role-organization',
    );
    expect(
      await run(createAccount, { ...newcomer, login: 'wyk.2', role: 'provider', organizationId: newId() }),
    ).toBe('access.no-such-organization');
    expect(
      await run(createAccount, { ...newcomer, login: 'mieszk.1', role: 'resident', personId: newId() }),
    ).toBe('access.no-such-person');
  });

  it('opens a provider for an organization of the centre', async () => {
    const organizationId = newId();
    await house.owner.query('insert into organization (centre_id, id, name) values ($1, $2, $3)', [
      house.centre.id,
      organizationId,
      'Fundacja',
    ]);
    expect(await run(createAccount, { ...newcomer, login: 'wyk.3', role: 'provider', organizationId })).toBe(
      'done',
    );
    expect(await house.runner.ask(listOrganizationsForAccountsQuery, administrator(), {})).toEqual({
      ok: true,
      value: [{ id: organizationId, name: 'Fundacja' }],
    });
    expect(
      await house.runner.ask(listOrganizationsForAccountsQuery, house.other.as('administrator'), {}),
    ).toEqual({ ok: true, value: [] });
  });
});

describe('access.give-role and access.end-role', () => {
  it('give a role for a period and end it with a last day', async () => {
    const { accountId } = colleague;
    expect(
      await run(giveRole, {
        accountId,
        role: 'plan_coordinator',
        validFrom: '1.12.2026',
        validTo: '31.12.2026',
      }),
    ).toBe('done');
    expect(
      await run(endRole, {
        accountId,
        role: 'plan_coordinator',
        validFrom: '2026-12-01',
        lastDay: '2026-12-24',
      }),
    ).toBe('done');
    expect((await record(accountId)).periods).toContainEqual({
      role: 'plan_coordinator',
      validFrom: '2026-12-01',
      validTo: '2026-12-24',
    });
  });

  it('end a role at once: yesterday was its last day; a role of today is taken off', async () => {
    const { accountId } = colleague;
    await run(giveRole, { accountId, role: 'plan_coordinator' });
    expect(await run(endRole, { accountId, role: 'plan_coordinator', validFrom: '2026-11-16' })).toBe('done');
    expect(await run(endRole, { accountId, role: 'clerk', validFrom: '2020-01-01' })).toBe('done');
    expect((await record(accountId)).periods).toEqual([
      { role: 'clerk', validFrom: '2020-01-01', validTo: '2026-11-15' },
    ]);
  });

  it('refuse what the rules of roles refuse, and a period that is not there', async () => {
    const { accountId } = colleague;
    expect(await run(giveRole, { accountId, role: 'provider' })).toBe('access.inside-or-outside');
    expect(await run(giveRole, { accountId, role: 'visitor' })).toBe('invalid');
    expect(await run(endRole, { accountId, role: 'director', validFrom: '2020-01-01' })).toBe('not_found');
  });

  it('refuse a form that somebody else overtook', async () => {
    const { accountId } = colleague;
    const { version } = await record(accountId);
    await run(giveRole, { accountId, role: 'plan_coordinator' });
    expect(
      await house.runner.run(giveRole, administrator(), { accountId, role: 'director' }, { version }),
    ).toMatchObject({ ok: false, problem: { kind: 'stale' } });
  });
});

describe('access.close-account', () => {
  it('closes for good and ends the sessions', async () => {
    const { accountId } = colleague;
    await openSession(accountId);
    expect(await run(closeAccount, { accountId })).toBe('done');
    expect(await sessionsOf(accountId)).toBe(0);
    expect((await record(accountId)).state).toBe('closed');
    expect(await run(closeAccount, { accountId })).toBe('access.account-closed');
    expect(await run(giveRole, { accountId, role: 'director' })).toBe('access.account-closed');
    expect(await run(resetPassword, { accountId })).toBe('access.account-closed');
    expect(await run(resetSecondFactor, { accountId })).toBe('access.account-closed');
  });
});

describe('access.reset-password and access.reset-second-factor', () => {
  it('give new ones, unlock, and end the sessions', async () => {
    const { accountId } = colleague;
    await openSession(accountId);
    await house.owner.query(
      `update account set failed_attempts = 5, locked_until = '2026-11-16T09:10:00Z', totp_last_step = 9 where id = $1`,
      [accountId],
    );
    expect(await house.runner.run(resetPassword, administrator(), { accountId })).toMatchObject({
      ok: true,
      value: { password: expect.any(String), totpSecret: null },
    });
    expect(await record(accountId)).toMatchObject({ mustChangePassword: true, lockedUntil: null });
    expect(await sessionsOf(accountId)).toBe(0);
    await openSession(accountId);
    expect(await house.runner.run(resetSecondFactor, administrator(), { accountId })).toMatchObject({
      ok: true,
      value: { password: null, totpSecret: expect.any(String) },
    });
    expect(await sessionsOf(accountId)).toBe(0);
  });
});

describe('who administers accounts', () => {
  const onColleague = [
    ['give-role', giveRole, { role: 'director' }],
    ['end-role', endRole, { role: 'clerk', validFrom: '2020-01-01' }],
    ['close-account', closeAccount, {}],
    ['reset-password', resetPassword, {}],
    ['reset-second-factor', resetSecondFactor, {}],
  ] as const satisfies readonly (readonly [string, AnyCommand, object])[];
  const others: readonly Role[] = roles.filter((role) => role !== 'administrator');

  it.each(others)('not the %s', async (role) => {
    const actor = house.centre.as(role);
    expect(await run(createAccount, { ...newcomer, login: `nie.${role.replace('_', '')}` }, actor)).toBe(
      'forbidden',
    );
    for (const [, command, input] of onColleague)
      expect(await run(command, { accountId: colleague.accountId, ...input }, actor)).toBe('forbidden');
  });

  it.each(onColleague)('nobody their own: %s', async (_name, command, input) => {
    const own = {
      accountId: administrator().accountId,
      ...input,
      ...('role' in input ? { role: 'administrator' } : {}),
    };
    expect(await run(command, own)).toBe('forbidden');
  });

  it.each(onColleague)("nobody another centre's: %s", async (_name, command, input) => {
    expect(
      await run(command, { accountId: colleague.accountId, ...input }, house.other.as('administrator')),
    ).toBe('not_found');
  });

  it('the director and the auditor read, the administrator too, nobody else', async () => {
    const readers: readonly Role[] = ['director', 'auditor', 'administrator'];
    for (const role of roles) {
      const expected = readers.includes(role) ? 'done' : 'forbidden';
      expect([role, at(await house.runner.ask(listAccountsQuery, house.centre.as(role), {}))]).toEqual([
        role,
        expected,
      ]);
      expect([
        role,
        at(
          await house.runner.ask(getAccountQuery, house.centre.as(role), { accountId: colleague.accountId }),
        ),
      ]).toEqual([role, expected]);
    }
    expect(
      at(
        await house.runner.ask(getAccountQuery, house.other.as('administrator'), {
          accountId: colleague.accountId,
        }),
      ),
    ).toBe('not_found');
  });

  it('everybody reads the own account; a visitor has none', async () => {
    expect(await house.runner.ask(getOwnAccountQuery, colleague, {})).toMatchObject({
      ok: true,
      value: { id: colleague.accountId },
    });
    expect(at(await house.runner.ask(getOwnAccountQuery, house.centre.as('visitor'), {}))).toBe('not_found');
  });

  it('no answer holds anything that opens an account', async () => {
    const list = await house.runner.ask(listAccountsQuery, administrator(), {});
    expect(
      Object.keys(list.ok ? (list.value[0] ?? {}) : {}).filter((key) => /hash|secret|token/i.test(key)),
    ).toEqual([]);
  });
});
