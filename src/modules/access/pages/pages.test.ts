import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { buildHouse } from '../../../app/house.ts';
import { type Role, roles } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { hashPassword } from '../credentials.ts';

const house = testHouse();
const password = 'bateria koń spinacz';
const personId = newId();
let server: FastifyInstance;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  server = (
    await buildHouse(house.pool, house.clock, { secure: false, publicWrites: 10_000, vault: house.vault })
  ).server;
  for (const role of roles.filter((one) => one !== 'visitor')) {
    const entered = await post('/jarocin/logowanie/osoba', { accountId: house.centre.as(role).accountId });
    cookies.set(role, `okienko=${entered.cookies.find((one) => one.name === 'okienko')?.value ?? ''}`);
  }
  await house.owner.query(
    `insert into person (centre_id, id, gmina, given_name, family_name, no_pesel_reason) values ($1, $2, '3006023', 'Ewa', 'Pilna', 'test')`,
    [house.centre.id, personId],
  );
  await house.owner.query('update account set password_hash = $2 where id = $1', [
    house.centre.as('clerk').accountId,
    await hashPassword(password),
  ]);
});
afterAll(async () => {
  await server.close();
});

const headersOf = (role?: Role): Record<string, string> => (role ? { cookie: cookies.get(role) ?? '' } : {});
const post = async (
  url: string,
  fields: Record<string, string>,
  role?: Role,
): Promise<LightMyRequestResponse> =>
  await server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headersOf(role) },
    payload: new URLSearchParams(fields).toString(),
  });
const get = async (url: string, role?: Role): Promise<LightMyRequestResponse> =>
  await server.inject({ url, headers: headersOf(role) });

const all = roles.filter((role) => role !== 'visitor');

describe('pages of access open for exactly the roles of the permission matrix', () => {
  const cases: [string, readonly Role[]][] = [
    ['/praca/konta', ['director', 'auditor', 'administrator']],
    ['/praca/konta/nowe', ['administrator']],
    [
      '/praca/upowaznienia',
      ['director', 'administrator', 'auditor', 'service_organiser', 'assistance_organiser'],
    ],
    ['/praca/upowaznienia/nowe', ['director', 'administrator']],
    ['/praca/dostepy', ['director', 'auditor']],
    [
      `/praca/dostepy/osoba/${personId}`,
      ['director', 'service_organiser', 'plan_coordinator', 'assistance_organiser', 'clerk'],
    ],
    ['/praca/konto', all],
  ];

  it.each(cases)('%s', async (url, allowed) => {
    for (const role of all)
      expect([role, (await get(url, role)).statusCode]).toEqual([role, allowed.includes(role) ? 200 : 403]);
    expect((await get(url)).statusCode).toBe(303);
  });
});

