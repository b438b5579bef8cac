import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import type { Closing, ClosingOutcome, KeptClosing } from '../domain/plan.ts';

/** Keeps the summary of a plan; nothing ever changes it. */
export async function addClosing(tx: Db, moment: Moment, planId: string, closing: Closing): Promise<void> {
  await tx
    .insertInto('plan_closing')
    .values({
      centre_id: moment.actor.centreId,
      plan_id: planId,
      talk_on: closing.talkOn,
      no_talk_reason: closing.noTalkReason,
      description: closing.description,
      results: closing.results,
      outcome: closing.outcome,
      remaining_needs: closing.remainingNeeds,
      author_id: moment.actor.accountId,
      written_on: moment.today,
    })
    .execute();
}

/** The summary of a plan with who wrote it and when; undefined while there is none. */
export async function findClosing(
  db: Db,
  centreId: string,
  planId: string,
): Promise<KeptClosing | undefined> {
  const row = await db
    .selectFrom('plan_closing as closing')
    .innerJoin('account', (join) =>
      join.onRef('account.centre_id', '=', 'closing.centre_id').onRef('account.id', '=', 'closing.author_id'),
    )
    .where('closing.centre_id', '=', centreId)
    .where('closing.plan_id', '=', planId)
    .selectAll('closing')
    .select('account.name')
    .executeTakeFirst();
  return (
    row && {
      talkOn: row.talk_on,
      noTalkReason: row.no_talk_reason,
      description: row.description,
      results: row.results,
      // The table's check holds it to the list.
      outcome: row.outcome as ClosingOutcome,
      remainingNeeds: row.remaining_needs,
      authorName: row.name,
      writtenOn: row.written_on,
    }
  );
}
