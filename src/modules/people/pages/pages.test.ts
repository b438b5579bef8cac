import type { LightMyRequestResponse } from 'fastify';
import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { testWeb } from '../../../../test/support/web.ts';
import { type Actor, type Role, roles } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { freshName, freshPesel, openCase, register } from '../people.fixture.ts';
import { returnTo } from './paths.ts';

const house = testHouse();
const web = testWeb(house);
const get = async (url: string, role: Role = 'clerk') => await web.get(url, role);
const post = async (url: string, fields: Record<string, string>, role: Role = 'clerk') =>
  await web.post(url, fields, role);

const sent = (change: Record<string, string> = {}): Record<string, string> => ({
  givenName: 'Maria',
  familyName: freshName(),
  noPeselReason: 'not_given',
  gmina: '3006023',
  ...change,
});
const personOf = (answer: LightMyRequestResponse): string =>
  /\/praca\/osoby\/([0-9a-f-]{36})/.exec(String(answer.headers.location))?.[1] ?? '';

describe('pages of people open for exactly the roles of the permission matrix', () => {
  const all = roles.filter((role) => role !== 'visitor');
  const searchers: readonly Role[] = [
    'clerk',
    'director',
    'service_organiser',
    'plan_coordinator',
    'assistance_organiser',
  ];
  const writers: readonly Role[] = ['clerk', 'service_organiser', 'plan_coordinator', 'assistance_organiser'];
  const cases: [string, readonly Role[]][] = [
    ['/praca/osoby', searchers],
    ['/praca/osoby/nowa', writers],
    ['/praca/osoby/:id/popraw', writers],
    ['/praca/osoby/:id/zgon', writers],
    ['/praca/osoby/:id/relacje', writers],
    ['/praca/osoby/:id/gospodarstwo', writers],
    ['/praca/osoby/:id/ochrona', ['director', 'service_organiser', 'assistance_organiser']],
  ];

  it.each(cases)('%s', async (path, allowed) => {
    const personId = await register(house);
    await openCase(house, personId, { coordinator: house.centre.as('plan_coordinator') });
    const url = path.replace(':id', personId);
    for (const role of all)
      expect([role, (await get(url, role)).statusCode]).toEqual([role, allowed.includes(role) ? 200 : 403]);
    expect((await web.get(url)).statusCode).toBe(303);
  });

  it('know nobody of another centre', async () => {
    const personId = await register(house, {}, house.other);
    for (const page of ['popraw', 'zgon', 'gospodarstwo', 'relacje'])
      expect((await get(`/praca/osoby/${personId}/${page}`)).statusCode).toBe(404);
    expect((await get(`/praca/osoby/${personId}/ochrona`, 'director')).statusCode).toBe(404);
  });
});

