import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import { langs } from '../../../lang.ts';
import { deadlineRules } from '../../../law/index.ts';
import { pageFaults } from '../../../ui/index.ts';
import { mineToday } from '../../agenda/index.ts';
import { addNote } from '../commands/add-note.ts';
import { addProgramme, done, rowOf } from '../intake.fixture.ts';
import { webWordsOf } from '../web-words.ts';

const house = testHouse();
const { get, post } = testWeb(house);

const gmina = '3006023';
const actionOn = (body: string): string =>
  /action="([^"]*\/oddzwonimy\?klucz=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';

async function askForCall(home: string, typed: Record<string, string>) {
  const { body } = await get(`${home}/oddzwonimy`);
  const action = actionOn(body);
  return await post(action, { ...fieldsOfForm(body, action), gmina, ...typed });
}

describe('the three ways to ask for help are of equal rank', () => {
  it.each(langs)('side by side on the pages that lead to help, in %s', async (lang) => {
    const home = lang === 'pl' ? '/jarocin' : `/${lang}/jarocin`;
    const ways = ['zglos', 'oddzwonimy', 'wydrukuj'];
    for (const way of ways) {
      const { statusCode, body } = await get(`${home}/${way}`);
      expect([statusCode, pageFaults(body)]).toEqual([200, []]);
      for (const other of ways.filter((one) => one !== way))
        expect(body).toContain(`href="${home}/${other}"`);
      expect(body).toContain(`<html lang="${lang}"`);
      for (const one of langs) expect(body).toContain(`rel="alternate" hreflang="${one}"`);
      // The only script of these pages keeps what is being written about a need: a person gains by it.
      expect(body.match(/<script/g)?.length ?? 0).toBe(way === 'zglos' ? 1 : 0);
    }
  });
});

describe('a call is asked for with a phone and a time of day', () => {
  it('becomes a need report, and the desk owes the call by the next working day', async () => {
    const sent = await askForCall('/jarocin', { 'reporter.phone': '600 100 200', time: 'afternoon' });
    expect(sent.statusCode).toBe(303);
    const told = await get(String(sent.headers.location));
    expect(told.body).toContain('Zadzwonimy najpóźniej 17 listopada 2026');
    const desk = await house.runner.ask(mineToday, house.centre.as('clerk'), {});
    const owed = desk.ok ? desk.value.deadlines.find(({ kind }) => kind === 'callBack') : undefined;
    expect(owed).toMatchObject({ title: '+48600100200, po południu, od 14', dueOn: '2026-11-17' });
    expect(await rowOf(house, owed?.caseId ?? '')).toMatchObject({ state: 'reported', channel: 'callback' });
    expect(deadlineRules.callBack[0].unit).toBe('workingDays');

    await done(house, addNote, 'clerk', { caseId: owed?.caseId, kind: 'call', body: 'Rozmowa o opiece.' });
    const after = await house.runner.ask(mineToday, house.centre.as('clerk'), {});
    expect(after.ok && after.value.deadlines.some(({ kind }) => kind === 'callBack')).toBe(false);
  });

  it('keeps the language in which the person asked, and gives a code with a birth date', async () => {
    const sent = await askForCall('/uk/jarocin', {
      'reporter.phone': '600100300',
      'about.birthDate': '2.03.1948',
      'needs.0.words': 'Мама сама вдома',
    });
    const at = String(sent.headers.location);
    expect(at).toMatch(/^\/uk\/jarocin\/wyslane\/telefon\?/);
    const told = await get(at);
    expect(told.body).toContain('Ми вам зателефонуємо');
    expect(told.body).toContain('Код вашої справи');
    const caseId = new URLSearchParams(at.split('?')[1]).get('sprawa') ?? '';
    expect(await rowOf(house, caseId)).toMatchObject({ language: 'uk' });
    const desk = await house.runner.ask(mineToday, house.centre.as('clerk'), {});
    const owed = desk.ok ? desk.value.deadlines.find((one) => one.caseId === caseId) : undefined;
    expect(owed?.title).toContain('po ukraińsku');
  });

  it('from a robot stores nothing, and the person who was taken for one reads their words again', async () => {
    const back = await askForCall('/jarocin', { 'reporter.phone': '600100900', _strona: 'spam' });
    expect(back.statusCode).toBe(409);
    expect(back.body).toContain('wygląda na wypełniony przez program');
    expect(back.body).toContain('value="600100900"');
    const { rows } = await house.owner.query(
      "select from need_report where reporter_phone like '%600100900'",
    );
    expect(rows).toEqual([]);
  });

  it('without a phone nobody can call, and the page says so in its language', async () => {
    const back = await askForCall('/en/jarocin', { 'needs.0.words': 'Please help' });
    expect(back.statusCode).toBe(409);
    expect(back.body).toContain('Give a phone number so that we can call.');
    expect(back.body).toContain('Please help');
  });
});

const reportOf = async (caseId: string | null) =>
  (
    await house.owner.query(
      `select r.reporter_role as role, (select n.service_id from need n
         where n.centre_id = r.centre_id and n.case_id = r.case_id limit 1) as service
       from need_report r where r.case_id = $1`,
      [caseId],
    )
  ).rows[0];

const caseOf = (sent: Awaited<ReturnType<typeof askForCall>>): string | null =>
  new URLSearchParams(String(sent.headers.location).split('?')[1]).get('sprawa');

