import { beforeAll, describe, expect, it } from 'vitest';
import { runningSurvey } from '../src/modules/survey/survey.fixture.ts';
import { xlsxOf } from '../src/platform/tables/xlsx.ts';
import { pageFaults } from '../src/ui/index.ts';
import { gminas, testHouse } from './support/centre.ts';
import { fieldsOfForm, testWeb } from './support/web.ts';

/**
 * Bad input on the way from residents' voices to a plan, as it reaches the pages: each is refused in clear words, or is
 * kept with a flag that everybody sees. The rules themselves are tested where they stand.
 */
const house = testHouse();
const web = testWeb(house);
const organiser = 'service_organiser';

const said = (markup: string): string =>
  (markup.split('<main')[1] ?? markup).replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u2060]+/g, ' ');

const open = async (url: string, who: typeof organiser | 'clerk' = organiser): Promise<string> => {
  const answer = await web.get(url, who);
  expect([url, answer.statusCode, pageFaults(answer.body)]).toEqual([url, 200, []]);
  return answer.body;
};

/** A file as a browser without script sends it; gives what came back, or the page it leads to. */
async function upload(url: string, name: string, content: string): Promise<string> {
  const sent = await web.post(
    url,
    {
      ...fieldsOfForm(await open(url), url),
      'file.name': name,
      'file.content': Buffer.from(content).toString('base64'),
    },
    organiser,
  );
  return String(sent.headers.location ?? '').split('?')[0] ?? '';
}

describe('an XLSForm with a circle in its logic', () => {
  it('is refused row by row, and no survey is made of it', async () => {
    const file = await xlsxOf([
      {
        name: 'survey',
        head: ['type', 'name', 'label', 'relevant'],
        rows: [
          ['text', 'a', 'Pierwsze', "${b} != ''"],
          ['text', 'b', 'Drugie', "${a} != ''"],
          ['text', 'c', 'Trzecie', ''],
        ],
      },
      { name: 'choices', head: ['list_name', 'name', 'label'], rows: [] },
      { name: 'settings', head: ['form_title'], rows: [['Koło']] },
    ]);
    const before = said(await open('/praca/badania'));
    const fields = { 'file.content': file.toString('base64'), sampling: 'open' };
    const preview = await web.post('/praca/badania/xlsform', fields, organiser);
    const words = said(preview.body);
    for (const row of [2, 3])
      expect(words).toMatch(new RegExp(`survey ${row} Warunki tworzą koło: a → b → a\\. Żadne z tych pytań`));
    expect(words).toContain('Trzecie');
    expect(said(await open('/praca/badania'))).toBe(before);
  });
});

const head = 'nazwa;prowadzący;rodzaj;profil;gmina;powiat;miejsca;zajęte;stan_na;źródło';
const row = (name: string, gmina: string, places: string, taken: string): string =>
  `${name};;seniorClub;;${gmina};3006;${places};${taken};2026-10-31;wykaz gminy`;

describe('a register file', () => {
  it('with text in a number: the number is unknown, not 0, and the row is flagged before and after it is taken', async () => {
    const at = await upload(
      '/praca/zasoby/rejestr',
      'wykaz.csv',
      [head, row('Klub Jesień', gminas.town, 'około 20', '12 osób')].join('\n'),
    );
    const preview = await open(at);
    expect(said(preview)).toMatch(/Klub Jesień nowa placówka tekst zamiast liczby .*zajęte: 12 osób/);
    await web.post(at, fieldsOfForm(preview, at), organiser);
    const list = said(await open('/praca/zasoby'));
    expect(list).toContain('Placówki, których dane są sprzeczne: 1');
    expect(list).toMatch(/Klub Jesień.*brak informacji.*tekst zamiast liczby/);
  });

  it('with codes of gminas of 2020 and of 2026 mixed: joined, flagged, and never taken twice', async () => {
    const old = `${gminas.town.slice(0, 6)}2`;
    const first = [head, row('Klub Wiosna', old, '20', '12'), row('Klub Lato', gminas.town, '15', '15')];
    const at = await upload('/praca/zasoby/rejestr', 'stare.csv', first.join('\n'));
    const preview = await open(at);
    expect(said(preview)).toContain('Wiersze z dawnym kodem TERYT gminy: 1');
    expect(said(preview)).toMatch(new RegExp(`Klub Wiosna nowa placówka kod ${old}, dziś ${gminas.town}`));
    await web.post(at, fieldsOfForm(preview, at), organiser);
    const again = [head, row('Klub Wiosna', gminas.town, '20', '12')].join('\n');
    const next = said(await open(await upload('/praca/zasoby/rejestr', 'nowe.csv', again)));
    expect(next).toMatch(/nowe 0 /);
    expect(next).toMatch(/Klub Wiosna bez zmian/);
  });
});