describe('/praca/osoby', () => {
  it('begins with what to do, lists whom it finds and offers to register whom it does not', async () => {
    const familyName = freshName();
    expect((await get('/praca/osoby')).body).toContain('Zacznij od wyszukania');
    const nobody = await get(`/praca/osoby?q=${familyName}`);
    expect(nobody.body).toContain('Nikogo takiego nie znaleźliśmy');
    expect(nobody.body).toContain(`/praca/osoby/nowa?q=${familyName}`);
    const personId = await register(house, { familyName });
    const found = await get(`/praca/osoby?q=${familyName}`);
    expect(found.body).toContain(`href="/praca/osoby/${personId}"`);
    expect(found.body).toContain('Znaleziono: 1 osoba');
  });

  it('keeps a PESEL out of every address: of the results, of the way to register, of the forms beside it', async () => {
    const [known, unknown] = [freshPesel(), freshPesel()];
    const personId = await register(house, { pesel: known });
    const search = async (q: string) => String((await post('/praca/szukaj', { q })).headers.location);
    const found = await search(known);
    expect(found).not.toContain(known);
    const { body } = await get(found);
    expect(body).toContain(`href="/praca/osoby/${personId}"`);
    expect(body).toContain(`value="${known}"`);
    const nobody = await get(await search(unknown));
    const [, onward = ''] = /href="(\/praca\/osoby\/nowa[^"]*)"/.exec(nobody.body) ?? [];
    expect(onward).not.toContain(unknown);
    expect((await get(onward)).body).toContain(`value="${unknown}"`);
    for (const page of ['/praca/osoby', '/praca/zgloszenie', `/praca/osoby/${personId}/relacje`])
      expect((await get(page)).body).not.toMatch(/<form[^>]*method="get"/);
  });

  it('a case sign typed into the header opens the case, not the person, for whoever works on it', async () => {
    const personId = await register(house);
    const led = await house.centre.account('plan_coordinator');
    const caseId = await openCase(house, personId, { sign: 'CUS.5020.881.2026', coordinator: led });
    const seek = async (q: string, who: Role | Actor = 'clerk') =>
      await web.get(String((await web.post('/praca/szukaj', { q }, who)).headers.location), who);
    for (const who of ['clerk', 'director', 'service_organiser', led] as const)
      expect((await seek(' cus.5020.881.2026', who)).headers.location).toBe(`/praca/sprawy/${caseId}`);
    // Its beginning may be that of many; with a name it is a person who is sought.
    for (const q of ['CUS.5020.881', 'CUS.5020.881.2026 Kowalska', 'CUS.5020.882.2026'])
      expect((await seek(q)).statusCode, q).toBe(200);
    // Whoever may not open that case is not sent to a closed door.
    for (const who of ['plan_coordinator', 'assistance_organiser'] as const)
      expect((await seek('CUS.5020.881.2026', who)).body).toContain(`href="/praca/osoby/${personId}"`);
  });

  it('says that a PESEL is mistyped', async () => {
    expect((await get('/praca/osoby?q=12345678901')).body).toContain('suma kontrolna');
  });

  it('shows what was typed as text, never as markup', async () => {
    const { body } = await get(`/praca/osoby?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('&lt;script>alert(1)');
  });

  it('stands an endless search', async () => {
    expect((await get(`/praca/osoby?q=${'a'.repeat(3000)}`)).statusCode).toBe(200);
  });
});

describe('/praca/osoby/nowa', () => {
  it('is filled in with what was searched for', async () => {
    const pesel = freshPesel();
    expect((await get(`/praca/osoby/nowa?q=${pesel}`)).body).toContain(`value="${pesel}"`);
  });

  it('leads to the person, or back to where the worker came from', async () => {
    expect((await post('/praca/osoby/nowa', sent())).headers.location).toMatch(
      /^\/praca\/osoby\/[0-9a-f-]{36}\?zrobione=people\.register$/,
    );
    const back = await post(
      `/praca/osoby/nowa?powrot=${encodeURIComponent('/praca/zgloszenie?klucz=1')}`,
      sent(),
    );
    expect(back.headers.location).toMatch(/^\/praca\/zgloszenie\?klucz=1&osoba=[0-9a-f-]{36}&zrobione=/);
  });

  it.each([
    'https://example.com/praca/',
    '//example.com/praca/',
    '/praca/../jarocin',
    '/praca//example.com',
    '/jarocin',
    undefined,
  ])('never leads to %s', (wanted) => {
    expect(returnTo(wanted, 'x')).toBeUndefined();
  });

  it('keeps what was typed and says what is wrong beside the field', async () => {
    const answer = await post(
      '/praca/osoby/nowa',
      sent({ familyName: '<b>Nowak</b>', phone: '12', street: 'Polna' }),
    );
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Popraw 2 pola');
    expect(answer.body).toContain('value="&lt;b>Nowak&lt;/b>"');
    expect(answer.body).toContain('value="Polna"');
  });

  it('opens the part without a PESEL when the error is there', async () => {
    const answer = await post('/praca/osoby/nowa', sent({ noPeselReason: '' }));
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toMatch(/<details[^>]* open[^>]*><summary>Nie ma albo nie zna numeru PESEL/);
  });

  it('shows who is alike before saving, and saves when the worker says that it is somebody else', async () => {
    const form = sent({ birthDate: '12.03.1950' });
    const known = personOf(await post('/praca/osoby/nowa', form));
    const shown = await post('/praca/osoby/nowa', form);
    expect(shown.statusCode).toBe(409);
    expect(shown.body).toContain('Czy to nie jest ta sama osoba?');
    expect(shown.body).toContain(`value="${known}"`);
    expect(shown.body).toContain('ta sama data urodzenia');
    expect(shown.body).toContain(`value="${form['familyName']}"`);
    expect((await post('/praca/osoby/nowa', { ...form, differentFrom: known })).statusCode).toBe(303);
  });

  it('takes the same form sent twice once', async () => {
    const form = sent({ _once: newId() });
    const [first, second] = [await post('/praca/osoby/nowa', form), await post('/praca/osoby/nowa', form)];
    expect(personOf(second)).toBe(personOf(first));
  });

  it('brings back what was not finished, and lets it be thrown away', async () => {
    await post('/praca/osoby/nowa', { ...sent({ familyName: 'Niedokończona' }), _intent: 'draft' });
    expect((await get('/praca/osoby/nowa')).body).toContain('value="Niedokończona"');
    expect((await get('/praca/osoby/nowa?pusta=1')).body).not.toContain('Niedokończona');
    expect((await get('/praca/osoby/nowa?q=Inna')).body).not.toContain('Niedokończona');
  });
});

describe('/praca/osoby/:personId and its forms', () => {
  it('explain to a coordinator why a person is closed, and the way in by necessity', async () => {
    const personId = await register(house);
    const { body } = await get(`/praca/osoby/${personId}`, 'plan_coordinator');
    expect(body).toContain('Nie prowadzisz spraw tej osoby');
    expect(body).toContain(`/praca/dostepy/osoba/${personId}`);
  });

  it('show a long name, an apostrophe and a hyphen as they are', async () => {
    const familyName = `O'Brien-${'Ł'.repeat(190)}`;
    const personId = await register(house, { familyName });
    expect((await get(`/praca/osoby/${personId}`)).body).toContain(familyName);
  });

  it('never show a hidden address, on any page', async () => {
    const home = { locality: 'Ukrytowo', street: 'Tajemna', houseNumber: '9' };
    const personId = await register(house, home);
    await post(`/praca/osoby/${personId}/ochrona`, { reason: 'zagrożenie' }, 'director');
    const pages = ['', '/popraw', '/zgon', '/gospodarstwo', '/relacje', '/ochrona'].map((page) =>
      get(`/praca/osoby/${personId}${page}`, 'service_organiser'),
    );
    for (const page of await Promise.all(pages)) {
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toMatch(/Ukrytowo|Tajemna/);
    }
    expect((await get('/praca/osoby?q=Tajemna 9')).body).not.toContain(personId);
  });

  it('correct a person and keep the earlier data', async () => {
    const familyName = freshName();
    const personId = await register(house, { familyName });
    const page = await get(`/praca/osoby/${personId}/popraw`);
    expect(page.body).toContain(`value="${familyName}"`);
    expect(page.body).toContain('name="_version" value="1"');
    const saved = await post(`/praca/osoby/${personId}/popraw`, {
      ...sent({ familyName: 'Zmieniona' }),
      why: 'change',
      _version: '1',
    });
    expect(saved.headers.location).toBe(`/praca/osoby/${personId}?zrobione=people.correct`);
    expect((await get(`/praca/osoby/${personId}`)).body).toContain(`Nazwisko: było „${familyName}”`);
    expect(
      (await post(`/praca/osoby/${personId}/popraw`, { ...sent(), why: 'change', _version: '1' })).statusCode,
    ).toBe(409);
  });

  it('form, join and leave a household', async () => {
    const [mother, child] = [await register(house, { familyName: freshName() }), await register(house)];
    const page = (personId: string) => `/praca/osoby/${personId}/gospodarstwo`;
    expect((await post(page(mother), { part: 'head', validFrom: '1.01.2020' })).statusCode).toBe(303);
    const { rows } = await house.owner.query(
      'select household_id from household_member where person_id = $1',
      [mother],
    );
    const householdId: string = rows[0].household_id;
    const wrong = await post(`${page(child)}/dolacz`, { householdId, part: '', validFrom: '1.01.2020' });
    expect(wrong.statusCode).toBe(422);
    expect(
      (await post(`${page(child)}/dolacz`, { householdId, part: 'child', validFrom: '1.01.2020' }))
        .statusCode,
    ).toBe(303);
    expect((await get(page(child))).body).toContain(`href="/praca/osoby/${mother}"`);
    expect(
      (await post(`${page(child)}/wyprowadzka`, { householdId, validTo: '31.12.2025' })).statusCode,
    ).toBe(303);
    expect((await get(page(mother))).body).toContain('Mieszkali tu wcześniej');
  });

  it('give what came back to the household it was sent for, and fresh keys to the others', async () => {
    const [one, two, child] = [
      await register(house, { familyName: 'Podwójna' }),
      await register(house, { familyName: 'Podwójna', givenName: 'Jan' }),
      await register(house),
    ];
    for (const personId of [one, two])
      await post(`/praca/osoby/${personId}/gospodarstwo`, { part: 'head', validFrom: '1.01.2020' });
    const { rows } = await house.owner.query(
      'select household_id from household_member where person_id = $1',
      [one],
    );
    const { body } = await post(`/praca/osoby/${child}/gospodarstwo/dolacz?q=Podwójna`, {
      householdId: rows[0].household_id,
      part: 'child',
      validFrom: '40.01.2020',
      _once: newId(),
    });
    expect(body.match(/value="40\.01\.2020"/g)).toHaveLength(1);
    const keys = [...body.matchAll(/name="_once" value="([^"]+)"/g)].map(([, key]) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('add a carer who was found, or registered on the way, and end it', async () => {
    const [person, familyName] = [await register(house), freshName()];
    const page = `/praca/osoby/${person}/relacje`;
    expect((await get(`${page}?q=${familyName}`)).body).toContain(
      `/praca/osoby/nowa?powrot=${encodeURIComponent(page)}`,
    );
    const carer = await register(house, { familyName });
    expect((await get(`${page}?q=${familyName}`)).body).toContain(`value="${carer}"`);
    expect((await get(`${page}?osoba=${carer}`)).body).toContain(`value="${carer}" checked`);
    const refused = await post(`${page}?osoba=${carer}`, {
      otherPersonId: carer,
      kind: 'statutory_representative',
      validFrom: '1.01.2024',
    });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('na jakiej podstawie');
    expect(
      (await post(page, { otherPersonId: carer, kind: 'factual_carer', validFrom: '1.01.2024' })).statusCode,
    ).toBe(303);
    const relationId = /name="relationId" value="([^"]+)"/.exec((await get(page)).body)?.[1] ?? '';
    expect((await post(`${page}/koniec`, { relationId, validTo: '1.11.2026' })).statusCode).toBe(303);
  });

  it('record a death and take it back', async () => {
    const personId = await register(house);
    const page = `/praca/osoby/${personId}/zgon`;
    expect((await post(page, { deceasedOn: '1.11.2026', source: 'akt zgonu' })).statusCode).toBe(303);
    expect((await get(page)).body).toContain('Ten wpis jest pomyłką');
    expect((await post(`${page}/cofnij`, { reason: 'inna osoba' })).statusCode).toBe(303);
    expect((await get(page)).body).not.toContain('Ten wpis jest pomyłką');
  });

  it('hide an address of the whole home one by one, and show who did and why', async () => {
    const [mother, child] = [await register(house, { familyName: freshName() }), await register(house)];
    await post(`/praca/osoby/${mother}/gospodarstwo`, { part: 'head', validFrom: '1.01.2020' });
    const { rows } = await house.owner.query(
      'select household_id from household_member where person_id = $1',
      [mother],
    );
    await post(`/praca/osoby/${child}/gospodarstwo/dolacz`, {
      householdId: rows[0].household_id,
      part: 'child',
      validFrom: '1.01.2020',
    });
    const page = `/praca/osoby/${mother}/ochrona`;
    expect((await post(page, { reason: 'zagrożenie' }, 'director')).statusCode).toBe(303);
    const { body } = await get(page, 'director');
    expect(body).toContain('ukrycie adresu: zagrożenie');
    expect(body).toContain(`action="/praca/osoby/${child}/ochrona"`);
    expect(
      (await post(`/praca/osoby/${child}/ochrona`, { reason: 'wspólny dom' }, 'director')).statusCode,
    ).toBe(303);
    expect((await post(`${page}/koniec`, { reason: 'ustało' }, 'director')).statusCode).toBe(303);
  });
});
