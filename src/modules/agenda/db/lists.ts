import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { ofCentreOnly } from '../domain/centre-duty.ts';
import type { Appointment, ListedDeadline } from '../domain/deadline.ts';

/** More clocks than this are neither listed nor counted one by one: the oldest come first, the rest is "and more". */
const countedAtMost = 500;

export interface Counts {
  overdue: number;
  red: number;
  amber: number;
  calm: number;
  capped: boolean;
}

/** Whose clocks: one worker's own, with those without an owner (the team's on cases, the centre's own duties), or everybody's. */
export type Whose = { accountId: string; team: boolean; duties: boolean } | 'everybody';

const condition = (whose: Whose) =>
  whose === 'everybody'
    ? sql`true`
    : sql`(d.owner_id = ${whose.accountId} or (d.owner_id is null
        and case when d.kind = any(${[...ofCentreOnly]}::text[]) then ${whose.duties}::boolean else ${whose.team}::boolean end))`;

/** Running clocks, the most urgent first, with the counts of their colours: one statement, one round trip. */
export async function listRunning(
  db: Db,
  centreId: string,
  whose: Whose,
  today: string,
  limit = 50,
): Promise<{ deadlines: ListedDeadline[]; counts: Counts }> {
  const result = await sql<{ deadlines: ListedDeadline[]; counts: Counts }>`
    with counted as materialized (
      select d.* from deadline d
      where d.centre_id = ${centreId} and d.state = 'running' and ${condition(whose)}
      order by d.due_on limit ${countedAtMost + 1}
    ), listed as (select * from counted order by due_on, id limit ${limit})
    select
      coalesce((select jsonb_agg(jsonb_build_object(
          'id', l.id, 'kind', l.kind, 'title', l.title, 'caseId', l.case_id, 'planId', l.plan_id,
          'programmeVersionId', l.programme_version_id, 'ownerId', l.owner_id, 'startsOn', l.starts_on, 'dueOn', l.due_on,
          'amberOn', l.amber_on, 'redOn', l.red_on, 'basis', l.basis, 'steps', l.steps, 'state', l.state, 'endedOn', l.ended_on,
          'sign', c.sign, 'ownerName', a.name) order by l.due_on, l.id)
        from listed l
        left join case_file c on c.centre_id = ${centreId} and c.id = l.case_id
        left join account a on a.centre_id = ${centreId} and a.id = l.owner_id), '[]') as deadlines,
      (select jsonb_build_object(
          'overdue', count(*) filter (where due_on < ${today}::date),
          'red', count(*) filter (where due_on >= ${today}::date and red_on <= ${today}::date),
          'amber', count(*) filter (where red_on > ${today}::date and amber_on <= ${today}::date),
          'calm', count(*) filter (where amber_on > ${today}::date),
          'capped', count(*) > ${countedAtMost}) from counted) as counts`.execute(db);
  const row = result.rows[0];
  if (!row) throw new Error('an aggregate gives one row');
  return row;
}

/** Running clocks per worker: how many, how many late, the nearest day. */
export async function countByOwner(
  db: Db,
  centreId: string,
  today: string,
): Promise<
  { ownerId: string | null; ownerName: string | null; running: number; late: number; nearest: string }[]
> {
  const result = await sql<{
    ownerId: string | null;
    ownerName: string | null;
    running: number;
    late: number;
    nearest: string;
  }>`
    select d.owner_id as "ownerId", a.name as "ownerName", count(*)::int as running,
      (count(*) filter (where d.due_on < ${today}::date))::int as late, min(d.due_on) as nearest
    from deadline d left join account a on a.centre_id = d.centre_id and a.id = d.owner_id
    where d.centre_id = ${centreId} and d.state = 'running'
    group by d.owner_id, a.name order by late desc, running desc limit 50`.execute(db);
  return result.rows;
}

/** Appointments of a worker in a span of instants, in order. */
export async function listAppointments(
  db: Db,
  centreId: string,
  accountId: string,
  from: string,
  to: string,
): Promise<Appointment[]> {
  const rows = await db
    .selectFrom('appointment')
    .leftJoin('case_file', (join) =>
      join
        .onRef('case_file.centre_id', '=', 'appointment.centre_id')
        .onRef('case_file.id', '=', 'appointment.case_id'),
    )
    .where('appointment.centre_id', '=', centreId)
    .where('appointment.account_id', '=', accountId)
    .where('appointment.cancelled', '=', false)
    .where('appointment.starts_at', '>=', from)
    .where('appointment.starts_at', '<', to)
    .select([
      'appointment.id',
      'appointment.case_id',
      'case_file.sign',
      'appointment.kind',
      'appointment.place',
      'appointment.starts_at',
      'appointment.minutes',
    ])
    .orderBy('appointment.starts_at')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    sign: row.sign,
    kind: row.kind,
    place: row.place,
    startsAt: row.starts_at,
    minutes: row.minutes,
  }));
}