const followed = { 'reporter.phone': '600100200', 'about.birthDate': '2.03.1948' };

describe('a call for somebody else', () => {
  it.each(langs)('asks for whom the help is, and where that person lives, in %s', async (lang) => {
    const home = lang === 'pl' ? '/jarocin' : `/${lang}/jarocin`;
    const { body } = await get(`${home}/oddzwonimy`);
    const { report, callback } = webWordsOf(lang);
    for (const words of [report.who, ...Object.values(report.roles), callback.gmina])
      expect(body.replaceAll('\u00a0', ' ')).toContain(words);
  });

  it('keeps the answer for whoever calls back; nobody has to give one, and none is chosen for them', async () => {
    const { body } = await get('/jarocin/oddzwonimy');
    expect(body).not.toMatch(/name="reporter\.role"[^>]*checked/);
    const said = await askForCall('/jarocin', { ...followed, 'reporter.role': 'family' });
    expect(await reportOf(caseOf(said))).toMatchObject({ role: 'family' });
    const unsaid = await askForCall('/jarocin', followed);
    expect(await reportOf(caseOf(unsaid))).toMatchObject({ role: null });
  });

  it('knows it already when the guided help was told', async () => {
    const carried = await post('/jarocin/pomoc/oddzwonimy', { potrzeba: 'Zakupy', kto: 'neighbour' });
    const { body } = await get(String(carried.headers.location));
    expect(body).toMatch(/value="neighbour"[^>]*checked/);
  });
});

describe('help asked for from the page of a service', () => {
  let serviceId: string;
  beforeAll(async () => {
    ({ serviceId } = await addProgramme(house, house.centre));
    await house.owner.query(
      `update service set translations = '{"en": {"name": "Wristband"}}' where id = $1`,
      [serviceId],
    );
  });

  it.each(['zglos', 'oddzwonimy'])(
    'names the service and keeps it, also through a mistake: %s',
    async (way) => {
      const form = (page: string) => {
        const written = new RegExp(`action="([^"]*/${way}\\?klucz=[^"]*)"`).exec(page)?.[1] ?? '';
        return {
          action: written.replaceAll('&amp;', '&'),
          fields: { ...fieldsOfForm(page, written), gmina },
        };
      };
      const first = await get(`/en/jarocin/${way}?usluga=${serviceId}`);
      expect(first.body).toContain('Wristband');
      const { action, fields } = form(first.body);
      const wrong = await post(action, { ...fields, 'reporter.phone': '12' });
      expect(wrong.statusCode).toBe(422);
      expect(wrong.body).toContain('Wristband');
      const again = form(wrong.body);
      const sent = await post(again.action, {
        ...again.fields,
        ...followed,
        'needs.0.words': 'Mum is alone',
      });
      expect(sent.statusCode).toBe(303);
      expect(await reportOf(caseOf(sent))).toMatchObject({ service: serviceId });
    },
  );

  it('of a service that is not there is help asked for without one, and not a dead end', async () => {
    const { body, statusCode } = await get('/jarocin/oddzwonimy?usluga=01890000-0000-7000-8000-000000000000');
    expect(statusCode).toBe(200);
    expect(body).not.toContain('serviceId');
  });
});

describe('a confirmation', () => {
  it('leads to following the case only with a code, without which nothing opens there', async () => {
    const told = async (typed: Record<string, string>): Promise<string> =>
      (await get(String((await askForCall('/jarocin', typed)).headers.location))).body;
    const [withCode, without] = [await told(followed), await told({ 'reporter.phone': '600100200' })];
    expect(withCode).toMatch(/<a [^>]*href="\/jarocin\/sprawa"/);
    expect(without).not.toMatch(/<a [^>]*href="\/jarocin\/sprawa"/);
    expect(without).toContain('Nie podano daty urodzenia');
  });
});

describe('whom to call, of a centre whose number nobody has written down', () => {
  it.each(langs)('leads to a call back, in %s', async (lang) => {
    const home = lang === 'pl' ? '/jarocin' : `/${lang}/jarocin`;
    const { body } = await get(`${home}/sprawa`);
    expect(body.replaceAll('\u00a0', ' ')).toContain(webWordsOf(lang).sent.noPhone);
    expect(body).toContain(`href="${home}/oddzwonimy"`);
  });
});

describe('a sheet to print and bring', () => {
  it.each(langs)('is a tagged PDF in %s, empty and with what was typed', async (lang) => {
    const home = lang === 'pl' ? '/jarocin' : `/${lang}/jarocin`;
    const empty = await get(`${home}/wydrukuj/duza.pdf`);
    expect([empty.statusCode, empty.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(empty.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const filled = await post(`${home}/wydrukuj/kartka.pdf`, {
      name: 'Łucja Ść',
      need: 'Обід 🙂\u0000',
      size: 'large',
    });
    expect([filled.statusCode, filled.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(String(filled.headers['content-disposition'])).toContain(webWordsOf(lang).print.file);
  });

  it('stores nothing of what was typed', async () => {
    const count = async (): Promise<unknown> =>
      (
        await house.owner.query(
          'select (select count(*) from form_draft) as drafts, (select count(*) from case_file) as cases',
        )
      ).rows[0];
    const before = await count();
    await post('/jarocin/wydrukuj/kartka.pdf', { name: 'Łucja', need: 'Obiad' });
    expect(await count()).toEqual(before);
  });
});
