import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { inForce } from '../domain/lifecycle.ts';
import type { Counted } from '../domain/summary.ts';

const forceStates = sql.join(inForce.map((state) => sql.lit(state)));

/**
 * Counts of plans in a period, in one statement and without a person: plans in force by state and gmina, the areas of
 * their needs, what happened (approved, of these within 30 days, changed, resigned, ended) and results of the summaries.
 */
export async function countPlans(db: Db, centreId: string, from: string, to: string): Promise<Counted[]> {
  const result = await sql<Counted>`
    with here as (
      select p.id, p.gmina, v.id as version_id, v.state from plan p
      join plan_version v on v.centre_id = p.centre_id and v.plan_id = p.id and v.state in (${forceStates})
      where p.centre_id = ${centreId} and v.starts_on <= ${to}::date and coalesce(v.ended_on, v.ends_on) >= ${from}::date
    ), approvals as (
      -- in time is what the clock of art. 40 says: a thirtieth day that is free goes over to the next (art. 57 § 4 KPA)
      select v.number, v.approved_on, (select max(d.due_on) from deadline d
          where d.centre_id = v.centre_id and d.case_id = p.case_id and d.kind = 'planReady') as due_on from plan_version v
      join plan p on p.centre_id = v.centre_id and p.id = v.plan_id
      where v.centre_id = ${centreId} and v.approved_on between ${from}::date and ${to}::date
    ), endings as (
      select v.ending from plan_version v
      where v.centre_id = ${centreId} and v.ended_on between ${from}::date and ${to}::date
        and v.state in ('ended', 'resigned', 'summarised')
    )
    select 'states' as "table", state as key, count(*)::int as count from here group by state
    union all
    select 'gminas', g.name, count(*)::int from here join gmina g on g.teryt = here.gmina group by g.name
    union all
    select 'areas', coalesce(n.area::text, 'unknown'), count(distinct here.id)::int
      from here join plan_need n on n.centre_id = ${centreId} and n.plan_version_id = here.version_id group by 2
    union all
    select 'results', outcome, count(*)::int from plan_closing
      where centre_id = ${centreId} and written_on between ${from}::date and ${to}::date group by outcome
    union all select 'events', 'approved', count(*)::int from approvals where number = 1
    union all select 'events', 'in_time', count(*)::int from approvals
      where number = 1 and approved_on <= due_on
    union all select 'events', 'updated', count(*)::int from approvals where number > 1
    union all select 'events', 'resigned', count(*)::int from endings where ending = 'resignation'
    union all select 'events', 'ended', count(*)::int from endings where ending <> 'resignation'`.execute(db);
  return result.rows.toSorted((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}
