import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import type { Role } from '../../../platform/actor.ts';
import { inTransaction } from '../../../platform/database/tenant.ts';
import { reindexPeople } from '../../people/index.ts';
import { addNote } from '../commands/add-note.ts';
import { callToComplete } from '../commands/call-to-complete.ts';
import {
  addPerson,
  addProgramme,
  done,
  drafted,
  need,
  type Programme,
  report,
  rowOf,
  submitted,
} from '../intake.fixture.ts';

const house = testHouse();
const { get, post } = testWeb(house);
let programme: Programme;

beforeAll(async () => {
  programme = await addProgramme(house, house.centre);
});

const at = (response: LightMyRequestResponse): string => String(response.headers.location ?? '');
const idOf = (location: string): string => /sprawy\/([0-9a-f-]{36})/.exec(location)?.[1] ?? '';

/** The form of a page that posts to an address beginning so, with its fields untouched. */
function formOn(
  page: LightMyRequestResponse,
  begins: string,
): { action: string; fields: Record<string, string | string[]> } {
  const action =
    [...page.body.matchAll(/action="([^"]*)"/g)]
      .map((match) => match[1] ?? '')
      .find((one) => one.startsWith(begins)) ?? '';
  const fields = fieldsOfForm(page.body, action);
  // Lists that nobody has chosen from are sent empty.
  for (const name of Object.keys(fields)) if (/\.(area|serviceId)$/.test(name)) fields[name] = '';
  return { action: action.replaceAll('&amp;', '&'), fields };
}

const workers: Role[] = ['director', 'service_organiser', 'plan_coordinator', 'clerk'];
const outsiders: Role[] = ['provider', 'feeder', 'region', 'administrator', 'auditor', 'resident'];

describe('the list of cases', () => {
  it('says what to do first when there is nothing', async () => {
    const empty = await get('/praca/sprawy?szukaj=nikttaki', 'clerk');
    expect(empty.body).toContain('Nic nie pasuje do tych warunków');
    expect((await get('/praca/sprawy', 'clerk')).statusCode).toBe(200);
  });

  it('keeps its filters in the address, and in the form', async () => {
    await report(house, { needs: [{ words: 'Lista w adresie' }] });
    const page = await get('/praca/sprawy?szukaj=adresie&stan=reported&czyje=unassigned', 'director');
    expect(page.body).toContain('Lista w adresie');
    expect(page.body).toMatch(/value="adresie"/);
    expect(page.body).toMatch(/<option value="reported" selected/);
    expect(page.body).toMatch(/name="czyje" value="unassigned"/);
  });

  it.each(outsiders)('is closed to %s', async (role) => {
    expect((await get('/praca/sprawy', role)).statusCode).toBe(403);
  });
});

