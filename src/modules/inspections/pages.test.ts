import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testWeb } from '../../../test/support/web.ts';
import type { Actor } from '../../platform/actor.ts';
import { readZipEntry, zipEntries } from '../../platform/files/zip.ts';
import { addFile, drawSample } from './commands/sample.ts';
import { inspectedHouse } from './inspections.fixture.ts';

const scene = inspectedHouse();
const { house, cases, of, run, put, signOf, opened, admitted } = scene;
const web = testWeb(house);

let inspectionId = '';
let who: Actor;
let sampled: string[] = [];

beforeAll(async () => {
  inspectionId = await opened();
  const [first = '', second = ''] = cases;
  await put('attachment', {
    case_id: first,
    name: '=HYPERLINK("http://zle.example").txt',
    type: 'text/plain',
    size: 4,
    sha256: 'x',
    content: Buffer.from('Test'),
  });
  await house.owner.query(`update case_file set title = '=1+1' where id = $1`, [second]);
  sampled = [first, second, of.hidden];
  for (const caseId of sampled)
    await run(addFile, 'director', { inspectionId, sign: await signOf(caseId), reason: 'Skarga.' });
  await run(drawSample, 'director', { inspectionId, size: 2, seed: '4711' });
  who = await admitted(inspectionId);
  await house.owner.query(`update account set persona = 'test' where id = $1`, [who.accountId]);
  sampled = await scene.filesOf(who);
});

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const packOf = async (address: string) => {
  const answer = await web.get(address, who);
  expect([address, answer.statusCode, answer.headers['content-type']]).toEqual([
    address,
    200,
    'application/zip',
  ]);
  const bytes = answer.rawPayload;
  const entries = zipEntries(bytes) ?? [];
  return new Map(
    entries.map((entry) => [entry.name, readZipEntry(bytes, entry, 100_000_000) ?? Buffer.alloc(0)]),
  );
};

describe('the pack', () => {
  it('holds what it lists: every file of the list is there with its SHA-256, and no other but the list', async () => {
    const files = await packOf('/praca/kontrola/pakiet.zip');
    const list = textOf(files.get('lista-sha256.csv') ?? new Uint8Array());
    const lines = list.trim().split('\r\n').slice(1);
    const listed = lines.map((line) => /^(.*);([0-9a-f]{64});(\d+)$/.exec(line) ?? []);
    const hashed = listed.map(([, name = '', hash]) => [
      name.replace(/^"|"$/g, '').replaceAll('""', '"'),
      hash,
    ]);
    const there = [...files]
      .filter(([name]) => name !== 'lista-sha256.csv')
      .map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]);
    expect(hashed).toEqual(there);
    expect(there.length).toBeGreaterThan(sampled.length * 2);
  });

  it('names in its contents every file it holds, and what was withheld', async () => {
    const files = await packOf('/praca/kontrola/pakiet.zip');
    const contents = textOf(files.get('spis-tresci.csv') ?? new Uint8Array());
    const held = [...files.keys()].filter((name) => name.startsWith('akta/'));
    expect(held.filter((name) => !contents.includes(name.replaceAll('"', '""')))).toEqual([]);
    for (const caseId of sampled) expect(contents).toContain(await signOf(caseId));
    expect(contents).toContain('wstrzymane z powodu chronionego adresu: 1');
    expect(textOf(files.get('spis-tresci.pdf') ?? new Uint8Array()).slice(0, 5)).toBe('%PDF-');
  });

  it('its tables run nothing in a spreadsheet, and no file of it unpacks outside its folder', async () => {
    const files = await packOf('/praca/kontrola/pakiet.zip');
    const contents = textOf(files.get('spis-tresci.csv') ?? new Uint8Array());
    expect(contents).toContain(";'=1+1;");
    expect([...files.keys()].filter((name) => /^[/=+@-]|\.\.|\\|:/.test(name))).toEqual([]);
  });

  it('holds the drawing, so that anybody draws the same files again', async () => {
    const files = await packOf('/praca/kontrola/pakiet.zip');
    const lots = textOf(files.get('losowanie.csv') ?? new Uint8Array())
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';'));
    expect(lots).toHaveLength(13);
    for (const [, id = '', lot] of lots)
      expect(lot).toBe(createHash('sha256').update(`4711\n${id}`).digest('hex'));
    const drawn = lots.filter(([, , , yes]) => yes === 'tak').map(([, id]) => id);
    expect(drawn).toHaveLength(2);
    expect(drawn.filter((id) => !sampled.includes(id ?? ''))).toEqual([]);
  });

  it('of one file holds that file alone', async () => {
    const [caseId = ''] = sampled;
    const files = await packOf(`/praca/kontrola/akta/${caseId}/pakiet.zip`);
    const folders = new Set([...files.keys()].flatMap((name) => /^akta\/([^/]+)/.exec(name)?.[1] ?? []));
    expect(folders.size).toBe(1);
    expect([...folders][0]).toContain(await signOf(caseId));
  });

  it('holds the hidden address in no file, unpacked or not', async () => {
    const files = await packOf('/praca/kontrola/pakiet.zip');
    for (const [name, bytes] of files)
      expect([name, /tajemn/i.test(name + textOf(bytes))]).toEqual([name, false]);
  });
});

