import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { fieldsOfForm, testWeb } from '../../../test/support/web.ts';
import type { Role } from '../../platform/actor.ts';
import { readZipEntry, zipEntries } from '../../platform/files/zip.ts';
import { writeZip } from '../../platform/files/zip-write.ts';
import { xlsxOf } from '../../platform/tables/xlsx.ts';
import { pageFaults } from '../../ui/index.ts';
import { importXlsform } from './commands/import-xlsform.ts';
import { getSurvey } from './queries/surveys.ts';
import { runningSurvey, valueOf, wholeDefinition } from './survey.fixture.ts';
import { readWorkbook } from './xlsform-file.ts';

const house = testHouse();
const web = testWeb(house);
const organiser = () => house.centre.as('service_organiser');

const workbook = async (
  survey: string[][],
  { choices = [], title = '' }: { choices?: string[][]; title?: string } = {},
): Promise<Buffer> =>
  await xlsxOf([
    { name: 'survey', head: ['type', 'name', 'label', 'relevant'], rows: survey },
    { name: 'choices', head: ['list_name', 'name', 'label'], rows: choices },
    { name: 'settings', head: ['form_title'], rows: [[title]] },
  ]);

const yesNo = [
  ['yn', 'tak', 'Tak'],
  ['yn', 'nie', 'Nie'],
];

const send = async (content: Uint8Array, rest: Record<string, unknown> = {}, who = organiser()) =>
  await house.runner.run(importXlsform, who, {
    file: { name: 'x.xlsx', content },
    sampling: 'open',
    ...rest,
  });

/** The same workbook with one of its files written anew. */
function rewritten(bytes: Buffer, name: string, change: (text: string) => string): Buffer {
  return Buffer.from(
    writeZip(
      (zipEntries(bytes) ?? []).map((entry) => {
        const content = readZipEntry(bytes, entry, 1_000_000) ?? Buffer.alloc(0);
        return {
          name: entry.name,
          content: entry.name === name ? Buffer.from(change(String(content))) : content,
        };
      }),
    ),
  );
}

let surveyId = '';

beforeAll(async () => {
  ({ surveyId } = await runningSurvey(house, 'Do pobrania'));
});

