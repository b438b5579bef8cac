import { sql } from 'kysely';
import { isLang, type Lang } from '../../../lang.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { type Safe, safeOf } from '../../../platform/vault/stores.ts';
import type { ApplicationContent } from '../domain/application.ts';
import type { ApplicationProgramme } from '../domain/programme.ts';
import type { CaseApplicantRole, Declaration, Enclosure } from '../domain/case-view.ts';
import { findProgramme } from './programmes.ts';
import { openPeselAnswer, sealPeselAnswer } from '../../people/index.ts';

const json = (value: unknown) => sql<string>`${JSON.stringify(value)}::jsonb`;

export interface StoredApplication {
  content: ApplicationContent;
  applicantId: string | null;
  programmeVersionId: string | null;
  programme: ApplicationProgramme | undefined;
  services: string[];
  callDeliveredOn: string | null;
  /** Days that the call gives from its delivery. */
  callDays: number;
  completeUntil: string | null;
}

/** The application of a case with its programme; undefined when the case has none yet. */
export async function findApplication(
  db: Db,
  moment: Moment,
  caseId: string,
): Promise<StoredApplication | undefined> {
  const safe = safeOf(moment);
  const { centreId } = safe;
  const [row, services] = await Promise.all([
    db
      .selectFrom('application')
      .selectAll()
      .where('centre_id', '=', centreId)
      .where('case_id', '=', caseId)
      .executeTakeFirst(),
    db
      .selectFrom('application_service')
      .innerJoin('service', (join) =>
        join
          .onRef('service.centre_id', '=', 'application_service.centre_id')
          .onRef('service.id', '=', 'application_service.service_id'),
      )
      .where('application_service.centre_id', '=', centreId)
      .where('application_service.case_id', '=', caseId)
      .select('service.name')
      .orderBy('service.name')
      .execute(),
  ]);
  if (!row) return undefined;
  const version = row.programme_version_id;
  return {
    content: {
      applicantRole: row.applicant_role as CaseApplicantRole,
      applicant: row.applicant as ApplicationContent['applicant'],
      answers: openPeselAnswer(safe, caseId, row.answers as ApplicationContent['answers']),
      reliefs: row.reliefs as string[],
      documents: (row.documents as unknown as Enclosure[])
        .filter((one) => one.enclosed)
        .map((one) => one.words),
    },
    applicantId: row.applicant_id,
    programmeVersionId: version,
    programme: version ? await findProgramme(db, centreId, version, moment.today) : undefined,
    services: services.map((one) => one.name),
    callDays: row.call_days,
    callDeliveredOn: row.call_delivered_on,
    completeUntil: row.complete_until,
  };
}

const columnsOf = (
  safe: Safe,
  caseId: string,
  content: ApplicationContent,
  documents: readonly Enclosure[],
) => ({
  applicant_role: content.applicantRole,
  applicant: json(content.applicant),
  answers: json(sealPeselAnswer(safe, caseId, content.answers)),
  reliefs: json(content.reliefs),
  documents: json(documents),
});

export interface NewApplication {
  caseId: string;
  content: ApplicationContent;
  /** The representative or carer, when the register knows them. */
  applicantId: string | null;
  documents: readonly Enclosure[];
  programmeVersionId: string | null;
  services: readonly { serviceId: string; offerId: string | null }[];
}

/** Begins the application of a case. */
export async function insertApplication(tx: Db, safe: Safe, application: NewApplication): Promise<void> {
  const { centreId } = safe;
  await Promise.all([
    tx
      .insertInto('application')
      .values({
        centre_id: centreId,
        case_id: application.caseId,
        applicant_id: application.applicantId,
        programme_version_id: application.programmeVersionId,
        ...columnsOf(safe, application.caseId, application.content, application.documents),
      })
      .execute(),
    tx
      .insertInto('application_service')
      .values(
        application.services.map((one) => ({
          centre_id: centreId,
          case_id: application.caseId,
          service_id: one.serviceId,
          programme_service_id: one.offerId,
        })),
      )
      .execute(),
  ]);
}

/** Rewrites what an application says. */
export async function saveContent(
  tx: Db,
  safe: Safe,
  caseId: string,
  content: ApplicationContent,
  documents: readonly Enclosure[],
): Promise<void> {
  await tx
    .updateTable('application')
    .set(columnsOf(safe, caseId, content, documents))
    .where('centre_id', '=', safe.centreId)
    .where('case_id', '=', caseId)
    .execute();
}

/** Keeps what makes an application sent: its declarations and the information given to the person. */
export async function saveSubmission(
  tx: Db,
  centreId: string,
  caseId: string,
  sent: { declarations: readonly Declaration[]; informationClause: string; on: string },
): Promise<void> {
  await tx
    .updateTable('application')
    .set({
      declarations: json(sent.declarations),
      information_clause: sent.informationClause,
      information_given_on: sent.on,
    })
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .execute();
}

/** Keeps a call to complete, its delivery, or what came in answer. */
export async function saveCall(
  tx: Db,
  centreId: string,
  caseId: string,
  columns: {
    call_reason?: string;
    call_days?: number;
    call_delivered_on?: string | null;
    complete_until?: string | null;
    completed_on?: string | null;
    completed_words?: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('application')
    .set(columns)
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .execute();
}

/** Where a letter about the case goes: to the applicant, or to the person. A shielded address is not written anywhere. */
export async function findAddressee(
  db: Db,
  centreId: string,
  caseId: string,
): Promise<{ name: string; address: string[]; shielded: boolean; lang: Lang }> {
  const row = await db
    .selectFrom('case_file as c')
    .leftJoin('application as a', (join) =>
      join.onRef('a.centre_id', '=', 'c.centre_id').onRef('a.case_id', '=', 'c.id'),
    )
    .leftJoin('person as p', (join) =>
      join
        .onRef('p.centre_id', '=', 'c.centre_id')
        .on((on) => on('p.id', '=', (select) => select.fn.coalesce('a.applicant_id', 'c.person_id'))),
    )
    .where('c.centre_id', '=', centreId)
    .where('c.id', '=', caseId)
    .select([
      sql<string>`coalesce(case when a.applicant_id is null and a.applicant_role <> 'person' then nullif(a.applicant->>'name', '') end,
        p.given_name || ' ' || p.family_name, a.answers->>'name', '')`.as('name'),
      sql<string>`coalesce(nullif(concat_ws(' ', coalesce(p.street, case when p.house_number is not null then p.locality end), concat_ws('/', p.house_number, p.flat_number)), ''), '')`.as(
        'street',
      ),
      sql<string>`coalesce(nullif(concat_ws(' ', p.postcode, p.locality), ''), '')`.as('place'),
      sql<string>`coalesce(a.answers->>'residence_address', '')`.as('typed'),
      sql<boolean>`coalesce(p.shielded, false)`.as('shielded'),
      // What was asked for in this case goes before what the register says.
      sql<string>`coalesce(c.language, p.language, 'pl')`.as('language'),
    ])
    .executeTakeFirstOrThrow();
  const known = [row.street, row.place].filter((line) => line !== '');
  const typed = row.typed === '' ? [] : [row.typed];
  return {
    name: row.name,
    address: row.shielded ? [] : known.length > 0 ? known : typed,
    shielded: row.shielded,
    lang: isLang(row.language) ? row.language : 'pl',
  };
}
