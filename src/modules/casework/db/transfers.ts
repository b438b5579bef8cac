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
