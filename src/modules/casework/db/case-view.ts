import { sql } from 'kysely';
import { prepared } from '../../../platform/database/prepared.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { CaseView } from '../domain/case-view.ts';

/** Who reads decides which notes are read: restricted ones are their author's, the coordinator's and the director's. */
export interface NoteReader {
  accountId: string;
  /** Staff read notes and history; the resident reads what concerns their matter, not the workers' notes. */
  staff: boolean;
  director: boolean;
}

// An instant inside JSON, in the form in which the driver gives every other one.
const instant = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const wholeCase = prepared<NoteReader & { centreId: string; caseId: string }>()((db, place) => ({
  compile: () =>
    sql<CaseView>`
    select c.id, c.version, c.title, c.state, c.channel, c.sign, c.received_at as "receivedAt",
      c.submitted_on as "submittedOn", c.closed_on as "closedOn", c.closing_reason as "closingReason",
      c.person_id as "personId", c.coordinator_id as "coordinatorId", coordinator.name as coordinator, false as granted,
      json_build_object('teryt', g.teryt, 'name', g.name) as gmina,
      array_remove(array[
        case when exists (select from transfer t where t.centre_id = c.centre_id and t.case_id = c.id) then 'transfers' end,
        case when exists (select from decision d where d.centre_id = c.centre_id and d.case_id = c.id)
          or exists (select from refusal_draft d where d.centre_id = c.centre_id and d.case_id = c.id) then 'decisions' end,
        case when exists (select from fee f where f.centre_id = c.centre_id and f.case_id = c.id) then 'fees' end
      ], null) as parts,
      exists (select from transfer t where t.centre_id = c.centre_id and t.case_id = c.id
        and t.target_kind = 'team' and t.answer is distinct from 'returned') as "transferredToTeam",
      case when p.id is not null then json_build_object(
        'id', p.id, 'name', p.given_name || ' ' || p.family_name, 'birthDate', p.birth_date, 'phone', p.phone,
        'email', p.email, 'shielded', p.shielded, 'accessibility', p.accessibility_needs,
        'contactWish', p.contact_preference,
        'address', case when p.shielded then null else nullif(concat_ws(', ',
          nullif(concat_ws(' ', coalesce(p.street, case when p.house_number is not null then p.locality end), concat_ws('/', p.house_number, p.flat_number)), ''),
          nullif(concat_ws(' ', p.postcode, p.locality), '')), '') end) end as person,
      coalesce((select json_agg(json_build_object('id', n.id, 'words', n.words, 'area', n.area, 'service', s.name) order by n.position)
        from need n left join service s on s.centre_id = n.centre_id and s.id = n.service_id
        where n.centre_id = c.centre_id and n.case_id = c.id), '[]') as needs,
      (select json_build_object('takenBy', taker.name, 'name', r.reporter_name, 'phone', r.reporter_phone,
          'email', r.reporter_email, 'role', r.reporter_role, 'about', r.about, 'contactWish', r.contact_wish,
          'answer', r.answer, 'answeredOn', r.answered_on, 'answeredBy', answerer.name)
        from need_report r
        left join account taker on taker.centre_id = r.centre_id and taker.id = r.taken_by
        left join account answerer on answerer.centre_id = r.centre_id and answerer.id = r.answered_by
        where r.centre_id = c.centre_id and r.case_id = c.id) as report,
      (select json_build_object('applicantRole', a.applicant_role, 'applicant', a.applicant,
          'programmeVersionId', a.programme_version_id, 'programme', pr.name, 'resolution', v.resolution_number,
          'services', coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name)
            from application_service x join service s on s.centre_id = x.centre_id and s.id = x.service_id
            where x.centre_id = a.centre_id and x.case_id = a.case_id), '[]'),
          'answers', case when p.shielded then a.answers - 'residence_address' else a.answers end, 'declarations', a.declarations, 'reliefs', a.reliefs, 'documents', a.documents,
          'informationClause', a.information_clause, 'informationGivenOn', a.information_given_on,
          'callReason', a.call_reason, 'callDeliveredOn', a.call_delivered_on, 'completeUntil', a.complete_until,
          'completedOn', a.completed_on, 'completedWords', a.completed_words)
        from application a
        left join programme_version v on v.centre_id = a.centre_id and v.id = a.programme_version_id
        left join programme pr on pr.centre_id = v.centre_id and pr.id = v.programme_id
        where a.centre_id = c.centre_id and a.case_id = c.id) as application,
      coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'title', d.title, 'caseId', d.case_id,
          'planId', d.plan_id, 'programmeVersionId', d.programme_version_id, 'ownerId', d.owner_id,
          'startsOn', d.starts_on, 'dueOn', d.due_on, 'amberOn', d.amber_on, 'redOn', d.red_on, 'basis', d.basis,
          'steps', d.steps, 'state', d.state, 'endedOn', d.ended_on) order by d.state <> 'running', d.due_on)
        from deadline d where d.centre_id = c.centre_id and d.case_id = c.id), '[]') as deadlines,
      coalesce((select json_agg(n.note order by n.id desc) from (
        select n.id, json_build_object('id', n.id, 'kind', n.kind, 'body', n.body, 'restricted', n.restricted,
          'at', ${instant('n.at')}, 'author', author.name) as note
        from note n join account author on author.centre_id = n.centre_id and author.id = n.author_id
        where n.centre_id = c.centre_id and n.case_id = c.id and ${place('staff')}
          and (not n.restricted or n.author_id = ${place('accountId')} or c.coordinator_id = ${place('accountId')} or ${place('director')})
        order by n.id desc limit 100) n), '[]') as notes,
      coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size,
          'at', ${instant('f.added_at')}, 'addedBy', adder.name, 'cameOn', f.came_on,
          'cameFrom', case when ${place('staff')} then f.came_from end) order by f.id desc)
        from attachment f left join account adder on adder.centre_id = f.centre_id and adder.id = f.added_by
        where f.centre_id = c.centre_id and f.case_id = c.id), '[]') as attachments,
      coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'title', d.title, 'sign', d.sign,
          'issuedOn', d.issued_on, 'issuedBy', issuer.name, 'ready', d.pdf is not null) order by d.id desc)
        from document d left join account issuer on issuer.centre_id = d.centre_id and issuer.id = d.issued_by
        where d.centre_id = c.centre_id and d.case_id = c.id), '[]') as documents,
      coalesce((select json_agg(json_build_object('seq', h.seq, 'at', ${instant('h.at')}, 'actor', h.actor,
          'action', h.action) order by h.seq desc)
        from (select seq, at, actor, action from audit_entry e
          where e.centre_id = c.centre_id and e.case_id = c.id and e.kind = 'change' and ${place('staff')}
          order by seq desc limit 60) h), '[]') as history
    from case_file c
    join gmina g on g.teryt = c.gmina
    left join person p on p.centre_id = c.centre_id and p.id = c.person_id
    left join account coordinator on coordinator.centre_id = c.centre_id and coordinator.id = c.coordinator_id
    where c.centre_id = ${place('centreId')} and c.id = ${place('caseId')}`.compile(db),
}));

/**
 * The whole case in one statement: one round trip, every part by its index. It is the read that a worker waits for
 * all day and that the benchmark measures, so no part of it is a second question.
 */
export async function readCase(
  db: Db,
  centreId: string,
  caseId: string,
  reader: NoteReader,
): Promise<CaseView | undefined> {
  return await wholeCase.first(db, { centreId, caseId, ...reader });
}
