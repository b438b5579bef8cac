import type * as argon2 from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { codeAt, laterBy, type Owned, password, realAccount, valueOf, visitor } from '../sign-in.fixture.ts';
import type { signIn as signInCommand } from './sign-in.ts';

const house = testHouse();
let owner: Owned;

/** The slow hash, watched; and the command as it is with that one, whatever was loaded before in this process. */
const verify = vi.fn<(kept: string, typed: string) => Promise<boolean>>();
let signIn: typeof signInCommand;
beforeAll(async () => {
  const real = await vi.importActual<typeof argon2>('@node-rs/argon2');
  verify.mockImplementation(async (kept, typed) => await real.verify(kept, typed));
  vi.resetModules();
  vi.doMock('@node-rs/argon2', () => ({ ...real, verify }));
  ({ signIn } = await import('./sign-in.ts'));
});
afterAll(() => {
  vi.doUnmock('@node-rs/argon2');
  vi.resetModules();
});

beforeEach(async () => {
  house.clock.set('2026-11-16T09:00:00.000Z');
  owner = await realAccount(house, 'clerk');
});

const attempt = async (typed: { login: string; password?: string; code?: string }) =>
  valueOf(
    await house.runner.run(signIn, visitor(house.centre), {
      password,
      code: codeAt(house.clock.now()),
      ...typed,
    }),
  );

const closed = async (): Promise<string> => {
  await house.owner.query(`update account set state = 'closed' where id = $1`, [owner.actor.accountId]);
  return owner.login;
};
const locked = async (): Promise<string> => {
  await house.owner.query(`update account set locked_until = '2026-11-16T09:10:00Z' where id = $1`, [
    owner.actor.accountId,
  ]);
  return owner.login;
};
const persona = async (): Promise<string> => {
  await house.owner.query(`update account set password_hash = null where id = $1`, [owner.actor.accountId]);
  return owner.login;
};
const noApp = async (): Promise<string> => {
  await house.owner.query(`update account set totp_secret = null where id = $1`, [owner.actor.accountId]);
  return owner.login;
};

/** What one try costs: its slow hashes. */
async function workOf(typed: { login: string; password?: string; code?: string }) {
  verify.mockClear();
  const { signedIn } = await attempt(typed);
  const costs = verify.mock.calls.map(([kept]) => kept.split('$')[3]);
  return { signedIn, costs };
}

describe('a try that fails costs the same, whatever it fails by', () => {
  it.each([
    ['a name that nobody has', () => Promise.resolve('nie-ma-takiego'), {}],
    ['a wrong password', () => Promise.resolve(owner.login), { password: 'zgadywanka' }],
    ['a wrong code', () => Promise.resolve(owner.login), { code: '000000' }],
    ['no code', () => Promise.resolve(owner.login), { code: '' }],
    ['a closed account', closed, {}],
    ['a locked account', locked, {}],
    ['an account without a password', persona, {}],
    ['a wrong password where there is no second factor', noApp, { password: 'zgadywanka' }],
  ])('%s: one slow hash, of the same cost', async (_what, arrange, more) => {
    const login = await arrange();
    expect(await workOf({ login, ...more })).toEqual({ signedIn: false, costs: ['m=19456,t=2,p=1'] });
  });

  it('and so does one that does not', async () => {
    expect(await workOf({ login: owner.login })).toEqual({ signedIn: true, costs: ['m=19456,t=2,p=1'] });
  });
});

describe('wrong tries under a name that nobody has', () => {
  const kept = async () => {
    const { rows } = await house.owner.query<{ failed_attempts: number; locked_until: string | null }>(
      `select failed_attempts, locked_until from unknown_login where centre_id = $1 order by tried_at desc limit 1`,
      [house.centre.id],
    );
    return rows[0];
  };

  it('are counted and locked as those of an account, and the answer is the same before and after', async () => {
    const login = 'kto-to-taki';
    const answers = [];
    for (let n = 0; n < 6; n++) answers.push(await attempt({ login, password: 'zgadywanka' }));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await kept()).toMatchObject({ failed_attempts: 5, locked_until: expect.any(String) });
  });

  it('are kept without the name, which may be a password in the wrong field, and forgotten after a day', async () => {
    await attempt({ login: 'moje tajne haslo 1', password: 'x' });
    const { rows } = await house.owner.query('select u::text as row from unknown_login u');
    expect(JSON.stringify(rows)).not.toContain('tajne');
    laterBy(house, 24 * 3600 + 1);
    await attempt({ login: 'ktos-inny', password: 'x' });
    const left = await house.owner.query('select 1 from unknown_login where centre_id = $1', [
      house.centre.id,
    ]);
    expect(left.rows).toHaveLength(1);
  });
});
