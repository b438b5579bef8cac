import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTotp } from '../src/modules/access/credentials.ts';
import { openPool, type Pool } from '../src/platform/database/pool.ts';
import { openZip, type ZipArchive } from '../src/platform/files/zip-archive.ts';
import { zipStream } from '../src/platform/files/zip-stream.ts';
import { newKey, vaultOf } from '../src/platform/vault/vault.ts';
import { okienko, reaching } from './support/command-line.ts';
import { addressOf } from './support/database.ts';

const given = inject('database');
const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-leave-'));
const releases = path.join(import.meta.dirname, 'releases');
const keys = { here: readFileSync(path.join(releases, '0.1.0.key'), 'utf8').trim(), there: newKey() };
const databaseOf = (which: string): string => `t_leave_${which}_${process.pid}_${suffix}`;
const suffix = randomBytes(4).toString('hex');
const envOf = (which: keyof typeof keys): Record<string, string> => ({
  ...reaching(addressOf(given.address, databaseOf(which))),
  OKIENKO_KEY: keys[which],
  OKIENKO_DATA: path.join(folder, which),
  OKIENKO_DEMO: '1',
});
const out = path.join(folder, 'odchodzi.zip');
const again = path.join(folder, 'odchodzi-znowu.zip');
const second = path.join(folder, 'drugie.zip');

let admin: Pool;
let there: Pool;
let here: Pool;
beforeAll(async () => {
  admin = openPool(given.address, 'owner', 1);
  for (const which of ['here', 'there']) await admin.query(`create database ${databaseOf(which)}`);
  here = openPool(addressOf(given.address, databaseOf('here')), 'owner', 1);
  there = openPool(addressOf(given.address, databaseOf('there')), 'owner', 1);
  const restored = await okienko(['restore', path.join(releases, '0.1.0.kopia')], envOf('here'));
  if (restored.code !== 0) throw new Error(restored.complained);
}, 90_000);
afterAll(async () => {
  await Promise.all([here.end(), there.end()]);
  for (const which of ['here', 'there']) await admin.query(`drop database ${databaseOf(which)} with (force)`);
  await admin.end();
  rmSync(folder, { recursive: true, force: true });
});

const fileIn = async (archive: ZipArchive, name: string): Promise<string> =>
  await text(archive.read(name) ?? Readable.from([]));

const linesOf = async (where: string, name: string): Promise<string[]> =>
  (await fileIn(await openZip(where), name)).split('\n').filter(Boolean);

/** A mark of every row of Jarocin in the place it came to. */
async function sumsOfTables(): Promise<string[]> {
  const { rows: tables } = await there.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'centre_id' order by 1`,
  );
  const marks: string[] = [];
  for (const { name } of tables) {
    const { rows } = await there.query<{ mark: string }>(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as mark from ${name} t
       where centre_id = (select id from centre where slug = 'jarocin')`,
    );
    marks.push(`${name} ${rows[0]?.mark ?? ''}`);
  }
  return marks;
}

const keysLeft = async (): Promise<string[]> =>
  (await there.query<{ key_id: string }>('select key_id from key_check')).rows.map(({ key_id }) => key_id);

/** The archive with one file changed on the way. */
async function tampered(where: string, change: (name: string, content: Buffer) => Buffer): Promise<string> {
  const archive = await openZip(where);
  const file = path.join(folder, 'zmieniony.zip');
  async function* files() {
    for (const name of archive.names) {
      const content = await buffer(archive.read(name) ?? Readable.from([]));
      yield { name, content: Readable.from([change(name, content)]) };
    }
  }
  await pipeline(zipStream(files()), createWriteStream(file));
  return file;
}

describe('a centre that leaves', () => {
  it('takes everything along as one archive in open formats: a table a file, a dictionary, sums, hashes', async () => {
    const ended = await okienko(['export-centre', 'jarocin', out], envOf('here'));
    expect(ended).toMatchObject({ code: 0, complained: '' });
    const people = await linesOf(out, 'dane/person.csv');
    const { rows } = await here.query<{ people: number }>(
      `select count(*)::int as people from person where centre_id = (select id from centre where slug = 'jarocin')`,
    );
    expect(people.length - 1).toBeGreaterThanOrEqual(rows[0]?.people ?? 1);
    const dictionary = await linesOf(out, 'slownik.csv');
    expect(dictionary.some((line) => line.startsWith('person,family_name,text,nie,'))).toBe(true);
    const { names } = await openZip(out);
    // Every file but the one that holds their hashes.
    expect((await linesOf(out, 'SHA256SUMS')).length).toBe(names.length - 1);
  }, 60_000);

  it('leaves the other centres and the keys of the installation behind', async () => {
    expect(await linesOf(out, 'dane/centre.csv')).toHaveLength(2);
    expect(await linesOf(out, 'dane/key_check.csv')).toHaveLength(1);
    const archive = await openZip(out);
    for (const name of archive.names) expect(await fileIn(archive, name)).not.toContain(keys.here);
  });

  it('can read what was sealed here', async () => {
    const values = await fileIn(await openZip(out), 'wartosci-otwarte.csv');
    expect(values).toContain('89103199985');
    expect(values).toContain('JBSWY3DPEHPK3PXP');
  });

  it('is written down in its journal', async () => {
    const { rows } = await here.query(
      `select actor from audit_entry where action = 'operations.export-centre'`,
    );
    expect(rows).toEqual([{ actor: 'wiersz poleceń' }]);
  });

  it('overwrites nothing', async () => {
    const ended = await okienko(['export-centre', 'jarocin', out], envOf('here'));
    expect(ended.complained).toContain('okienko.export.there');
  });
});

