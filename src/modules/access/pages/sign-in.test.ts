import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { buildHouse } from '../../../app/house.ts';
import type { Actor } from '../../../platform/actor.ts';
import { hashPassword, sealTotp } from '../credentials.ts';

const house = testHouse();
const password = 'bateria koń spinacz';
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
let server: FastifyInstance;
let secured: FastifyInstance;
let login = '';
let clerk: Actor;

beforeAll(async () => {
  [server, secured] = (await Promise.all(
    [false, true].map(
      async (secure) =>
        (
          await buildHouse(house.pool, house.clock, { secure, publicWrites: 10_000, vault: house.vault })
        ).server,
    ),
  )) as [FastifyInstance, FastifyInstance];
});
afterAll(async () => {
  await Promise.all([server.close(), secured.close()]);
});

let minute = 0;
beforeEach(async () => {
  // Every test in a minute of its own: no code counts twice.
  house.clock.set(`2026-11-16T09:${String(minute++).padStart(2, '0')}:00.000Z`);
  clerk = await house.centre.account('clerk');
  const row = await house.owner.query<{ login: string }>(
    'update account set password_hash = $2, totp_secret = $3 where id = $1 returning login',
    [
      clerk.accountId,
      await hashPassword(password),
      sealTotp(house.vault, house.centre.id, clerk.accountId, secret),
    ],
  );
  login = row.rows[0]?.login ?? '';
});

const post = async (
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  at = server,
): Promise<LightMyRequestResponse> =>
  await at.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
const get = async (url: string, cookie = ''): Promise<LightMyRequestResponse> =>
  await server.inject({ url, headers: cookie ? { cookie } : {} });
const code = (): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.parse(house.clock.now()) });
const signIn = async (headers: Record<string, string> = {}, query = '', at = server) =>
  await post(`/jarocin/logowanie${query}`, { login, password, code: code() }, headers, at);
const cookieOf = (response: LightMyRequestResponse): string => {
  const cookie = response.cookies.find((one) => one.name === 'okienko');
  return cookie ? `okienko=${cookie.value}` : '';
};
const location = (response: LightMyRequestResponse): string => String(response.headers['location'] ?? '');

