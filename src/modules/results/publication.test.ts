import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import { fieldsOfForm, testWeb } from '../../../test/support/web.ts';
import { closePdf } from '../../platform/documents/pdf.ts';
import type { AnyCommand } from '../../platform/runner/command.ts';
import { readZipEntry, zipEntries } from '../../platform/files/zip.ts';
import { pageFaults } from '../../ui/index.ts';
import { publishResults, withdrawResults } from './commands/publish.ts';
import { csvColumns as columns } from './pl-open-data.ts';
import { answeredSurvey } from './results.fixture.ts';

const house = testHouse();
const web = testWeb(house);
afterAll(closePdf);
let surveyId = '';
let slug = '';

const over = async (id: string) => {
  await house.owner.query(
    `update survey set closes_on = '2026-11-15', opens_on = '2026-11-01' where id = $1`,
    [id],
  );
};

const run = async (command: AnyCommand, id = surveyId, centre = house.centre) =>
  at(await house.runner.run(command, centre.as('service_organiser'), { surveyId: id }));
const root = () => `/${house.centre.slug}/wyniki-badan`;

beforeAll(async () => {
  surveyId = await answeredSurvey(house, 'Badanie potrzeb', 'sample');
  const { rows } = await house.owner.query<{ slug: string }>('select slug from survey where id = $1', [
    surveyId,
  ]);
  slug = rows[0]?.slug ?? '';
});

describe('results are everybody’s only when the organiser publishes them', () => {
  it('a survey that still runs is not published: of two editions the difference would be one answer', async () => {
    expect(await run(publishResults)).toBe('results.survey-runs');
    expect((await web.get(`${root()}/${slug}`)).statusCode).toBe(404);
    expect((await web.get(`${root()}/${slug}/dane.json`)).statusCode).toBe(404);
    await over(surveyId);
  });

  it('the organiser of services publishes (art. 27(1)(2)), nobody else, and not a survey of another centre', async () => {
    const admitted = await rolesAdmitted(async (role) =>
      at(await house.runner.run(withdrawResults, house.centre.as(role), { surveyId })),
    );
    expect(admitted).toEqual(['service_organiser']);
    expect(await run(withdrawResults)).toBe('results.not-published');
    expect(await run(publishResults, surveyId, house.other)).not.toBe('done');
  });

  it('one button of the page gives a page, data and a kept report', async () => {
    const address = `/praca/badania/${surveyId}/wyniki/publikacja`;
    const page = await web.get(address, 'service_organiser');
    expect([page.statusCode, pageFaults(page.body)]).toEqual([200, []]);
    const sent = await web.post(address, fieldsOfForm(page.body, address), 'service_organiser');
    expect(sent.statusCode).toBe(303);
    const after = await web.get(address, 'director');
    expect(after.body).toContain('dostępne dla wszystkich');
    expect(after.body).toContain('Raport z badania');
  });

  it('the page is in three languages, without a script, and tells how the numbers were made', async () => {
    for (const lang of ['', '/uk', '/en']) {
      const list = await web.get(`${lang}${root()}`);
      expect(list.body).toContain(`${lang}${root()}/${slug}`);
      const page = await web.get(`${lang}${root()}/${slug}`);
      expect([lang, page.statusCode, pageFaults(page.body)]).toEqual([lang, 200, []]);
      expect(page.body).not.toContain('<script');
      expect(page.body).toContain('Czy opiekujesz się kimś bliskim?');
    }
    expect((await web.get(`${root()}/${slug}?sekcja=s2`)).body).toContain('Jak się żyje?');
    expect((await web.get(`${root()}/${slug}/raport.pdf`)).headers['content-type']).toContain('pdf');
  });

  it('a small count is hidden in every file as on the page', async () => {
    const json = JSON.parse((await web.get(`${root()}/${slug}/dane.json`)).body);
    expect(json).toMatchObject({ edition: 1, licence: { name: 'CC0 1.0' } });
    expect(json.results.method).toMatchObject({ sampling: 'sample', sheets: 60, hiddenBelow: 5 });
    const life = json.results.questions.find(({ name }: { name: string }) => name === 'life');
    const shown = life.tables[0].shares.map(({ count }: { count: number | null }) => count);
    expect(shown.filter((count: number | null) => count === null).length).toBeGreaterThanOrEqual(2);
    expect(shown.every((count: number | null) => count === null || count === 0 || count >= 5)).toBe(true);
    const csv = (await web.get(`${root()}/${slug}/dane.csv`)).body.split('\r\n');
    expect(csv[0]).toBe(columns.map(({ name }) => name).join(','));
    expect(csv.find((line) => line.startsWith('life,Jak się żyje?,scale,,1,1,'))).toBe(
      'life,Jak się żyje?,scale,,1,1,,,,,,,,60',
    );
  });

  it('the files describe themselves: JSON by its schema, CSV by CSVW, both with the licence; they may be kept', async () => {
    const json = await web.get(`${root()}/${slug}/dane.json`);
    const schema = JSON.parse((await web.get(new URL(JSON.parse(json.body).$schema).pathname)).body);
    expect(schema.properties.results.properties.questions.type).toBe('array');
    const described = JSON.parse((await web.get(`${root()}/${slug}/dane.csv-metadata.json`)).body);
    expect(described.tableSchema.columns).toHaveLength(columns.length);
    expect(described['dc:license']['@id']).toContain('creativecommons.org');
    expect(json.headers['cache-control']).toContain('public');
    const again = await web.send({
      url: `${root()}/${slug}/dane.json`,
      headers: { 'if-none-match': String(json.headers['etag']) },
    });
    expect(again.statusCode).toBe(304);
  });

  it('what is published does not change when the answers do; a new edition does', async () => {
    await house.owner.query(`update survey set title = 'Inny tytuł' where id = $1`, [surveyId]);
    expect(JSON.parse((await web.get(`${root()}/${slug}/dane.json`)).body).results.title).toBe(
      'Badanie potrzeb',
    );
    expect(await run(publishResults)).toBe('done');
    expect(JSON.parse((await web.get(`${root()}/${slug}/dane.json`)).body)).toMatchObject({
      edition: 2,
      results: { title: 'Inny tytuł' },
    });
  });

  it('is taken back with every edition', async () => {
    const page = `/praca/badania/${surveyId}/wyniki/publikacja`;
    const action = `${page}/cofnij`;
    const fields = fieldsOfForm((await web.get(page, 'service_organiser')).body, action);
    expect((await web.post(action, fields, 'service_organiser')).statusCode).toBe(303);
    expect((await web.get(`${root()}/${slug}/dane.csv`)).statusCode).toBe(404);
    expect((await web.get(root())).body).not.toContain(slug);
  });
});

