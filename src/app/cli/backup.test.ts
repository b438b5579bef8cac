import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrangeCase } from '../../../test/support/recognised-case.ts';
import { readTables } from '../../platform/backup/catalogue.ts';
import { dump } from '../../platform/backup/dump.ts';
import { readBackup, tryBackup, withOwner, writeBackup } from '../../platform/backup/file.ts';
import { lastOf, load } from '../../platform/backup/load.ts';
import { sealed } from '../../platform/backup/sealed.ts';
import { inTransaction } from '../../platform/database/tenant.ts';
import { namedKeys, newKey } from '../../platform/vault/vault.ts';
import { connectionOptions, type DatabaseAddress, type Pool } from '../../platform/database/pool.ts';
import { readConfig } from '../config.ts';
import { restore } from './restore.ts';

const house = testHouse();
const target = testDatabase();
const keys = namedKeys([newKey()]);
let folder: string;
let file: string;
let backupOf: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-backup-'));
  file = path.join(folder, 'a.kopia');
  await arrangeCase(house, { state: 'qualified' });
  await house.owner.query(
    `insert into need (centre_id, id, case_id, words)
     select centre_id, gen_random_uuid(), id, E'Zażółć\tgęślą\njaźń \\\\. \\\\N' from case_file limit 1`,
  );
  for (const { id } of [house.centre, house.other])
    await inTransaction(house.pool, id, async (tx) => {
      const entries = Array.from({ length: 5 }, () => ({ actor: 'Ktoś', action: 'test', kind: 'read' }));
      await sql`select app.audit_append(${JSON.stringify(entries)}::jsonb)`.execute(tx);
    });
  await writeBackup(file, house.address, keys);
  backupOf = readFileSync(file);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A fingerprint of every row of every table, by table. */