describe('pages of an inspector', () => {
  it('begin where the files are: the first page of work leads there', async () => {
    const first = await web.get('/praca', who);
    expect([first.statusCode, first.headers.location]).toEqual([303, '/praca/kontrola']);
    const { body } = await web.get('/praca/kontrola', who);
    for (const caseId of sampled) expect(body).toContain(await signOf(caseId));
    expect(body).toMatch(/Zostało dni dostępu, z\sdzisiejszym: 5\./);
    expect(body).not.toMatch(/Zmyślona|Ukryta/);
  });

  it('a file is one page with everything held, and its papers', async () => {
    const [caseId = ''] = sampled;
    const { statusCode, body } = await web.get(`/praca/kontrola/akta/${caseId}`, who);
    expect(statusCode).toBe(200);
    expect(body).toContain('Pobierz te akta (ZIP)');
    expect(body).toContain('HYPERLINK');
  });

  it.each([
    '/praca/sprawy',
    '/praca/osoby',
    '/praca/plany',
    '/praca/przeglad',
    '/praca/dziennik',
    '/praca/ochrona-danych',
    '/praca/kontrole',
    '/praca/konta',
    '/praca/stan',
    '/praca/ludnosc',
  ])('%s is closed', async (address) => {
    expect((await web.get(address, who)).statusCode).toBe(403);
  });

  it('no page of a case opens, in the sample or out of it', async () => {
    for (const caseId of [sampled[0], cases.find((one) => !sampled.includes(one))])
      for (const page of ['', '/metryka', '/kto-widzi', '/wniosek', '/oplaty', '/rozpoznanie'])
        expect([page, (await web.get(`/praca/sprawy/${caseId}${page}`, who)).statusCode >= 403]).toEqual([
          page,
          true,
        ]);
  });

  it('write nothing, not even a draft of a form for everybody', async () => {
    const draft = await web.post('/szkic', { _draft: 'casework.report', words: 'x' }, who);
    expect([draft.statusCode, draft.json()]).toEqual([422, { saved: false }]);
    const { rows } = await house.owner.query('select form from form_draft where account_id = $1', [
      who.accountId,
    ]);
    expect(rows).toEqual([]);
    const report = await web.post(`/${house.centre.slug}/zglos`, { words: 'Proszę o pomoc.' }, who);
    expect([303, 200].includes(report.statusCode)).toBe(false);
  });

  it('are gone the minute after the last day', async () => {
    house.clock.set('2026-11-20T22:58:00.000Z');
    const late = await admitted(inspectionId);
    await house.owner.query(`update account set persona = 'test' where id = $1`, [late.accountId]);
    expect((await web.get('/praca/kontrola', late)).statusCode).toBe(200);
    house.clock.set('2026-11-20T23:00:00.000Z');
    expect((await web.get('/praca/kontrola', late)).statusCode).not.toBe(200);
    expect((await web.get('/praca/kontrola/pakiet.zip', late)).statusCode).not.toBe(200);
    house.clock.set('2026-11-16T09:00:00.000Z');
  });
});

describe('pages of the director', () => {
  it('an inspection is opened, drawn and manned by forms, and the one-time password is shown once', async () => {
    const made = await web.post(
      '/praca/kontrole/nowa',
      {
        authority: 'audit_office',
        authorityName: 'Delegatura w Poznaniu',
        ground: 'przepis',
        authorisation: 'P/26/01',
        periodFrom: '1.01.2026',
        periodTo: '15.11.2026',
        kinds: ['application', 'decision'],
        validFrom: '16.11.2026',
        validTo: '20.11.2026',
      },
      'director',
    );
    const address = String(made.headers.location).split('?')[0] ?? '';
    expect(made.statusCode).toBe(303);
    expect((await web.get(address, 'director')).body).toContain('Wylosuj akta');
    expect((await web.post(`${address}/losowanie`, { size: '3', seed: '' }, 'director')).statusCode).toBe(
      303,
    );
    const drawn = (await web.get(address, 'director')).body;
    expect(drawn).toContain('te same akta');
    const shown = await web.post(
      `${address}/inspektor`,
      { name: 'Zyta Sprawdzalska', position: 'kontroler', document: '' },
      'director',
    );
    expect(shown.body).toMatch(/[a-z0-9]{4}(-[a-z0-9]{4}){3}/);
    expect((await web.get(address, 'director')).body).toContain('Zyta Sprawdzalska');
    expect((await web.get('/praca/kontrole', 'auditor')).body).toContain('Delegatura w Poznaniu');
  });

  it('a wrong sign comes back with what was typed and what to do', async () => {
    const answer = await web.post(
      `/praca/kontrole/${inspectionId}/akta`,
      { sign: 'CUS.1', reason: 'Skarga.' },
      'director',
    );
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Centrum nie ma sprawy o tym znaku');
    expect(answer.body).toContain('value="CUS.1"');
  });

  it('the data protection officer reads and is offered no step', async () => {
    const { body } = await web.get(`/praca/kontrole/${inspectionId}`, 'auditor');
    expect(body).toContain('Pobranie akt podczas kontroli');
    expect(body).not.toContain('<form method="post" action="/praca/kontrole');
    expect(body).not.toContain('Zakończ kontrolę');
  });

  it('“who can see this” names the inspector while the file is in the sample, and not a day longer', async () => {
    const [caseId = ''] = sampled;
    const seen = async (id: string) =>
      (await web.get(`/praca/sprawy/${id}/kto-widzi`, 'director')).body.includes(
        'w próbie trwającej kontroli',
      );
    expect([await seen(caseId), await seen(of.draft)]).toEqual([true, false]);
    house.clock.set('2026-11-20T23:00:00.000Z');
    const later = (await web.get(`/praca/sprawy/${caseId}/kto-widzi`, house.centre.as('auditor'))).body;
    expect(later).not.toContain('w próbie trwającej kontroli');
    house.clock.set('2026-11-16T09:00:00.000Z');
  });
});
