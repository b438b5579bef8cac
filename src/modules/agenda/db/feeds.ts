import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '../../../platform/database/tenant.ts';

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Gives the account a new secret for its feed; only its hash is kept, so the address is shown once. */
export async function renewFeedSecret(tx: Db, centreId: string, accountId: string): Promise<string> {
  const secret = randomBytes(24).toString('base64url');
  await tx
    .updateTable('account')
    .set({ feed_secret: hashOf(secret) })
    .where('centre_id', '=', centreId)
    .where('id', '=', accountId)
    .execute();
  return secret;
}

/** The active account behind a feed's secret. */
export async function findFeedOwner(db: Db, centreId: string, secret: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('feed_secret', '=', hashOf(secret))
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row?.id;
}

/** Adds an appointment to a worker's calendar. */
export async function addAppointment(
  tx: Db,
  row: {
    centreId: string;
    id: string;
    caseId: string | null;
    accountId: string;
    kind: string;
    place: string | null;
    startsAt: string;
    minutes: number;
  },
): Promise<void> {
  await tx
    .insertInto('appointment')
    .values({
      centre_id: row.centreId,
      id: row.id,
      case_id: row.caseId,
      account_id: row.accountId,
      kind: row.kind,
      place: row.place,
      starts_at: row.startsAt,
      minutes: row.minutes,
    })
    .execute();
}

/** Who an appointment belongs to; undefined when it is not there or already cancelled. */
export async function findAppointment(
  tx: Db,
  centreId: string,
  id: string,
): Promise<{ id: string; accountId: string; caseId: string | null } | undefined> {
  const row = await tx
    .selectFrom('appointment')
    .select(['id', 'account_id', 'case_id'])
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .where('cancelled', '=', false)
    .forUpdate()
    .executeTakeFirst();
  return row ? { id: row.id, accountId: row.account_id, caseId: row.case_id } : undefined;
}

/** Cancels an appointment; it leaves the calendar and stays in the history. */
export async function cancelAppointmentRow(tx: Db, centreId: string, id: string): Promise<void> {
  await tx
    .updateTable('appointment')
    .set({ cancelled: true })
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}
