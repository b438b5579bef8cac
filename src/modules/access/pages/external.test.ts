import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import { buildHouse } from '../../../app/house.ts';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { pageFaults } from '../../../ui/index.ts';
import { sealNumbers } from '../../people/index.ts';
import { approveExternal, inviteExternal, joinExternal, saveExternalProvider } from '../commands/external.ts';
import { runProvider, type RunningProvider } from '../provider.fixture.ts';
import { home, realAccount, runnerAt, valueOf, whoIs } from '../sign-in.fixture.ts';

const house = testHouse();
const doors = { staff: 'katalog', residents: 'login' } as const;
type DoorName = keyof typeof doors;
const backOf = (door: DoorName): string => `${home}/jarocin/logowanie/zewnetrzne/${doors[door]}/powrot`;

let provider: RunningProvider;
let server: FastifyInstance;
let subject = '';

beforeAll(async () => {
  provider = await runProvider({
    id: 'okienko',
    secret: 'sekret klienta',
    redirectUris: [backOf('staff'), backOf('residents')],
  });
  // The provider's own clock is the real one: what it signs is judged by it.
  house.clock.set(new Date().toISOString());
  ({ server } = await buildHouse(house.pool, house.clock, {
    secure: false,
    publicWrites: 10_000,
    vault: house.vault,
    home,
    issuers: [provider.issuer],
  }));
});
afterAll(async () => {
  await server.close();
  await provider.stop();
});

const runner = () => runnerAt(house, home, [provider.issuer]);
const admin = () => house.centre.as('administrator');
const set = async (door: DoorName, more: Record<string, unknown> = {}, actor: Actor = admin()) =>
  await runner().run(saveExternalProvider, actor, {
    door,
    label: door === 'staff' ? 'Katalog Urzędu' : 'login.gov.pl',
    issuer: provider.issuer,
    clientId: 'okienko',
    secret: 'sekret klienta',
    secondFactor: door === 'staff' ? 'tak' : undefined,
    active: 'tak',
    ...more,
  });

beforeEach(async () => {
  subject = `sub-${newId()}`;
  provider.person = { subject };
  provider.lies = {};
  provider.forges = false;
  await set('staff');
  await set('residents');
});

