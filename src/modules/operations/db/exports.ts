import type { Db } from '../../../platform/database/tenant.ts';
import type { CentreExport } from '../domain/exports.ts';

const shown = 10;

const columns = [
  'id',
  'asked_at as askedAt',
  'began_at as beganAt',
  'ended_at as endedAt',
  'done',
  'of',
  'row_count as rows',
  'bytes',
  'sha256',
  'error',
  'expires_at as expiresAt',
  'removed_at as removedAt',
] as const;

/** Archives that a centre asked for, newest first. */
export const listExports = async (db: Db, centreId: string): Promise<CentreExport[]> =>
  await db
    .selectFrom('centre_export')
    .select(columns)
    .where('centre_id', '=', centreId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(shown)
    .execute();

/** One of them; undefined: this centre has none of this id. */
export const findExport = async (db: Db, centreId: string, id: string): Promise<CentreExport | undefined> =>
  await db
    .selectFrom('centre_export')
    .select(columns)
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .executeTakeFirst();

/** Asks for one; the first server that looks takes it within ten seconds. */
export async function askForExport(tx: Db, centreId: string, id: string, now: string): Promise<void> {
  await tx.insertInto('centre_export').values({ centre_id: centreId, id, asked_at: now }).execute();
}

/** Its time is over now: a server removes the file within ten seconds. */
export async function endExport(tx: Db, centreId: string, id: string, now: string): Promise<void> {
  await tx
    .updateTable('centre_export')
    .set({ expires_at: now })
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}
