import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { buildHouse } from '../src/app/house.ts';
import { keptExport, type Pack, startExports } from '../src/app/leave/server.ts';
import { testHouse } from './support/centre.ts';
import { at } from './support/outcome.ts';
import { testWeb } from './support/web.ts';
import { type Actor, roles } from '../src/platform/actor.ts';
import { namedKeys, newKey } from '../src/platform/vault/vault.ts';
import { pageFaults } from '../src/ui/index.ts';
import { askExport, discardExport } from '../src/modules/operations/commands/exports.ts';
import { exportKeptHours } from '../src/modules/operations/domain/exports.ts';
import { exportsQuery, takeExport } from '../src/modules/operations/queries/exports.ts';

const house = testHouse();
const web = testWeb(house);
const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-exports-'));
const keys = namedKeys([newKey()]);
const secret = 'wszystko o wszystkich';
const events: string[] = [];

/** In place of a real archive: what that holds, test/leave.test.ts shows. */
const quick: Pack = async (_centreId, write, progress) => {
  progress(1, 2);
  await write(
    (async function* () {
      yield await Promise.resolve(Buffer.from(secret));
    })(),
  );
  return 7;
};
const server = (pack: Pack = quick) =>
  startExports(
    { owner: house.owner, pack, keys: () => keys, clock: house.clock },
    folder,
    (event) => void events.push(event),
  );

const director = (): Actor => house.centre.as('director');
const ask = async (actor = director()) => at(await house.runner.run(askExport, actor, {}));
const listed = async (actor = director()) => {
  const asked = await house.runner.ask(exportsQuery, actor, {});
  if (!asked.ok) throw new Error(asked.problem.code);
  return asked.value.exports;
};
const made = async (): Promise<string> => {
  expect(await ask()).toBe('done');
  await server().run();
  const [one] = await listed();
  return one?.id ?? '';
};
const later = (hours: number): string =>
  new Date(Date.parse(house.clock.now()) + hours * 3_600_000).toISOString();
const lately = (actor: Actor, provedUntil: string): Actor => ({
  ...actor,
  session: { id: '019a0000-0000-7000-8000-000000000001', provedUntil },
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  events.length = 0;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  await house.owner.query('delete from centre_export');
});

