import { hash } from '@node-rs/argon2';
import { TOTP, Secret } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse, type TestCentre } from '../../../../test/support/centre.ts';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import {
  codeStep,
  hashPassword,
  isWeaker,
  sealTotp,
  newOneTimePassword,
  newTotpSecret,
  nobodysHash,
  passwordFits,
} from '../credentials.ts';
import { identification, visitorAccount } from '../identify.ts';
import { signIn, signInAsPersona } from './sign-in.ts';
import { signOut } from './sign-out.ts';

const house = testHouse();
const password = 'bateria koń spinacz';
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const start = '2026-11-16T09:00:00.000Z';

const visitor = (centre: TestCentre): Actor => ({
  centreId: centre.id,
  accountId: visitorAccount,
  name: '',
  position: '',
  roles: ['visitor'],
});
const codeAt = (instant: string): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.parse(instant) });

interface Try {
  login: string;
  password?: string;
  code?: string;
  centre?: TestCentre;
}

const attempt = async ({ login, centre = house.centre, ...typed }: Try) => {
  const input = { login, password, code: codeAt(house.clock.now()), ...typed };
  const outcome = await house.runner.run(signIn, visitor(centre), input);
  return outcome.ok ? outcome.value : outcome.problem;
};

/** A clerk with a password and a second factor, at nine in the morning. */
let login = '';
let clerk: Actor;

beforeEach(async () => {
  house.clock.set(start);
  clerk = await house.centre.account('clerk');
  const row = await house.owner.query<{ login: string }>(
    `update account set password_hash = $2, totp_secret = $3, persona = null where id = $1 returning login`,
    [
      clerk.accountId,
      await hashPassword(password),
      sealTotp(house.vault, house.centre.id, clerk.accountId, secret),
    ],
  );
  login = row.rows[0]?.login ?? '';
});

const laterBy = (seconds: number): void =>
  house.clock.set(new Date(Date.parse(house.clock.now()) + seconds * 1000).toISOString());

