import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import { insertCase } from './changes.ts';
import type { PersonCard } from '../domain/person-card.ts';
import type { About, ReportInput } from '../domain/report.ts';

/** A person of the register as a new case needs them. */
export interface KnownPerson {
  id: string;
  name: string;
  birthDate: string | null;
}

/** The person of this centre's register; undefined when there is none. */
export async function findPerson(
  db: Db,
  centreId: string,
  personId: string,
): Promise<KnownPerson | undefined> {
  const row = await db
    .selectFrom('person')
    .where('centre_id', '=', centreId)
    .where('id', '=', personId)
    .select(['id', 'given_name', 'family_name', 'birth_date'])
    .executeTakeFirst();
  return row && { id: row.id, name: `${row.given_name} ${row.family_name}`, birthDate: row.birth_date };
}

/** Whether the centre serves this gmina on the day. */
export async function servesGmina(db: Db, centreId: string, teryt: string, today: string): Promise<boolean> {
  const row = await db
    .selectFrom('centre_gmina')
    .where('centre_id', '=', centreId)
    .where('teryt', '=', teryt)
    .where('valid_from', '<=', today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
    .select('teryt')
    .executeTakeFirst();
  return row !== undefined;
}

/** Which of these services are the centre's own. */
export async function knownServices(db: Db, centreId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('service')
    .where('centre_id', '=', centreId)
    .where('id', 'in', [...ids])
    .select('id')
    .execute();
  return rows.map((row) => row.id);
}

export interface NewReport {
  id: string;
  input: ReportInput;
  title: string;
  personId: string | null;
  /** Null: the resident wrote it down themselves, on the web. */
  takenBy: string | null;
  receivedAt: string;
}

/** Keeps a need report as a new case in the state `reported`. */
export async function insertReport(tx: Db, centreId: string, report: NewReport): Promise<void> {
  const { id, input } = report;
  const { reporter } = input;
  await Promise.all([
    insertCase(tx, centreId, {
      id,
      gmina: input.gmina,
      personId: report.personId,
      title: report.title,
      state: 'reported',
      channel: input.channel,
      language: input.language ?? null,
      coordinatorId: null,
      receivedAt: report.receivedAt,
    }),
    tx
      .insertInto('need_report')
      .values({
        centre_id: centreId,
        case_id: id,
        taken_by: report.takenBy,
        reporter_name: reporter.name ?? null,
        reporter_phone: reporter.phone ?? null,
        reporter_email: reporter.email ?? null,
        reporter_role: reporter.role ?? null,
        about: sql`${JSON.stringify(input.about)}::jsonb`,
        contact_wish: input.contactWish ?? null,
      })
      .execute(),
    insertNeeds(tx, centreId, id, input.needs),
  ]);
}

/** Adds the needs of a new case in their order. */
export async function insertNeeds(
  tx: Db,
  centreId: string,
  caseId: string,
  needs: ReportInput['needs'],
): Promise<void> {
  await tx
    .insertInto('need')
    .values(
      needs.map((need, position) => ({
        centre_id: centreId,
        id: newId(),
        case_id: caseId,
        words: need.words,
        area: need.area ?? null,
        service_id: need.serviceId ?? null,
        position,
      })),
    )
    .execute();
}

/** What was typed about the person of a report; undefined when the case began without a report. */
export async function findAbout(db: Db, centreId: string, caseId: string): Promise<About | undefined> {
  const row = await db
    .selectFrom('need_report')
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .select('about')
    .executeTakeFirst();
  return row && (row.about as About);
}

/** Keeps how a report was answered. */
export async function saveAnswer(
  tx: Db,
  centreId: string,
  caseId: string,
  answer: { words: string; on: string; by: string },
): Promise<void> {
  await tx
    .updateTable('need_report')
    .set({ answer: answer.words, answered_on: answer.on, answered_by: answer.by })
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .execute();
}

/** The person of the register as a new case shows them, with who may apply for them on the day. */
export async function findPersonCard(
  db: Db,
  centreId: string,
  personId: string,
  today: string,
): Promise<PersonCard | undefined> {
  const found = await sql<PersonCard>`
    select p.id, p.given_name || ' ' || p.family_name as name, p.birth_date as "birthDate", p.shielded, p.gmina,
      coalesce((select json_agg(json_build_object('id', o.id, 'name', o.given_name || ' ' || o.family_name, 'kind', r.kind) order by r.id)
        from person_relation r join person o on o.centre_id = r.centre_id and o.id = r.other_person_id
        where r.centre_id = p.centre_id and r.person_id = p.id and r.kind in ('statutory_representative', 'factual_carer')
          and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today}) and o.deceased_on is null), '[]') as representatives
    from person p where p.centre_id = ${centreId} and p.id = ${personId}`.execute(db);
  return found.rows[0];
}
