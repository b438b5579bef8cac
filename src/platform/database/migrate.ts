import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../root.ts';
import { StartupProblem } from '../startup-problem.ts';
import type { Pool } from './pool.ts';

/** PostgreSQL's "insufficient privilege": most often the owner may neither create the application's role nor take it. */
const lacksRights = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && error.code === '42501';

const rightsProblem = (error: Error): StartupProblem =>
  new StartupProblem(
    'okienko.database.rights',
    `Konto z DATABASE_URL ma za mało praw (${error.message}): nadaj mu CREATEROLE i własność bazy albo niech administrator serwera wykona: create role okienko_app login nobypassrls; grant okienko_app to to_konto.`,
  );

/** PostgreSQL's "read only": it is being brought back to a moment, or is the copy of another one. */
const isReadOnly = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '25006';

const readOnly =
  'Ta baza daje się tylko czytać: jest w trakcie cofania do chwili („select pg_wal_replay_resume()” kończy je) albo jest kopią innej. Niczego nie zmieniono.';

const folder = path.join(projectRoot, 'db/migrations');

/** A migration as the database remembers it: the hash is of the file's text when it was applied. */
export interface Applied {
  name: string;
  checksum: string;
}

interface Migration extends Applied {
  text: string;
}

/** The migrations of this program, in their order. */
export function ownMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    });
}

/**
 * Brings the schema forward, one file one transaction, under a lock so that two starters do not race.
 * @param until the last migration to apply: a backup of an earlier release goes into the schema of that release
 * @returns names of the files that were applied now
 * @throws StartupProblem when an applied file was edited afterwards or is not known (migrations only go forward), or when the account
 * may not do what a migration asks
 */
export async function migrate(pool: Pool, until?: string): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    await client.query(`select pg_advisory_lock(hashtext('okienko.migrate'))`);
    const applied = await client.query<Applied>('select name, checksum from migration');
    const known = new Map(applied.rows.map((row) => [row.name, row.checksum]));
    const own = ownMigrations();
    const strange = applied.rows.find(({ name }) => !own.some((one) => one.name === name));
    if (strange)
      throw new StartupProblem(
        'okienko.migration.newer',
        `Tę bazę podniosło nowsze wydanie Okienka (migracja ${strange.name}): uruchom tamto wydanie albo odtwórz tym kopię sprzed zmiany w nowym folderze. Niczego nie zmieniono.`,
      );
    const done: string[] = [];
    for (const { name, text, checksum } of own) {
      if (until !== undefined && name > until) break;
      const before = known.get(name);
      if (before === checksum) continue;
      if (before)
        throw new StartupProblem(
          'okienko.migration.changed',
          `Ta baza powstała z inną wersją programu (migracja ${name} zmieniła się po zastosowaniu): uruchom tamtą wersję albo wskaż pustą bazę w OKIENKO_DATA lub DATABASE_URL.`,
        );
      await client.query('begin');
      try {
        await client.query(text);
        await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        if (lacksRights(error)) throw error;
        throw new Error(`Migracja ${name} nie powiodła się`, { cause: error });
      }
      done.push(name);
    }
    return done;
  } catch (error) {
    if (isReadOnly(error)) throw new StartupProblem('okienko.database.recovering', readOnly);
    throw lacksRights(error) ? rightsProblem(error) : error;
  } finally {
    await client.query(`select pg_advisory_unlock_all()`).catch(() => undefined);
    client.release();
  }
}
