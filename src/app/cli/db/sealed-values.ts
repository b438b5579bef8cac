import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Pool } from '../../../platform/database/pool.ts';
import { enterCentre, readCentres } from '../../../platform/backup/catalogue.ts';

/** Identifiers of all centres. */
export async function listCentreIds(owner: Pool): Promise<string[]> {
  const client = await owner.connect();
  try {
    return await readCentres(client);
  } finally {
    client.release();
  }
}

const between = 50;

/**
 * Of several processes one seals at a time; the others wait and then find nothing left to do. Who waits holds no connection: the
 * one that works needs it when both share a small pool.
 */
export async function alone<T>(owner: Pool, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const client = await owner.connect();
    try {
      const { rows } = await client.query<{ taken: boolean }>(
        `select pg_try_advisory_lock(hashtext('okienko.seal')) as taken`,
      );
      if (rows[0]?.taken)
        try {
          return await work();
        } finally {
          await client.query(`select pg_advisory_unlock(hashtext('okienko.seal'))`).catch(() => undefined);
        }
    } finally {
      client.release();
    }
    await pause(between);
  }
}

/** Nothing plain is left of 0.1.0: from here on the database itself would not take it. */
export async function validateSealed(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ open: boolean }>(
    `select not convalidated as open from pg_constraint where conname = 'person_numbers_sealed'`,
  );
  if (rows[0]?.open) await owner.query('alter table person validate constraint person_numbers_sealed');
}

/** Whether everything is known to be sealed with some key of this database. */
export async function isWhole(owner: Pool): Promise<boolean> {
  const { rowCount } = await owner.query('select from key_check where whole_since is not null');
  return (rowCount ?? 0) > 0;
}

/** Whether everything is sealed with this very key. */
export async function isWholeWith(owner: Pool, keyId: string): Promise<boolean> {
  const { rowCount } = await owner.query(
    'select from key_check where key_id = $1 and whole_since is not null',
    [keyId],
  );
  return (rowCount ?? 0) > 0;
}

/** Writes down that everything is sealed with this key. */
export async function markWhole(owner: Pool, keyId: string): Promise<void> {
  await owner.query('update key_check set whole_since = case when key_id = $1 then now() end', [keyId]);
}

/** Forgets every key but one: nothing in the database needs them. */
export async function forgetKeys(owner: Pool, but: string): Promise<void> {
  await owner.query('delete from key_check where key_id <> $1', [but]);
}

interface Column {
  table: string;
  column: string;
}

interface SealedCount extends Column {
  centreId: string;
  keyId: string;
  values: number;
}

/** Every column of a tenant's table that could hold a sealed value, whoever put it there. */
async function textColumns(client: pg.ClientBase): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select c.table_name::text as table, c.column_name::text as column
    from information_schema.columns c
    join information_schema.columns t on t.table_schema = 'public' and t.table_name = c.table_name and t.column_name = 'centre_id'
    join information_schema.tables b on b.table_schema = 'public' and b.table_name = c.table_name and b.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.data_type in ('text', 'jsonb')
    order by 1, 2`);
  return rows;
}

/**
 * How many values are sealed with each key of this database, by centre and column: found by their form in every column,
 * so that a place nobody declared is found too.
 */
export async function countByKey(owner: Pool): Promise<SealedCount[]> {
  const client = await owner.connect();
  try {
    const columns = await textColumns(client);
    const found: SealedCount[] = [];
    for (const centre of await readCentres(client)) {
      await client.query('begin read only');
      await enterCentre(client, centre);
      for (const { table, column } of columns) {
        const [from, what] = [pg.escapeIdentifier(table), pg.escapeIdentifier(column)];
        const { rows } = await client.query<{ key: string; n: number }>(
          `select key, count(*)::int as n from (
             select substring(${what}::text from 'v1\\.([0-9a-f]{12})\\.[A-Za-z0-9_-]{37}') as key from ${from}
             where centre_id = $1 and ${what}::text like '%v1.%') k
           where key in (select key_id from key_check) group by key`,
          [centre],
        );
        for (const { key, n } of rows) found.push({ centreId: centre, table, column, keyId: key, values: n });
      }
      await client.query('commit');
    }
    return found;
  } finally {
    client.release();
  }
}

/** The columns that hold values sealed with other keys than this. */
export async function leftUnder(owner: Pool, keyId: string): Promise<string[]> {
  const left = new Map<string, number>();
  for (const one of await countByKey(owner)) {
    const at = `${one.table}.${one.column}`;
    if (one.keyId !== keyId) left.set(at, (left.get(at) ?? 0) + one.values);
  }
  return [...left].map(([at, values]) => `${at}: ${values}`);
}

/** The keys that have sealed in this database. */
export async function usedKeys(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ key_id: string }>('select key_id from key_check order by key_id');
  return rows.map(({ key_id }) => key_id);
}