describe('a report is taken down in one go', () => {
  it('with the register beside it, and leads to the case', async () => {
    const personId = await addPerson(house, house.centre, { familyName: 'Przytocka' });
    const found = await get('/praca/zgloszenie?szukaj=przytocka', 'clerk');
    expect(found.statusCode).toBe(200);
    const page = await get(`/praca/zgloszenie?osoba=${personId}`, 'clerk');
    expect(page.body).toContain('Przytocka');
    const { action, fields } = formOn(page, '/praca/zgloszenie?klucz=');
    expect(fields).toMatchObject({ personId, channel: 'phone' });
    const sent = await post(action, { ...fields, 'needs.0.words': need, gmina: '3006023' }, 'clerk');
    expect(sent.statusCode).toBe(303);
    expect(await rowOf(house, idOf(at(sent)))).toMatchObject({ person_id: personId, state: 'reported' });
    // The code is shown once, on the page it leads to.
    expect((await get(at(sent), 'clerk')).body).toContain('Kod do sprawdzania sprawy');
    expect((await get(`/praca/sprawy/${idOf(at(sent))}`, 'clerk')).body).not.toContain(
      'Kod do sprawdzania sprawy',
    );
  });

  it('comes back with everything that was typed and the error beside its field', async () => {
    const { action, fields } = formOn(await get('/praca/zgloszenie', 'clerk'), '/praca/zgloszenie?klucz=');
    const back = await post(
      action,
      { ...fields, 'reporter.name': 'Ewa Kłos', 'reporter.phone': '12', contactWish: 'po 16' },
      'clerk',
    );
    expect(back.statusCode).toBe(422);
    expect(back.body).toContain('href="#f-needs-0-words"');
    expect(back.body).toContain('href="#f-reporter-phone"');
    expect(back.body).toMatch(/name="reporter.name"[^>]*value="Ewa Kłos"/);
    expect(back.body).toMatch(/name="contactWish"[^>]*value="po 16"/);
  });

  it('sent twice is one case', async () => {
    const { action, fields } = formOn(await get('/praca/zgloszenie', 'clerk'), '/praca/zgloszenie?klucz=');
    const sent = { ...fields, gmina: '3006023', 'needs.0.words': need };
    const [first, second] = await Promise.all([post(action, sent, 'clerk'), post(action, sent, 'clerk')]);
    expect(at(first)).toBe(at(second));
  });

  it('saves its draft, and does not put one person’s words into another’s', async () => {
    const [anna, jan] = await Promise.all([addPerson(house, house.centre), addPerson(house, house.centre)]);
    const { action, fields } = formOn(
      await get(`/praca/zgloszenie?osoba=${anna}`, 'plan_coordinator'),
      '/praca/zgloszenie?klucz=',
    );
    await post(action, { ...fields, 'needs.0.words': 'Słowa Anny', _intent: 'draft' }, 'plan_coordinator');
    expect((await get(`/praca/zgloszenie?osoba=${anna}`, 'plan_coordinator')).body).toContain('Słowa Anny');
    expect((await get(`/praca/zgloszenie?osoba=${jan}`, 'plan_coordinator')).body).not.toContain(
      'Słowa Anny',
    );
  });
});

describe('from the report to the sent application through the pages', () => {
  it('chooses services, asks only what the programme lists, sends, and shows the clock', async () => {
    const personId = await addPerson(house, house.centre);
    const caseId = await report(house, { personId });
    const path = `/praca/sprawy/${caseId}/wniosek`;
    const choose = await get(`${path}?usluga=${programme.serviceId}`, 'clerk');
    const chosen = fieldsOfForm(choose.body, path);
    expect(chosen['serviceIds']).toBe(`${programme.versionId}:${programme.serviceId}`);
    expect(at(await post(path, chosen, 'clerk'))).toContain(path);
    const form = formOn(await get(path, 'clerk'), `${path}/zloz`);
    expect(Object.keys(form.fields)).not.toContain('answers.convictions');
    const missing = await post(form.action, form.fields, 'clerk');
    expect(missing.statusCode).toBe(409);
    expect(missing.body).toContain('Bez tego oświadczenia wniosku nie można złożyć.');
    const sent = await post(
      form.action,
      { ...form.fields, 'declarations.0.made': 'tak', informationGiven: 'tak', 'answers.lives_alone': 'tak' },
      'clerk',
    );
    expect(sent.statusCode).toBe(303);
    const page = await get(at(sent), 'clerk');
    for (const words of [
      'wniosek złożony',
      'Opracowanie IPUS',
      'Potwierdzenie przyjęcia wniosku',
      'Czy osoba mieszka sama',
      'Jestem świadomy odpowiedzialności karnej',
    ])
      expect(page.body).toContain(words);
    expect((await get(path, 'clerk')).body).toContain('Ten wniosek jest już złożony.');
  });

  it('ticking two programmes, or nothing, is said beside the choice', async () => {
    const caseId = await report(house);
    const path = `/praca/sprawy/${caseId}/wniosek`;
    const back = await post(path, fieldsOfForm((await get(path, 'clerk')).body, path), 'clerk');
    expect(back.statusCode).toBe(409);
    expect(back.body).toContain('Wybierz co najmniej jedną usługę.');
  });

  it('saves the draft by its button and refuses a stale form with both texts kept', async () => {
    const caseId = await drafted(house, programme);
    const path = `/praca/sprawy/${caseId}/wniosek`;
    const form = formOn(await get(path, 'clerk'), `${path}/zloz`);
    expect(
      (await post(`${path}/szkic`, { ...form.fields, 'answers.health_mobility': 'Z balkonikiem' }, 'clerk'))
        .statusCode,
    ).toBe(303);
    const stale = await post(
      `${path}/szkic`,
      { ...form.fields, 'answers.health_mobility': 'O lasce' },
      'plan_coordinator',
    );
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('O lasce');
    expect((await get(path, 'clerk')).body).toContain('Z balkonikiem');
  });
});

