import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import type { Actor } from '../../../platform/actor.ts';
import { authenticator, type Authenticator, type Doing } from '../authenticator.fixture.ts';
import { partyOf, type Purpose } from '../passkeys.ts';
import { getOwnSecurityQuery, passkeyChallengeQuery } from '../queries/own-security.ts';
import {
  codeAt,
  enter,
  laterBy,
  type Owned,
  password,
  realAccount,
  runnerAt,
  valueOf,
  visitor,
  whoIs,
} from '../sign-in.fixture.ts';
import { addPasskey, removePasskey, signInByPasskey } from './passkeys.ts';
import { signIn } from './sign-in.ts';

const house = testHouse();
let clerk: Owned;
let session: Actor;
let key: Authenticator;

const challenge = async (actor: Actor, purpose: Purpose, runner = runnerAt(house)) =>
  valueOf(await runner.ask(passkeyChallengeQuery, actor, { purpose }));

/** Adds a key to the account of a session. */
const add = async (device = key, doing?: Doing, actor = session) => {
  const { options, kept } = await challenge(actor, 'add');
  const response = device.create(options.create, doing);
  return await runnerAt(house).run(addPasskey, actor, { name: 'telefon', response, kept });
};

/** Enters with a key; the answer may be made for another challenge than the one that is kept. */
const come = async (doing?: Doing, device = key) => {
  const { options, kept } = await challenge(visitor(house.centre), 'enter');
  return { response: device.get(options.get, doing), kept };
};
const by = async (input: { response: string; kept: string }, centre = house.centre) =>
  valueOf(await runnerAt(house).run(signInByPasskey, visitor(centre), input));

beforeEach(async () => {
  house.clock.set('2026-11-16T09:00:00.000Z');
  clerk = await realAccount(house, 'clerk');
  session = (await enter(house, clerk)).actor;
  key = authenticator();
});

