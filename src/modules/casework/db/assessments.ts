import { prepared } from '../../../platform/database/prepared.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';

/** The protocol of a recognition of individual needs: the four points of art. 37 and the circumstances of the talk. */
export interface Protocol {
  heldOn: string;
  place: string;
  present: string;
  needsPresented: string;
  servicesUsed: string;
  evaluation: string;
  supportingActions: string | null;
  informationGiven: string;
}

export interface Assessment extends Protocol {
  id: string;
  caseId: string;
  coordinatorName: string;
  /** The earlier protocol that this one corrects, and why. */
  correctsId: string | null;
  correctionReason: string | null;
  /** A later protocol corrects this one. */
  corrected: boolean;
  createdAt: string;
}

/** Keeps a protocol; nothing ever changes it. */
export async function addAssessment(
  tx: Db,
  moment: Moment,
  caseId: string,
  protocol: Protocol & { correctsId: string | null; correctionReason: string | null },
): Promise<{ id: string }> {
  const id = newId();
  await tx
    .insertInto('assessment')
    .values({
      centre_id: moment.actor.centreId,
      id,
      case_id: caseId,
      coordinator_id: moment.actor.accountId,
      held_on: protocol.heldOn,
      place: protocol.place,
      present: protocol.present,
      agreed_with_applicant: true,
      needs_presented: protocol.needsPresented,
      services_used: protocol.servicesUsed,
      evaluation: protocol.evaluation,
      supporting_actions: protocol.supportingActions,
      information_given: protocol.informationGiven,
      corrects_id: protocol.correctsId,
      correction_reason: protocol.correctionReason,
    })
    .execute();
  return { id };
}

const protocolsOf = prepared<{ centreId: string; caseId: string }>()((db, place) =>
  db
    .selectFrom('assessment')
    .innerJoin('account', (join) =>
      join
        .onRef('account.centre_id', '=', 'assessment.centre_id')
        .onRef('account.id', '=', 'assessment.coordinator_id'),
    )
    .where('assessment.centre_id', '=', place('centreId'))
    .where('case_id', '=', place('caseId'))
    .selectAll('assessment')
    .select('account.name as coordinator_name')
    .orderBy('assessment.id', 'desc'),
);

/** Protocols of a case, newest first. */
export async function listAssessments(db: Db, centreId: string, caseId: string): Promise<Assessment[]> {
  const rows = await protocolsOf.all(db, { centreId, caseId });
  const corrected = new Set(rows.flatMap((row) => (row.corrects_id === null ? [] : [row.corrects_id])));
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    coordinatorName: row.coordinator_name,
    heldOn: row.held_on,
    place: row.place,
    present: row.present,
    needsPresented: row.needs_presented,
    servicesUsed: row.services_used,
    evaluation: row.evaluation,
    supportingActions: row.supporting_actions,
    informationGiven: row.information_given,
    correctsId: row.corrects_id,
    correctionReason: row.correction_reason,
    corrected: corrected.has(row.id),
    createdAt: row.created_at,
  }));
}