describe('the page of a case', () => {
  it.each(workers)('%s reads it', async (role) => {
    const page = await get(`/praca/sprawy/${await report(house)}`, role);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('zgłoszona potrzeba');
  });

  it.each([...outsiders, 'community_organiser', 'assistance_organiser'] as Role[])(
    '%s is told that there is no such page',
    async (role) => {
      expect((await get(`/praca/sprawy/${await report(house)}`, role)).statusCode).toBe(404);
    },
  );

  it('offers what the state and the role open, and nothing else', async () => {
    const caseId = await submitted(house, programme);
    const offered = async (role: Role) => (await get(`/praca/sprawy/${caseId}`, role)).body;
    expect(await offered('clerk')).toContain(`/praca/sprawy/${caseId}/wezwanie`);
    expect(await offered('clerk')).not.toContain(`action="/praca/sprawy/${caseId}/rozpocznij-rozpoznanie"`);
    expect(await offered('plan_coordinator')).toContain(
      `action="/praca/sprawy/${caseId}/rozpocznij-rozpoznanie"`,
    );
    expect(await offered('director')).not.toContain(`/praca/sprawy/${caseId}/wezwanie`);
    expect(await offered('clerk')).not.toContain(`/praca/sprawy/${caseId}/uzupelnienie`);
  });

  it('shows HTML in names, needs and notes as words', async () => {
    const personId = await addPerson(house, house.centre, {
      givenName: '<b>Anna</b>',
      familyName: '<script>x</script>',
    });
    const caseId = await report(house, { personId, needs: [{ words: '<img src=x onerror=alert(1)>' }] });
    await done(house, addNote, 'clerk', { caseId, body: '</li><script>alert(2)</script>' });
    const { body } = await get(`/praca/sprawy/${caseId}`, 'clerk');
    expect(body).not.toMatch(/<script>(x|alert)|<img src=x|<b>Anna/);
    expect(body).toContain('&lt;script>alert(2)');
  });

  it('takes a note and gives an empty one back with its error', async () => {
    const caseId = await report(house);
    const action = `/praca/sprawy/${caseId}/notatka`;
    const empty = await post(action, { kind: 'call', body: '' }, 'clerk');
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('Napisz treść notatki.');
    expect(at(await post(action, { kind: 'call', body: 'Oddzwoniłam.' }, 'clerk'))).toContain('#notatki');
    expect((await get(`/praca/sprawy/${caseId}`, 'clerk')).body).toContain('Oddzwoniłam.');
  });

  it('without a file says so, and gives a new code once', async () => {
    const caseId = await submitted(house, programme);
    const page = (await get(`/praca/sprawy/${caseId}`, 'clerk')).body;
    for (const words of ['Dołącz pismo, które przyszło', 'name="cameOn"', 'name="cameFrom"'])
      expect(page).toContain(words);
    expect((await post(`/praca/sprawy/${caseId}/plik`, {}, 'clerk')).body).toContain(
      'Wybierz plik z urządzenia.',
    );
    const { action, fields } = formOn(
      await get(`/praca/sprawy/${caseId}`, 'clerk'),
      `/praca/sprawy/${caseId}/kod`,
    );
    const given = await post(action, fields, 'clerk');
    expect((await get(at(given), 'clerk')).body).toContain('Kod do sprawdzania sprawy');
  });
});

