import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import { commands, queries } from '../../../app/modules.ts';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { authenticator } from '../authenticator.fixture.ts';
import { passkeyChallengeQuery } from '../queries/own-security.ts';
import {
  codeAt,
  enter,
  laterBy,
  type Owned,
  password,
  realAccount,
  runnerAt,
  secret,
  valueOf,
  visitor,
  whoIs,
} from '../sign-in.fixture.ts';
import { createAccount } from './create-account.ts';
import { changePassword, enrolSecondFactor, makeRecoveryCodes } from './own-account.ts';
import { addPasskey } from './passkeys.ts';
import { prove } from './prove.ts';
import { resetSecondFactor } from './reset-credentials.ts';
import { endAccountSessions } from './end-account-sessions.ts';
import { endOneSession, endOthers } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { getOwnSecurityQuery } from '../queries/own-security.ts';

const house = testHouse();
let owner: Owned;
let token: string;
let session: Actor;

beforeEach(async () => {
  house.clock.set('2026-11-16T09:00:00.000Z');
  owner = await realAccount(house, 'administrator');
  ({ token, actor: session } = await enter(house, owner));
});

const now = async (): Promise<Actor> => (await whoIs(house, token))?.actor ?? session;
const dangerous = async (actor: Actor) => {
  const login = `nowe-${newId().slice(-12)}`;
  const input = { login, name: 'Ewa Nowa', position: 'pracownik', role: 'clerk' };
  return at(await runnerAt(house).run(createAccount, actor, input));
};
const proving = async (typed: Record<string, unknown>, actor?: Actor) =>
  valueOf(await runnerAt(house).run(prove, actor ?? (await now()), typed)).token;
const right = () => ({ password, code: codeAt(house.clock.now()) });