describe('credentials', () => {
  it('are kept as argon2id with 19 MiB and two passes', async () => {
    expect(await hashPassword(password)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it.each([
    ['less memory', '$argon2id$v=19$m=9216,t=2,p=1$x$y', true],
    ['fewer passes', '$argon2id$v=19$m=19456,t=1,p=1$x$y', true],
    ['another algorithm', '$argon2i$v=19$m=19456,t=2,p=1$x$y', true],
    ['what is made today', nobodysHash, false],
    ['more of both', '$argon2id$v=19$m=65536,t=3,p=4$x$y', false],
  ])('%s: hashed anew at the next sign-in or not', (_what, kept, weaker) => {
    expect(isWeaker(kept)).toBe(weaker);
  });

  it('a letter typed as one character or as two opens the same account', async () => {
    expect(await passwordFits(await hashPassword('żółć'.normalize('NFC')), 'żółć'.normalize('NFD'))).toBe(
      true,
    );
  });

  it("without an account the same work is done: nobody's hash is a whole one, of the same cost", async () => {
    const cost = (kept: string): string | undefined => kept.split('$')[3];
    expect(cost(nobodysHash)).toBe(cost(await hash('x')));
    expect(await passwordFits(undefined, password)).toBe(false);
    expect(await passwordFits(null, password)).toBe(false);
  });

  it('made here are random and can be read off a sheet of paper', () => {
    const made = Array.from({ length: 50 }, newOneTimePassword);
    expect(new Set(made).size).toBe(50);
    for (const one of made) expect(one).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){3}$/);
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('a code counts in its own 30 seconds and in those beside them (RFC 6238)', () => {
    const code = codeAt(start);
    const fits = (instant: string): boolean => codeStep(secret, code, instant) !== null;
    expect(fits('2026-11-16T08:59:30.000Z')).toBe(true);
    expect(fits('2026-11-16T09:00:59.000Z')).toBe(true);
    expect(fits('2026-11-16T09:01:00.000Z')).toBe(false);
    expect(fits('2026-11-16T08:59:29.000Z')).toBe(false);
  });
});

describe('access.sign-in', () => {
  it('opens a session with name, password and code; capitals in the name are understood', async () => {
    expect(await attempt({ login: login.toUpperCase() })).toMatchObject({
      signedIn: true,
      token: expect.stringMatching(new RegExp(`^${house.centre.id}\\.`)),
    });
  });

  it('renews a hash that is worth less than today’s, and the password stays the same', async () => {
    const weak = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const keep = async (kept: string): Promise<unknown> =>
      await house.owner.query(
        `update account set password_hash = $2, must_change_password = true where id = $1`,
        [clerk.accountId, kept],
      );
    const kept = async (): Promise<{ password_hash: string; must_change_password: boolean } | undefined> =>
      (
        await house.owner.query<{ password_hash: string; must_change_password: boolean }>(
          'select password_hash, must_change_password from account where id = $1',
          [clerk.accountId],
        )
      ).rows[0];
    await keep(weak);
    expect(await attempt({ login, password: 'zgadywanka' })).toMatchObject({ signedIn: false });
    expect((await kept())?.password_hash).toBe(weak);
    expect(await attempt({ login })).toMatchObject({ signedIn: true });
    const renewed = await kept();
    expect(renewed?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    // It is still the one-time password that it was.
    expect(renewed?.must_change_password).toBe(true);
    laterBy(60);
    expect(await attempt({ login })).toMatchObject({ signedIn: true });
    expect((await kept())?.password_hash).toBe(renewed?.password_hash);
  });

  it('answers every failure with the same value: no such name, wrong password, wrong code, closed, locked', async () => {
    const same = { signedIn: false, token: null, resident: false };
    expect(await attempt({ login: 'nikt' })).toEqual(same);
    expect(await attempt({ login, password: `${password} ` })).toEqual(same);
    expect(await attempt({ login, code: '000000' })).toEqual(same);
    await house.owner.query(`update account set state = 'closed' where id = $1`, [clerk.accountId]);
    expect(await attempt({ login })).toEqual(same);
    await house.owner.query(
      `update account set state = 'active', locked_until = '2026-11-16T09:10:00Z' where id = $1`,
      [clerk.accountId],
    );
    expect(await attempt({ login })).toEqual(same);
  });

  it('locks the account for 15 minutes after five wrong tries in a row', async () => {
    for (let n = 0; n < 5; n++) await attempt({ login, password: 'zgadywanka' });
    expect(await attempt({ login })).toMatchObject({ signedIn: false });
    laterBy(15 * 60 - 1);
    expect(await attempt({ login })).toMatchObject({ signedIn: false });
    laterBy(1);
    expect(await attempt({ login })).toMatchObject({ signedIn: true });
  });

  it('counts tries that come at once one by one', async () => {
    await Promise.all(Array.from({ length: 5 }, () => attempt({ login, password: 'zgadywanka' })));
    expect(await attempt({ login })).toMatchObject({ signedIn: false });
  });

  it('takes a code once (RFC 6238, 5.2): read over a shoulder it opens nothing', async () => {
    expect(await attempt({ login })).toMatchObject({ signedIn: true });
    expect(await attempt({ login })).toMatchObject({ signedIn: false });
    laterBy(30);
    expect(await attempt({ login })).toMatchObject({ signedIn: true });
  });

  it('takes a code once also when it is sent ten times in the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => attempt({ login })));
    expect(answers.filter((one) => 'signedIn' in one && one.signedIn)).toHaveLength(1);
  });

  it('gives every sign-in a token of its own, keeps only its hash, and no receipt of it', async () => {
    const once = newId();
    const input = { login, password, code: codeAt(start) };
    const first = await house.runner.run(signIn, visitor(house.centre), input, { once });
    const kept = await house.owner.query(
      `select encode(token_hash, 'hex') as hash from session where account_id = $1`,
      [clerk.accountId],
    );
    const receipts = await house.owner.query('select 1 from command_receipt where once = $1', [once]);
    expect(first).toMatchObject({ ok: true, value: { signedIn: true } });
    expect(kept.rows).toHaveLength(1);
    expect(JSON.stringify(first)).not.toContain(kept.rows[0].hash);
    expect(receipts.rows).toEqual([]);
  });

  it("knows nobody of another centre's accounts", async () => {
    expect(await attempt({ login, centre: house.other })).toEqual({
      signedIn: false,
      token: null,
      resident: false,
    });
  });
});

describe('a session', () => {
  const begin = async (): Promise<string> => {
    const result = await attempt({ login });
    return 'token' in result && result.token ? result.token : '';
  };
  const who = () => identification(house.pool, house.clock);

  it('lasts ten hours and no longer, however busy', async () => {
    const token = await begin();
    for (let halfHours = 1; halfHours < 20; halfHours++) {
      laterBy(1800);
      expect((await who().identify(token))?.actor.roles).toEqual(['clerk']);
    }
    laterBy(1799);
    expect((await who().identify(token))?.actor.roles).toEqual(['clerk']);
    laterBy(1);
    expect(await who().identify(token)).toBeUndefined();
  });

  it('that nobody uses for an hour is over', async () => {
    const token = await begin();
    laterBy(3599);
    expect(await who().identify(token)).toBeDefined();
    laterBy(3600);
    expect(await who().identify(token)).toBeUndefined();
  });

  it('lasts as long as the installation says', async () => {
    const token = await begin();
    const short = identification(house.pool, house.clock, { hours: 1, idleMinutes: 600, freshMinutes: 5 });
    laterBy(3600);
    expect(await short.identify(token)).toBeUndefined();
  });

  it('ends on every device with a sign-out', async () => {
    const first = await begin();
    laterBy(30);
    const second = await begin();
    await house.runner.run(signOut, clerk, {});
    expect([await who().identify(first), await who().identify(second)]).toEqual([undefined, undefined]);
  });

  it('holds the roles of the day: one that ended yesterday or starts tomorrow does not count', async () => {
    await house.owner.query(`update account_role set valid_to = '2026-11-15' where account_id = $1`, [
      clerk.accountId,
    ]);
    await house.owner.query(`insert into account_role values ($1, $2, 'director', '2026-11-17', null)`, [
      house.centre.id,
      clerk.accountId,
    ]);
    const token = await begin();
    expect((await who().identify(token))?.actor.roles).toEqual([]);
    house.clock.set('2026-11-16T09:59:00.000Z');
    expect((await who().identify(token))?.actor.roles).toEqual([]);
  });

  it.each(['', 'x', `${visitorAccount}.${'a'.repeat(43)}`, "' or 1=1 --"])(
    'is not made up: %j',
    async (token) => {
      expect(await who().identify(token)).toBeUndefined();
    },
  );

  it('does not open under the name of another centre', async () => {
    const [, own] = (await begin()).split('.');
    expect(await who().identify(`${house.other.id}.${own ?? ''}`)).toBeUndefined();
  });
});

describe('access.sign-in-as-persona', () => {
  const enter = async (actor: Actor, centre = house.centre) => {
    const outcome = await house.runner.run(signInAsPersona, visitor(centre), { accountId: actor.accountId });
    return outcome.ok ? 'in' : outcome.problem.kind;
  };

  it('opens the account of a persona in a demonstration', async () => {
    expect(await enter(house.centre.as('director'))).toBe('in');
  });

  it('is not there for an account that is no persona, is closed, or is of another centre', async () => {
    expect(await enter(clerk)).toBe('not_found');
    expect(await enter(house.other.as('director'))).toBe('not_found');
    const closed = await house.centre.account('clerk');
    await house.owner.query(`update account set state = 'closed' where id = $1`, [closed.accountId]);
    expect(await enter(closed)).toBe('not_found');
  });

  it('is not there outside a demonstration', async () => {
    await house.owner.query('update centre set demonstration = false where id = $1', [house.other.id]);
    expect(await enter(house.other.as('director'), house.other)).toBe('not_found');
  });
});