describe('every step has its page, its error and its way back', () => {
  it('odpowiedz: asks for the words, and closes the report', async () => {
    const caseId = await report(house);
    const path = `/praca/sprawy/${caseId}/odpowiedz`;
    expect((await get(path, 'clerk')).statusCode).toBe(200);
    expect((await get(path, 'provider')).statusCode).toBe(404);
    expect((await post(path, {}, 'clerk')).body).toContain('Zapisz, jakiej informacji udzielono.');
    expect(at(await post(path, { answer: 'Podano adres.' }, 'clerk'))).toContain(`/praca/sprawy/${caseId}`);
    expect(await rowOf(house, caseId)).toMatchObject({ state: 'answered' });
  });

  it('wycofanie: ends the case at the applicant’s wish', async () => {
    const caseId = await report(house);
    const path = `/praca/sprawy/${caseId}/wycofanie`;
    expect((await get(path, 'clerk')).statusCode).toBe(200);
    await post(path, { reason: 'Syn wraca.' }, 'clerk');
    expect(await rowOf(house, caseId)).toMatchObject({ state: 'withdrawn', closing_reason: 'Syn wraca.' });
  });

  it('osoba: searched, chosen, attached', async () => {
    const [caseId, personId] = await Promise.all([
      report(house, { about: { name: 'Jan Kłos' } }),
      addPerson(house, house.centre),
    ]);
    const path = `/praca/sprawy/${caseId}/osoba`;
    expect((await get(path, 'clerk')).body).toContain('value="Jan Kłos"');
    const chosen = await get(`${path}?osoba=${personId}`, 'clerk');
    expect(chosen.body).toContain('To ta osoba');
    await post(path, { personId }, 'clerk');
    expect(await rowOf(house, caseId)).toMatchObject({ person_id: personId });
  });

  it('koordynator: chosen from those who work today', async () => {
    const caseId = await report(house);
    const path = `/praca/sprawy/${caseId}/koordynator`;
    expect((await get(path, 'director')).body).toContain('plan_coordinator testowy');
    expect((await post(path, {}, 'director')).body).toContain('Wybierz koordynatora.');
    await post(path, { coordinatorId: house.centre.as('plan_coordinator').accountId }, 'director');
    expect(await rowOf(house, caseId)).toMatchObject({
      coordinator_id: house.centre.as('plan_coordinator').accountId,
    });
  });

  it('wezwanie proposes what is missing; doreczenie starts the time; uzupelnienie asks only that; bez-rozpoznania waits', async () => {
    const caseId = await submitted(house, programme);
    const path = `/praca/sprawy/${caseId}`;
    const call = await get(`${path}/wezwanie`, 'clerk');
    expect(call.body).toContain('Odpowiedź na pytanie: Czy osoba mieszka sama');
    expect(call.body).toContain('Orzeczenie do wglądu');
    expect((await post(`${path}/wezwanie`, {}, 'clerk')).body).toContain(
      'Zaznacz albo zapisz, czego brakuje',
    );
    await post(`${path}/wezwanie`, { other: 'podpis' }, 'clerk');
    expect((await get(`${path}/doreczenie`, 'clerk')).statusCode).toBe(200);
    await post(`${path}/doreczenie`, { deliveredOn: '16.11.2026' }, 'clerk');
    const early = await post(`${path}/bez-rozpoznania`, {}, 'clerk');
    expect(early.statusCode).toBe(409);
    expect(early.body).toContain('Na uzupełnienie jest czas do 23 listopada 2026');
    const complete = await get(`${path}/uzupelnienie`, 'clerk');
    expect(complete.body).toContain('answers.lives_alone');
    expect(complete.body).toContain('podpis');
    await post(`${path}/uzupelnienie`, { words: 'Podpisano.', 'answers.lives_alone': 'nie' }, 'clerk');
    expect(await rowOf(house, caseId)).toMatchObject({ state: 'submitted' });
  });

  it('rozpoczęcie rozpoznania is one button of the coordinator', async () => {
    const caseId = await submitted(house, programme);
    await post(`/praca/sprawy/${caseId}/rozpocznij-rozpoznanie`, {}, 'plan_coordinator');
    expect(await rowOf(house, caseId)).toMatchObject({ state: 'in_recognition' });
    const again = await post(`/praca/sprawy/${caseId}/rozpocznij-rozpoznanie`, {}, 'plan_coordinator');
    expect(again.statusCode).toBe(409);
  });

  it('a call that is on its way says what it waits for', async () => {
    const caseId = await submitted(house, programme);
    await done(house, callToComplete, 'clerk', { caseId, other: 'podpis' });
    expect((await get(`/praca/sprawy/${caseId}`, 'clerk')).body).toContain('Zapisz doręczenie wezwania');
  });
});

