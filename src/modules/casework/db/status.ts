import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { type CaseChange, type CaseStatus, storyOf } from '../domain/status.ts';

/** What a resident sees of a case by its address: where it stands and by when, without the words of the workers. */
export async function findStatus(db: Db, centreId: string, caseId: string): Promise<CaseStatus | undefined> {
  const found = await sql<Omit<CaseStatus, 'steps'> & { changes: CaseChange[] }>`
    select c.id as "caseId", c.person_id as "personId", c.state, c.sign, c.received_at as "receivedAt",
      c.submitted_on as "submittedOn", c.closed_on as "closedOn", w.name as coordinator,
      a.call_reason as "callReason", a.call_delivered_on as "callDeliveredOn", a.complete_until as "completeUntil",
      coalesce((select json_agg(json_build_object('name', s.name, 'names', json_strip_nulls(json_build_object(
          'uk', s.translations->'uk'->>'name', 'en', s.translations->'en'->>'name'))) order by s.name) from application_service x
        join service s on s.centre_id = x.centre_id and s.id = x.service_id
        where x.centre_id = c.centre_id and x.case_id = c.id), '[]') as services,
      (select d.due_on from deadline d where d.centre_id = c.centre_id and d.case_id = c.id
        and d.kind = 'planReady' and d.state = 'running' order by d.due_on limit 1) as "planDueOn",
      (select d.due_on from deadline d where d.centre_id = c.centre_id and d.case_id = c.id
        and d.kind = 'callBack' and d.state = 'running' order by d.due_on limit 1) as "callBackBy",
      coalesce((select json_agg(json_build_object('action', e.action,
          'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          'after', coalesce(e.what->'after'->>'state', e.what->>'after')) order by e.seq)
        from audit_entry e where e.centre_id = c.centre_id and e.case_id = c.id and e.kind = 'change'), '[]') as changes,
      coalesce((select json_agg(f.name order by f.id) from attachment f
        where f.centre_id = c.centre_id and f.case_id = c.id and f.added_by is null), '[]') as files
    from case_file c
    left join application a on a.centre_id = c.centre_id and a.case_id = c.id
    left join account w on w.centre_id = c.centre_id and w.id = c.coordinator_id
    where c.centre_id = ${centreId} and c.id = ${caseId}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { changes, ...status } = row;
  return { ...status, steps: storyOf(changes, status) };
}

/** Cases of a person, newest first, for the person themselves. */
export async function listOwnCaseIds(
  db: Db,
  centreId: string,
  personId: string,
): Promise<{ id: string; title: string }[]> {
  return await db
    .selectFrom('case_file')
    .select(['id', 'title'])
    .where('centre_id', '=', centreId)
    .where('person_id', '=', personId)
    .orderBy('received_at', 'desc')
    .limit(30)
    .execute();
}
