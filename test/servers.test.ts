import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type Running, startOkienko } from '../bench/processes.ts';
import { openPool, type Pool } from '../src/platform/database/pool.ts';
import { okienko, reaching } from './support/command-line.ts';
import { addressOf } from './support/database.ts';

const given = inject('database');
const name = `t_servers_${process.pid}_${randomBytes(4).toString('hex')}`;
const address = addressOf(given.address, name);
const releases = path.join(import.meta.dirname, 'releases');
const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-servers-'));
const env = {
  ...reaching(address),
  OKIENKO_KEY: 'fa65a9cc4810b4680227dac19dae36623ae68bf39dbd59a21ad9dfac1d7b2cd1',
  OKIENKO_DEMO: '1',
  // Every hour of the day is past it: the backup of today is due at once.
  OKIENKO_BACKUP_HOUR: '0',
  OKIENKO_BACKUP_FOLDER: path.join(folder, 'kopie'),
};
/** Of the data of release 0.1.0. */
const clerk = '01a202cd-c2e4-7e1b-8d5a-b634d018b630';

let admin: Pool;
let owner: Pool;
let servers: Running[] = [];
const server = (at: 0 | 1): Running => {
  const found = servers[at];
  if (!found) throw new Error('not started');
  return found;
};
const count = async (from: string): Promise<number> =>
  (await owner.query<{ rows: number }>(`select count(*)::int as rows from ${from}`)).rows[0]?.rows ?? 0;

beforeAll(async () => {
  admin = openPool(given.address, 'owner', 1);
  await admin.query(`create database ${name}`);
  owner = openPool(address, 'owner', 1);
  const restored = await okienko(['restore', path.join(releases, '0.1.0.kopia')], {
    ...env,
    OKIENKO_DATA: folder,
  });
  if (restored.code !== 0) throw new Error(restored.complained);
  servers = await Promise.all([startOkienko(folder, env), startOkienko(folder, env)]);
}, 120_000);
afterAll(async () => {
  await Promise.all(servers.map((one) => one.stop()));
  await owner.end();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
  rmSync(folder, { recursive: true, force: true });
});

describe('two servers on one database', () => {
  it('are both ready, and both say so in the database', async () => {
    for (const one of servers) {
      const ready = await fetch(`${one.url}/health/ready`);
      expect([ready.status, await ready.json()]).toEqual([
        200,
        { status: 'ready', checks: { running: true, database: true, schema: true, disk: true } },
      ]);
    }
    await vi.waitFor(async () => expect(await count('web_process')).toBe(2), 10_000);
  });

  it('make one backup of the day together', async () => {
    await vi.waitFor(async () => expect(await count('backup_run where verified')).toBe(1), {
      timeout: 60_000,
      interval: 500,
    });
    expect(await count(`backup_run where source = 'schedule'`)).toBe(1);
    expect(readdirSync(path.join(folder, 'kopie'))).toHaveLength(1);
  }, 70_000);

  it('do the work of the day once in every centre', async () => {
    await vi.waitFor(
      async () => expect(await count(`daily_run where day = current_date and done_at is null`)).toBe(0),
      { timeout: 30_000, interval: 500 },
    );
    const { rows } = await owner.query<{ tries: number }>(
      'select max(tries) as tries from daily_run where day = (select max(day) from daily_run)',
    );
    expect(rows[0]?.tries).toBe(1);
  }, 40_000);

  it('know the same sessions: who signs in at one works at the other, and who leaves has left both', async () => {
    const entered = await fetch(`${server(0).url}/jarocin/logowanie/osoba`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ accountId: clerk }),
    });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const seen = async (at: 0 | 1): Promise<number> =>
      (await fetch(`${server(at).url}/praca`, { headers: { cookie }, redirect: 'manual' })).status;
    expect([await seen(0), await seen(1)]).toEqual([200, 200]);
    await owner.query(`delete from session where account_id = $1`, [clerk]);
    // A session is trusted for five seconds (0006).
    await vi.waitFor(async () => expect([await seen(0), await seen(1)]).toEqual([303, 303]), {
      timeout: 15_000,
      interval: 500,
    });
  }, 20_000);

  it('tell their metrics to this machine alone, by templates of routes and not by addresses', async () => {
    await fetch(`${server(0).url}/jarocin/uslugi?q=przemoc`);
    const metrics = await (await fetch(`${server(0).url}/metrics`)).text();
    expect(metrics).toContain('route="/:centre/uslugi"');
    expect(metrics).toMatch(/^okienko_backup_age_seconds \d/m);
    expect(metrics).not.toMatch(/przemoc|jarocin/);
    const through = await fetch(`${server(0).url}/metrics`, {
      headers: { 'x-forwarded-for': '198.51.100.7' },
    });
    expect(through.status).toBe(404);
  });

  it('end when they are told to: what is under way is finished, and a goodbye is no alarm', async () => {
    const [last] = servers.slice(1);
    if (!last) throw new Error('not started');
    const answers = Array.from({ length: 20 }, async () => (await fetch(`${last.url}/jarocin`)).status);
    await Promise.race(answers);
    const ended = once(last.process, 'exit');
    last.process.kill('SIGTERM');
    const [code] = await ended;
    expect(code).toBe(0);
    // Whoever was let in got an answer; who came later was told that nobody is here.
    const told = await Promise.allSettled(answers);
    expect(told.filter((one) => one.status === 'fulfilled' && ![200, 503].includes(one.value))).toEqual([]);
    expect(await count('web_process where ended_at is not null')).toBe(1);
    expect((await fetch(`${server(0).url}/health/ready`)).status).toBe(200);
  }, 40_000);
});