describe('before a dangerous step', () => {
  it('the last proof may be fifteen minutes old, and no older', async () => {
    laterBy(house, 15 * 60);
    expect(await dangerous(await now())).toBe('done');
    laterBy(house, 1);
    expect(await dangerous(await now())).toBe('unproved');
  });

  it('whoever may not is told so, proved or not', async () => {
    const clerk = (await enter(house, await realAccount(house, 'clerk'))).actor;
    laterBy(house, 16 * 60);
    expect(await dangerous(clerk)).toBe('forbidden');
  });

  it('password and code prove it again, and the session goes on under a new token', async () => {
    laterBy(house, 20 * 60);
    const next = await proving(right());
    expect(await whoIs(house, token)).toBeUndefined();
    token = next ?? '';
    expect((await now()).session?.id).toBe(session.session?.id);
    expect(await dangerous(await now())).toBe('done');
  });

  it.each([
    ['the password alone', () => ({ password })],
    ['the code alone', () => ({ code: codeAt(house.clock.now()) })],
    [
      'the code alone, said to be a second factor',
      () => ({ code: codeAt(house.clock.now()), second: 'tak' }),
    ],
    ['a wrong password', () => ({ ...right(), password: 'zgadywanka' })],
    ['a wrong code', () => ({ ...right(), code: '000000' })],
    ['nothing', () => ({})],
  ])('%s is no proof', async (_what, typed) => {
    laterBy(house, 20 * 60);
    expect(await proving(typed())).toBeNull();
  });

  it('a code that was already used is no proof', async () => {
    expect(await proving(right())).toBeNull();
  });

  it('a passkey proves it, once, and only one of the own account', async () => {
    const keyOf = async (actor: Actor) => {
      const key = authenticator();
      const made = valueOf(await runnerAt(house).ask(passkeyChallengeQuery, actor, { purpose: 'add' }));
      const response = key.create(made.options.create);
      const added = await runnerAt(house).run(addPasskey, actor, { name: 'a', response, kept: made.kept });
      return { key, token: valueOf(added).token };
    };
    const own = await keyOf(session);
    const other = await keyOf((await enter(house, await realAccount(house, 'clerk'))).actor);
    token = own.token;
    laterBy(house, 20 * 60);
    const asked = valueOf(
      await runnerAt(house).ask(passkeyChallengeQuery, await now(), { purpose: 'prove' }),
    );
    const signed = (key = own.key) => ({ response: key.get(asked.options.get), kept: asked.kept });
    expect(await proving(signed(other.key))).toBeNull();
    const again = valueOf(
      await runnerAt(house).ask(passkeyChallengeQuery, await now(), { purpose: 'prove' }),
    );
    const answer = { response: own.key.get(again.options.get), kept: again.kept };
    const next = await proving(answer);
    expect(next).not.toBeNull();
    token = next ?? '';
    expect(await proving(answer)).toBeNull();
  });

  it('five wrong proofs lock the account and end the session', async () => {
    laterBy(house, 20 * 60);
    for (let n = 0; n < 5; n++) await proving({ ...right(), password: 'zgadywanka' });
    expect(await whoIs(house, token)).toBeUndefined();
    const typed = { login: owner.login, ...right() };
    expect(valueOf(await house.runner.run(signIn, visitor(house.centre), typed)).signedIn).toBe(false);
  });

  it('whoever has no session has nothing to prove', async () => {
    expect(at(await runnerAt(house).run(prove, visitor(house.centre), right()))).toBe('not_found');
    expect(at(await runnerAt(house).run(prove, owner.actor, right()))).toBe('not_found');
  });

  it('the demonstration’s one-click account is never asked', async () => {
    await house.owner.query(`update account set persona = 'test' where id = $1`, [owner.actor.accountId]);
    laterBy(house, 3 * 3600);
    expect(await dangerous(await now())).toBe('done');
  });

  it('these steps are dangerous: what opens accounts, who may what, who signs, what shields a person, what gives much away or ends it', () => {
    const fresh = [...commands, ...queries].flatMap((one) => (one.fresh ? [one.name] : []));
    expect(fresh).toEqual(
      expect.arrayContaining([
        'access.create-account',
        'access.give-role',
        'access.end-role',
        'access.close-account',
        'access.reset-password',
        'access.reset-second-factor',
        'access.change-password',
        'access.enrol-second-factor',
        'access.add-passkey',
        'access.remove-passkey',
        'access.make-recovery-codes',
        'access.save-notice-address',
        'access.grant-authorisation',
        'access.revoke-authorisation',
        'access.review-grant',
        'people.unshield',
        'privacy.access-pack',
        'privacy.export-statistics',
        'privacy.approve-review',
        'privacy.carry-out-review',
        'survey.print-invitations',
      ]),
    );
  });
});

describe('a session that waits for its second factor', () => {
  beforeEach(async () => {
    await house.owner.query('update session set half = true, method = $2 where account_id = $1', [
      owner.actor.accountId,
      'external',
    ]);
  });

  it('is a visitor on one page, until the code or the passkey of the account is given', async () => {
    expect(await whoIs(house, token)).toMatchObject({
      detour: '/praca/konto/drugi-skladnik',
      actor: { roles: ['visitor'] },
    });
    laterBy(house, 30);
    const next = await proving({ code: codeAt(house.clock.now()), second: 'tak' });
    expect((await whoIs(house, next))?.actor.roles).toEqual(['administrator']);
  });

  it('cannot put another second factor or password in the place of the one it lacks', async () => {
    const actor = await now();
    const runner = runnerAt(house);
    const other = { secret, code: codeAt(house.clock.now()), password };
    expect(at(await runner.run(enrolSecondFactor, actor, other))).toBe('forbidden');
    const key = { name: 'a', response: '{}', kept: 'x' };
    expect(at(await runner.run(addPasskey, actor, key))).toBe('forbidden');
    const next = 'zielony rower pod oknem';
    const change = { current: password, next, repeated: next };
    expect(at(await runner.run(changePassword, actor, change))).toBe('forbidden');
    expect(at(await runner.run(makeRecoveryCodes, actor, {}))).toBe('forbidden');
  });
});

