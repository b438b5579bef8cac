import type { Authorisation } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { findAuthorisations } from '../../access/index.ts';
import { findUnexplained } from '../../agenda/index.ts';
import { findParty, type Party } from '../../casework/index.ts';
import type { OfferInForce } from '../../programmes/index.ts';
import { findPlanSettings, offersOfGmina, type PlanSettings } from '../db/choices.ts';
import { loadPlan, type PlanTarget } from './target.ts';

/** What an approval is decided on, beside the plan: the signatory's authorisations, programmes, settings, the clock. */
export interface ApprovalTarget extends PlanTarget {
  register: Authorisation[];
  offers: OfferInForce[];
  settings: PlanSettings;
  party: Party | undefined;
  /** The clock of art. 40, when it has run out and nobody has said why. */
  late: { id: string; dueOn: string } | undefined;
}

/** An agreed plan before whoever may approve it, locked until the end of the transaction. */
export async function loadApproval(
  tx: Db,
  moment: Moment,
  planId: string,
): Promise<ApprovalTarget | undefined> {
  const { centreId, accountId } = moment.actor;
  const target = await loadPlan(tx, moment, planId, 'prepared');
  if (!target) return undefined;
  const { caseId } = target.plan;
  const [register, offers, settings, party, late] = await Promise.all([
    findAuthorisations(tx, centreId, accountId),
    offersOfGmina(tx, centreId, target.plan.gmina, moment.today),
    findPlanSettings(tx, centreId),
    findParty(tx, centreId, caseId),
    findUnexplained(tx, centreId, { caseId, kind: 'planReady' }, moment.today),
  ]);
  return { ...target, register, offers, settings, party, late };
}
