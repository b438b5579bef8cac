import type { Db } from '../../../platform/database/tenant.ts';

/** Whether a backup that somebody asked for still waits or runs. */
export async function hasWaiting(tx: Db): Promise<boolean> {
  const waiting = await tx
    .selectFrom('backup_run')
    .select('id')
    .where('source', '=', 'page')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return waiting !== undefined;
}

/** Asks for a backup; the first server that makes backups takes it within a minute. */
export async function askForBackup(tx: Db, id: string, now: string): Promise<void> {
  await tx.insertInto('backup_run').values({ id, source: 'page', asked_at: now, next_try_at: now }).execute();
}