describe('people of a gmina', () => {
  const action = '/praca/ludnosc/dane';
  const send = async (more: Record<string, string>, people: readonly string[]) => {
    const body = await open(`${action}?gmina=${gminas.village}`);
    const groups = Object.fromEntries(people.map((count, at) => [`people.${at}`, count]));
    return await web.post(
      action,
      { ...fieldsOfForm(body, action), gmina: gminas.village, source: 'GUS BDL', ...groups, ...more },
      organiser,
    );
  };

  it('shares that add up to 97 %: refused with the sum, and what was typed is kept', async () => {
    const shares = ['3,5', ...Array.from({ length: 17 }, () => '5,5')];
    const sent = await send({ unit: 'percent', total: '10000', year: '2024' }, shares);
    expect(sent.statusCode).toBe(409);
    expect(said(sent.body)).toContain('Udziały sumują się do 97 %.');
    expect(sent.body).toContain('value="3,5"');
  });

  it('a census within a trend: the series is broken there, and no change is counted across it', async () => {
    const sent = await send({ unit: 'people', year: '2023', base: 'census2021' }, Array(18).fill('350'));
    expect(sent.statusCode).toBe(303);
    const page = await open(`/praca/ludnosc?gmina=${gminas.village}`);
    expect(said(page)).toMatch(/Przerwa w szeregu: .*przed spisem.*To zmiana podstawy, a nie ubytek/);
    expect(said(page)).not.toMatch(/Od 2020 do 2023 r\. zmiana/);
    expect(page).toContain('spis 2021');
  });
});

describe('an answer to a question that was hidden', () => {
  let surveyId = '';
  let slug = '';
  beforeAll(async () => {
    ({ surveyId, slug } = await runningSurvey(house, 'Ukryte pytanie'));
  });

  it('on the web is refused in words, and nothing is counted', async () => {
    const page = (await web.get(`/jarocin/ankieta/${slug}/czesc`)).body;
    const action = `/jarocin/ankieta/${slug}/czesc?c=s1`;
    const sent = await web.post(action, {
      ...fieldsOfForm(page, action),
      'answers.cares': '2',
      'answers.hours': '12',
    });
    expect(sent.statusCode).toBe(409);
    expect(said(sent.body)).toContain('jest odpowiedź na pytanie, które było ukryte');
    expect(said(await open(`/praca/badania/${surveyId}`))).toContain('Nie ma jeszcze żadnej odpowiedzi');
  });

  it('on a typed sheet stands beside its question; kept as written it is flagged for whoever reads the results', async () => {
    const action = `/praca/badania/${surveyId}/wpis?tryb=telefon`;
    const fields = {
      ...fieldsOfForm(await open(action, 'clerk'), action),
      'answers.cares': '2',
      'answers.hours': '12',
      'answers.life': '3',
    };
    const told = await web.post(action, fields, 'clerk');
    expect(told.statusCode).toBe(409);
    expect(said(told.body)).toContain('To pytanie było ukryte przy pozostałych odpowiedziach.');
    const kept = await web.post(action, { ...fields, asWritten: 'tak' }, 'clerk');
    expect(kept.statusCode).toBe(303);
    expect(said(await open(`/praca/badania/${surveyId}`))).toContain('Z uwagami do jakości: 1.');
    expect(said(await open(`/praca/badania/${surveyId}/wyniki/jakosc`))).toMatch(
      /Ankiety z odpowiedzią na ukryte pytanie mniej niż 5/,
    );
  });
});
