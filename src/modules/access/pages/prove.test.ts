import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { fieldsOfForm } from '../../../../test/support/forms.ts';
import { buildHouse } from '../../../app/house.ts';
import { newId } from '../../../platform/ids.ts';
import { pageFaults } from '../../../ui/index.ts';
import { codeAt, enter, home, laterBy, type Owned, password, realAccount } from '../sign-in.fixture.ts';

const house = testHouse();
let server: FastifyInstance;
let owner: Owned;
let cookie: string;

beforeAll(async () => {
  const options = { secure: false, publicWrites: 10_000, vault: house.vault, home };
  ({ server } = await buildHouse(house.pool, house.clock, options));
});
afterAll(async () => {
  await server.close();
});
beforeEach(async () => {
  house.clock.set('2026-11-16T09:00:00.000Z');
  owner = await realAccount(house, 'administrator');
  cookie = `okienko=${(await enter(house, owner)).token}`;
});

const post = async (url: string, fields: Record<string, string | string[]>) => {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  const answer = await server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    payload: new URLSearchParams(pairs).toString(),
  });
  const begun = answer.cookies.find((one) => one.name === 'okienko');
  if (begun) cookie = `okienko=${begun.value}`;
  return answer;
};
const get = async (url: string) => await server.inject({ url, headers: { cookie } });

const newAccount = '/praca/konta/nowe';
const typed = () => ({
  login: `nowe-${newId().slice(-12)}`,
  name: 'Łucja Nowakowska-Zażółć',
  position: 'pracownik',
  role: 'clerk',
});
const right = () => ({ password, code: codeAt(house.clock.now()) });

