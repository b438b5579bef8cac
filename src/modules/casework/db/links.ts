import type { Db } from '../../../platform/database/tenant.ts';
import { codeHash, codeRest, linkHash, linkLives } from '../domain/follow-up.ts';

/** Keeps the hash of a case's code with the birth date that must be given with it; a new code replaces the old one. */
export async function saveCode(
  tx: Db,
  centreId: string,
  kept: { caseId: string; code: string; birthDate: string },
): Promise<void> {
  const values = {
    code_hash: codeHash(centreId, kept.code),
    birth_date: kept.birthDate,
    failed_attempts: 0,
    locked_until: null,
  };
  await tx
    .insertInto('case_code')
    .values({ centre_id: centreId, case_id: kept.caseId, ...values })
    .onConflict((conflict) => conflict.columns(['centre_id', 'case_id']).doUpdateSet(values))
    .execute();
}

export interface KeptCode {
  caseId: string;
  birthDate: string;
  failedAttempts: number;
  lockedUntil: string | null;
}

/** The case behind a code, locked so that tries are counted one after another; undefined when there is none. */
export async function findCode(tx: Db, centreId: string, code: string): Promise<KeptCode | undefined> {
  const row = await tx
    .selectFrom('case_code')
    .where('centre_id', '=', centreId)
    .where('code_hash', '=', codeHash(centreId, code))
    .select(['case_id', 'birth_date', 'failed_attempts', 'locked_until'])
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      caseId: row.case_id,
      birthDate: row.birth_date,
      failedAttempts: row.failed_attempts,
      lockedUntil: row.locked_until,
    }
  );
}

/** Counts a try at a code; after five wrong ones in a row it rests for an hour. `now`: ISO 8601 UTC. */
export async function recordTry(
  tx: Db,
  centreId: string,
  code: KeptCode,
  fits: boolean,
  now: string,
): Promise<void> {
  const failed = fits ? 0 : code.failedAttempts + 1;
  const rests = failed >= codeRest.after;
  await tx
    .updateTable('case_code')
    .set({
      failed_attempts: rests ? 0 : failed,
      locked_until: rests ? new Date(Date.parse(now) + codeRest.milliseconds).toISOString() : null,
    })
    .where('centre_id', '=', centreId)
    .where('case_id', '=', code.caseId)
    .execute();
}

/** Opens the status of one case to whoever holds the address. `now`: ISO 8601 UTC. */
export async function openLink(
  tx: Db,
  centreId: string,
  link: { caseId: string; token: string },
  now: string,
): Promise<void> {
  await Promise.all([
    tx.deleteFrom('case_link').where('centre_id', '=', centreId).where('until', '<', now).execute(),
    tx
      .insertInto('case_link')
      .values({
        centre_id: centreId,
        token_hash: linkHash(centreId, link.token),
        case_id: link.caseId,
        until: new Date(Date.parse(now) + linkLives.status).toISOString(),
      })
      .execute(),
  ]);
}

/** The case that an address opens now; undefined when it opens none or its time is over. */
export async function findLink(
  db: Db,
  centreId: string,
  token: string,
  now: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('case_link')
    .where('centre_id', '=', centreId)
    .where('token_hash', '=', linkHash(centreId, token))
    .where('until', '>', now)
    .select('case_id')
    .executeTakeFirst();
  return row?.case_id;
}
