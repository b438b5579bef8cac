import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { inForce, type Standing, type VersionState } from '../domain/lifecycle.ts';
import type { Ending, Plan, UpdateKind, Version } from '../domain/plan.ts';

const selectVersions = (db: Db, centreId: string) =>
  db
    .selectFrom('plan_version as one')
    .innerJoin('account as author', (join) =>
      join.onRef('author.centre_id', '=', 'one.centre_id').onRef('author.id', '=', 'one.author_id'),
    )
    .leftJoin('account as approver', (join) =>
      join.onRef('approver.centre_id', '=', 'one.centre_id').onRef('approver.id', '=', 'one.approved_by'),
    )
    .where('one.centre_id', '=', centreId)
    .selectAll('one')
    .select(['author.name as author_name', 'approver.name as approver_name']);

type VersionRow = Awaited<ReturnType<ReturnType<typeof selectVersions>['executeTakeFirstOrThrow']>>;

// The table's checks hold states, kinds and endings to their lists.
const versionOf = (row: VersionRow): Version => ({
  id: row.id,
  number: row.number,
  state: row.state as VersionState,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  updateKind: row.update_kind as UpdateKind | null,
  updateReason: row.update_reason,
  authorId: row.author_id,
  authorName: row.author_name,
  agreedOn: row.agreed_on,
  agreedHow: row.agreed_how,
  approvedBy: row.approved_by,
  approvedByName: row.approver_name,
  approvedOn: row.approved_on,
  returnRemarks: row.return_remarks,
  endedOn: row.ended_on,
  ending: row.ending as Ending | null,
  endReason: row.end_reason,
  version: row.version,
});

/**
 * Who leads a plan: until it is approved the coordinator of its case, who may be assigned anew; then who drew it up or
 * took it over (art. 45(1)). For queries that join plan and case_file.
 */
export const leader = sql<string>`case when case_file.state = 'plan_in_preparation'
  then coalesce(case_file.coordinator_id, plan.coordinator_id) else plan.coordinator_id end`;

/** A plan of the centre with all its versions, oldest first; its row is locked until the end of the transaction with `lock`. */
export async function findPlan(
  db: Db,
  centreId: string,
  of: { planId: string } | { caseId: string },
  lock = false,
): Promise<Plan | undefined> {
  let one = db
    .selectFrom('plan')
    .innerJoin('case_file', (join) =>
      join.onRef('case_file.centre_id', '=', 'plan.centre_id').onRef('case_file.id', '=', 'plan.case_id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.centre_id', '=', 'plan.centre_id').onRef('person.id', '=', 'plan.person_id'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.centre_id', '=', 'plan.centre_id').on('account.id', '=', leader),
    )
    .where('plan.centre_id', '=', centreId)
    .where('planId' in of ? 'plan.id' : 'plan.case_id', '=', 'planId' in of ? of.planId : of.caseId)
    .select(['plan.id', 'plan.number', 'plan.case_id', 'plan.person_id', 'plan.gmina'])
    .select(['case_file.sign', 'account.id as coordinator_id', 'account.name', 'account.position'])
    .select(sql<string>`person.given_name || ' ' || person.family_name`.as('person_name'));
  if (lock) one = one.forUpdate('plan');
  const row = await one.executeTakeFirst();
  if (!row) return undefined;
  const versions = await selectVersions(db, centreId)
    .where('one.plan_id', '=', row.id)
    .orderBy('one.number')
    .execute();
  return {
    id: row.id,
    number: row.number,
    caseId: row.case_id,
    caseSign: row.sign,
    personId: row.person_id,
    personName: row.person_name,
    gmina: row.gmina,
    coordinatorId: row.coordinator_id,
    coordinatorName: row.name,
    coordinatorPosition: row.position,
    versions: versions.map(versionOf),
  };
}

/** Founds a plan of a case. */
export async function insertPlan(
  tx: Db,
  centreId: string,
  plan: Pick<Plan, 'id' | 'number' | 'caseId' | 'personId' | 'gmina' | 'coordinatorId'>,
): Promise<void> {
  await tx
    .insertInto('plan')
    .values({
      centre_id: centreId,
      id: plan.id,
      number: plan.number,
      case_id: plan.caseId,
      person_id: plan.personId,
      gmina: plan.gmina,
      coordinator_id: plan.coordinatorId,
    })
    .execute();
}

/** Makes the next version of a plan, written by the actor. */
export async function insertVersion(
  tx: Db,
  moment: Moment,
  planId: string,
  version: {
    number: number;
    startsOn: string | null;
    endsOn: string | null;
    updateKind?: UpdateKind;
    updateReason?: string;
  },
): Promise<{ id: string }> {
  const id = newId();
  await tx
    .insertInto('plan_version')
    .values({
      centre_id: moment.actor.centreId,
      id,
      plan_id: planId,
      number: version.number,
      state: 'draft',
      starts_on: version.startsOn,
      ends_on: version.endsOn,
      update_kind: version.updateKind ?? null,
      update_reason: version.updateReason ?? null,
      author_id: moment.actor.accountId,
      created_at: moment.now,
    })
    .execute();
  return { id };
}

/** Columns that a step writes beside the state. */
export interface VersionColumns {
  starts_on?: string;
  ends_on?: string;
  agreed_on?: string | null;
  agreed_how?: string | null;
  approved_by?: string;
  approved_on?: string;
  authorisation_id?: string | null;
  return_remarks?: string | null;
  ended_on?: string;
  ending?: Ending;
  end_reason?: string | null;
}

/** Writes one version and adds one to the number that a stale form is known by. */
export async function saveVersion(
  tx: Db,
  centreId: string,
  versionId: string,
  columns: VersionColumns & { state?: VersionState } = {},
): Promise<void> {
  await tx
    .updateTable('plan_version')
    .set({ ...columns, version: sql`version + 1` })
    .where('centre_id', '=', centreId)
    .where('id', '=', versionId)
    .execute();
}

/**
 * Brings the versions of a plan to the standing that `after` gave; `columns` go to the one the step was done to.
 * What leaves force is written first: a plan has one version in force at every moment.
 */
export async function saveStandings(
  tx: Db,
  centreId: string,
  plan: Pick<Plan, 'versions'>,
  next: readonly Standing[],
  at: number,
  columns: VersionColumns,
): Promise<void> {
  const changed = plan.versions.flatMap((version) => {
    const state = next.find(({ number }) => number === version.number)?.state;
    return state && (state !== version.state || version.number === at) ? [{ version, state }] : [];
  });
  const leavingFirst = changed.toSorted(
    (one, other) => Number(inForce.includes(one.state)) - Number(inForce.includes(other.state)),
  );
  for (const { version, state } of leavingFirst)
    await saveVersion(tx, centreId, version.id, { ...(version.number === at ? columns : {}), state });
}

/** Gives plans to another coordinator. */
export async function changeCoordinator(
  tx: Db,
  centreId: string,
  planIds: readonly string[],
  coordinatorId: string,
): Promise<void> {
  if (planIds.length === 0) return;
  await tx
    .updateTable('plan')
    .set({ coordinator_id: coordinatorId })
    .where('centre_id', '=', centreId)
    .where('id', 'in', [...planIds])
    .execute();
}
