import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import type { DutyKind } from '../domain/duty.ts';

export interface KeptDuty {
  id: string;
  kind: DutyKind;
  coversFrom: string;
  coversTo: string;
  doneOn: string;
  content: unknown;
  authorName: string;
}

/** Keeps a periodic duty as done; nothing ever changes it. */
export async function addDuty(
  tx: Db,
  moment: Moment,
  duty: Pick<KeptDuty, 'kind' | 'coversFrom' | 'coversTo' | 'doneOn' | 'content'>,
): Promise<{ id: string }> {
  const id = newId();
  await tx
    .insertInto('duty')
    .values({
      centre_id: moment.actor.centreId,
      id,
      kind: duty.kind,
      covers_from: duty.coversFrom,
      covers_to: duty.coversTo,
      done_on: duty.doneOn,
      content: sql<string>`${JSON.stringify(duty.content)}::jsonb`,
      author_id: moment.actor.accountId,
    })
    .execute();
  return { id };
}

/** Duties done, newest first. */
export async function listDuties(db: Db, centreId: string): Promise<KeptDuty[]> {
  const rows = await db
    .selectFrom('duty')
    .innerJoin('account', (join) =>
      join.onRef('account.centre_id', '=', 'duty.centre_id').onRef('account.id', '=', 'duty.author_id'),
    )
    .where('duty.centre_id', '=', centreId)
    .select(['duty.id', 'kind', 'covers_from', 'covers_to', 'done_on', 'content', 'account.name'])
    .orderBy('done_on', 'desc')
    .orderBy('duty.id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    // The table's check holds it to the two kinds.
    kind: row.kind as DutyKind,
    coversFrom: row.covers_from,
    coversTo: row.covers_to,
    doneOn: row.done_on,
    content: row.content,
    authorName: row.name,
  }));
}

/** The day on which a duty was last done; undefined: never. */
export async function lastDone(db: Db, centreId: string, kind: DutyKind): Promise<string | undefined> {
  const row = await db
    .selectFrom('duty')
    .select('done_on')
    .where('centre_id', '=', centreId)
    .where('kind', '=', kind)
    .orderBy('done_on', 'desc')
    .executeTakeFirst();
  return row?.done_on;
}
