import { createHash } from 'node:crypto';
import type { Db } from '../../../platform/database/tenant.ts';

// 140 random bits need no slow hash: they cannot be guessed.
const hash = (code: string): Buffer => createHash('sha256').update(code).digest();

/** How a code is read: capitals, spaces and missing hyphens do not matter. */
const read = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Puts new codes in the place of all earlier ones. */
export async function saveRecoveryCodes(
  tx: Db,
  centreId: string,
  accountId: string,
  codes: readonly string[],
  now: string,
): Promise<void> {
  await removeRecoveryCodes(tx, centreId, accountId);
  await tx
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        centre_id: centreId,
        account_id: accountId,
        code_hash: hash(read(code)),
        made_at: now,
      })),
    )
    .execute();
}

/** Takes every code off an account. */
export async function removeRecoveryCodes(tx: Db, centreId: string, accountId: string): Promise<void> {
  await tx
    .deleteFrom('recovery_code')
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .execute();
}

const unused = (db: Db, centreId: string, accountId: string) =>
  db
    .selectFrom('recovery_code')
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null);

/** Whether what was typed is an unused code of the account, locked for the length of the command. */
export async function recoveryCodeFits(
  tx: Db,
  centreId: string,
  accountId: string,
  typed: string,
): Promise<boolean> {
  const row = await unused(tx, centreId, accountId)
    .where('code_hash', '=', hash(read(typed)))
    .select('made_at')
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses a code up. */
export async function useRecoveryCode(
  tx: Db,
  centreId: string,
  accountId: string,
  typed: string,
  now: string,
): Promise<void> {
  await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash(read(typed)))
    .execute();
}

/** How many codes of an account are left. */
export async function countRecoveryCodes(db: Db, centreId: string, accountId: string): Promise<number> {
  return (await unused(db, centreId, accountId).select('made_at').execute()).length;
}
