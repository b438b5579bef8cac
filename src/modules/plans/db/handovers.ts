import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import type { Handover } from '../domain/plan.ts';
import { leader } from './plans.ts';

/** Plans of a worker that still have work in them. */
export async function listOpenPlans(
  db: Db,
  centreId: string,
  coordinatorId: string,
): Promise<{ id: string; caseId: string }[]> {
  const rows = await db
    .selectFrom('plan')
    .innerJoin('case_file', (join) =>
      join.onRef('case_file.centre_id', '=', 'plan.centre_id').onRef('case_file.id', '=', 'plan.case_id'),
    )
    .select(['plan.id', 'plan.case_id'])
    .where('plan.centre_id', '=', centreId)
    .where(leader, '=', coordinatorId)
    .where((where) =>
      where.exists(
        where
          .selectFrom('plan_version')
          .select(sql`1`.as('one'))
          .whereRef('plan_version.centre_id', '=', 'plan.centre_id')
          .whereRef('plan_version.plan_id', '=', 'plan.id')
          .where('plan_version.state', 'not in', ['summarised', 'superseded', 'abandoned']),
      ),
    )
    .orderBy('plan.id')
    .execute();
  return rows.map((row) => ({ id: row.id, caseId: row.case_id }));
}

/** Keeps a handover with the plans that changed hands. */
export async function addHandover(
  tx: Db,
  moment: Moment,
  handover: { from: string; to: string; reason: string; planIds: readonly string[]; cases: number },
): Promise<{ id: string }> {
  const { centreId, accountId } = moment.actor;
  const id = newId();
  await tx
    .insertInto('handover')
    .values({
      centre_id: centreId,
      id,
      from_account_id: handover.from,
      to_account_id: handover.to,
      reason: handover.reason,
      plans: handover.planIds.length,
      cases: handover.cases,
      ordered_by: accountId,
      ordered_on: moment.today,
      at: moment.now,
    })
    .execute();
  if (handover.planIds.length > 0)
    await tx
      .insertInto('handover_plan')
      .values(handover.planIds.map((plan_id) => ({ centre_id: centreId, handover_id: id, plan_id })))
      .execute();
  return { id };
}

const selectHandovers = (db: Db, centreId: string) =>
  db
    .selectFrom('handover')
    .innerJoin('account as giver', (join) =>
      join
        .onRef('giver.centre_id', '=', 'handover.centre_id')
        .onRef('giver.id', '=', 'handover.from_account_id'),
    )
    .innerJoin('account as taker', (join) =>
      join
        .onRef('taker.centre_id', '=', 'handover.centre_id')
        .onRef('taker.id', '=', 'handover.to_account_id'),
    )
    .innerJoin('account as orderer', (join) =>
      join
        .onRef('orderer.centre_id', '=', 'handover.centre_id')
        .onRef('orderer.id', '=', 'handover.ordered_by'),
    )
    .where('handover.centre_id', '=', centreId)
    .select(['handover.id', 'reason', 'plans', 'cases', 'ordered_on as orderedOn'])
    .select(['giver.name as fromName', 'taker.name as toName', 'orderer.name as orderedByName'])
    .orderBy('handover.id', 'desc');

/** Handovers of one plan, newest first. */
export async function listHandovers(db: Db, centreId: string, planId: string): Promise<Handover[]> {
  return await selectHandovers(db, centreId)
    .where('handover.id', 'in', (select) =>
      select
        .selectFrom('handover_plan')
        .select('handover_id')
        .where('centre_id', '=', centreId)
        .where('plan_id', '=', planId),
    )
    .execute();
}

/** The last handovers of the centre, newest first. */
export async function latestHandovers(db: Db, centreId: string): Promise<Handover[]> {
  return await selectHandovers(db, centreId).limit(20).execute();
}
