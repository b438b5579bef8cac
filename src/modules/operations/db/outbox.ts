import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';

export interface WaitingMessage {
  id: string;
  kind: string;
  createdAt: string;
  tries: number;
  nextTryAt: string;
  failed: boolean;
}

/** What waits in a centre's outbox after a failure, oldest first; nothing of what stands in it. */
export async function listFailed(db: Db, centreId: string, limit: number): Promise<WaitingMessage[]> {
  const { rows } = await sql<WaitingMessage>`
    select id, kind, created_at as "createdAt", tries, next_try_at as "nextTryAt", last_error is not null as failed
    from outbox where centre_id = ${centreId} and done_at is null and last_error is not null
    order by created_at limit ${limit}`.execute(db);
  return rows;
}

/** How many failed messages of a centre wait; they are locked, so that two people do not begin them at once. */
export async function lockFailed(tx: Db, centreId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from outbox where centre_id = ${centreId} and done_at is null and last_error is not null
    order by created_at for update skip locked`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Begins to count the tries of these messages anew, from this moment on. */
export async function tryAgain(tx: Db, centreId: string, ids: readonly string[], now: string): Promise<void> {
  await sql`update outbox set tries = 0, next_try_at = ${now}
    where centre_id = ${centreId} and done_at is null and id = any(${ids}::uuid[])`.execute(tx);
}
