import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../root.ts';
import type { Pool } from './pool.ts';

const folder = path.join(projectRoot, 'db/migrations');

/**
 * Brings the schema forward, one file one transaction, under a lock so that two starters do not race.
 * @returns names of the files that were applied now
 * @throws when an applied file was edited afterwards: migrations only go forward
 */
export async function migrate(pool: Pool): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    await client.query(`select pg_advisory_lock(hashtext('okienko.migrate'))`);
    const applied = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migration',
    );
    const known = new Map(applied.rows.map((row) => [row.name, row.checksum]));
    const done: string[] = [];
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .sort()) {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      const before = known.get(name);
      if (before === checksum) continue;
      if (before)
        throw new Error(`Migracja ${name} została zmieniona po zastosowaniu: przywróć ją i dodaj nową.`);
      await client.query('begin');
      try {
        await client.query(text);
        await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`Migracja ${name} nie powiodła się`, { cause: error });
      }
      done.push(name);
    }
    return done;
  } finally {
    await client.query(`select pg_advisory_unlock_all()`).catch(() => undefined);
    client.release();
  }
}
