import { sql } from 'kysely';
import type { DecisionDraft } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import type { RefusalGround, StoredDecisionKind } from '../domain/decision.ts';

/** The decision as it was issued: its elements, and for a refusal the ground and the services it is about. */
export type DecisionContent = DecisionDraft & { ground?: RefusalGround; services?: string[] };

export interface Decision {
  id: string;
  caseId: string;
  kind: StoredDecisionKind;
  feeId: string | null;
  number: string;
  issuedOn: string;
  signatoryName: string;
  documentId: string;
  content: DecisionContent;
  deliveredOn: string | null;
  appealUntil: string | null;
}

export interface IssueDecision {
  id: string;
  caseId: string;
  kind: StoredDecisionKind;
  feeId?: string;
  number: string;
  authorisationId: string;
  documentId: string;
  content: DecisionContent;
}

/** Keeps an issued decision; only its delivery is added later. */
export async function addDecision(tx: Db, moment: Moment, decision: IssueDecision): Promise<void> {
  await tx
    .insertInto('decision')
    .values({
      centre_id: moment.actor.centreId,
      id: decision.id,
      case_id: decision.caseId,
      kind: decision.kind,
      fee_id: decision.feeId ?? null,
      number: decision.number,
      issued_on: moment.today,
      signatory_id: moment.actor.accountId,
      authorisation_id: decision.authorisationId,
      document_id: decision.documentId,
      content: sql`${JSON.stringify(decision.content)}::jsonb`,
    })
    .execute();
}

const selectDecisions = (db: Db, centreId: string) =>
  db
    .selectFrom('decision')
    .innerJoin('account', (join) =>
      join
        .onRef('account.centre_id', '=', 'decision.centre_id')
        .onRef('account.id', '=', 'decision.signatory_id'),
    )
    .where('decision.centre_id', '=', centreId)
    .selectAll('decision')
    .select('account.name as signatory_name');

type Row = Awaited<ReturnType<ReturnType<typeof selectDecisions>['executeTakeFirstOrThrow']>>;

// The table's check holds the kind to the list; the content is what `addDecision` wrote.
const decisionOf = (row: Row): Decision => ({
  id: row.id,
  caseId: row.case_id,
  kind: row.kind as StoredDecisionKind,
  feeId: row.fee_id,
  number: row.number,
  issuedOn: row.issued_on,
  signatoryName: row.signatory_name,
  documentId: row.document_id,
  content: row.content as unknown as DecisionContent,
  deliveredOn: row.delivered_on,
  appealUntil: row.appeal_until,
});

/** Decisions of a case, newest first. */
export async function listDecisions(db: Db, centreId: string, caseId: string): Promise<Decision[]> {
  const rows = await selectDecisions(db, centreId)
    .where('decision.case_id', '=', caseId)
    .orderBy('decision.id', 'desc')
    .execute();
  return rows.map(decisionOf);
}

/** One decision, locked until the end of the transaction when `lock` is set. */
export async function findDecision(
  db: Db,
  centreId: string,
  decisionId: string,
  lock = false,
): Promise<Decision | undefined> {
  let query = selectDecisions(db, centreId).where('decision.id', '=', decisionId);
  if (lock) query = query.forUpdate('decision');
  const row = await query.executeTakeFirst();
  return row && decisionOf(row);
}

/** Keeps the day of delivery and the last day for an appeal. */
export async function keepDelivery(
  tx: Db,
  centreId: string,
  decisionId: string,
  delivery: { deliveredOn: string; appealUntil: string },
): Promise<void> {
  await tx
    .updateTable('decision')
    .set({ delivered_on: delivery.deliveredOn, appeal_until: delivery.appealUntil })
    .where('centre_id', '=', centreId)
    .where('id', '=', decisionId)
    .execute();
}

/** What the documents of authorisations say, by their ids: who gave them and by what document. */
export async function authorisationPapers(
  db: Db,
  centreId: string,
  accountId: string,
): Promise<Map<string, { grantedBy: string; document: string }>> {
  const rows = await db
    .selectFrom('authorisation')
    .select(['id', 'granted_by', 'document'])
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .execute();
  return new Map(rows.map((row) => [row.id, { grantedBy: row.granted_by, document: row.document }]));
}

export interface RefusalDraft {
  ground: RefusalGround;
  factualReasoning: string;
  legalReasoning: string;
  board: string;
  preparedBy: string;
  preparedOn: string;
}

/** The refusal that a coordinator prepared for the signatory. */
export async function findRefusalDraft(
  db: Db,
  centreId: string,
  caseId: string,
): Promise<RefusalDraft | undefined> {
  const row = await db
    .selectFrom('refusal_draft')
    .innerJoin('account', (join) =>
      join
        .onRef('account.centre_id', '=', 'refusal_draft.centre_id')
        .onRef('account.id', '=', 'refusal_draft.prepared_by'),
    )
    .where('refusal_draft.centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .select(['content', 'prepared_on', 'account.name'])
    .executeTakeFirst();
  if (!row) return undefined;
  // Written by `keepRefusalDraft` only.
  const content = row.content as unknown as Omit<RefusalDraft, 'preparedBy' | 'preparedOn'>;
  return { ...content, preparedBy: row.name, preparedOn: row.prepared_on };
}

/** Keeps the draft of a refusal; a later one takes its place. */
export async function keepRefusalDraft(
  tx: Db,
  moment: Moment,
  caseId: string,
  draft: Omit<RefusalDraft, 'preparedBy' | 'preparedOn'>,
): Promise<void> {
  const content = sql<string>`${JSON.stringify(draft)}::jsonb`;
  const prepared = { content, prepared_by: moment.actor.accountId, prepared_on: moment.today };
  await tx
    .insertInto('refusal_draft')
    .values({ centre_id: moment.actor.centreId, case_id: caseId, ...prepared })
    .onConflict((conflict) => conflict.columns(['centre_id', 'case_id']).doUpdateSet(prepared))
    .execute();
}

/** Throws a draft away: the decision was issued, or the case took another way. */
export async function dropRefusalDraft(tx: Db, centreId: string, caseId: string): Promise<void> {
  await tx
    .deleteFrom('refusal_draft')
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .execute();
}