describe('everything of a centre, asked for on a page', () => {
  it('is the decision of the director (art. 24 RODO), proved anew, and one at a time', async () => {
    for (const role of roles.filter((one) => one !== 'director' && one !== 'visitor'))
      expect(await ask(house.centre.as(role)), role).toBe('forbidden');
    expect(await ask(lately(director(), later(-1)))).toBe('unproved');
    expect(await ask(lately(director(), later(1)))).toBe('done');
    expect(await ask()).toBe('operations.export-waits');
    const { rows } = await house.owner.query(
      `select from audit_entry where action = 'operations.ask-export' and kind = 'change'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('is made by a server and lies sealed on its disk', async () => {
    const id = await made();
    expect(await listed()).toMatchObject([{ id, rows: 7, bytes: secret.length, error: null }]);
    const [name = ''] = readdirSync(folder);
    expect(name).toContain(id);
    expect(readFileSync(path.join(folder, name), 'utf8')).not.toContain(secret);
  });

  it('is of one centre: another one does not see it', async () => {
    const id = await made();
    const stranger = house.other.as('director');
    expect(await listed(stranger)).toEqual([]);
    expect(at(await house.runner.ask(takeExport, stranger, { exportId: id }))).toBe('not_found');
    expect(at(await house.runner.run(discardExport, stranger, { exportId: id }))).toBe('not_found');
  });

  it('is taken by the director alone, proved anew, and each time written down before it leaves', async () => {
    const id = await made();
    const take = async (actor: Actor) => at(await house.runner.ask(takeExport, actor, { exportId: id }));
    expect(await take(house.centre.as('administrator'))).toBe('forbidden');
    expect(await take(lately(director(), later(-1)))).toBe('unproved');
    expect(await take(director())).toBe('done');
    const { rows } = await house.owner.query<{ what: { rows: number } }>(
      `select what from audit_entry where action = 'operations.take-export' and kind = 'read'`,
    );
    expect(rows).toMatchObject([{ what: { export: id, rows: 7 } }]);
  });

  it('goes when its time is over, or when somebody says so', async () => {
    const id = await made();
    const begun = house.clock.now();
    house.clock.set(later(exportKeptHours + 1));
    expect(at(await house.runner.ask(takeExport, director(), { exportId: id }))).toBe('not_found');
    await server().run();
    expect(readdirSync(folder)).toEqual([]);
    house.clock.set(begun);
    const other = await made();
    expect(
      at(await house.runner.run(discardExport, house.centre.as('administrator'), { exportId: other })),
    ).toBe('done');
    await server().run();
    expect(readdirSync(folder)).toEqual([]);
    expect(at(await house.runner.run(discardExport, director(), { exportId: other }))).toBe(
      'operations.export-gone',
    );
  });

  it('says why it failed, leaves nothing behind, and can be asked for again', async () => {
    expect(await ask()).toBe('done');
    await server(() => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    }).run();
    expect(await listed()).toMatchObject([{ error: 'ENOSPC' }]);
    expect([events, readdirSync(folder)]).toEqual([['export.failed'], []]);
    expect((await web.get('/praca/komplet-danych', 'director')).body).toContain('Brak miejsca na dysku');
    expect(await ask()).toBe('done');
  });

  it('is begun anew after a server that was killed, three times at most', async () => {
    expect(await ask()).toBe('done');
    await house.owner.query('update centre_export set began_at = now(), tries = 2');
    await server().run();
    expect(await listed()).toMatchObject([{ error: null, rows: 7 }]);
    expect(await ask()).toBe('done');
    await house.owner.query('update centre_export set began_at = now(), tries = 3 where ended_at is null');
    await server().run();
    expect((await listed())[0]).toMatchObject({ error: 'tries' });
  });
});

describe('the page of it', () => {
  it('tells the director how far it is, and offers the file until it goes', async () => {
    expect((await web.get('/praca/komplet-danych', 'director')).body).toContain('Złóż komplet danych');
    await ask();
    await house.owner.query('update centre_export set began_at = now(), done = 50, of = 200');
    const waiting = await web.get('/praca/komplet-danych', 'director');
    expect(waiting.body).toContain('25%');
    expect(waiting.body).not.toContain('Złóż komplet danych<');
    await server().run();
    const ready = await web.get('/praca/komplet-danych', 'director');
    expect(ready.body).toContain('komplet.zip');
    expect(pageFaults(ready.body)).toEqual([]);
  });

  it('lets the administrator destroy and not take', async () => {
    await made();
    const page = await web.get('/praca/komplet-danych', 'administrator');
    expect(page.body).toContain('Zniszcz plik');
    expect(page.body).not.toContain('komplet.zip');
  });

  it('gives the archive opened, whole and under a name', async () => {
    const id = await made();
    const { server: app } = await buildHouse(house.pool, house.clock, {
      secure: false,
      publicWrites: 10_000,
      vault: house.vault,
      keptFile: keptExport(folder, () => keys),
    });
    const accountId = director().accountId;
    const entered = await app.inject({
      method: 'POST',
      url: `/${house.centre.slug}/logowanie/osoba`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `accountId=${accountId}`,
    });
    const cookie = `okienko=${entered.cookies.find((one) => one.name === 'okienko')?.value ?? ''}`;
    const url = `/praca/komplet-danych/${id}/komplet.zip`;
    const got = await app.inject({ url, headers: { cookie } });
    expect([got.statusCode, got.body]).toEqual([200, secret]);
    expect(got.headers['content-disposition']).toContain('.zip');
    rmSync(folder, { recursive: true, force: true });
    expect(existsSync(folder)).toBe(false);
    expect((await app.inject({ url, headers: { cookie } })).statusCode).toBe(404);
    await app.close();
  });
});
