import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { openPool } from '../src/platform/database/pool.ts';
import { freePort, okienko, type Run } from './support/process.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-first-'));
// The database's own account has to reach what lies in it.
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let port = 0;
beforeAll(async () => {
  port = await freePort();
});

const env = (data: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  PORT: String(port),
  OKIENKO_DATA: path.join(folder, data),
  ...more,
});

const page = async (at: string): Promise<{ status: number; text: string }> => {
  const answer = await fetch(`http://127.0.0.1:${port}${at}`);
  return { status: answer.status, text: await answer.text() };
};

const stop = async (run: Run): Promise<void> => {
  run.process.kill('SIGTERM');
  expect(await run.ended).toBe(0);
};

/** One question to the database of a folder, beside whoever else uses it. */
async function count(data: string, query: string): Promise<number> {
  const server = await startEmbedded(path.join(folder, data));
  const owner = openPool({ socket: server.socket, database: 'okienko' }, 'owner', 1);
  const found = await owner.query<{ count: number }>(query);
  await owner.end();
  await server.stop();
  return found.rows[0]?.count ?? -1;
}

describe('A start cut off in the middle of loading', () => {
  it('by Ctrl+C ends quietly, with its database', async () => {
    const run = okienko(['start'], env('demo'));
    await run.says(/sprawy 20\/120/);
    run.process.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(run.said()).not.toMatch(/error|at .*:\d+:\d+/i);
  });

  it('by kill -9 leaves nothing that passes for a demonstration; the next start tells it from the beginning', async () => {
    const first = okienko(['start'], env('demo'));
    await first.says(/sprawy 20\/120/);
    first.process.kill('SIGKILL');
    expect(await first.ended).toBeNull();
    const next = okienko(['start'], env('demo'));
    await next.says(/Zatrzymanie: Ctrl\+C/);
    expect(next.said()).toMatch(/przerwane[^]*sprawy 120\/120[^]*wczytana w/);
    expect(next.said()).not.toMatch(/odmówił/);
    expect(await count('demo', 'select count(*) from case_file')).toBe(120);
    expect(await count('demo', 'select count(*) from person')).toBe(300);
    expect((await page('/jarocin/logowanie')).status).toBe(200);
    await stop(next);
  });

  it('is followed by starts that load nothing and name the accounts of every centre, each with what it is for', async () => {
    const again = okienko(['start'], env('demo'));
    await again.says(/Zatrzymanie: Ctrl\+C/);
    expect(again.said()).not.toMatch(/Wczytuję/);
    for (const slug of ['jarocin', 'zyrardow', 'dwie-gminy', 'piotrkow-trybunalski'])
      expect(again.said()).toContain(`http://127.0.0.1:${port}/${slug}/logowanie`);
    expect(again.said()).toMatch(/Marzena Pieprzyk, pracownik okienka\. Przyjmuje mieszkańców/);
    await stop(again);
  });

  it('cannot be opened without its demonstration: the one-click door would stay open', async () => {
    const closed = okienko(['start'], env('demo', { OKIENKO_DEMO: '0' }));
    expect(await closed.ended).toBe(1);
    expect(closed.said()).toMatch(/W tej bazie jest demonstracja.*\[okienko\.demo\.present\]\n$/);
    const centre = okienko(['add-centre', ...centreOptions], env('demo'));
    expect(await centre.ended).toBe(1);
    expect(centre.said()).toMatch(/w osobnej bazie.*\[okienko\.centre\.demonstration\]\n$/);
  });
});

const centreOptions = [
  ['--slug', 'kotlin'],
  ['--name', 'Centrum Usług Społecznych w Kotlinie'],
  ['--place', 'Kotlin'],
  ['--form', 'transformed'],
  ['--gmina', '3006032;Kotlin;jarociński;wielkopolskie'],
  ['--since', '2026-01-02'],
  ['--cell', 'CUS'],
  ['--case-class', '5020'],
  ['--plan-class', '5021'],
  ['--decision-class', '5022'],
].flat();

describe('An empty installation (OKIENKO_DEMO=0)', () => {
  const real = env('real', { OKIENKO_DEMO: '0' });
  beforeAll(() => Object.assign(real, { PORT: String(port) }));

  it('starts without a centre, an account or a one-click door, and says what to do first', async () => {
    const run = okienko(['start'], real);
    await run.says(/Zatrzymanie: Ctrl\+C/);
    expect(run.said()).toMatch(
      /Nie ma jeszcze żadnego centrum\. Dodaj je poleceniem „npm run okienko -- add-centre”/,
    );
    expect((await page('/')).status).toBe(200);
    expect((await page('/jarocin/logowanie')).status).toBe(404);
    await stop(run);
  });

  it('says one sentence about what is wrong with a centre, and shows how it is added', async () => {
    const usage = okienko(['add-centre'], real);
    expect(await usage.ended).toBe(0);
    expect(usage.said()).toContain('--form transformed');
    for (const [change, words] of [
      [['--form', 'inna'], /nie ma takiej formy/],
      [['--slug', 'Kotlin Wielki'], /małych liter/],
      [['--gmina', '123;Kotlin'], /siedmiocyfrowy kod TERYT/],
      [['--form', 'agreement'], /co najmniej 2 gminy/],
      [['--color', 'red'], /Nie rozumiem opcji/],
    ] as const) {
      const run = okienko(['add-centre', ...centreOptions, ...change], real);
      expect(await run.ended).toBe(1);
      expect(run.said()).toMatch(words);
      expect(run.said().trim().split('\n')).toHaveLength(1);
    }
  });

  it('takes a centre and its first administrator from the command line, and has no persona', async () => {
    const added = okienko(['add-centre', ...centreOptions], real);
    expect(await added.ended).toBe(0);
    expect(added.said()).toMatch(
      /Dodano: Centrum Usług Społecznych w Kotlinie[^]*wszystkie zadania ośrodka[^]*art\./,
    );
    const twice = okienko(['add-centre', ...centreOptions], real);
    expect(await twice.ended).toBe(1);
    expect(twice.said()).toMatch(/już jest w tej bazie/);
    const administrator = okienko(['add-administrator', 'kotlin', 'a.nowak'], real);
    expect(await administrator.ended).toBe(0);
    const run = okienko(['start'], { ...real, OKIENKO_DEMO: '1' });
    await run.says(/Zatrzymanie: Ctrl\+C/);
    expect(run.said()).not.toMatch(/Wczytuję|jednym kliknięciem/);
    const door = await page('/kotlin/logowanie');
    expect(door.status).toBe(200);
    expect(door.text).not.toMatch(/jednym kliknięciem|Demonstracja/);
    await stop(run);
  });
});
