import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { fieldsOfForm } from '../../../../test/support/forms.ts';
import { buildHouse } from '../../../app/house.ts';
import { newId } from '../../../platform/ids.ts';
import { pageFaults } from '../../../ui/index.ts';
import { enter, home, laterBy, type Owned, password, realAccount } from '../sign-in.fixture.ts';

const house = testHouse();
const nextPassword = 'kolejka latawiec wiaderko';
let server: FastifyInstance;
let owner: Owned;
let cookie = '';

beforeAll(async () => {
  const options = { secure: false, publicWrites: 10_000, vault: house.vault, home };
  ({ server } = await buildHouse(house.pool, house.clock, options));
});
afterAll(async () => {
  await server.close();
});
beforeEach(async () => {
  house.clock.set('2026-11-16T09:00:00.000Z');
  const personId = newId();
  await house.owner.query(
    `insert into person (centre_id, id, gmina, given_name, family_name, no_pesel_reason) values ($1, $2, '3006023', 'Maria', 'Lis', 'not_given')`,
    [house.centre.id, personId],
  );
  owner = await realAccount(house, 'resident', { totp: false, personId });
  cookie = `okienko=${(await enter(house, owner, '')).token}`;
});

const get = async (url: string) => await server.inject({ url, headers: { cookie } });
const post = async (url: string, fields: Record<string, string | string[]>) => {
  const answer = await server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    payload: new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString(),
  });
  const begun = answer.cookies.find((one) => one.name === 'okienko');
  if (begun) cookie = `okienko=${begun.value}`;
  return answer;
};

describe('a resident changes what opens the own account', () => {
  it.each([
    ['', 'To nie jest obecne hasło do tego konta.', 'Hasło zmienione.'],
    ['/uk', 'Це не теперішній пароль до цього облікового запису.', 'Пароль змінено.'],
    ['/en', 'This is not the current password of this account.', 'Password changed.'],
  ])('the password, under %s/jarocin and in that language', async (lang, wrong, done) => {
    const page = `${lang}/jarocin/moje/wejscie`;
    expect(pageFaults((await get(page)).body)).toEqual([]);
    const typed = { next: nextPassword, repeated: nextPassword };
    const refused = await post(`${page}/haslo`, { current: 'inne zupełnie słowa', ...typed });
    expect(refused.body).toContain(wrong);
    const changed = await post(`${page}/haslo`, { current: password, ...typed });
    expect(changed.headers['location']).toBe(`${page}?zrobione=access.change-password`);
    expect((await get(String(changed.headers['location']))).body).toContain(done);
  });

  it('the app with codes; only then there are recovery codes, shown once', async () => {
    const page = '/en/jarocin/moje/wejscie';
    const { body } = await get(page);
    expect(body).not.toContain('Recovery codes');
    const secret = /name="secret" value="([A-Z2-7]{32})"/.exec(body)?.[1] ?? '';
    const wrong = await post(`${page}/kod`, { secret, code: '000000', password });
    expect(wrong.body).toContain('This code does not fit.');
    const { TOTP, Secret } = await import('otpauth');
    const timestamp = Date.parse(house.clock.now());
    const code = TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });
    const done = await post(`${page}/kod`, { secret, code, password });
    expect(done.headers['location']).toBe(`${page}?zrobione=access.enrol-second-factor`);
    const codes = await post(`${page}/kody`, { _once: newId() });
    expect(codes.body.match(/[a-z2-9]{4}(-[a-z2-9]{4}){6}/g)).toHaveLength(10);
    expect(codes.body).toContain('I have them, back to the account');
    expect((await get(page)).body).toContain('Not used yet: 10.');
  });

  it('where the account is told of changes', async () => {
    const page = '/uk/jarocin/moje/wejscie';
    expect((await post(`${page}/adres`, { email: 'nie adres' })).body).toContain(
      'Введіть адресу електронної пошти',
    );
    expect((await post(`${page}/adres`, { email: 'maria@example.com' })).statusCode).toBe(303);
    expect((await get(page)).body).toContain('maria@example.com');
  });

  it('a one-time password leads to that page in the language of the address, and to nothing else', async () => {
    await house.owner.query('update account set must_change_password = true where id = $1', [
      owner.actor.accountId,
    ]);
    cookie = `okienko=${(await enter(house, owner, '')).token}`;
    const page = '/en/jarocin/moje/wejscie';
    expect((await get('/en/jarocin/moje')).headers['location']).toBe(page);
    expect((await get('/praca/konto')).headers['location']).toBe('/jarocin/moje/wejscie');
    const { body } = await get(page);
    expect(pageFaults(body)).toEqual([]);
    expect(body).toContain('One-time password');
    expect(body).not.toContain('Where the account is open');
    const fields = { current: password, next: nextPassword, repeated: nextPassword };
    const changed = await post(`${page}/haslo`, fields);
    expect(changed.headers['location']).toBe('/en/jarocin/moje?zrobione=access.change-password');
    expect((await get('/en/jarocin/moje')).statusCode).toBe(200);
  });

  it('the page of the staff, which a mail may name, leads a resident to the own one', async () => {
    expect((await get('/praca/konto')).headers['location']).toBe('/jarocin/moje/wejscie');
  });
});

describe('whoever comes in through another system only', () => {
  it('is told before a dangerous step that there is nothing to prove it with here, and what to do', async () => {
    await house.owner.query('update account set password_hash = null where id = $1', [owner.actor.accountId]);
    laterBy(house, 20 * 60);
    const page = '/en/jarocin/moje/wejscie';
    const asked = await post(`${page}/adres`, { email: 'maria@example.com' });
    expect(asked.statusCode).toBe(403);
    expect(pageFaults(asked.body)).toEqual([]);
    for (const words of ['There is nothing to prove it with here', 'Sign out and start again', 'not sent'])
      expect(asked.body).toContain(words);
    expect(asked.body).not.toContain('type="password"');
    const out = await post('/en/wyloguj', fieldsOfForm(asked.body, '/en/wyloguj'));
    expect(out.statusCode).toBe(303);
    expect((await get(page)).statusCode).toBe(303);
  });

  it('has no password to change', async () => {
    await house.owner.query('update account set password_hash = null where id = $1', [owner.actor.accountId]);
    expect((await get('/jarocin/moje/wejscie')).body).not.toContain('Zmień hasło');
  });
});
