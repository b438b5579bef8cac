import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Tries } from '../domain/tries.ts';

/** What opens an account, and what keeps it shut. */
export interface Credentials extends Tries {
  id: string;
  login: string;
  name: string;
  position: string;
  passwordHash: string | null;
  mustChangePassword: boolean;
  sealedTotp: string | null;
  totpLastStep: number | null;
  persona: string | null;
  /** The resident behind a resident's account. */
  personId: string | null;
  hasPasskey: boolean;
  version: number;
}

/** The credentials of an active account, locked for the length of the command. */
export async function lockCredentials(
  tx: Db,
  centreId: string,
  by: { login: string } | { id: string },
): Promise<Credentials | undefined> {
  const row = await tx
    .selectFrom('account')
    .select([
      'id',
      'login',
      'name',
      'position',
      'password_hash',
      'must_change_password',
      'totp_secret',
      'totp_last_step',
    ])
    .select(['locked_until', 'failed_attempts', 'persona', 'person_id', 'version'])
    .select(
      sql<boolean>`exists (select 1 from passkey p where p.centre_id = account.centre_id and p.account_id = account.id)`.as(
        'has_passkey',
      ),
    )
    .where('centre_id', '=', centreId)
    .where('login' in by ? 'login' : 'id', '=', 'login' in by ? by.login : by.id)
    .where('state', '=', 'active')
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      login: row.login,
      name: row.name,
      position: row.position,
      passwordHash: row.password_hash,
      mustChangePassword: row.must_change_password,
      sealedTotp: row.totp_secret,
      totpLastStep: row.totp_last_step,
      lockedUntil: row.locked_until,
      failedAttempts: row.failed_attempts,
      persona: row.persona,
      personId: row.person_id,
      hasPasskey: row.has_passkey,
      version: row.version,
    }
  );
}

const one = (tx: Db, centreId: string, accountId: string) =>
  tx.updateTable('account').where('centre_id', '=', centreId).where('id', '=', accountId);

/** Remembers the tries of an account. */
export async function saveTries(tx: Db, centreId: string, accountId: string, tries: Tries): Promise<void> {
  await one(tx, centreId, accountId)
    .set({ failed_attempts: tries.failedAttempts, locked_until: tries.lockedUntil })
    .execute();
}

/** Remembers a sign-in; with a code, that its step is used up. */
export async function saveSignIn(
  tx: Db,
  centreId: string,
  accountId: string,
  now: string,
  step?: number,
): Promise<void> {
  await one(tx, centreId, accountId)
    .set({
      last_signed_in_at: now,
      failed_attempts: 0,
      locked_until: null,
      ...(step === undefined ? {} : { totp_last_step: step }),
    })
    .execute();
}

/** Keeps the same password under a new hash. */
export async function saveHash(tx: Db, centreId: string, accountId: string, hash: string): Promise<void> {
  await one(tx, centreId, accountId).set({ password_hash: hash }).execute();
}

/** Sets a password: the owner's own, or one for a single use that must be changed. Either unlocks the account. */
export async function savePassword(
  tx: Db,
  centreId: string,
  accountId: string,
  hash: string,
  kind: 'own' | 'one-time',
): Promise<void> {
  await one(tx, centreId, accountId)
    .set({
      password_hash: hash,
      must_change_password: kind === 'one-time',
      failed_attempts: 0,
      locked_until: null,
      version: sql`version + 1`,
    })
    .execute();
}

/** Remembers that the step of a code is used up. */
export async function saveStep(tx: Db, centreId: string, accountId: string, step: number): Promise<void> {
  await one(tx, centreId, accountId).set({ totp_last_step: step }).execute();
}

/** Sets or clears where the account is told of changes. */
export async function saveEmail(
  tx: Db,
  centreId: string,
  accountId: string,
  email: string | null,
): Promise<void> {
  await one(tx, centreId, accountId).set({ email, version: sql`version + 1` }).execute();
}

/** Where an account is told that something which opens it has changed; undefined: nowhere. */
export async function findEmail(db: Db, centreId: string, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select('email')
    .where('centre_id', '=', centreId)
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row?.email ?? undefined;
}

/** Sets the sealed secret of the second factor and the last step that counts as used. */
export async function saveTotpSecret(
  tx: Db,
  centreId: string,
  accountId: string,
  sealed: string,
  lastStep: number | null,
): Promise<void> {
  await one(tx, centreId, accountId)
    .set({ totp_secret: sealed, totp_last_step: lastStep, version: sql`version + 1` })
    .execute();
}