describe('recovery codes', () => {
  const codes = async () => valueOf(await runnerAt(house).run(makeRecoveryCodes, session, {})).codes;
  const withCode = async (code: string, login = owner.login) =>
    valueOf(await house.runner.run(signIn, visitor(house.centre), { login, password, code }));

  it('are ten, each opens the account once in place of a code, only hashes are kept', async () => {
    const [first = '', ...others] = await codes();
    expect(others).toHaveLength(9);
    // 24 characters of 32: 120 bits, above the 112 from which a plain hash may keep them (ASVS 6.5.2).
    expect([first, ...others].filter((code) => !/^[a-z2-9]{4}(-[a-z2-9]{4}){6}$/.test(code))).toEqual([]);
    expect(await withCode(first.toUpperCase().replaceAll('-', ' '))).toMatchObject({
      signedIn: true,
      recovered: true,
    });
    expect(await withCode(first)).toMatchObject({ signedIn: false });
    const kept = await house.owner.query('select code_hash::text from recovery_code where account_id = $1', [
      owner.actor.accountId,
    ]);
    expect(JSON.stringify(kept.rows)).not.toContain(Buffer.from(first).toString('hex'));
  });

  it('open nobody else’s account, nothing without the password, and give way to new ones', async () => {
    const [first = ''] = await codes();
    const other = await realAccount(house, 'clerk');
    expect(await withCode(first, other.login)).toMatchObject({ signedIn: false });
    const typed = { login: owner.login, password: 'zgadywanka', code: first };
    expect(valueOf(await house.runner.run(signIn, visitor(house.centre), typed)).signedIn).toBe(false);
    await codes();
    expect(await withCode(first)).toMatchObject({ signedIn: false });
  });

  it('an administrator’s reset takes codes and passkeys away', async () => {
    const [first = ''] = await codes();
    const other = house.centre.as('administrator');
    valueOf(await runnerAt(house).run(resetSecondFactor, other, { accountId: owner.actor.accountId }));
    expect(await withCode(first)).toMatchObject({ signedIn: false });
  });
});

describe('open sessions', () => {
  const shown = async () => valueOf(await runnerAt(house).ask(getOwnSecurityQuery, await now(), {})).sessions;

  it('are listed with the one that asks, and never with their token', async () => {
    laterBy(house, 30);
    await enter(house, owner);
    const sessions = await shown();
    expect(new Set(sessions.map((one) => one.this))).toEqual(new Set([false, true]));
    expect(JSON.stringify(sessions)).not.toContain(token.split('.')[1]);
  });

  it('one can be ended, all others can, and nobody else’s', async () => {
    laterBy(house, 30);
    const second = await enter(house, owner);
    laterBy(house, 30);
    const third = await enter(house, owner);
    const stranger = (await enter(house, await realAccount(house, 'clerk'))).actor;
    const end = async (actor: Actor, sessionId: string | undefined) =>
      at(await runnerAt(house).run(endOneSession, actor, { sessionId }));
    expect(await end(stranger, second.actor.session?.id)).toBe('not_found');
    expect(await end(await now(), second.actor.session?.id)).toBe('done');
    expect(await whoIs(house, second.token)).toBeUndefined();
    expect(valueOf(await runnerAt(house).run(endOthers, await now(), {}))).toEqual({ ended: 1 });
    expect(await whoIs(house, third.token)).toBeUndefined();
    expect(await whoIs(house, token)).toBeDefined();
  });

  it('an administrator ends all of another account, and not the own this way', async () => {
    const all = async (actor: Actor) =>
      at(await runnerAt(house).run(endAccountSessions, actor, { accountId: owner.actor.accountId }));
    expect(await all(house.centre.as('director'))).toBe('forbidden');
    expect(await all(await now())).toBe('forbidden');
    expect(await all({ ...house.other.as('administrator') })).toBe('not_found');
    expect(await all(house.centre.as('administrator'))).toBe('done');
    expect(await whoIs(house, token)).toBeUndefined();
  });
});
