import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { minutesFrom } from '../domain/session-lengths.ts';
import { noTries, type Tries } from '../domain/tries.ts';

// What was typed as a name is not kept: it may be a password in the wrong field.
const hash = (login: string): Buffer => createHash('sha256').update(login).digest();

/** After this many minutes of quiet a name that nobody has is forgotten. */
const forgottenAfterMinutes = 24 * 60;

/** Wrong tries under a name that no account has, locked for the length of the command. */
export async function lockUnknownTries(tx: Db, centreId: string, login: string): Promise<Tries> {
  const row = await tx
    .selectFrom('unknown_login')
    .select(['failed_attempts', 'locked_until'])
    .where('centre_id', '=', centreId)
    .where('login_hash', '=', hash(login))
    .forUpdate()
    .executeTakeFirst();
  return row ? { failedAttempts: row.failed_attempts, lockedUntil: row.locked_until } : noTries;
}

/** Remembers the tries under such a name; names that were left alone for a day are swept away. */
export async function saveUnknownTries(
  tx: Db,
  centreId: string,
  login: string,
  tries: Tries,
  now: string,
): Promise<void> {
  const kept = { failed_attempts: tries.failedAttempts, locked_until: tries.lockedUntil, tried_at: now };
  await tx
    .insertInto('unknown_login')
    .values({ centre_id: centreId, login_hash: hash(login), ...kept })
    .onConflict((conflict) => conflict.columns(['centre_id', 'login_hash']).doUpdateSet(kept))
    .execute();
  await sql`delete from unknown_login where centre_id = ${centreId}
    and tried_at < ${minutesFrom(now, -forgottenAfterMinutes)}`.execute(tx);
}
