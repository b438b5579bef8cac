import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import { callToComplete } from '../commands/call-to-complete.ts';
import { addPerson, addProgramme, done, need, type Programme, rowOf } from '../intake.fixture.ts';

const house = testHouse();
const { get, post } = testWeb(house);
let programme: Programme;

beforeAll(async () => {
  programme = await addProgramme(house, house.centre);
});

const at = (response: LightMyRequestResponse): string => String(response.headers.location ?? '');

function formOn(
  page: LightMyRequestResponse,
  begins: string,
): { action: string; fields: Record<string, string | string[]> } {
  const action =
    [...page.body.matchAll(/action="([^"]*)"/g)]
      .map((match) => match[1] ?? '')
      .find((one) => one.startsWith(begins)) ?? '';
  return { action, fields: fieldsOfForm(page.body, action) };
}

/** The letters that a page shows as a code. */
const codeOn = (page: LightMyRequestResponse): string =>
  [...page.body.matchAll(/<kbd>([^<]+)<\/kbd>/g)].map((match) => match[1]).join('-');

const gmina = '3006023';

describe('a resident reports a need in a minute, without an account', () => {
  it('says what is hard, for whom, how to reach them, and gets a code', async () => {
    const { action, fields } = formOn(await get('/jarocin/zglos'), '/jarocin/zglos?klucz=');
    const sent = await post(action, {
      ...fields,
      gmina,
      'needs.0.words': need,
      'reporter.role': 'family',
      'reporter.phone': '600100200',
      'about.birthDate': '2.03.1948',
    });
    const page = await get(at(sent));
    expect(page.body).toContain('Mamy Twoje zgłoszenie');
    expect(codeOn(page)).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{3}-[A-Z2-9]{3}$/);
  });

  it('without a birth date there is no code, and the page says so', async () => {
    const { action, fields } = formOn(await get('/jarocin/zglos'), '/jarocin/zglos?klucz=');
    const page = await get(
      at(await post(action, { ...fields, gmina, 'needs.0.words': need, 'reporter.phone': '600100200' })),
    );
    expect(codeOn(page)).toBe('');
    expect(page.body).toContain('Nie podano daty urodzenia');
  });

  it('is asked for what is missing, in plain words, and keeps what was typed', async () => {
    const { action, fields } = formOn(await get('/jarocin/zglos'), '/jarocin/zglos?klucz=');
    const back = await post(action, { ...fields, gmina, 'needs.0.words': need });
    expect(back.statusCode).toBe(409);
    expect(back.body).toContain('Podaj numer telefonu albo adres e-mail');
    expect(back.body).toContain(need);
  });

  it('of the register nothing is seen or asked', async () => {
    const personId = await addPerson(house, house.centre);
    const { action, fields } = formOn(await get('/jarocin/zglos'), '/jarocin/zglos?klucz=');
    const sent = await post(action, {
      ...fields,
      gmina,
      'needs.0.words': need,
      'reporter.phone': '600100200',
      personId,
    });
    expect(sent.statusCode).toBe(403);
  });
});