/** A browser at our server: keeps the cookies it is given. */
function browser() {
  const jar = new Map<string, string>();
  const keep = (response: LightMyRequestResponse): LightMyRequestResponse => {
    for (const { name, value } of response.cookies) {
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const headers = () => ({ cookie: Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ') });
  return {
    jar,
    get: async (url: string) => keep(await server.inject({ url, headers: headers() })),
    post: async (url: string, fields: Record<string, string>) =>
      keep(
        await server.inject({
          method: 'POST',
          url,
          headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams(fields).toString(),
        }),
      ),
    session: () => whoIs(house, jar.get('okienko') ?? null),
  };
}
type Browser = ReturnType<typeof browser>;

const where = (response: LightMyRequestResponse): string => String(response.headers['location'] ?? '');

/** To the other system, through it, and the address at which the browser is sent back. */
async function away(who: Browser, door: DoorName = 'staff', query = ''): Promise<URL> {
  const left = await who.get(`/jarocin/logowanie/zewnetrzne/${doors[door]}${query}`);
  return await provider.visit(where(left));
}
const comeBack = async (who: Browser, url: URL) => await who.get(`${url.pathname}${url.search}`);
const through = async (who: Browser, door: DoorName = 'staff', query = '') =>
  where(await comeBack(who, await away(who, door, query)));

const joined = async (role: 'clerk' | 'resident' = 'clerk', personId?: string) => {
  const owned = await realAccount(house, role, personId ? { personId } : {});
  const door = role === 'resident' ? 'residents' : 'staff';
  const { accountId } = owned.actor;
  valueOf(await runner().run(joinExternal, admin(), { accountId, door, subject }));
  return owned;
};
const refused = '/jarocin/logowanie?inny-system=odmowa';

describe('sign-in through another system', () => {
  it('is off until the centre switches it on with a provider that the installation lets it speak to', async () => {
    const issuer = 'https://elsewhere.example';
    expect(at(await set('staff', { issuer }))).toBe('access.issuer-unknown');
    await set('staff', { active: undefined });
    expect((await browser().get('/jarocin/logowanie/zewnetrzne/katalog')).statusCode).toBe(404);
    expect((await browser().get('/jarocin/logowanie')).body).not.toContain('Katalog Urzędu');
    await set('staff');
    expect((await browser().get('/jarocin/logowanie')).body).toContain('Zaloguj się przez: Katalog Urzędu');
    expect((await browser().get('/inne/logowanie/zewnetrzne/katalog')).statusCode).toBe(404);
  });

  it('is set by an administrator only, and its secret lies sealed', async () => {
    expect(at(await set('staff', {}, house.centre.as('director')))).toBe('forbidden');
    const { rows } = await house.owner.query('select client_secret from sign_in_provider');
    expect(JSON.stringify(rows)).not.toContain('sekret');
  });

  it('leads there with PKCE, state and nonce, and back into a session of the joined account', async () => {
    const { actor } = await joined();
    const who = browser();
    const left = new URL(
      where(await who.get('/jarocin/logowanie/zewnetrzne/katalog?powrot=%2Fpraca%2Fsprawy')),
    );
    expect(Object.fromEntries(left.searchParams)).toMatchObject({
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{20,}$/),
      nonce: expect.stringMatching(/^[\w-]{20,}$/),
      scope: 'openid',
    });
    expect(where(await comeBack(who, await provider.visit(left.href)))).toBe('/praca/sprawy');
    expect(await who.session()).toMatchObject({ actor: { accountId: actor.accountId, roles: ['clerk'] } });
    expect(who.jar.has('okienko_krok')).toBe(false);
  });

  it('goes back to no other site', async () => {
    await joined();
    expect(await through(browser(), 'staff', '?powrot=https%3A%2F%2Fexample.com')).toBe('/praca');
  });
});

describe('what comes back is not believed', () => {
  beforeEach(async () => {
    await joined();
  });

  it('with the state of another journey', async () => {
    const [who, other] = [browser(), browser()];
    await away(who);
    const stolen = await away(other);
    expect(where(await comeBack(who, stolen))).toBe(refused);
    expect(await who.session()).toBeUndefined();
  });

  it('in a browser that never left: somebody else began it', async () => {
    const url = await away(browser());
    expect(where(await comeBack(browser(), url))).toBe(refused);
  });

  it('with the nonce of another journey', async () => {
    const who = browser();
    const left = new URL(where(await who.get('/jarocin/logowanie/zewnetrzne/katalog')));
    left.searchParams.set('nonce', 'inny');
    expect(where(await comeBack(who, await provider.visit(left.href)))).toBe(refused);
  });

  it('with a code that was already used, although the browser kept its cookie', async () => {
    const who = browser();
    const url = await away(who);
    const kept = who.jar.get('okienko_krok') ?? '';
    expect(where(await comeBack(who, url))).toBe('/praca');
    who.jar.delete('okienko');
    who.jar.set('okienko_krok', kept);
    expect(where(await comeBack(who, url))).toBe(refused);
    expect(await who.session()).toBeUndefined();
  });

  it.each([
    ['that is over', { exp: Math.floor(Date.now() / 1000) - 3600 }],
    ['made for another client', { aud: 'ktos-inny' }],
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['with another nonce', { nonce: 'inny' }],
  ])('with a token %s, although the provider signed it', async (_what, lies) => {
    provider.lies = lies;
    const who = browser();
    expect(await through(who)).toBe(refused);
    expect(await who.session()).toBeUndefined();
  });

  it('with a token that another key has signed', async () => {
    provider.forges = true;
    expect(await through(browser())).toBe(refused);
  });

  it('where this server is no client of the provider', async () => {
    const who = browser();
    const url = await away(who);
    await set('staff', { clientId: 'ktos-inny' });
    expect(where(await comeBack(who, url))).toBe('/jarocin/logowanie?inny-system=niedostepne');
    expect(await who.session()).toBeUndefined();
  });

  it('with words of refusal, or with nothing at all', async () => {
    for (const query of ['error=access_denied', '', 'code=x&state=y']) {
      const who = browser();
      await away(who);
      expect(where(await who.get(`/jarocin/logowanie/zewnetrzne/katalog/powrot?${query}`))).toBe(refused);
    }
  });

  it('after ten minutes', async () => {
    const who = browser();
    const url = await away(who);
    const now = house.clock.now();
    house.clock.set(new Date(Date.parse(now) + 601_000).toISOString());
    expect(where(await comeBack(who, url))).toBe(refused);
    house.clock.set(now);
  });

  it('through the other door: a resident is no worker, a worker no resident', async () => {
    expect(await through(browser(), 'residents')).toBe('/jarocin/logowanie/polacz');
  });
});

describe('a provider that does not answer', () => {
  it('is told in plain Polish, and the door with a password stays', async () => {
    await provider.stop();
    const who = browser();
    const answer = await who.get('/jarocin/logowanie/zewnetrzne/katalog');
    expect(where(answer)).toBe('/jarocin/logowanie?inny-system=niedostepne');
    const page = await who.get(where(answer));
    expect(page.body).toContain('Tamten system teraz nie odpowiada.');
    expect(page.body).toContain('name="password"');
    expect(pageFaults(page.body)).toEqual([]);
    const again = await runProvider({
      id: 'okienko',
      secret: 'sekret klienta',
      redirectUris: [backOf('staff'), backOf('residents')],
    });
    // A new provider stands at a new address: the server is built anew for it.
    provider = again;
    await server.close();
    ({ server } = await buildHouse(house.pool, house.clock, {
      secure: false,
      publicWrites: 10_000,
      vault: house.vault,
      home,
      issuers: [provider.issuer],
    }));
  });
});

describe('an account is joined', () => {
  const invite = async (accountId: string) =>
    valueOf(await runner().run(inviteExternal, admin(), { accountId })).code;
  const typed = async (who: Browser, code: string) => await who.post('/jarocin/logowanie/polacz', { code });

  it('by an administrator’s invitation, typed once after the other system has said who it is', async () => {
    const { actor } = await realAccount(house, 'clerk');
    const code = await invite(actor.accountId);
    const who = browser();
    expect(await through(who)).toBe('/jarocin/logowanie/polacz');
    const page = await who.get('/jarocin/logowanie/polacz');
    expect(page.body).toContain('Kod zaproszenia');
    expect(pageFaults(page.body)).toEqual([]);
    expect((await typed(who, 'nie-ten')).statusCode).toBe(422);
    expect(where(await typed(who, code.toUpperCase()))).toMatch(/^\/praca/);
    expect((await who.session())?.actor.accountId).toBe(actor.accountId);
    // From now on without it, and the code is spent for anybody else.
    expect(await through(browser())).toBe('/praca');
    provider.person = { subject: `${subject}-inny` };
    const other = browser();
    await through(other);
    expect((await typed(other, code)).statusCode).toBe(422);
  });

  it('by nothing that a browser says of itself', async () => {
    const { actor } = await realAccount(house, 'clerk');
    const who = browser();
    expect((await typed(who, await invite(actor.accountId))).statusCode).not.toBe(303);
    who.jar.set('okienko_krok', house.vault.seal(JSON.stringify({ subject }), 'x'));
    expect((await typed(who, await invite(actor.accountId))).statusCode).not.toBe(303);
  });

  it('by an administrator of the centre, never by the account itself, and one subject to one account', async () => {
    const { actor } = await joined();
    const again = async (by: Actor, accountId: string) =>
      at(await runner().run(joinExternal, by, { accountId, door: 'staff', subject }));
    const other = await realAccount(house, 'clerk');
    expect(await again(admin(), other.actor.accountId)).toBe('access.subject-taken');
    expect(await again(house.centre.as('director'), actor.accountId)).toBe('forbidden');
    expect(await again(admin(), admin().accountId)).toBe('forbidden');
    expect(await again(house.other.as('administrator'), actor.accountId)).toBe('not_found');
  });

  it('and still lacks its second factor where the other system does not ask for one', async () => {
    await set('staff', { secondFactor: undefined });
    await joined();
    const who = browser();
    expect(await through(who)).toBe('/praca');
    expect(await who.session()).toMatchObject({
      detour: '/praca/konto/drugi-skladnik',
      actor: { roles: ['visitor'] },
    });
  });

  it('of a closed account opens nothing', async () => {
    const { actor } = await joined();
    await house.owner.query(`update account set state = 'closed' where id = $1`, [actor.accountId]);
    expect(await through(browser())).toBe('/jarocin/logowanie/polacz');
  });
});

describe('a resident', () => {
  const pesel = '44051401359';
  const person = async (): Promise<string> => {
    const id = newId();
    await house.owner.query(
      `insert into person (centre_id, id, gmina, given_name, family_name, birth_date, no_pesel_reason)
       values ($1, $2, '3006023', 'Jan', 'Łokietek', '1944-05-14', 'not_given')`,
      [house.centre.id, id],
    );
    return id;
  };
  const approve = async (code: string, personId: string, by = house.centre.as('clerk')) =>
    at(await runner().run(approveExternal, by, { code, personId }));

  it('is joined by the clerk, who types the code that the resident shows at the window', async () => {
    const personId = await person();
    const who = browser();
    expect(await through(who, 'residents')).toBe('/jarocin/logowanie/polacz');
    const page = await who.get('/jarocin/logowanie/polacz');
    const code = /[a-z2-9]{4}(-[a-z2-9]{4}){3}/.exec(page.body)?.[0] ?? '';
    expect(pageFaults(page.body)).toEqual([]);
    expect(await approve(code, personId, house.centre.as('plan_coordinator'))).toBe('forbidden');
    expect(await approve('zly-kod', personId)).toBe('access.code-unknown');
    expect(await approve(code, newId())).toBe('not_found');
    expect(await approve(code, personId)).toBe('done');
    expect(await approve(code, personId)).toBe('access.code-unknown');
    expect(await through(who, 'residents')).toBe('/jarocin/moje');
    expect(await who.session()).toMatchObject({ actor: { roles: ['resident'], personId } });
  });

  it('with an account is let in by an exact PESEL, where the centre says so, and joined for the next time', async () => {
    const personId = await person();
    const safe = { centreId: house.centre.id, vault: house.vault };
    const numbers = sealNumbers(safe, personId, { pesel, otherIdNumber: null });
    await house.owner.query(
      `update person set pesel_sealed = $2, pesel_mark = $3, no_pesel_reason = null where id = $1`,
      [personId, numbers.pesel_sealed, numbers.pesel_mark],
    );
    const { actor } = await realAccount(house, 'resident', { personId });
    await set('residents', { peselClaim: 'pesel', matchPerson: 'tak' });
    provider.person = { subject, pesel: '44051401458' };
    expect(await through(browser(), 'residents')).toBe('/jarocin/logowanie/polacz');
    provider.person = { subject: `${subject}-ten`, pesel };
    const who = browser();
    expect(await through(who, 'residents')).toBe('/jarocin/moje');
    expect((await who.session())?.actor.accountId).toBe(actor.accountId);
    await set('residents');
    expect(await through(browser(), 'residents')).toBe('/jarocin/moje');
  });

  it('is never let in by a PESEL alone, unless the centre says so', async () => {
    await set('residents', { peselClaim: 'pesel' });
    provider.person = { subject, pesel };
    expect(await through(browser(), 'residents')).toBe('/jarocin/logowanie/polacz');
    expect(at(await set('residents', { matchPerson: 'tak', peselClaim: '' }))).toBe(
      'access.match-needs-claim',
    );
    expect(at(await set('staff', { matchPerson: 'tak', peselClaim: 'pesel' }))).toBe(
      'access.match-needs-claim',
    );
  });
});