async function fingerprints(owner: Pool): Promise<Record<string, string>> {
  const client = await owner.connect();
  try {
    const found: Record<string, string> = {};
    for (const { name } of await readTables(client)) {
      const { rows } = await client.query<{ print: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as print from "${name}" t`,
      );
      found[name] = rows[0]?.print ?? '';
    }
    return found;
  } finally {
    client.release();
  }
}

const isEmpty = async (): Promise<boolean> => (await target.owner.query('select from centre')).rowCount === 0;

/** How reading these bytes ends. */
async function ending(bytes: Buffer, with_ = keys): Promise<unknown> {
  const changed = path.join(folder, 'changed.kopia');
  writeFileSync(changed, bytes);
  return await readBackup(changed, target.address, with_).then(
    () => 'read',
    (error: { kind?: string }) => error.kind ?? error,
  );
}

describe('a backup', () => {
  it('holds every row of every table, whatever stands in it', async () => {
    const counted = await house.owner.query<{ sum: string }>('select count(*) as sum from audit_entry');
    const tried = await tryBackup(file, house.address, keys);
    expect(tried?.sums['audit_entry']).toBe(Number(counted.rows[0]?.sum));
    expect(tried?.sums['audit_entry']).toBeGreaterThan(3);
    const prints = await fingerprints(house.owner);
    expect(
      Object.fromEntries(Object.entries(prints).map(([name, print]) => [name, Number.parseInt(print, 10)])),
    ).toEqual(tried?.sums);
  });

  it('shows nothing of what it holds, and is for its owner alone', () => {
    expect(backupOf.includes('Zażółć')).toBe(false);
    expect(backupOf.includes('audit_entry')).toBe(false);
  });

  it('is of one moment: what is written meanwhile is not in it', async () => {
    await withOwner(house.address, async (client) => {
      const pieces: Buffer[] = [];
      let written = false;
      for await (const piece of dump(client, '2026-11-22T08:00:00.000Z')) {
        if (!written)
          await house.owner.query(
            `insert into gmina values ('9999999', 'Nowa', 'wiejska', 'nowy', 'nowe') on conflict do nothing`,
          );
        written = true;
        pieces.push(piece);
      }
      expect(Buffer.concat(pieces).includes('9999999')).toBe(false);
    });
    await house.owner.query(`delete from gmina where teryt = '9999999'`);
  });

  it('the schema keeps nothing but rows: no sequence whose place would be lost', async () => {
    expect((await house.owner.query('select * from pg_sequences')).rows).toEqual([]);
  });
});

describe('a trial restore', () => {
  it('counts what is there, walks the chain of every centre, and leaves no database behind', async () => {
    const databases = async (): Promise<number | null> =>
      (await house.owner.query(`select from pg_database where datname like 'okienko_trial_${process.pid}_%'`))
        .rowCount;
    const tried = await tryBackup(file, house.address, keys);
    expect(tried?.centres).toBe((await house.owner.query('select from centre')).rowCount);
    expect(await databases()).toBe(0);
  });

  it('finds a chain that was broken before the backup was made', async () => {
    const broken = path.join(folder, 'broken.kopia');
    await house.owner.query('alter table audit_entry disable trigger user');
    const { rows } = await house.owner.query<{ actor: string }>(
      `select actor from audit_entry where centre_id = $1 and seq = 2`,
      [house.centre.id],
    );
    const rename = (actor: string | undefined) =>
      house.owner.query('update audit_entry set actor = $2 where centre_id = $1 and seq = 2', [
        house.centre.id,
        actor,
      ]);
    await rename('Kto inny');
    await writeBackup(broken, house.address, keys);
    await rename(rows[0]?.actor);
    await house.owner.query('alter table audit_entry enable trigger user');
    await expect(tryBackup(broken, house.address, keys)).rejects.toMatchObject({ kind: 'content' });
  });
});

describe('a restore', () => {
  beforeEach(async () => {
    await target.owner.query(`truncate ${Object.keys(await fingerprints(target.owner)).join(', ')}`);
  });

  it('gives the same rows, the same rules and the same borders as before', async () => {
    const rules = async (owner: Pool): Promise<unknown> =>
      (
        await owner.query(
          `select conrelid::regclass::text as "table", conname, pg_get_constraintdef(oid), convalidated from pg_constraint
           where connamespace = 'public'::regnamespace union all
           select tgrelid::regclass::text, tgname, tgenabled::text, true from pg_trigger where not tgisinternal union all
           select oid::regclass::text, 'security', relrowsecurity::text, relforcerowsecurity from pg_class
           where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1, 2`,
        )
      ).rows;
    const before = await rules(target.owner);
    const loaded = await readBackup(file, target.address, keys);
    expect(await fingerprints(target.owner)).toEqual(await fingerprints(house.owner));
    expect(await rules(target.owner)).toEqual(before);
    expect(Object.values(loaded.sums).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(10);
  });

  it('of a file that was changed anywhere, cut anywhere or made longer leaves the database empty', async () => {
    for (const at of [0, 20, 40, 60, 90, backupOf.length >> 1, backupOf.length - 1]) {
      const changed = Buffer.from(backupOf);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(['form', 'key', 'changed', 'cut'], `byte ${at}`).toContain(await ending(changed));
      expect(['form', 'changed', 'cut'], `cut at ${at}`).toContain(await ending(backupOf.subarray(0, at)));
    }
    expect(await ending(Buffer.concat([backupOf, Buffer.from('x')]))).toBe('changed');
    expect(await ending(Buffer.from('PK\u0003\u0004 not ours'))).toBe('form');
    expect(await isEmpty()).toBe(true);
  });

  it('whose sums are not those of its rows is refused, even when it was sealed with the right key', async () => {
    const plain = await withOwner(house.address, async (client) => await buffer(dump(client, '2026-11-22')));
    const lying = plain.toString('latin1').replace(/"case_file":1\b/, '"case_file":2');
    expect(lying).not.toBe(plain.toString('latin1'));
    const [[keyId, key] = ['', Buffer.alloc(0)]] = keys;
    const bytes = await buffer(
      sealed(Readable.from([gzipSync(Buffer.from(lying, 'latin1'))]), { key, keyId }),
    );
    expect(await ending(bytes)).toBe('content');
    expect(await isEmpty()).toBe(true);
  });

  it('needs no superuser, nor does the backup: an ordinary owner of the tables has all of both', async () => {
    const role = `ordinary_${process.pid}`;
    await house.owner.query(`create role ${role} login nosuperuser nobypassrls`);
    const given: Pool[] = [];
    try {
      for (const { owner } of [house, target]) {
        given.push(owner);
        await owner.query(`do $$ declare t text; begin
          for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
            execute format('alter table %I owner to ${role}', t); end loop; end $$`);
        await owner.query(`grant usage on schema app to ${role}; grant create on schema public to ${role}`);
      }
      const as = async <T>(
        { address }: { address: DatabaseAddress },
        work: (client: pg.Client) => Promise<T>,
      ) => {
        const client = new pg.Client({ ...connectionOptions(address, 'owner') });
        await client.connect();
        try {
          await client.query(`set session authorization ${role}`);
          return await work(client);
        } finally {
          await client.end();
        }
      };
      const plain = await as(house, async (client) => await buffer(dump(client, '2026-11-22')));
      await as(target, async (client) => await load(client, Readable.from([plain])));
      expect(await fingerprints(target.owner)).toEqual(await fingerprints(house.owner));
    } finally {
      for (const owner of given)
        await owner.query(`reassign owned by ${role} to postgres; drop owned by ${role}`);
      await house.owner.query(`drop role ${role}`);
    }
  });

  it('needs the key that sealed it', async () => {
    expect(await ending(backupOf, namedKeys([newKey()]))).toBe('key');
    expect(await ending(backupOf, new Map([...namedKeys([newKey()]), ...keys]))).toBe('read');
  });

  it('goes into an empty database of the same release, and into no other', async () => {
    await readBackup(file, target.address, keys);
    expect(await ending(backupOf)).toBe('notEmpty');
    await target.owner.query(`truncate ${Object.keys(await fingerprints(target.owner)).join(', ')}`);
    await target.owner.query(`insert into migration (name, checksum) values ('9999_later.sql', 'x')`);
    expect(await ending(backupOf)).toBe('release');
    await target.owner.query(`delete from migration where name = '9999_later.sql'`);
    expect(await isEmpty()).toBe(true);
  });
});

describe('the release of a backup', () => {
  const own = ['0001.sql', '0002.sql', '0003.sql'].map((name) => ({ name, checksum: `of ${name}` }));
  const madeBy = (...migrations: typeof own) => ({ backup: 1 as const, madeAt: '2026-11-22', migrations });

  it('is this one or an earlier one: its last migration is where its rows fit', () => {
    expect(lastOf(madeBy(...own), own)).toBe('0003.sql');
    expect(lastOf(madeBy(...own.slice(0, 2)), own)).toBe('0002.sql');
  });

  it('that this program does not know is refused: a later one, or one with another history', () => {
    const later = { name: '0004.sql', checksum: 'x' };
    for (const strange of [
      madeBy(...own, later),
      madeBy({ name: '0001.sql', checksum: 'changed' }),
      madeBy(...own.slice(1)),
    ])
      expect(() => lastOf(strange, own)).toThrow(expect.objectContaining({ kind: 'unknown' }));
  });
});

describe('npm run restore', () => {
  it('says what it needs before it touches anything', async () => {
    const config = readConfig({ OKIENKO_DATA: path.join(folder, 'nowe') });
    const codeOf = async (...args: string[]): Promise<unknown> =>
      await restore(config, args).catch((error: { code?: string }) => error.code);
    expect(await codeOf()).toBe('okienko.restore.usage');
    expect(await codeOf(path.join(folder, 'nie ma'))).toBe('okienko.restore.file');
    expect(await codeOf(file)).toBe('okienko.restore.key');
    expect(existsSync(config.dataFolder)).toBe(false);
  });
});