describe('a questionnaire from an XLSForm', () => {
  it('only the organisers of services and of the community take one in', async () => {
    const content = await workbook([['text', 'a', 'A']], { title: 'Cudza' });
    const others: Role[] = ['director', 'clerk', 'plan_coordinator', 'auditor', 'visitor', 'provider'];
    for (const role of others)
      expect([role, at(await send(content, {}, house.centre.as(role)))]).toEqual([role, 'forbidden']);
  });

  it('is only shown at first, with every refused row; taken, it is a new draft of what was understood', async () => {
    const content = await workbook(
      [
        ['select_one yn', 'care', 'Czy opiekujesz się kimś?', ''],
        ['integer', 'hours', 'Ile godzin?', "${care} = 'tak'"],
        ['date', 'since', 'Od kiedy?', ''],
      ],
      { choices: yesNo, title: 'Opiekunowie' },
    );
    const shown = valueOf(await send(content));
    expect(shown).toMatchObject({ surveyId: null, refusedCount: 1 });
    expect(shown.remarks[0]).toMatchObject({ sheet: 'survey', row: 4, kind: 'dateType' });
    const { rows } = await house.owner.query("select 1 from survey where title = 'Opiekunowie'");
    expect(rows).toEqual([]);
    const taken = valueOf(await send(content, { take: true }));
    const file = valueOf(await house.runner.ask(getSurvey, organiser(), { surveyId: taken.surveyId ?? '' }));
    expect(file.survey).toMatchObject({ title: 'Opiekunowie', state: 'draft', sampling: 'open' });
    expect(file.problems).toEqual([]);
    expect(file.draft?.sections[0]?.questions[1]?.shownIf).toEqual({
      join: 'all',
      tests: [{ question: 'care', is: 'chosen', value: 1 }],
    });
    expect(at(await send(content, { take: true }))).toBe('survey.slug-taken');
  });

  it('without a title of its own asks for one, and without a question is not taken', async () => {
    const untitled = await workbook([['text', 'a', 'A']]);
    expect(at(await send(untitled, { take: true }))).toBe('survey.xlsform-title');
    expect(at(await send(untitled, { take: true, title: 'Nadany tytuł' }))).toBe('done');
    const none = await workbook([['geopoint', 'a', 'A']], { title: 'Mapa' });
    expect(at(await send(none, { take: true }))).toBe('survey.xlsform-nothing');
  });

  it('a program, a picture, a text, a locked or a damaged file, 20 MB, a workbook without sheets: each is told apart', async () => {
    const good = await workbook([['text', 'a', 'A']], { title: 'Dobra' });
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
    expect(at(await send(program))).toBe('survey.xlsform-file-executable');
    expect(at(await send(Buffer.from('imię;nazwisko\n')))).toBe('survey.xlsform-not-xlsx');
    expect(at(await send(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('survey.xlsform-file-locked');
    expect(at(await send(good.subarray(0, 900)))).toBe('survey.xlsform-file-damaged');
    expect(at(await send(Buffer.alloc(20 * 1024 * 1024)))).toBe('survey.xlsform-too-large');
    expect(at(await send(await xlsxOf([{ name: 'Arkusz1', head: ['a'], rows: [['b']] }])))).toBe(
      'survey.xlsform-no-survey',
    );
    expect(at(await send(await workbook([])))).toBe('survey.xlsform-no-rows');
    expect(at(await house.runner.run(importXlsform, organiser(), { sampling: 'open' }))).toBe('invalid');
  });

  it('a row with a formula is refused by its cell: its text is not what a person wrote', async () => {
    const plain = await workbook(
      [
        ['text', 'a', 'A'],
        ['text', 'b', 'B'],
      ],
      { title: 'Formuły' },
    );
    const content = rewritten(plain, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2" t="str"><f>CONCAT("A";"B")</f><v>AB</v></c>'),
    );
    const shown = valueOf(await send(content));
    expect(shown.remarks).toMatchObject([{ sheet: 'survey', row: 2, kind: 'formula', about: 'C2' }]);
    expect(shown.definition.sections[0]?.questions.map(({ name }) => name)).toEqual(['b']);
  });

  it('what a database cannot hold is left out of texts, wherever it hides', async () => {
    const content = await xlsxOf([
      { name: 'survey', head: ['type', 'name', 'label'], rows: [['text', 'a', 'A']] },
      {
        name: 'settings',
        head: ['form_title', 'okienko'],
        rows: [['Znaki', 'langs=pl title.uk="a\\u0000\\ud800b"']],
      },
    ]);
    const { definition } = valueOf(await send(content, { take: true }));
    expect(definition.title).toEqual({ pl: 'Znaki', uk: 'a\ufffdb' });
  });

  it('a circle in the logic is told on each of its rows', async () => {
    const content = await workbook(
      [
        ['text', 'a', 'A', "${b} != ''"],
        ['text', 'b', 'B', "${a} != ''"],
      ],
      { title: 'Koło' },
    );
    expect(valueOf(await send(content)).remarks).toMatchObject([
      { row: 2, kind: 'cycle', about: 'a → b → a' },
      { row: 3, kind: 'cycle', about: 'a → b → a' },
    ]);
  });
});

describe('the pages', () => {
  it('a survey is downloaded as a workbook that gives the same questionnaire back', async () => {
    const answer = await web.get(`/praca/badania/${surveyId}/xlsform.xlsx`, 'director');
    expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([
      200,
      expect.stringContaining('ankieta-do-pobrania'),
    ]);
    expect(await readWorkbook(answer.rawPayload)).toMatchObject({ ok: true });
    const { definition, refusedCount } = valueOf(await send(answer.rawPayload));
    expect({ ...definition, refusedCount }).toEqual({ ...wholeDefinition, refusedCount: 0 });
    expect((await web.get(`/praca/badania/${surveyId}/xlsform.xlsx`)).statusCode).not.toBe(200);
    const missing = '/praca/badania/0190a0a0-0000-7000-8000-000000000000/xlsform.xlsx';
    expect((await web.get(missing, 'director')).statusCode).toBe(404);
  });

  it('from the file over what is understood to the new draft, without a script', async () => {
    const who = 'community_organiser';
    expect((await web.get('/praca/badania', who)).body).toContain('/praca/badania/xlsform');
    const upload = await web.get('/praca/badania/xlsform', who);
    expect([upload.statusCode, pageFaults(upload.body)]).toEqual([200, []]);
    expect((await web.get('/praca/badania/xlsform', 'clerk')).statusCode).toBe(403);
    const content = await workbook(
      [
        ['text', 'a', 'Czego brakuje?'],
        ['image', 'b', 'Zdjęcie'],
      ],
      { title: 'Z pliku' },
    );
    const asFields = { 'file.content': content.toString('base64'), sampling: 'open' };
    const preview = await web.post('/praca/badania/xlsform', asFields, who);
    expect([preview.statusCode, pageFaults(preview.body)]).toEqual([200, []]);
    expect(preview.body).toContain('Zdjęć, nagrań i plików („image”) ankieta nie przyjmuje.');
    expect(preview.body).not.toContain('założona');
    expect(preview.body).toContain('Przyjmij bez odrzuconych wierszy (1)');
    const taken = await web.post(
      '/praca/badania/xlsform',
      fieldsOfForm(preview.body, '/praca/badania/xlsform'),
      who,
    );
    expect([taken.statusCode, String(taken.headers.location)]).toEqual([
      303,
      expect.stringMatching(/^\/praca\/badania\/[0-9a-f-]{36}\/pytania/),
    ]);
    const wrong = await web.post('/praca/badania/xlsform', { ...asFields, 'file.content': 'TVo=' }, who);
    expect(pageFaults(wrong.body)).toEqual([]);
    expect(wrong.body).toContain('To nie jest skoroszyt XLSX');
  });
});
