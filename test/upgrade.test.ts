import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { type Running, startOkienko } from '../bench/processes.ts';
import { headerOf } from '../src/platform/backup/file.ts';
import { openPool, type Pool } from '../src/platform/database/pool.ts';
import { projectRoot } from '../src/platform/root.ts';
import { namedKeys } from '../src/platform/vault/vault.ts';
import { okienko, reaching } from './support/command-line.ts';
import { addressOf } from './support/database.ts';

const releasedSchema = z.record(z.string(), z.record(z.string(), z.string()));
const released = Object.entries(
  releasedSchema.parse(JSON.parse(readFileSync(path.join(projectRoot, 'db/released.json'), 'utf8'))),
);

const releases = path.join(projectRoot, 'test/releases');

/**
 * A small installation as the release left it: the demonstration with forty people, its papers cut to one, one second
 * factor. Key and people are invented. Made by that release's own `npm run backup`; how: docs/releasing.md.
 */
const fixture = (release: string) => ({
  file: path.join(releases, `${release}.kopia`),
  key: readFileSync(path.join(releases, `${release}.key`), 'utf8').trim(),
});

/** Rows that a later release keeps elsewhere, by table, with the migration that moved them. */
const moved: Record<string, string> = {};

/** Of the data of 0.1.0: the front desk of Jarocin, and a mother whom everything is known about. */
const clerk = '01a202cd-c2e4-7e1b-8d5a-b634d018b630';
const anna = { id: '01a202cd-c34a-7f15-b4a0-69e59551db11', name: 'Anna Kapusta', pesel: '89103199985' };

describe('migrations of a release (decision 8 ended with 0.1.0)', () => {
  it('never change: what an installation has applied is what its successor finds', () => {
    for (const [release, files] of released)
      for (const [name, checksum] of Object.entries(files)) {
        const text = readFileSync(path.join(projectRoot, 'db/migrations', name), 'utf8');
        expect(createHash('sha256').update(text).digest('hex'), `${name} of ${release}`).toBe(checksum);
      }
  });

  it('stand before those that came later, and every release has the data of one installation', () => {
    const names = readdirSync(path.join(projectRoot, 'db/migrations')).sort();
    for (const [, files] of released)
      expect(Object.keys(files)).toEqual(names.slice(0, Object.keys(files).length));
    expect(readdirSync(releases).filter((name) => name.endsWith('.kopia'))).toEqual(
      released.map(([release]) => `${release}.kopia`),
    );
  });
});

describe.each(released.map(([release]) => release))('an installation of %s', (release) => {
  const { file, key } = fixture(release);
  const given = inject('database');
  const name = `t_upgrade_${process.pid}_${randomBytes(4).toString('hex')}`;
  const address = addressOf(given.address, name);
  const env = {
    ...reaching(address),
    OKIENKO_KEY: key,
    OKIENKO_DATA: path.join(os.tmpdir(), name),
  };
  let admin: Pool;
  let owner: Pool;
  let server: Running;
  let cookie = '';

  beforeAll(async () => {
    admin = openPool(given.address, 'owner', 1);
    await admin.query(`create database ${name}`);
    owner = openPool(address, 'owner', 1);
  });
  afterAll(async () => {
    await server.stop();
    await owner.end();
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  });

  const countOf = async (table: string): Promise<number> =>
    (await owner.query<{ rows: number }>(`select count(*)::int as rows from "${table}"`)).rows[0]?.rows ?? 0;

  it('is restored from its backup by this program, and brought forward', async () => {
    const restored = await okienko(['restore', file], env);
    expect(restored).toMatchObject({ code: 0, complained: '' });
    const { migrations } = await headerOf(file, namedKeys([key]));
    const { rows } = await owner.query<{ name: string }>('select name from migration order by name');
    expect(rows.map((row) => row.name)).toEqual(readdirSync(path.join(projectRoot, 'db/migrations')).sort());
    expect(rows.slice(0, migrations.length).map((row) => row.name)).toEqual(
      migrations.map((one) => one.name),
    );
  }, 60_000);

  it('keeps every row', async () => {
    const sums = z
      .record(z.string(), z.number())
      .parse(JSON.parse(readFileSync(path.join(releases, `${release}.json`), 'utf8')));
    expect(Object.values(sums).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(9000);
    const fewer: string[] = [];
    for (const [table, rows] of Object.entries(sums))
      if (moved[table] === undefined && (await countOf(table)) < rows) fewer.push(table);
    expect(fewer).toEqual([]);
  });

  it('has every audit chain whole', async () => {
    const { code, said } = await okienko(['verify-audit'], env);
    expect(said.match(/łańcuch cały/g)).toHaveLength(await countOf('centre'));
    expect(code).toBe(0);
  }, 60_000);

  it('starts, and a worker signs in', async () => {
    server = await startOkienko(env.OKIENKO_DATA, { ...env, OKIENKO_DEMO: '1' });
    const entered = await fetch(`${server.url}/jarocin/logowanie/osoba`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ accountId: clerk }),
    });
    expect(entered.status).toBe(303);
    cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect(cookie).toMatch(/^okienko=/);
  }, 60_000);

  it('shows the page of a person', async () => {
    const page = await fetch(`${server.url}/praca/osoby/${anna.id}`, { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(anna.name);
  });

  it('finds a person by PESEL, and nobody by a PESEL that is not there', async () => {
    const found = async (pesel: string): Promise<string> => {
      const sent = await fetch(`${server.url}/praca/szukaj`, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ q: pesel }),
      });
      expect(sent.status).toBe(200);
      return await sent.text();
    };
    expect(await found(anna.pesel)).toContain(anna.id);
    expect(await found('44051401359')).not.toContain('/praca/osoby/01a202cd');
  });
});
