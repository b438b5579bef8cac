import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { PersonFile } from '../domain/person-file.ts';

/** Whose cases of the person are read: all, or those a coordinator runs and those that nobody runs yet. */
export type Reading = { kind: 'all' } | { kind: 'coordinator'; accountId: string } | { kind: 'team' };

const readable = (reading: Reading) => {
  if (reading.kind === 'all') return sql`true`;
  if (reading.kind === 'coordinator')
    return sql`(c.coordinator_id = ${reading.accountId} or c.coordinator_id is null)`;
  return sql`exists (select from transfer t where t.centre_id = c.centre_id and t.case_id = c.id
    and t.target_kind = 'team' and t.answer is distinct from 'returned')`;
};

/**
 * A person's cases with the last notes and the documents of those cases, in one statement. A restricted note is its
 * author's, its coordinator's and the director's; it is left out for everybody else.
 */
export async function readPersonFile(
  db: Db,
  centreId: string,
  personId: string,
  reading: Reading,
  reader: { accountId: string; director: boolean },
): Promise<Pick<PersonFile, 'cases' | 'notes' | 'documents'>> {
  const result = await sql<Pick<PersonFile, 'cases' | 'notes' | 'documents'>>`
    with own as (
      select c.* from case_file c where c.centre_id = ${centreId} and c.person_id = ${personId} and ${readable(reading)}
    )
    select
      coalesce((select json_agg(json_build_object('id', o.id, 'sign', o.sign, 'title', o.title, 'state', o.state,
          'receivedOn', (o.received_at at time zone 'Europe/Warsaw')::date, 'coordinator', a.name,
          'gmina', g.name) order by o.received_at desc)
        from own o join gmina g on g.teryt = o.gmina
        left join account a on a.centre_id = o.centre_id and a.id = o.coordinator_id), '[]') as cases,
      coalesce((select json_agg(x.note order by x.id desc) from (
        select n.id, json_build_object('id', n.id, 'caseId', n.case_id, 'kind', n.kind, 'body', n.body,
          'at', to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'author', a.name) as note
        from note n join own o on o.id = n.case_id
        join account a on a.centre_id = n.centre_id and a.id = n.author_id
        where n.centre_id = ${centreId} and (not n.restricted or n.author_id = ${reader.accountId}
          or o.coordinator_id = ${reader.accountId} or ${reader.director})
        order by n.id desc limit 20) x), '[]') as notes,
      coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'coordinatorId', o.coordinator_id,
          'title', d.title, 'sign', d.sign,
          'issuedOn', d.issued_on, 'issuedBy', a.name, 'ready', d.pdf is not null) order by d.id desc)
        from document d join own o on o.id = d.case_id
        left join account a on a.centre_id = d.centre_id and a.id = d.issued_by
        where d.centre_id = ${centreId}), '[]') as documents`.execute(db);
  const row = result.rows[0];
  if (!row) throw new Error('an aggregate gives one row');
  return row;
}