describe('the report of the survey is a document', () => {
  const partsOf = async (id: string) => {
    const { rawPayload: bytes } = await web.get(
      `/praca/badania/${id}/wyniki/raport.docx`,
      'community_organiser',
    );
    return (name: string): string => {
      const entry = zipEntries(bytes)?.find((one) => one.name === name);
      return (entry && readZipEntry(bytes, entry, 9_000_000)?.toString('utf8')) ?? '';
    };
  };

  it('holds charts, tables, the method and its sources as notes, on tagged paper and for Word', async () => {
    const pdf = await web.get(`/praca/badania/${surveyId}/wyniki/raport.pdf`, 'community_organiser');
    expect(pdf.headers['content-type']).toContain('pdf');
    const part = await partsOf(surveyId);
    expect(part('word/footnotes.xml')).toContain('liczba tak odpowiadających');
    for (const words of [
      'Jak badano',
      'Efektywna liczba odpowiedzi',
      'Przedział ufności 95%',
      'Jakość odpowiedzi',
    ])
      expect(part('word/document.xml')).toContain(words);
  });

  it('of an open poll says so first and tells no error', async () => {
    const open = await answeredSurvey(house, 'Otwarte', 'open');
    const body = (await partsOf(open))('word/document.xml');
    expect(body).toContain('wynik nie jest reprezentatywny');
    expect(body).not.toContain('Efekt schematu');
  });

  it('the workbook holds every table: answers with passports, cross-tables, quality, method', async () => {
    const answer = await web.get(`/praca/badania/${surveyId}/wyniki/xlsx`, 'director');
    const text = (zipEntries(answer.rawPayload) ?? [])
      .map((entry) => readZipEntry(answer.rawPayload, entry, 9_000_000)?.toString('utf8') ?? '')
      .join('');
    for (const words of ['Tabele krzyżowe', 'Jakość', 'Skąd liczby', 'Jak badano', 'nie wybrano'])
      expect(text).toContain(words);
  });
});
