import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import { pageFaults } from '../../../ui/index.ts';

const house = testHouse();
const web = testWeb(house);
type Reader = 'service_organiser' | 'director' | 'plan_coordinator' | 'region';

const open = async (url: string, who?: Reader): Promise<string> => {
  const answer = await web.get(url, who);
  expect([url, answer.statusCode]).toEqual([url, 200]);
  expect(pageFaults(answer.body)).toEqual([]);
  return answer.body;
};
const send = async (page: string, action: string, values: Record<string, string>, who?: Reader) => {
  const sent = await web.post(action, { ...fieldsOfForm(await open(page, who), action), ...values }, who);
  expect([action, sent.statusCode]).toEqual([action, 303]);
  return (sent.headers.location ?? '').split('?')[0] ?? '';
};
const organiser = 'service_organiser';

describe('the gap', () => {
  it('lists every kind of service: what is not known stands below what is, and each number opens its passport', async () => {
    const page = await open('/praca/diagnoza/luka', organiser);
    expect(page).toContain('Luki nie można obliczyć');
    expect(page).toContain('mieszkanie wspomagane');
    expect(page).toContain('Skąd ta liczba?');
  });

  it('is narrowed by area, group and gmina, and says no to nonsense', async () => {
    const page = await open('/praca/diagnoza/luka?area=9&group=olderPeople', 'region');
    expect(page).toContain('zajęcia kulturalne');
    expect(page).not.toContain('mieszkanie wspomagane');
    expect((await web.get('/praca/diagnoza/luka?area=x', organiser)).statusCode).toBeGreaterThanOrEqual(400);
  });

  it('is a table for a spreadsheet: an unknown figure is an empty cell with its reason', async () => {
    const answer = await web.get('/praca/diagnoza/luka/csv?area=1', organiser);
    const [head = '', first = ''] = answer.body.split('\r\n');
    expect(head).toContain('Luka: wzór');
    expect(first).toContain('żłobek');
    expect(first).toContain('nie można obliczyć');
  });

  it('is a page of those who recognise needs, and of nobody else', async () => {
    expect((await web.get('/praca/diagnoza/luka', 'clerk')).statusCode).toBe(403);
  });
});

describe('from an empty list to a diagnosis in force, by forms without a script', () => {
  const home = () => `/${house.centre.slug}`;
  let at = '';

  it('is begun, takes figures, gets its chapter', async () => {
    expect(await open('/praca/diagnoza', 'plan_coordinator')).not.toContain('href="/praca/diagnoza/nowa"');
    expect(await open('/praca/diagnoza', organiser)).toContain('href="/praca/diagnoza/nowa"');
    at = await send('/praca/diagnoza/nowa', '/praca/diagnoza/nowa', {}, organiser);
    await send(at, `${at}/krok/dane`, {}, organiser);
    await send(at, `${at}/odswiez`, {}, organiser);
    await send(
      `${at}/rozdzial/needs`,
      `${at}/rozdzial/needs`,
      { words: 'Brakuje pomocy.\n\nZwłaszcza na wsi.' },
      organiser,
    );
    await send(at, `${at}/krok/projekt`, {}, organiser);
    expect(await open(at, 'plan_coordinator')).not.toContain('krok/konsultacje');
  });

  it('is consulted in three languages, without an account and without a script', async () => {
    const days = { consultedFrom: '2026-11-16', consultedTo: '2026-11-30' };
    await send(at, `${at}/krok/konsultacje`, days, organiser);
    const id = at.split('/').at(-1) ?? '';
    for (const lang of ['', '/uk', '/en']) {
      const list = await open(`${lang}${home()}/konsultacje`);
      expect(list).toContain(`${lang}${home()}/konsultacje/${id}`);
      const page = await open(`${lang}${home()}/konsultacje/${id}`);
      expect(page).not.toContain('<script');
    }
    const here = `/en${home()}/konsultacje/${id}`;
    expect(await send(here, here, { words: 'No bus.', contact: 'a@example.pl' })).toBe(here);
    const trapped = await web.post(here, {
      ...fieldsOfForm(await open(here), here),
      words: 'spam',
      _strona: 'x',
    });
    expect(trapped.statusCode).not.toBe(303);
    const remarks = await open(`${at}/uwagi`, organiser);
    expect(remarks).toContain('No bus.');
    expect(remarks).toContain('a@example.pl');
    expect(remarks).not.toContain('spam');
    expect((await web.get(`${home()}/konsultacje/${id}/raport.pdf`)).statusCode).toBe(404);
    expect((await web.get(`${home()}/konsultacje/${id}/projekt.pdf`)).headers['content-type']).toContain(
      'pdf',
    );
  });

  it('is answered, handed over and in force; its documents are PDF and DOCX', async () => {
    await house.owner.query(
      `update diagnosis set consulted_from = '2026-11-01', consulted_to = '2026-11-15'`,
    );
    await send(at, `${at}/krok/koniec-konsultacji`, {}, organiser);
    await send(`${at}/uwagi`, `${at}/uwagi`, { verdict: 'partly', answer: 'Dopisano.' }, organiser);
    for (const step of ['wojt', 'rada', 'obowiazuje'])
      await send(at, `${at}/krok/${step}`, { on: '2026-11-16' }, 'director');
    expect(await open(at, 'director')).toContain('obowiązuje');
    for (const name of ['diagnoza.pdf', 'raport.pdf', 'diagnoza.docx', 'raport.docx']) {
      const answer = await web.get(`${at}/${name}`, 'plan_coordinator');
      expect([name, answer.statusCode]).toEqual([name, 200]);
    }
    const page = await open(`${home()}/konsultacje/${at.split('/').at(-1) ?? ''}`);
    expect(page).toContain('Dopisano.');
    expect(page).not.toContain('name="words"');
  });

  it('begins an update from what stands', async () => {
    await send(at, `${at}/krok/aktualizacja`, { because: 'Zamknięto dom pobytu.' }, organiser);
    expect(await open(at, organiser)).toContain('na-podstawie=');
  });
});