describe('the way in', () => {
  it('leads to work with a cookie that no script reads and no other site sends', async () => {
    const response = await signIn();
    expect(location(response)).toBe('/praca?zrobione=access.sign-in');
    expect(response.cookies.find((one) => one.name === 'okienko')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
    expect(response.cookies.find((one) => one.name === 'okienko')?.secure).toBeUndefined();
  });

  it('behind TLS the cookie travels by TLS only', async () => {
    const entered = await signIn({}, '', secured);
    const { name, ...cookie } = entered.cookies.find((one) => one.name.endsWith('okienko')) ?? {
      name: '',
      value: '',
    };
    expect(name).toBe('__Host-okienko');
    expect(cookie).toMatchObject({ secure: true, httpOnly: true, path: '/', sameSite: 'Lax' });
    expect(cookie).not.toHaveProperty('domain');
    const cookies = (sent: string) => secured.inject({ url: '/praca', headers: { cookie: sent } });
    expect((await cookies(`okienko=${cookie.value}`)).statusCode).toBe(303);
    expect((await cookies(`__Host-okienko=${cookie.value}`)).statusCode).toBe(200);
  });

  it('a failed try shows the form again, in the same words for every reason, with the name kept and the password not', async () => {
    const wrong = await post('/jarocin/logowanie', { login, password: 'tajne-zle-haslo', code: code() });
    const nobody = await post('/jarocin/logowanie', { login: 'nikt', password, code: code() });
    expect([wrong.statusCode, nobody.statusCode]).toEqual([422, 422]);
    for (const page of [wrong, nobody]) {
      expect(page.body).toContain('Nie udało się zalogować.');
      expect(page.body).not.toContain('Jesteś w środku');
      expect(cookieOf(page)).toBe('');
    }
    expect(wrong.body).toContain(`value="${login}"`);
    expect(wrong.body).not.toContain('tajne-zle-haslo');
  });

  it('a planted session is never taken over: every sign-in has a token of its own', async () => {
    const planted = `okienko=${house.centre.id}.${'a'.repeat(43)}`;
    const first = cookieOf(await signIn({ cookie: planted }));
    house.clock.set(`2026-11-16T09:${String(minute++).padStart(2, '0')}:00.000Z`);
    const second = cookieOf(await signIn({ cookie: first }));
    expect(new Set([planted, first, second]).size).toBe(3);
    expect((await get('/praca/konto', planted)).statusCode).toBe(303);
  });

  it('a form from another site does not sign anybody in', async () => {
    expect((await signIn({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await signIn({ origin: 'https://example.com' })).statusCode).toBe(403);
  });
});

describe('an ended session', () => {
  it('leads to sign-in of its own centre and back to the page that was wanted', async () => {
    const cookie = cookieOf(await signIn());
    house.clock.set('2026-11-16T21:00:00.000Z');
    const turned = await get('/praca/konta?strona=2', cookie);
    expect(location(turned)).toBe('/logowanie?powrot=%2Fpraca%2Fkonta%3Fstrona%3D2');
    const centre = await get(location(turned), cookie);
    expect(location(centre)).toBe('/jarocin/logowanie?powrot=%2Fpraca%2Fkonta%3Fstrona%3D2');
    const page = await get(location(centre), cookie);
    expect(page.body).toContain('action="/jarocin/logowanie?powrot=%2Fpraca%2Fkonta%3Fstrona%3D2"');
    expect(page.body).toContain('action="/jarocin/logowanie/osoba?powrot=%2Fpraca%2Fkonta%3Fstrona%3D2"');
    expect(location(await signIn({ cookie }, '?powrot=%2Fpraca%2Fkonta%3Fstrona%3D2'))).toBe(
      '/praca/konta?strona=2&zrobione=access.sign-in',
    );
  });

  it('from a form it leads back to the page of the form', async () => {
    const turned = await post(
      '/praca/konta/nowe',
      {},
      { referer: 'http://localhost:3000/praca/konta/nowe?osoba=1', host: 'localhost:3000' },
    );
    expect(location(turned)).toBe('/logowanie?powrot=%2Fpraca%2Fkonta%2Fnowe%3Fosoba%3D1');
  });

  it('never leads away from us', async () => {
    expect(location(await signIn({}, '?powrot=//example.com/'))).toBe('/praca?zrobione=access.sign-in');
  });
});

describe('the way out', () => {
  it('ends every session at once and clears the cookie', async () => {
    const first = cookieOf(await signIn());
    house.clock.set(`2026-11-16T09:${String(minute++).padStart(2, '0')}:00.000Z`);
    const second = cookieOf(await signIn());
    expect((await get('/praca/konto', first)).statusCode).toBe(200);
    const out = await post('/wyloguj', {}, { cookie: second });
    expect(out.cookies.find((one) => one.name === 'okienko')).toMatchObject({ value: '' });
    // Whoever works at the same window next enters the same centre.
    expect(location(out)).toBe('/jarocin/logowanie?zrobione=access.sign-out');
    expect([
      (await get('/praca/konto', first)).statusCode,
      (await get('/praca/konto', second)).statusCode,
    ]).toEqual([303, 303]);
  });
});

describe('changed rights count with the next request', () => {
  it('a role that was taken away, and an account that was closed', async () => {
    await house.owner.query(`insert into account_role values ($1, $2, 'administrator', '2026-01-01', null)`, [
      house.centre.id,
      clerk.accountId,
    ]);
    const cookie = cookieOf(await signIn());
    expect((await get('/praca/konta', cookie)).statusCode).toBe(200);
    const persona = await post('/jarocin/logowanie/osoba', {
      accountId: house.centre.as('administrator').accountId,
    });
    const boss = { cookie: cookieOf(persona) };
    const taken = await post(
      `/praca/konta/${clerk.accountId}/zakoncz-role`,
      { role: 'administrator', validFrom: '2026-01-01' },
      boss,
    );
    expect(location(taken)).toContain('zrobione=access.end-role');
    expect((await get('/praca/konta', cookie)).statusCode).toBe(403);
    await post(`/praca/konta/${clerk.accountId}/zamknij`, {}, boss);
    expect((await get('/praca/konto', cookie)).statusCode).toBe(303);
  });
});

describe('a one-time password', () => {
  it('opens one page, and nothing by the interface, until it is changed', async () => {
    await house.owner.query('update account set must_change_password = true where id = $1', [
      clerk.accountId,
    ]);
    const cookie = cookieOf(await signIn());
    expect(location(await get('/praca/konta', cookie))).toBe('/praca/konto');
    expect((await get('/praca/konto', cookie)).body).toContain('Zanim zaczniesz');
    expect(
      (await get('/api/queries/access.find-open-grant?personId=01a2005c-9d27-78c7-a8ab-53864611c473', cookie))
        .statusCode,
    ).toBe(403);
    const next = 'zielony rower pod oknem';
    const changed = await post('/praca/konto/haslo', { current: password, next, repeated: next }, { cookie });
    expect(location(changed)).toBe('/praca?zrobione=access.change-password');
    expect((await get('/praca/konto', cookieOf(changed))).body).toContain('Twoje konto');
    expect((await get('/praca/konto', cookie)).statusCode).toBe(303);
  });
});

describe("the demonstration's door", () => {
  it('stands first on the page, with one primary button: the front desk', async () => {
    const { body } = await get('/jarocin/logowanie');
    expect(body.match(/button-primary/g)).toHaveLength(1);
    expect(body).toMatch(/button-primary[^>]*>\s*Wejdź jako clerk testowy/);
    expect(body.indexOf('Zacznij tutaj')).toBeLessThan(body.indexOf('Mam konto z hasłem'));
  });

  it('is not on the page, and not behind its address, where the centre is no demonstration', async () => {
    await house.owner.query('update centre set demonstration = false where id = $1', [house.other.id]);
    house.clock.set('2026-11-16T10:30:00.000Z');
    const { body } = await get('/inne/logowanie');
    expect(body).not.toContain('logowanie/osoba');
    expect(body).toContain('Zaloguj się');
    const forced = await post('/inne/logowanie/osoba', { accountId: house.other.as('director').accountId });
    expect([forced.statusCode, cookieOf(forced)]).toEqual([404, '']);
  });
});