describe('a resident applies on the web, one thing on a page', () => {
  async function throughSteps(answers: Record<string, string> = {}): Promise<string> {
    const choose = formOn(await get('/jarocin/wniosek'), '/jarocin/wniosek?klucz=');
    let path =
      at(await post(choose.action, { ...choose.fields, gmina, offerId: programme.offerId, need })).split(
        '?',
      )[0] ?? '';
    const typed: Record<string, Record<string, string>> = {
      osoba: {
        'answers.name': 'Jan Kłos',
        'answers.residence_address': 'ul. Wodna 3',
        'answers.phone': '600100200',
        'answers.birth_date': '2.03.1948',
        ...answers,
      },
    };
    while (!path.endsWith('/wyslij')) {
      const step = path.split('/').at(-1) ?? '';
      const page = await get(path);
      expect(page.statusCode).toBe(200);
      path = at(await post(path, { ...fieldsOfForm(page.body, path), ...typed[step] })).split('?')[0] ?? '';
    }
    return path;
  }

  it('from the choice of a service to the sign, the code and the status', async () => {
    const path = await throughSteps();
    const last = await get(path);
    for (const words of [
      'Jan Kłos',
      'Bez odpowiedzi',
      'Orzeczenie do wglądu',
      'Jestem świadomy odpowiedzialności karnej za złożenie fałszywego oświadczenia.',
    ])
      expect(last.body).toContain(words);
    const fields = fieldsOfForm(last.body, path);
    expect((await post(path, fields)).body).toContain('Bez tego oświadczenia wniosku nie można złożyć.');
    const sent = await get(
      at(await post(path, { ...fields, 'declarations.0.made': 'tak', informationGiven: 'tak' })),
    );
    expect(sent.body).toContain('16 grudnia 2026');
    const code = codeOn(sent);

    const wrong = await post('/jarocin/sprawa?klucz=aaaaaaaaaaaaaaaaaaaaaaaa', {
      code,
      birthDate: '3.03.1948',
    });
    expect(wrong.body).toContain('Nie ma sprawy z takim kodem i datą urodzenia.');
    const unknown = await post('/jarocin/sprawa?klucz=aaaaaaaaaaaaaaaaaaaaaaaa', {
      code: 'ABCD-EFG-HJK',
      birthDate: '2.03.1948',
    });
    expect([unknown.statusCode, unknown.body.length - code.length]).toEqual([
      wrong.statusCode,
      wrong.body.length - code.length,
    ]);

    const form = formOn(await get('/jarocin/sprawa'), '/jarocin/sprawa?klucz=');
    const opened = at(
      await post(form.action, { ...form.fields, code: code.toLowerCase(), birthDate: '2.03.1948' }),
    );
    const status = await get(opened);
    for (const words of ['Mamy Twój wniosek.', 'CUS.5020.', 'do 16 grudnia 2026'])
      expect(status.body).toContain(words);
    expect(status.body).not.toContain('Jan Kłos');
  });

  it('the same form tried again after a wrong date is judged anew', async () => {
    const path = await throughSteps();
    const fields = fieldsOfForm((await get(path)).body, path);
    const code = codeOn(
      await get(at(await post(path, { ...fields, 'declarations.0.made': 'tak', informationGiven: 'tak' }))),
    );
    const form = formOn(await get('/jarocin/sprawa'), '/jarocin/sprawa?klucz=');
    expect((await post(form.action, { ...form.fields, code, birthDate: '3.03.1948' })).statusCode).toBe(409);
    expect((await post(form.action, { ...form.fields, code, birthDate: '2.03.1948' })).statusCode).toBe(303);
  });

  it('shows what is missing and by when, takes a document, and withdraws', async () => {
    const path = await throughSteps();
    const fields = fieldsOfForm((await get(path)).body, path);
    const sentTo = at(await post(path, { ...fields, 'declarations.0.made': 'tak', informationGiven: 'tak' }));
    const caseId = new URLSearchParams(sentTo.split('?')[1]).get('sprawa') ?? '';
    await done(house, callToComplete, 'clerk', { caseId, other: 'podpis na wniosku', handedOver: 'tak' });
    const code = codeOn(await get(sentTo));
    const form = formOn(await get('/jarocin/sprawa'), '/jarocin/sprawa?klucz=');
    const link =
      at(await post(form.action, { ...form.fields, code, birthDate: '2.03.1948' })).split('?')[0] ?? '';
    const status = await get(link);
    expect(status.body).toContain('podpis na wniosku');
    expect(status.body).toContain('do 23 listopada 2026');
    // Copies of identity documents are neither asked for nor taken.
    expect(status.body.replaceAll('\u00a0', ' ')).toContain('Nie wysyłaj kopii dowodu osobistego');
    expect((await post(`${link}/plik`, {})).body).toContain('Wybierz plik z urządzenia.');
    expect(at(await post(`${link}/wycofanie`, { reason: 'x' }))).toContain(link);
    expect(await rowOf(house, caseId)).toMatchObject({ state: 'withdrawn' });
  });

  it('a broken PESEL and a bad phone are named beside their fields', async () => {
    const wide = await addProgramme(house, house.centre, { fields: ['pesel'] });
    const choose = formOn(await get('/jarocin/wniosek'), '/jarocin/wniosek?klucz=');
    const path = (
      at(await post(choose.action, { ...choose.fields, gmina, offerId: wide.offerId })).split('?')[0] ?? ''
    ).replace(/kto$/, 'osoba');
    const back = await post(path, {
      'answers.name': 'Jan Kłos',
      'answers.pesel': '44051401358',
      'answers.phone': '12',
      'answers.residence_address': 'x',
    });
    expect(back.statusCode).toBe(422);
    expect(back.body).toContain('suma kontrolna się nie zgadza');
    expect(back.body).toContain('Podaj numer z 9 cyfr');
    expect(back.body).toContain('value="44051401358"');
  });

  it('an address that leads nowhere is an ordinary missing page', async () => {
    expect((await get(`/jarocin/wniosek/${'a'.repeat(43)}/kto`)).statusCode).toBe(404);
    expect((await get(`/jarocin/sprawa/${'a'.repeat(43)}`)).statusCode).toBe(404);
    expect([404, 422]).toContain((await get('/jarocin/sprawa/krotki')).statusCode);
    expect((await get('/nie-ma-takiego/zglos')).statusCode).toBe(404);
  });
});