describe('/praca/konta', () => {
  it('offers a new account to the administrator, not to the director who reads', async () => {
    expect((await get('/praca/konta', 'administrator')).body).toContain('href="/praca/konta/nowe"');
    expect((await get('/praca/konta', 'director')).body).not.toContain('href="/praca/konta/nowe"');
  });

  it('gives a form back with what was typed and what is wrong', async () => {
    const { statusCode, body } = await post(
      '/praca/konta/nowe',
      { name: 'Jan Nowy', login: 'ŻŻ', role: 'clerk' },
      'administrator',
    );
    expect(statusCode).toBe(422);
    expect(body).toContain('value="Jan Nowy"');
    expect(body).toContain('Od 3 do 60 znaków');
  });

  it('shows what opens a new account once: as text, and as a code to scan', async () => {
    const once = newId();
    const fields = {
      name: 'Jan Nowy',
      position: 'pracownik okienka',
      login: 'j.nowy',
      role: 'clerk',
      _once: once,
    };
    const first = await post('/praca/konta/nowe', fields, 'administrator');
    const again = await post('/praca/konta/nowe', fields, 'administrator');
    expect(first.headers['cache-control']).toBe('no-store');
    expect(first.body).toMatch(/[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/);
    expect(first.body).toMatch(/([A-Z2-7]{4} ){7}[A-Z2-7]{4}/);
    expect(first.body).toContain('<svg role="img" aria-label="Kod do zeskanowania');
    expect(again.statusCode).toBe(200);
    expect(again.body).toContain('pokazano już raz');
    expect(again.body).not.toMatch(/([A-Z2-7]{4} ){7}/);
  });

  it('does not offer the own account to be changed', async () => {
    const own = await get(`/praca/konta/${house.centre.as('administrator').accountId}`, 'administrator');
    expect(own.body).toContain('To Twoje konto.');
    expect(own.body).not.toContain('Zamknij konto');
    expect((await get(`/praca/konta/${house.centre.as('clerk').accountId}`, 'administrator')).body).toContain(
      'Zamknij konto',
    );
    expect((await get(`/praca/konta/${house.centre.as('clerk').accountId}`, 'director')).body).not.toContain(
      'Zamknij konto',
    );
  });

  it('says why a role is refused, with its article, beside the field', async () => {
    const { statusCode, body } = await post(
      `/praca/konta/${house.centre.as('clerk').accountId}/rola`,
      { role: 'provider' },
      'administrator',
    );
    expect(statusCode).toBe(409);
    expect(body).toMatch(/art\.\s49 ustawy o\sCUS/);
    expect(body).toContain('Jedno konto pracuje albo w centrum, albo poza nim.');
  });
});

describe('/praca/upowaznienia', () => {
  it('says first what to enter, then who may sign today', async () => {
    expect((await get('/praca/upowaznienia', 'administrator')).body).toContain('Rejestr jest pusty');
    const fields = {
      accountId: house.centre.as('director').accountId,
      scope: 'programme_cases',
      document: 'OR.077.1.2026',
      grantedBy: 'Burmistrz',
      validFrom: '2.1.2026',
    };
    const entered = await post('/praca/upowaznienia/nowe', fields, 'administrator');
    expect(entered.headers['location']).toBe('/praca/upowaznienia?zrobione=access.grant-authorisation');
    const { body } = await get('/praca/upowaznienia', 'service_organiser');
    expect(body).toContain('director testowy, director');
    expect(body).toContain('nikt: bez upoważnienia nie da się podpisać');
    expect(body).not.toContain('Wpisz upoważnienie');
  });

  it('lets it be revoked by somebody else than its holder', async () => {
    const id = (await house.owner.query<{ id: string }>('select id from authorisation')).rows[0]?.id ?? '';
    expect((await get(`/praca/upowaznienia/${id}`, 'director')).body).toContain('To Twoje upoważnienie.');
    expect((await get(`/praca/upowaznienia/${id}`, 'administrator')).body).toContain('Cofnij upoważnienie');
    await post(
      `/praca/upowaznienia/${id}/cofnij`,
      { on: '2026-11-16', why: 'pismo OR.077.2.2026' },
      'administrator',
    );
    expect((await get(`/praca/upowaznienia/${id}`, 'administrator')).body).toContain('pismo OR.077.2.2026');
  });
});

describe('/praca/dostepy', () => {
  it('opens a person with a reason, lets another judge it, and keeps the verdict', async () => {
    expect((await get('/praca/dostepy', 'auditor')).body).toContain('Nic nie czeka na ocenę');
    const short = await post(`/praca/dostepy/osoba/${personId}`, { reason: 'bo tak' }, 'clerk');
    expect([short.statusCode, short.body.includes('bo tak')]).toEqual([422, true]);
    const opened = await post(
      `/praca/dostepy/osoba/${personId}`,
      { reason: 'Telefon z pogotowia o opiekunkę.' },
      'clerk',
    );
    expect(opened.headers['location']).toBe(`/praca/osoby/${personId}?zrobione=access.open-by-necessity`);
    expect((await get(`/praca/dostepy/osoba/${personId}`, 'clerk')).body).toContain(
      'Masz już otwarty dostęp do tej osoby, do 11:00.',
    );
    const list = await get('/praca/dostepy', 'auditor');
    expect(list.body).toContain('Telefon z pogotowia o opiekunkę.');
    const grantId = /name="grantId" value="([^"]+)"/.exec(list.body)?.[1] ?? '';
    const wordless = await post('/praca/dostepy/ocena', { grantId, verdict: 'unjustified' }, 'auditor');
    expect([wordless.statusCode, wordless.body.includes('Napisz, co było nie tak')]).toEqual([409, true]);
    await post('/praca/dostepy/ocena', { grantId, verdict: 'justified' }, 'auditor');
    expect((await get('/praca/dostepy?pokaz=ocenione', 'director')).body).toContain('auditor testowy');
  });
});

describe('/praca/konto', () => {
  it("tells a persona that it has no password, and shows a worker's form", async () => {
    expect((await get('/praca/konto', 'director')).body).toContain('To konto demonstracji');
    expect((await get('/praca/konto', 'clerk')).body).toContain('Podłącz telefon');
  });

  it('keeps the same secret until its code is right, so that the phone needs no second scan', async () => {
    const shown =
      /name="secret" value="([A-Z2-7]{32})"/.exec((await get('/praca/konto', 'clerk')).body)?.[1] ?? '';
    const again = await post('/praca/konto/kod', { secret: shown, code: '000000', password }, 'clerk');
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain(`name="secret" value="${shown}"`);
  });
});
