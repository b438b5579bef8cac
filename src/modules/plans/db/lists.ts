import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { type CaseState, caseStates, isOpen } from '../../casework/index.ts';
import { inForce, inPreparation, type VersionState } from '../domain/lifecycle.ts';
import { type PlanFilter, planFilters } from '../domain/plan.ts';
import type { Slot } from '../domain/schedule.ts';
import { leader } from './plans.ts';

const openCases: readonly CaseState[] = caseStates.filter(isOpen);

const states = (list: readonly VersionState[]) => sql.join(list.map((state) => sql.lit(state)));

/** The version that holds: in force, else the newest that was not given up; as a lateral of a query on `plan`. */
const leadingVersion = sql`lateral (select v.* from plan_version v where v.centre_id = plan.centre_id and v.plan_id = plan.id
  order by v.state in (${states(inForce)}) desc, v.state = 'abandoned', v.number desc limit 1)`;

const preparedVersion = sql`lateral (select v.* from plan_version v where v.centre_id = plan.centre_id and v.plan_id = plan.id
  and v.state in (${states(inPreparation)}) limit 1)`;

const nearestClock = sql`lateral (select d.* from deadline d where d.centre_id = plan.centre_id and d.case_id = plan.case_id
  and d.state = 'running' and d.kind in ('planReady', 'planClosing') order by d.due_on limit 1)`;

export interface ListedPlan {
  id: string;
  number: string;
  caseId: string;
  caseSign: string | null;
  caseState: CaseState;
  personId: string;
  personName: string;
  gmina: string;
  coordinatorId: string;
  coordinatorName: string;
  state: VersionState;
  /** The state of a change that is being prepared beside the version in force. */
  preparing: VersionState | null;
  startsOn: string | null;
  endsOn: string | null;
  services: string[];
  clock: { kind: string; startsOn: string; dueOn: string; amberOn: string; redOn: string } | null;
}

const conditions = {
  open: sql`lead.state not in ('summarised', 'abandoned')`,
  waiting: sql`prep.state = 'agreed'`,
  preparation: sql`prep.state is not null`,
  running: sql`lead.state in ('approved', 'running')`,
  closing: sql`lead.state in ('ended', 'resigned')`,
  closed: sql`lead.state in ('summarised', 'abandoned')`,
  all: sql`true`,
} satisfies Record<PlanFilter, unknown>;

/** Whose plans: one coordinator's, one person's, one case's, or all of the centre. */
export type PlanScope = { coordinatorId: string } | { personId: string } | { caseId: string } | 'all';

function scopeOf(scope: PlanScope) {
  if (scope === 'all') return sql`true`;
  if ('coordinatorId' in scope) return sql`${leader} = ${scope.coordinatorId}::uuid`;
  return 'personId' in scope ? sql`plan.person_id = ${scope.personId}` : sql`plan.case_id = ${scope.caseId}`;
}

/** Plans in the order of work: waiting for approval first, then by the nearest clock. */
export async function listPlans(
  db: Db,
  centreId: string,
  scope: PlanScope,
  filter: PlanFilter,
  page: { limit: number; offset: number },
): Promise<ListedPlan[]> {
  const result = await sql<ListedPlan>`
    select plan.id, plan.number, plan.case_id as "caseId", case_file.sign as "caseSign", case_file.state as "caseState",
      plan.person_id as "personId", person.given_name || ' ' || person.family_name as "personName", gmina.name as gmina,
      worker.id as "coordinatorId", worker.name as "coordinatorName", lead.state,
      case when prep.id <> lead.id then prep.state end as preparing, lead.starts_on as "startsOn", lead.ends_on as "endsOn",
      (select coalesce(jsonb_agg(distinct service.name), '[]') from plan_line line
        join programme_service offer on offer.centre_id = line.centre_id and offer.id = line.programme_service_id
        join service on service.centre_id = offer.centre_id and service.id = offer.service_id
        where line.centre_id = plan.centre_id and line.plan_version_id = lead.id) as services,
      case when clock.id is null then null else jsonb_build_object('kind', clock.kind, 'startsOn', clock.starts_on,
        'dueOn', clock.due_on, 'amberOn', clock.amber_on, 'redOn', clock.red_on) end as clock
    from plan
    join case_file on case_file.centre_id = plan.centre_id and case_file.id = plan.case_id
    join person on person.centre_id = plan.centre_id and person.id = plan.person_id
    join gmina on gmina.teryt = plan.gmina
    join account worker on worker.centre_id = plan.centre_id and worker.id = ${leader}
    join ${leadingVersion} lead on true
    left join ${preparedVersion} prep on true
    left join ${nearestClock} clock on true
    where plan.centre_id = ${centreId} and ${scopeOf(scope)} and ${conditions[filter]}
    order by prep.state is not distinct from 'agreed' desc, clock.due_on, plan.id desc
    limit ${page.limit} offset ${page.offset}`.execute(db);
  return result.rows;
}

