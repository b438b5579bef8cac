import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../test/support/web.ts';
import type { Role } from '../../platform/actor.ts';
import { pageFaults } from '../../ui/index.ts';
import { directoryScene, ids } from './scene.fixture.ts';

const house = testHouse();
const web = testWeb(house);
const path = '/praca/uslugi/wymiana';

beforeAll(async () => {
  await directoryScene(house, house.centre);
});

/** A form with a file as a browser sends it. */
const upload = async (name: string, content: string, role: Role = 'service_organiser') => {
  const boundary = 'x-boundary';
  const part = (head: string, body: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  return await web.send(
    {
      method: 'POST',
      url: path,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `${part('name="source"', 'Powiat')}${part(`name="file"; filename="${name}"`, content)}--${boundary}--\r\n`,
    },
    role,
  );
};

const file = JSON.stringify([
  { id: ids.meals, name: 'Obiady', status: 'active', description: 'Nowy opis' },
  { id: 'X-1', name: '<script>alert(1)</script>', status: 'active', url: 'javascript:alert(1)' },
  { id: 'X-1', name: 'Drugi raz', status: 'active' },
]);

describe('the page of the exchange', () => {
  it('is there for the organiser and the director, and says first what to do', async () => {
    for (const role of ['service_organiser', 'director'] as const) {
      const page = await web.get(path, role);
      expect([role, page.statusCode, pageFaults(page.body)]).toEqual([role, 200, []]);
      expect(page.body).toContain('Nikt jeszcze nie wczytał pliku.');
    }
    for (const role of ['clerk', 'feeder', 'provider', 'resident', 'auditor'] as const)
      expect([role, (await web.get(path, role)).statusCode]).toEqual([role, 403]);
    expect((await web.get(path)).statusCode).toBe(303);
  });

  it('shows what a file would do, row by row, and takes it over only when told to', async () => {
    const sent = await upload('powiat.json', file);
    expect(sent.statusCode).toBe(303);
    const address = String(sent.headers.location).split('?')[0] ?? '';
    const preview = await web.get(address, 'service_organiser');
    expect(pageFaults(preview.body)).toEqual([]);
    for (const words of [
      'Weź do katalogu: 2 usługi',
      'zmienia się:',
      'opis',
      'odrzucony wpis',
      'powtarza identyfikator z wiersza 1',
    ])
      expect(preview.body).toContain(words);
    expect(preview.body).not.toContain('<script>alert');
    const before = await web.get('/jarocin/hsds/services?search=Nowy', 'service_organiser');
    expect(before.json()).toMatchObject({ total_items: 0 });

    const done = await web.post(address, fieldsOfForm(preview.body, address), 'service_organiser');
    expect(done.statusCode).toBe(303);
    const after = await web.get(address, 'service_organiser');
    expect(after.body).toContain('Plik jest wczytany.');
    expect(after.body).not.toContain('Weź do katalogu');
    expect(pageFaults(after.body)).toEqual([]);
    expect((await web.get('/jarocin/hsds/services?search=Nowy')).json()).toMatchObject({ total_items: 1 });
    expect((await web.get(path, 'service_organiser')).body).toContain('powiat.json');
  });

  it('can be given up, and a decided file is not decided again', async () => {
    const sent = await upload('powiat.json', file);
    const address = String(sent.headers.location).split('?')[0] ?? '';
    const dropped = await web.post(`${address}/odrzuc`, {}, 'service_organiser');
    expect(dropped.statusCode).toBe(303);
    const again = await web.post(address, {}, 'service_organiser');
    expect([again.statusCode, again.body.includes('już rozstrzygnięty')]).toEqual([409, true]);
  });

  it('says of a file without services what is wrong, and forgets nothing that was typed', async () => {
    const sent = await upload('list.txt', 'to nie jest katalog');
    expect(sent.statusCode).toBe(409);
    expect(sent.body).toContain('W pliku nie ma usług zapisanych według HSDS.');
    expect(sent.body).toContain('value="Powiat"');
    expect((await upload('a.json', '', 'service_organiser')).body).toContain('Plik jest pusty.');
    expect((await upload('a.json', file, 'clerk')).statusCode).toBe(403);
  });

  it('gives the whole directory as files, to those who may', async () => {
    const json = await web.get(`${path}/katalog.json`, 'service_organiser');
    expect(json.json()).toHaveLength(4);
    expect(json.body).toContain('Anna Osobowa');
    expect(json.headers['content-disposition']).toContain('hsds-2026-11-16.json');
    expect((await web.get(`${path}/katalog.ndjson`, 'director')).body.trimEnd().split('\n')).toHaveLength(4);
    expect((await web.get(`${path}/katalog.zip`, 'director')).rawPayload.toString('latin1', 0, 2)).toBe('PK');
    expect((await web.get(`${path}/katalog.json`, 'clerk')).statusCode).toBe(403);
  });
});

describe('the page of open data', () => {
  it.each([
    ['/jarocin/otwarte-dane', 'Otwarte dane'],
    ['/uk/jarocin/otwarte-dane', 'Відкриті дані'],
    ['/en/jarocin/otwarte-dane', 'Open data'],
  ])('%s explains it in plain words, and every address on it answers', async (address, title) => {
    const page = await web.get(address);
    expect([page.statusCode, pageFaults(page.body)]).toEqual([200, []]);
    expect(page.body).toContain(title);
    const links = [...page.body.matchAll(/href="([^"]*hsds[^"]*)"/g)].map(([, href = '']) => href);
    expect(links.length).toBe(11);
    for (const link of links) expect([link, (await web.get(link)).statusCode]).toEqual([link, 200]);
  });
});
