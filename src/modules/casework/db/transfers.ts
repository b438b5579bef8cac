import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';

/** To whom an application is handed over: a team inside the centre, the gmina's office, another unit (art. 38(1)). */
export const transferTargets = ['team', 'office', 'unit'] as const;

export type TransferTarget = (typeof transferTargets)[number];

export interface Transfer {
  id: string;
  caseId: string;
  targetKind: TransferTarget;
  targetName: string;
  targetOrganizationId: string | null;
  reason: string;
  agreedOn: string;
  agreedHow: string;
  sentOn: string;
  answer: 'accepted' | 'returned' | null;
  answerWords: string | null;
  answeredOn: string | null;
}

/** Keeps a transfer with the applicant's agreement. */
export async function addTransfer(
  tx: Db,
  moment: Moment,
  caseId: string,
  transfer: Pick<
    Transfer,
    'targetKind' | 'targetName' | 'targetOrganizationId' | 'reason' | 'agreedOn' | 'agreedHow'
  >,
): Promise<{ id: string }> {
  const id = newId();
  await tx
    .insertInto('transfer')
    .values({
      centre_id: moment.actor.centreId,
      id,
      case_id: caseId,
      target_kind: transfer.targetKind,
      target_name: transfer.targetName,
      target_organization_id: transfer.targetOrganizationId,
      reason: transfer.reason,
      agreed_on: transfer.agreedOn,
      agreed_how: transfer.agreedHow,
      sent_on: moment.today,
    })
    .execute();
  return { id };
}

/** Transfers of a case, newest first; the first without an answer is the one that waits. */
export async function listTransfers(db: Db, centreId: string, caseId: string): Promise<Transfer[]> {
  const rows = await db
    .selectFrom('transfer')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    // The table's checks hold both to their lists.
    targetKind: row.target_kind as TransferTarget,
    targetName: row.target_name,
    targetOrganizationId: row.target_organization_id,
    reason: row.reason,
    agreedOn: row.agreed_on,
    agreedHow: row.agreed_how,
    sentOn: row.sent_on,
    answer: row.answer as Transfer['answer'],
    answerWords: row.answer_words,
    answeredOn: row.answered_on,
  }));
}

/** A transfer as the list of its receiver shows it. */
export interface Received {
  caseId: string;
  personId: string | null;
  personName: string;
  sign: string | null;
  services: string[];
  sentOn: string;
  answer: Transfer['answer'];
  answeredOn: string | null;
}

const mostReceived = 200;

/**
 * Applications whose latest transfer went to this organization, those without an answer first, then the newest. Of what
 * was given back only the sign, the services and the answer are left.
 */
export async function listReceived(db: Db, centreId: string, organizationId: string): Promise<Received[]> {
  const { rows } = await sql<Received>`
    select t.case_id as "caseId", p.id as "personId",
      coalesce(p.given_name || ' ' || p.family_name, '') as "personName", c.sign,
      coalesce((select json_agg(s.name order by s.name) from application_service x
        join service s on s.centre_id = x.centre_id and s.id = x.service_id
        where x.centre_id = t.centre_id and x.case_id = t.case_id), '[]') as services,
      t.sent_on as "sentOn", t.answer, t.answered_on as "answeredOn"
    from transfer t
    join case_file c on c.centre_id = t.centre_id and c.id = t.case_id
    left join person p on p.centre_id = c.centre_id and p.id = c.person_id and t.answer is distinct from 'returned'
    where t.centre_id = ${centreId} and t.target_organization_id = ${organizationId}
      and not exists (select from transfer later
        where later.centre_id = t.centre_id and later.case_id = t.case_id and later.id > t.id)
    order by t.answer is not null, t.sent_on desc, t.id desc limit ${mostReceived}`.execute(db);
  return rows;
}

/** Keeps the answer to a transfer. */
export async function answerTransfer(
  tx: Db,
  moment: Moment,
  transferId: string,
  answer: { answer: 'accepted' | 'returned'; words: string | null; answeredOn: string },
): Promise<void> {
  await tx
    .updateTable('transfer')
    .set({ answer: answer.answer, answer_words: answer.words, answered_on: answer.answeredOn })
    .where('centre_id', '=', moment.actor.centreId)
    .where('id', '=', transferId)
    .execute();
}
