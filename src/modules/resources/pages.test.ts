import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../test/support/web.ts';
import { readZipEntry, zipEntries } from '../../platform/files/zip.ts';
import { pageFaults } from '../../ui/index.ts';
import { readRegister } from './read-file.ts';

const house = testHouse();
const web = testWeb(house);

const plain = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
type Who = 'service_organiser' | 'director' | 'clerk' | 'feeder';

const open = async (url: string, who: Who = 'service_organiser') => {
  const answer = await web.get(url, who);
  expect(answer.statusCode).toBe(200);
  expect(pageFaults(answer.body)).toEqual([]);
  return answer.body;
};

describe('the page of resources, from an empty centre on', () => {
  it('says first what to do; who may not write is told who does', async () => {
    const body = await open('/praca/zasoby');
    expect(body).toContain('action="/praca/zasoby/rejestr/dolaczone"');
    expect(plain(await open('/praca/zasoby', 'clerk'))).toContain(
      'Zasoby wpisuje organizator usług społecznych.',
    );
  });

  it('the shipped registers are previewed row by row and taken over', async () => {
    const action = '/praca/zasoby/rejestr/dolaczone';
    const staged = await web.post(
      action,
      fieldsOfForm(await open('/praca/zasoby'), action),
      'service_organiser',
    );
    const at = String(staged.headers.location).split('?')[0] ?? '';
    expect(at).toMatch(/^\/praca\/zasoby\/rejestr\/[0-9a-f-]{36}$/);
    const preview = await open(at);
    expect(plain(preview)).toMatch(/nowe 12/);
    expect(plain(preview)).toContain('nikogo w placówce');
    expect(plain(preview)).toContain('spoza powiatu: pominięto');
    const taken = await web.post(at, fieldsOfForm(preview, at), 'service_organiser');
    expect(taken.headers.location).toContain('/praca/zasoby');
    expect(plain(await open(at))).toContain('Ten plik już wpisano.');
  });

  it('shows both sides, sums by kind that open into their passports, filled measures and flagged rows', async () => {
    const said = plain(await open('/praca/zasoby', 'director'));
    expect(said).toContain('Instytucje i pomoc w środowisku');
    expect(said).toContain('Żłobek lub klub dziecięcy');
    expect(said).toContain('Skąd ta liczba?');
    expect(said).toContain('250 z 327');
    expect(said).toContain('żadna z placówek (11) nie podaje tej liczby');
    expect(said).toContain('brak informacji');
  });

  it('is narrowed by kind, form and flags; what is asked for stays in the exports', async () => {
    const body = await open('/praca/zasoby?rodzaj=fosterFamily');
    expect(plain(body)).toContain('Placówki: 1');
    expect(body).toContain('/praca/zasoby/csv?rodzaj=fosterFamily');
    expect(plain(await open('/praca/zasoby?forma=institutional'))).toContain('Nic nie pasuje do wyboru');
    expect((await web.get('/praca/zasoby?rodzaj=zamek', 'director')).statusCode).toBe(422);
  });

  it('a resource is added by a form; what is wrong comes back with what was typed', async () => {
    const action = '/praca/zasoby/nowy';
    const fields = {
      ...fieldsOfForm(await open(action), action),
      name: 'Klub seniora przy bibliotece',
      kind: 'seniorClub',
      place: gminas.town,
      places: 'dwadzieścia',
      source: 'wizyta',
    };
    const wrong = await web.post(action, fields, 'service_organiser');
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="dwadzieścia"');
    const sent = await web.post(action, { ...fields, places: '20' }, 'service_organiser');
    expect(sent.headers.location).toContain('/praca/zasoby');
    expect(plain(await open('/praca/zasoby'))).toContain('Klub seniora przy bibliotece');
  });

  it('and corrected or closed on its own page', async () => {
    const [, href = ''] =
      /<a href="(\/praca\/zasoby\/placowka\/[^"]+)">Klub seniora/.exec(await open('/praca/zasoby')) ?? [];
    const fields = fieldsOfForm(await open(href), href);
    const sent = await web.post(href, { ...fields, occupied: '25' }, 'service_organiser');
    expect(sent.statusCode).toBe(303);
    expect(plain(await open(href))).toContain('więcej osób niż miejsc');
    expect(plain(await open('/praca/zasoby?uwagi=tak'))).toMatch(
      /Placówki, których dane są sprzeczne: 1.*Placówki: 1/,
    );
    const close = `${href}/zamknij`;
    const closed = await web.post(close, fieldsOfForm(await open(href), close), 'service_organiser');
    expect(closed.statusCode).toBe(303);
    expect(plain(await open('/praca/zasoby'))).toContain('Zamknięte placówki, których już nie liczymy: 1.');
  });

  it('a file of the wrong kind is refused in words', async () => {
    const boundary = 'x-boundary';
    const body = await open('/praca/zasoby/rejestr');
    const once = String(fieldsOfForm(body, '/praca/zasoby/rejestr')['_once']);
    const sent = await web.send(
      {
        method: 'POST',
        url: '/praca/zasoby/rejestr',
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: `--${boundary}\r\ncontent-disposition: form-data; name="_once"\r\n\r\n${once}\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\nkolor,liczba\nbiały,3\n\r\n--${boundary}--\r\n`,
      },
      'service_organiser',
    );
    expect(sent.statusCode).toBe(409);
    expect(plain(sent.body)).toContain('Okienko nie zna rejestru o takich kolumnach: kolor, liczba.');
  });
});

describe('the exports', () => {
  it('CSV is read back by the import as the register that it is', async () => {
    const sent = await web.get('/praca/zasoby/csv', 'director');
    const read = readRegister(Buffer.from(sent.body));
    expect(read).toMatchObject({ ok: true, register: 'own' });
    const rows = read.ok ? read.rows : [];
    expect(rows).toHaveLength(12);
    expect(rows.find(({ name }) => name.includes('Słoneczko'))).toMatchObject({
      places: 25,
      occupied: 19,
      kind: 'nursery',
    });
  });

  it('XLSX has the resources and their sums', async () => {
    const sent = await web.get('/praca/zasoby/xlsx', 'director');
    expect(sent.headers['content-disposition']).toContain('zasoby.xlsx');
    const entries = zipEntries(sent.rawPayload) ?? [];
    expect(entries.filter(({ name }) => /worksheets\/sheet\d/.test(name))).toHaveLength(2);
    const first = entries.find(({ name }) => name.endsWith('sheet1.xml'));
    expect(first ? String(readZipEntry(sent.rawPayload, first, 1_000_000)) : '').toContain('<v>25</v>');
  });
});