describe('an application straight away', () => {
  it('is begun for a person of the register, for services of one programme', async () => {
    const personId = await addPerson(house, house.centre);
    const page = await get(`/praca/wniosek?osoba=${personId}`, 'clerk');
    const { action, fields } = formOn(page, '/praca/wniosek');
    const sent = await post(
      action,
      {
        ...fields,
        personId,
        gmina: '3006023',
        channel: 'letter',
        applicantRole: 'person',
        serviceIds: `${programme.versionId}:${programme.serviceId}`,
      },
      'clerk',
    );
    expect(await rowOf(house, idOf(at(sent)))).toMatchObject({
      state: 'draft',
      person_id: personId,
      channel: 'letter',
    });
  });

  it('keeps what was ticked while the person is sought, without scripts; not for another person, and not once it is sent', async () => {
    const ticked = `${programme.versionId}:${programme.serviceId}`;
    const [personId, other] = [
      await addPerson(house, house.centre, { givenName: 'Wacława', familyName: 'Wnioskowa' }),
      await addPerson(house, house.centre),
    ];
    await inTransaction(house.pool, house.centre.id, (tx) =>
      reindexPeople(tx, { centreId: house.centre.id, vault: house.vault }),
    );
    const who = 'plan_coordinator';
    const checked = (page: LightMyRequestResponse): boolean =>
      new RegExp(`value="${ticked}"[^>]* checked`).test(page.body);
    const begun = await get('/praca/wniosek', who);
    const { action, fields } = formOn(begun, '/praca/wniosek');
    expect(checked(begun)).toBe(false);
    const sought = await post(
      action,
      { ...fields, serviceIds: ticked, 'needs.0.words': 'Zakupy', szukaj: 'Wnioskowa', _intent: 'search' },
      who,
    );
    expect(at(sought)).toMatch(/^\/praca\/wniosek\?szukaj=/);
    expect(at(sought)).not.toContain('Wnioskowa');
    const found = await get(at(sought), who);
    expect(found.body).toContain(`href="/praca/wniosek?osoba=${personId}"`);
    expect(found.body).toMatch(/name="szukaj"[^>]*value="Wnioskowa"/);
    expect(checked(found)).toBe(true);
    const chosen = await get(`/praca/wniosek?osoba=${personId}`, who);
    expect(checked(chosen)).toBe(true);
    expect(chosen.body).toContain('Zakupy');
    const last = formOn(chosen, '/praca/wniosek');
    // A draft of this person is not the next one's.
    await post(last.action, { ...last.fields, serviceIds: ticked, _intent: 'draft' }, who);
    expect(checked(await get(`/praca/wniosek?osoba=${other}`, who))).toBe(false);
    const sent = await post(last.action, { ...last.fields, serviceIds: ticked }, who);
    expect(await rowOf(house, idOf(at(sent)))).toMatchObject({ person_id: personId });
    expect(checked(await get('/praca/wniosek', who))).toBe(false);
  });

  it('tells an empty centre what to do first', async () => {
    await house.owner.query(`update programme_version set state = 'ended' where centre_id = $1`, [
      house.centre.id,
    ]);
    await house.owner.query(`update service set state = 'withdrawn' where centre_id = $1`, [house.centre.id]);
    expect((await get('/praca/wniosek', 'clerk')).body).toContain('Żaden program dziś nie obowiązuje');
    expect((await get('/jarocin/wniosek')).body).toContain('Teraz nie przyjmujemy wniosków przez internet');
  });
});
