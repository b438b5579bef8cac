import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { type CaseFile, findCase } from '../../casework/index.ts';
import { findContent } from '../db/content.ts';
import { findPlan } from '../db/plans.ts';
import { leading, prepared } from '../domain/lifecycle.ts';
import type { Content, Plan, Version } from '../domain/plan.ts';
import type { PlanRelation } from '../domain/policy.ts';

/** What a command on a plan decides on; `version` is that of the plan's version in hand. */
export interface PlanTarget extends PlanRelation {
  plan: Plan;
  file: CaseFile;
  /** The version in hand. */
  at: Version;
  content: Content;
  version: number;
}

/** The version being drawn up, or the one that holds. */
export type Which = 'prepared' | 'leading';

/** A plan with its case, both locked until the end of the transaction: the case first, as everywhere. */
export async function loadPlan(
  tx: Db,
  moment: Moment,
  planId: string,
  which: Which,
): Promise<PlanTarget | undefined> {
  const { centreId } = moment.actor;
  const known = await findPlan(tx, centreId, { planId });
  if (!known) return undefined;
  const file = await findCase(tx, centreId, known.caseId, true);
  const plan = await findPlan(tx, centreId, { planId }, true);
  if (!file || !plan) return undefined;
  const at = (which === 'prepared' ? prepared(plan.versions) : undefined) ?? leading(plan.versions);
  if (!at) return undefined;
  const content = await findContent(tx, centreId, at.id);
  const { personId, coordinatorId } = plan;
  return { plan, file, at, content, version: at.version, personId, coordinatorId };
}

/** Who and what a change was about. */
export const about = ({ plan }: Pick<PlanTarget, 'plan'>): { personId: string; caseId: string } => ({
  personId: plan.personId,
  caseId: plan.caseId,
});
