import type { Pool } from '../../../platform/database/pool.ts';
import { inTransaction } from '../../../platform/database/tenant.ts';
import { sql } from 'kysely';

/** An export that somebody asked for and nobody has finished. */
export interface Asked {
  centreId: string;
  id: string;
}

const centresOf = async (owner: Pool): Promise<string[]> =>
  (await owner.query<{ id: string }>('select id from centre order by id')).rows.map(({ id }) => id);

/** Runs `work` on the only server that does so now; the others do nothing. The lock ends with whoever holds it. */
export async function elected(owner: Pool, work: () => Promise<void>): Promise<void> {
  const client = await owner.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtext('okienko.export')) as mine`,
    );
    if (rows[0]?.mine) await work();
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release();
  }
}

/** Begins the oldest export that waits in any centre; one that a killed server left is begun again. */
export async function beginNext(owner: Pool, now: string): Promise<Asked | undefined> {
  for (const centreId of await centresOf(owner)) {
    const { rows } = await inTransaction(owner, centreId, (tx) =>
      sql<{ id: string }>`
        update centre_export set began_at = ${now}, tries = tries + 1, done = 0
        where centre_id = ${centreId} and id = (
          select id from centre_export where centre_id = ${centreId} and ended_at is null order by asked_at limit 1)
          and tries < 3
        returning id`.execute(tx),
    );
    if (rows[0]) return { centreId, id: rows[0].id };
    // What broke a server three times would break the next one too.
    await inTransaction(owner, centreId, (tx) =>
      sql`update centre_export set ended_at = ${now}, error = 'tries'
        where centre_id = ${centreId} and ended_at is null and tries >= 3`.execute(tx),
    );
  }
  return undefined;
}

/** How far it is. */
export async function noteProgress(
  owner: Pool,
  { centreId, id }: Asked,
  { done, of }: { done: number; of: number },
): Promise<void> {
  await inTransaction(owner, centreId, (tx) =>
    sql`update centre_export set done = ${done}, of = ${of}
      where centre_id = ${centreId} and id = ${id} and ended_at is null`.execute(tx),
  );
}

/** What it came to. */
export async function noteEnd(
  owner: Pool,
  { centreId, id }: Asked,
  end: { now: string } & (
    | { rows: number; bytes: number; sha256: string; expiresAt: string }
    | { error: string }
  ),
): Promise<void> {
  const made = 'error' in end ? { rows: null, bytes: null, sha256: null, expiresAt: null } : end;
  const error = 'error' in end ? end.error : null;
  await inTransaction(owner, centreId, (tx) =>
    sql`update centre_export set ended_at = ${end.now}, error = ${error}, row_count = ${made.rows}, bytes = ${made.bytes},
        sha256 = ${made.sha256}, expires_at = ${made.expiresAt}
      where centre_id = ${centreId} and id = ${id}`.execute(tx),
  );
}

/** Archives whose time is over, and that still lie there. */
export async function listExpired(owner: Pool, now: string): Promise<Asked[]> {
  const found: Asked[] = [];
  for (const centreId of await centresOf(owner)) {
    const { rows } = await inTransaction(owner, centreId, (tx) =>
      sql<{ id: string }>`select id from centre_export
        where centre_id = ${centreId} and expires_at <= ${now} and removed_at is null`.execute(tx),
    );
    for (const { id } of rows) found.push({ centreId, id });
  }
  return found;
}

/** Archives that may lie there. */
export async function listKept(owner: Pool, now: string): Promise<string[]> {
  const kept: string[] = [];
  for (const centreId of await centresOf(owner)) {
    const { rows } = await inTransaction(owner, centreId, (tx) =>
      sql<{ id: string }>`select id from centre_export
        where centre_id = ${centreId} and expires_at > ${now} and removed_at is null`.execute(tx),
    );
    kept.push(...rows.map(({ id }) => id));
  }
  return kept;
}

/** Its file is gone. */
export async function noteRemoved(owner: Pool, { centreId, id }: Asked, now: string): Promise<void> {
  await inTransaction(owner, centreId, (tx) =>
    sql`update centre_export set removed_at = ${now} where centre_id = ${centreId} and id = ${id}`.execute(
      tx,
    ),
  );
}
