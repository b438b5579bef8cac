import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';

export interface SignInAccount {
  id: string;
  name: string;
  passwordHash: string | null;
  totpSecret: string | null;
  lockedUntil: string | null;
  failedAttempts: number;
  persona: string | null;
}

/** The active account with this login, locked for the length of the sign-in. */
export async function findSignInAccount(
  tx: Db,
  centreId: string,
  by: { login: string } | { id: string },
): Promise<SignInAccount | undefined> {
  const row = await tx
    .selectFrom('account')
    .select(['id', 'name', 'password_hash', 'totp_secret', 'locked_until', 'failed_attempts', 'persona'])
    .where('centre_id', '=', centreId)
    .where('login' in by ? 'login' : 'id', '=', 'login' in by ? by.login : by.id)
    .where('state', '=', 'active')
    .forUpdate()
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        name: row.name,
        passwordHash: row.password_hash,
        totpSecret: row.totp_secret,
        lockedUntil: row.locked_until,
        failedAttempts: row.failed_attempts,
        persona: row.persona,
      }
    : undefined;
}

/** Remembers the outcome of a try: a success clears the count, the fifth failure in a row locks for 15 minutes. */
export async function recordAttempt(
  tx: Db,
  centreId: string,
  accountId: string,
  success: boolean,
): Promise<void> {
  await tx
    .updateTable('account')
    .set(
      success
        ? { failed_attempts: 0, locked_until: null }
        : {
            failed_attempts: sql`failed_attempts + 1`,
            locked_until: sql`case when failed_attempts + 1 >= 5 then now() + interval '15 minutes' end`,
          },
    )
    .where('centre_id', '=', centreId)
    .where('id', '=', accountId)
    .execute();
}