describe('access.add-passkey', () => {
  it('makes a key that opens the account without password and code, as a whole session', async () => {
    const { token } = valueOf(await add());
    expect((await whoIs(house, token))?.actor.accountId).toBe(clerk.actor.accountId);
    const entered = await by(await come());
    expect(entered).toMatchObject({ signedIn: true, resident: false });
    const visit = await whoIs(house, entered.token);
    expect(visit?.detour).toBeUndefined();
    expect(visit?.actor.roles).toEqual(['clerk']);
  });

  it('asks the browser for a key that it finds by itself, with PIN, finger or face', async () => {
    const { options } = await challenge(session, 'add');
    expect(options.create).toMatchObject({
      rp: { id: 'okienko.example' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect((await challenge(visitor(house.centre), 'enter')).options.get).toMatchObject({
      rpId: 'okienko.example',
      userVerification: 'required',
      allowCredentials: [],
    });
  });

  it.each([
    ['from another address', { origin: 'https://okienko.evil' }],
    ['for another server', { rpId: 'evil.example' }],
    ['without PIN, finger or face', { verified: false }],
  ])('takes no key %s', async (_what, doing) => {
    expect(at(await add(key, doing))).toBe('access.passkey-failed');
  });

  it('takes an answer once, and one key once', async () => {
    const { options, kept } = await challenge(session, 'add');
    const input = { name: 'a', response: key.create(options.create), kept };
    const { token } = valueOf(await runnerAt(house).run(addPasskey, session, input));
    const again = (await whoIs(house, token))?.actor ?? session;
    expect(at(await runnerAt(house).run(addPasskey, again, input))).toBe('access.passkey-failed');
    expect(at(await add(key, {}, again))).toBe('access.passkey-known');
  });

  it('takes no answer to the challenge of another session, another purpose, or an old one', async () => {
    const other = await realAccount(house, 'clerk');
    const theirs = (await enter(house, other)).actor;
    const wrong = async (actor: Actor, purpose: Purpose, seconds = 0) => {
      const { options, kept } = await challenge(actor, purpose);
      const response = key.create(options.create ?? { ...Object(options.get), user: {} });
      laterBy(house, seconds);
      return at(await runnerAt(house).run(addPasskey, session, { name: 'a', response, kept }));
    };
    expect(await wrong(theirs, 'add')).toBe('access.passkey-failed');
    expect(await wrong(session, 'prove')).toBe('access.passkey-failed');
    expect(await wrong(session, 'add', 301)).toBe('access.passkey-failed');
    expect(await wrong(session, 'add')).toBe('done');
  });

  it('is nobody else’s to do: a visitor has no account', async () => {
    const { kept } = await challenge(visitor(house.centre), 'enter');
    const input = { name: 'a', response: '{}', kept };
    expect(at(await runnerAt(house).run(addPasskey, visitor(house.centre), input))).toBe('not_found');
    expect(at(await runnerAt(house).run(addPasskey, { ...session, centreId: house.other.id }, input))).toBe(
      'not_found',
    );
  });

  it('ends the other sessions of the account: who was in before is out', async () => {
    laterBy(house, 30);
    const other = await enter(house, clerk);
    session = { ...session };
    await add();
    expect(await whoIs(house, other.token)).toBeUndefined();
  });
});

describe('access.sign-in-by-passkey', () => {
  const refused = { signedIn: false, token: null, resident: false };
  beforeEach(async () => {
    valueOf(await add());
  });

  it.each([
    ['from another address', { origin: 'https://okienko.evil' }],
    ['for another server', { rpId: 'evil.example' }],
    ['without PIN, finger or face', { verified: false }],
    ['by a counter that went back: a copied key', { counter: 0 }],
    ['in the name of another account', { handle: Buffer.alloc(16).toString('base64url') }],
  ])('opens nothing %s', async (_what, doing) => {
    valueOf(await runnerAt(house).run(signInByPasskey, visitor(house.centre), await come()));
    expect(await by(await come(doing))).toEqual(refused);
  });

  it('takes an answer once: overheard, it opens nothing', async () => {
    const answer = await come();
    expect(await by(answer)).toMatchObject({ signedIn: true });
    expect(await by(answer)).toEqual(refused);
  });

  it('takes no answer to an old challenge, to one of another centre, or to a made-up one', async () => {
    const old = await come();
    laterBy(house, 301);
    expect(await by(old)).toEqual(refused);
    const foreign = await challenge(visitor(house.other), 'enter');
    expect(await by({ response: key.get(foreign.options.get), kept: foreign.kept })).toEqual(refused);
    const own = await come();
    expect(await by({ ...own, kept: `${own.kept}x` })).toEqual(refused);
    expect(await by({ ...own, kept: '' })).toEqual(refused);
  });

  it('knows no key of another device, of another centre, or of a closed account', async () => {
    expect(await by(await come({}, authenticator()))).toEqual(refused);
    const { options, kept } = await challenge(visitor(house.other), 'enter');
    expect(await by({ response: key.get(options.get), kept }, house.other)).toEqual(refused);
    await house.owner.query(`update account set state = 'closed' where id = $1`, [clerk.actor.accountId]);
    expect(await by(await come())).toEqual(refused);
  });

  it('lets the owner in although somebody has locked the account by guessing passwords', async () => {
    for (let n = 0; n < 5; n++)
      await house.runner.run(signIn, visitor(house.centre), {
        login: clerk.login,
        password: 'zgadywanka',
        code: '',
      });
    const typed = { login: clerk.login, password, code: codeAt(house.clock.now()) };
    expect(valueOf(await house.runner.run(signIn, visitor(house.centre), typed))).toEqual(refused);
    expect(await by(await come())).toMatchObject({ signedIn: true });
  });

  it('remembers the last use, and whether a copy of the key exists elsewhere', async () => {
    laterBy(house, 60);
    await by(await come());
    const shown = valueOf(await runnerAt(house).ask(getOwnSecurityQuery, session, {}));
    expect(shown.passkeys).toMatchObject([
      { name: 'telefon', synced: false, backedUp: false, lastUsedAt: '2026-11-16T09:01:00.000Z' },
    ]);
  });

  it('gives every sign-in a token of its own, and no receipt of it', async () => {
    const [one, two] = [await by(await come()), await by(await come())];
    expect(one.token).not.toBe(two.token);
  });
});

describe('a second factor of staff', () => {
  const typed = (code = '') => ({ login: clerk.login, password, code });
  const noApp = async () => {
    await house.owner.query('update account set totp_secret = null where id = $1', [clerk.actor.accountId]);
  };

  it('with a passkey as the only one, the password alone opens nothing', async () => {
    valueOf(await add());
    await noApp();
    expect(valueOf(await house.runner.run(signIn, visitor(house.centre), typed()))).toMatchObject({
      signedIn: false,
    });
  });

  it('without any, the password leads to one page, where the account is a visitor, until there is one', async () => {
    await noApp();
    const { token } = valueOf(await house.runner.run(signIn, visitor(house.centre), typed()));
    const waiting = await whoIs(house, token);
    expect(waiting).toMatchObject({
      detour: '/praca/konto/drugi-skladnik',
      actor: { roles: ['visitor'] },
    });
    const made = valueOf(await add(key, {}, waiting?.actor));
    const whole = await whoIs(house, made.token);
    expect(whole?.detour).toBeUndefined();
    expect(whole?.actor.roles).toEqual(['clerk']);
  });

  it('a resident may do without', async () => {
    const resident = await realAccount(house, 'resident', { totp: false });
    const { token } = valueOf(
      await house.runner.run(signIn, visitor(house.centre), { ...typed(), login: resident.login }),
    );
    expect((await whoIs(house, token))?.actor.roles).toEqual(['resident']);
  });

  it('the last one cannot be taken off', async () => {
    const { token } = valueOf(await add());
    const actor = (await whoIs(house, token))?.actor ?? session;
    const { passkeys } = valueOf(await runnerAt(house).ask(getOwnSecurityQuery, actor, {}));
    const passkeyId = passkeys[0]?.id;
    await noApp();
    const off = async () => at(await runnerAt(house).run(removePasskey, actor, { passkeyId }));
    expect(await off()).toBe('access.last-second-factor');
    valueOf(await add(authenticator(), {}, actor));
    const [again] = [(await whoIs(house, token))?.actor ?? actor];
    expect(at(await runnerAt(house).run(removePasskey, again, { passkeyId }))).toBe('done');
    expect(await by(await come())).toMatchObject({ signedIn: false });
  });

  it('a key of somebody else is not there to be taken off', async () => {
    valueOf(await add());
    const { passkeys } = valueOf(await runnerAt(house).ask(getOwnSecurityQuery, session, {}));
    const other = (await enter(house, await realAccount(house, 'clerk'))).actor;
    expect(at(await runnerAt(house).run(removePasskey, other, { passkeyId: passkeys[0]?.id }))).toBe(
      'not_found',
    );
  });
});

describe('the address that keys belong to', () => {
  it.each([
    ['https://okienko.gmina.pl', 'okienko.gmina.pl'],
    ['http://localhost:3000', 'localhost'],
    ['http://okienko.gmina.pl', undefined],
    ['https://10.0.0.7', undefined],
    ['http://127.0.0.1:3000', undefined],
    ['https://[::1]:3000', undefined],
    [undefined, undefined],
  ])('%s: %s', (address, id) => {
    expect(partyOf(address)?.id).toBe(id);
  });
});
