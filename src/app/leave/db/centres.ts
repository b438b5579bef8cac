import type pg from 'pg';
import type { Arriving } from '../../../platform/backup/load.ts';
import type { Pool } from '../../../platform/database/pool.ts';

/** The centre of a database that has only one; undefined: it has none, or several. */
export async function findOnlyCentre(client: pg.ClientBase): Promise<Arriving | undefined> {
  const { rows } = await client.query<Arriving>('select id, slug, demonstration from centre limit 2');
  return rows.length === 1 ? rows[0] : undefined;
}

/** How many servers work on this database now: each says so every quarter of a minute. */
export async function countServers(owner: Pool): Promise<number> {
  const { rows } = await owner.query<{ living: number }>(
    `select count(*)::int as living from web_process where ended_at is null and seen_at > now() - interval '2 minutes'`,
  );
  return rows[0]?.living ?? 0;
}

/** The id of a centre by its name in addresses; undefined: there is none. */
export async function findCentreId(owner: Pool, slug: string): Promise<string | undefined> {
  const { rows } = await owner.query<{ id: string }>('select id from centre where slug = $1', [slug]);
  return rows[0]?.id;
}

/** Work while the database knows these keys, so that whatever is left under one of them is found; then it forgets them all. */
export async function knowing<T>(
  owner: Pool,
  keys: readonly { keyId: string; sealed: string }[],
  work: () => Promise<T>,
): Promise<T> {
  for (const { keyId, sealed } of keys)
    await owner.query('insert into key_check (key_id, sealed) values ($1, $2) on conflict do nothing', [
      keyId,
      sealed,
    ]);
  const value = await work();
  await owner.query('delete from key_check');
  return value;
}