describe('a dangerous form of a session that was proved long ago', () => {
  it('waits sealed in the page that asks, and is sent by the proof', async () => {
    laterBy(house, 20 * 60);
    const sent = typed();
    const asked = await post(newAccount, sent);
    expect(asked.statusCode).toBe(403);
    expect(asked.body).toContain('Potwierdź, że to Ty');
    expect(asked.body).not.toContain('Nowakowska');
    expect(pageFaults(asked.body)).toEqual([]);
    const waiting = fieldsOfForm(asked.body, newAccount);
    const done = await post(newAccount, { ...waiting, ...right() });
    expect(done.statusCode).toBe(200);
    expect(done.body).toContain('Łucja Nowakowska-Zażółć');
    expect((await get('/praca/konta')).body).toContain(sent.login);
  });

  it('stays where it is while the proof is wrong', async () => {
    laterBy(house, 20 * 60);
    const sent = typed();
    const waiting = fieldsOfForm((await post(newAccount, sent)).body, newAccount);
    const wrong = await post(newAccount, { ...waiting, ...right(), password: 'zgadywanka' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('Nie udało się potwierdzić.');
    expect(wrong.body).not.toContain('zgadywanka');
    const still = fieldsOfForm(wrong.body, newAccount);
    expect((await post(newAccount, { ...still, ...right() })).statusCode).toBe(200);
  });

  it('of another account or another address is not opened by a proof', async () => {
    laterBy(house, 20 * 60);
    const waiting = fieldsOfForm((await post(newAccount, typed())).body, newAccount);
    const elsewhere = `/praca/konta/${house.centre.as('clerk').accountId}/zamknij`;
    expect((await post(elsewhere, { ...waiting, ...right() })).statusCode).toBe(403);
    cookie = `okienko=${(await enter(house, await realAccount(house, 'administrator'))).token}`;
    laterBy(house, 20 * 60);
    expect((await post(newAccount, { ...waiting, ...right() })).statusCode).toBe(403);
  });

  it('through the API is a problem with a code of its own, and nothing is done', async () => {
    laterBy(house, 20 * 60);
    const answer = await server.inject({
      method: 'POST',
      url: '/api/commands/access.create-account',
      headers: { cookie },
      payload: typed(),
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'access.prove-again' });
  });

  it('is sent at once while the proof is young', async () => {
    expect((await post(newAccount, typed())).statusCode).toBe(200);
  });
});

describe('a dangerous file of a session that was proved long ago', () => {
  it('leads to the proof and from there to the file, with what was asked for', async () => {
    owner = await realAccount(house, 'director');
    cookie = `okienko=${(await enter(house, owner)).token}`;
    const url = '/praca/ochrona-danych/statystyka/plik.csv?from=01.01.2026&to=30.06.2026&k=5';
    expect((await get(url)).headers['content-type']).toContain('text/csv');
    laterBy(house, 20 * 60);
    const asked = await get(url);
    const proving = String(asked.headers['location']);
    expect([asked.statusCode, proving]).toEqual([303, `/praca/potwierdz?powrot=${encodeURIComponent(url)}`]);
    const there = await post(proving, right());
    expect(there.headers['location']).toBe(`${url}&zrobione=access.prove`);
    expect((await get(String(there.headers['location']))).headers['content-type']).toContain('text/csv');
  });
});

describe('the page that asks for a proof', () => {
  it('leads back to where one came from, and nowhere else', async () => {
    laterBy(house, 20 * 60);
    const there = await post('/praca/potwierdz?powrot=%2Fpraca%2Fkonta', right());
    expect(there.headers['location']).toBe('/praca/konta?zrobione=access.prove');
    laterBy(house, 30);
    const away = await post('/praca/potwierdz?powrot=https%3A%2F%2Fexample.com', right());
    expect(away.headers['location']).toBe('/praca?zrobione=access.prove');
  });

  it('has no faults, and asks in the language of a resident’s page', async () => {
    expect(pageFaults((await get('/praca/potwierdz')).body)).toEqual([]);
  });
});

describe('the challenge for a passkey', () => {
  it('stands in a cookie that no script reads, and the page names no session', async () => {
    const answer = await get('/praca/potwierdz/klucz');
    const kept = answer.cookies.find((one) => one.name === 'okienko_krok');
    expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toMatchObject({ get: { challenge: expect.any(String) } });
  });

  it('is given to visitors too, and only for entering', async () => {
    const answer = await server.inject({ url: '/jarocin/logowanie/klucz' });
    expect(answer.json()).toMatchObject({ get: { rpId: 'okienko.example' } });
    expect((await server.inject({ url: '/praca/konto/klucz/nowy' })).statusCode).toBe(303);
  });
});

describe('staff without a second factor', () => {
  it('are led to set one up before anything else, and then work', async () => {
    owner = await realAccount(house, 'clerk', { totp: false });
    cookie = '';
    await post('/jarocin/logowanie', { login: owner.login, password, code: '' });
    const led = await get('/praca/sprawy');
    expect(led.headers['location']).toBe('/praca/konto/drugi-skladnik');
    const page = await get('/praca/konto/drugi-skladnik');
    expect(pageFaults(page.body)).toEqual([]);
    expect(page.body).toContain('Zanim zaczniesz: drugi składnik');
    const secret = /name="secret" value="([A-Z2-7]{32})"/.exec(page.body)?.[1] ?? '';
    const wrong = await post('/praca/konto/kod', { secret, code: '000000', password });
    expect(wrong.body).toContain('Zanim zaczniesz: drugi składnik');
    const { TOTP, Secret } = await import('otpauth');
    const code = TOTP.generate({
      secret: Secret.fromBase32(secret),
      timestamp: Date.parse(house.clock.now()),
    });
    const done = await post('/praca/konto/kod', { secret, code, password });
    expect(done.headers['location']).toBe('/praca?zrobione=access.enrol-second-factor');
    expect((await get('/praca/sprawy')).statusCode).toBe(200);
  });
});

describe('the own account', () => {
  it('shows keys, codes and sessions, without faults', async () => {
    const { body } = await get('/praca/konto');
    expect(pageFaults(body)).toEqual([]);
    for (const words of ['Klucze dostępu', 'Kody zapasowe', 'Gdzie otwarte jest Twoje konto'])
      expect(body).toContain(words);
  });

  it('shows recovery codes once', async () => {
    const shown = await post('/praca/konto/kody', { _once: newId() });
    expect(shown.body.match(/[a-z2-9]{4}(-[a-z2-9]{4}){6}/g)).toHaveLength(10);
    expect(pageFaults(shown.body)).toEqual([]);
    expect((await get('/praca/konto')).body).toContain('Niezużytych: 10.');
  });

  it('leads whoever came in with a recovery code to a new phone, and says how many are left', async () => {
    const shown = await post('/praca/konto/kody', { _once: newId() });
    const [code = ''] = shown.body.match(/[a-z2-9]{4}(-[a-z2-9]{4}){6}/g) ?? [];
    const entered = await post('/jarocin/logowanie', { login: owner.login, password, code });
    expect(entered.headers.location).toContain('/praca/konto?kod=zapasowy');
    const { body } = await get('/praca/konto?kod=zapasowy');
    expect(pageFaults(body)).toEqual([]);
    expect(body).toContain('Podłącz nowy telefon');
    expect(body).toContain('Niezużytych: 9.');
  });
});