describe('a centre that comes', () => {
  it('is refused as a whole when a file was changed on the way, or is no archive', async () => {
    const changed = await tampered(out, (name, content) =>
      name === 'dane/need.csv' ? Buffer.concat([content, Buffer.from('\n')]) : content,
    );
    expect((await okienko(['import-centre', changed], envOf('there'))).complained).toContain(
      'okienko.import.changed',
    );
    const none = await okienko(['import-centre', path.join(releases, '0.1.0.json')], envOf('there'));
    expect(none.complained).toContain('okienko.import.file');
    expect((await there.query('select from centre')).rowCount).toBe(0);
  }, 60_000);

  it('comes into an empty installation with another key, once', async () => {
    const ended = await okienko(['import-centre', out], envOf('there'));
    expect(ended).toMatchObject({ code: 0, complained: '' });
    expect(ended.said).toContain('Przyjęto centrum jarocin');
    const twice = await okienko(['import-centre', out], envOf('there'));
    expect(twice.complained).toContain('okienko.import.there');
  }, 120_000);

  it('comes beside a centre that is there, and changes nothing of it', async () => {
    const { rows: others } = await here.query<{ slug: string }>(
      `select slug from centre where slug <> 'jarocin' order by slug limit 1`,
    );
    const slug = others[0]?.slug ?? '';
    const refusedAs = async (): Promise<string> =>
      (await okienko(['import-centre', second], envOf('there'))).complained;
    expect((await okienko(['export-centre', slug, second], envOf('here'))).code).toBe(0);
    await there.query(
      `insert into web_process (id, began_at, seen_at, facts) values (gen_random_uuid(), now(), now(), '{}')`,
    );
    expect(await refusedAs(), 'while a server works').toContain('okienko.import.running');
    await there.query('update web_process set ended_at = now()');
    await there.query('update centre set demonstration = false');
    expect(await refusedAs(), 'a demonstration beside a real centre').toContain('okienko.import.mixed');
    await there.query('update centre set demonstration = true');
    const before = await sumsOfTables();
    const ended = await okienko(['import-centre', second], envOf('there'));
    expect(ended).toMatchObject({ code: 0, complained: '' });
    expect((await there.query('select slug from centre order by slug')).rows).toHaveLength(2);
    expect(await sumsOfTables()).toEqual(before);
    expect(await okienko(['verify-audit'], envOf('there'))).toMatchObject({ code: 0 });
    expect(await keysLeft()).toEqual([vaultOf([keys.there]).keyId]);
  }, 240_000);

  it('has every secret sealed with the key of the place it came to', async () => {
    const { rows } = await there.query<{ centre_id: string; id: string; sealedTotp: string }>(
      `select centre_id, id, totp_secret as "sealedTotp" from account where totp_secret is not null`,
    );
    const [account] = rows;
    expect(account && openTotp(vaultOf([keys.there]), account.centre_id, account)).toBe('JBSWY3DPEHPK3PXP');
  });

  it('gives equal counts and sums when it is exported again, and the same values', async () => {
    expect((await okienko(['export-centre', 'jarocin', again], envOf('there'))).code).toBe(0);
    // Coming and leaving stand in the journal as well, and in nothing else.
    const counted = async (where: string): Promise<string[]> =>
      (await linesOf(where, 'sumy.csv')).filter((line) => !/^(audit_|gmina)/.test(line));
    expect(await counted(again)).toEqual(await counted(out));
    expect((await counted(out)).length).toBeGreaterThan(200);
    expect((await linesOf(again, 'wartosci-otwarte.csv')).sort()).toEqual(
      (await linesOf(out, 'wartosci-otwarte.csv')).sort(),
    );
  }, 60_000);

  it('has its audit chain whole', async () => {
    expect(await okienko(['verify-audit'], envOf('there'))).toMatchObject({ code: 0 });
  }, 30_000);
});