/** How many plans stand in every part of the list. */
export async function countByFilter(
  db: Db,
  centreId: string,
  scope: PlanScope,
): Promise<Record<PlanFilter, number>> {
  const counts = planFilters.map(
    (filter) => sql`(count(*) filter (where ${conditions[filter]}))::int as ${sql.ref(filter)}`,
  );
  const result = await sql<Record<PlanFilter, number>>`
    select ${sql.join(counts)} from plan
    join case_file on case_file.centre_id = plan.centre_id and case_file.id = plan.case_id
    join ${leadingVersion} lead on true
    left join ${preparedVersion} prep on true
    where plan.centre_id = ${centreId} and ${scopeOf(scope)}`.execute(db);
  const row = result.rows[0];
  if (!row) throw new Error('an aggregate gives one row');
  return row;
}

/** A service that a provider gives to somebody: all that art. 49 and the plan let the provider know. */
export interface ProvidedLine {
  id: string;
  planNumber: string;
  personId: string;
  caseId: string;
  personName: string;
  serviceName: string;
  place: string | null;
  week: Slot[];
  scheduleWords: string | null;
  units: number;
  unit: string;
  startsOn: string;
  endsOn: string;
  coordinatorName: string;
}

/** Services of plans in force that an organization gives, and that have not passed; nothing else of those plans. */
export async function listProvidedLines(
  db: Db,
  centreId: string,
  organizationId: string,
  today: string,
): Promise<ProvidedLine[]> {
  const rows = await db
    .selectFrom('plan_line as line')
    .innerJoin('plan_version as version', (join) =>
      join.onRef('version.centre_id', '=', 'line.centre_id').onRef('version.id', '=', 'line.plan_version_id'),
    )
    .innerJoin('plan', (join) =>
      join.onRef('plan.centre_id', '=', 'version.centre_id').onRef('plan.id', '=', 'version.plan_id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.centre_id', '=', 'plan.centre_id').onRef('person.id', '=', 'plan.person_id'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.centre_id', '=', 'plan.centre_id').onRef('account.id', '=', 'plan.coordinator_id'),
    )
    .innerJoin('programme_service as offer', (join) =>
      join
        .onRef('offer.centre_id', '=', 'line.centre_id')
        .onRef('offer.id', '=', 'line.programme_service_id'),
    )
    .innerJoin('service', (join) =>
      join.onRef('service.centre_id', '=', 'offer.centre_id').onRef('service.id', '=', 'offer.service_id'),
    )
    .where('line.centre_id', '=', centreId)
    .where('line.organization_id', '=', organizationId)
    .where('version.state', 'in', ['approved', 'running'])
    .where('line.ends_on', '>=', today)
    .select([
      'line.id',
      'plan.number',
      'plan.person_id',
      'plan.case_id',
      'service.name as service_name',
      'account.name',
    ])
    .select([
      'line.place',
      'line.week',
      'line.schedule_words',
      'line.units',
      'line.unit',
      'line.starts_on',
      'line.ends_on',
    ])
    .select(sql<string>`person.given_name || ' ' || person.family_name`.as('person_name'))
    .orderBy('person.family_name')
    .orderBy('person.given_name')
    .orderBy('line.id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planNumber: row.number,
    personId: row.person_id,
    caseId: row.case_id,
    personName: row.person_name,
    serviceName: row.service_name,
    place: row.place,
    // Written by db/content.ts only.
    week: row.week as unknown as Slot[],
    scheduleWords: row.schedule_words,
    units: row.units,
    unit: row.unit,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    coordinatorName: row.name,
  }));
}

/** Workers who lead open cases or plans, also those who no longer work here: nobody is left behind when one leaves. */
export async function listCaseloads(
  db: Db,
  centreId: string,
): Promise<{ id: string; name: string; active: boolean; cases: number; plans: number }[]> {
  const result = await sql<{ id: string; name: string; active: boolean; cases: number; plans: number }>`
    with led as (
      select case_file.coordinator_id as id, 1 as cases, 0 as plans from case_file
      where case_file.centre_id = ${centreId} and case_file.coordinator_id is not null
        and case_file.state in (${sql.join(openCases.map((state) => sql.lit(state)))})
      union all
      select ${leader}, 0, 1 from plan
      join case_file on case_file.centre_id = plan.centre_id and case_file.id = plan.case_id
      join ${leadingVersion} lead on true
      where plan.centre_id = ${centreId} and lead.state not in ('summarised', 'abandoned'))
    select a.id, a.name, a.state = 'active' as active, sum(led.cases)::int as cases, sum(led.plans)::int as plans
    from led join account a on a.centre_id = ${centreId} and a.id = led.id
    group by a.id, a.name, a.state order by a.name`.execute(db);
  return result.rows;
}
