import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { inForce, type VersionState } from '../domain/lifecycle.ts';
import type { ContactKind, MonitoringEntry } from '../domain/plan.ts';

/** Whose plan it is and how it stands, in one statement and without a lock: for what only adds to it. */
export async function findStanding(
  db: Db,
  centreId: string,
  planId: string,
): Promise<
  { planId: string; caseId: string; personId: string; coordinatorId: string; state: VersionState } | undefined
> {
  const row = await db
    .selectFrom('plan')
    .innerJoin('plan_version', (join) =>
      join
        .onRef('plan_version.centre_id', '=', 'plan.centre_id')
        .onRef('plan_version.plan_id', '=', 'plan.id'),
    )
    .where('plan.centre_id', '=', centreId)
    .where('plan.id', '=', planId)
    .select(['plan.case_id', 'plan.person_id', 'plan.coordinator_id', 'plan_version.state'])
    .orderBy(sql`plan_version.state in (${sql.join(inForce.map((state) => sql.lit(state)))})`, 'desc')
    .orderBy(sql`plan_version.state = 'abandoned'`)
    .orderBy('plan_version.number', 'desc')
    .executeTakeFirst();
  return (
    row && {
      planId,
      caseId: row.case_id,
      personId: row.person_id,
      coordinatorId: row.coordinator_id,
      // The table's check holds it to the list.
      state: row.state as VersionState,
    }
  );
}

/** Keeps an entry; nothing ever changes it. */
export async function addMonitoring(
  tx: Db,
  moment: Moment,
  entry: Omit<MonitoringEntry, 'authorName' | 'at'> & { planId: string },
): Promise<void> {
  await tx
    .insertInto('monitoring_entry')
    .values({
      centre_id: moment.actor.centreId,
      id: entry.id,
      plan_id: entry.planId,
      author_id: moment.actor.accountId,
      held_on: entry.heldOn,
      contact: entry.contact,
      finding: entry.finding,
      action: entry.action,
      at: moment.now,
    })
    .execute();
}

/** Entries of a plan, newest first. */
export async function listMonitoring(db: Db, centreId: string, planId: string): Promise<MonitoringEntry[]> {
  const rows = await db
    .selectFrom('monitoring_entry as entry')
    .innerJoin('account', (join) =>
      join.onRef('account.centre_id', '=', 'entry.centre_id').onRef('account.id', '=', 'entry.author_id'),
    )
    .where('entry.centre_id', '=', centreId)
    .where('entry.plan_id', '=', planId)
    .select(['entry.id', 'held_on', 'contact', 'finding', 'action', 'account.name', 'entry.at'])
    .orderBy('held_on', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    heldOn: row.held_on,
    // The table's check holds it to the list.
    contact: row.contact as ContactKind,
    finding: row.finding,
    action: row.action,
    authorName: row.name,
    at: row.at,
  }));
}
