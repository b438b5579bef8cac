import type { Actor } from '../../../platform/actor.ts';
import { permits } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import { findAuthorisations, hasOpenGrant, requirePlanApprover } from '../../access/index.ts';
import { type CaseFile, findCase } from '../../casework/index.ts';
import { findPlanSettings } from '../db/choices.ts';
import { findPlan } from '../db/plans.ts';
import { refuseApproval } from '../domain/approval.ts';
import { planSteps } from '../domain/lifecycle.ts';
import type { Content, Plan, Version } from '../domain/plan.ts';
import { approves, drawsUp } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import type { PlanHead } from './schemas.ts';

/** A plan with its case, read without a lock; undefined when this centre has no such plan. */
export async function readPlan(
  db: Db,
  moment: Moment,
  planId: string,
): Promise<{ plan: Plan; file: CaseFile; head: PlanHead } | undefined> {
  const { centreId, accountId } = moment.actor;
  const plan = await findPlan(db, centreId, { planId });
  if (!plan) return undefined;
  const [file, granted] = await Promise.all([
    findCase(db, centreId, plan.caseId),
    hasOpenGrant(db, centreId, accountId, plan.personId, moment.now),
  ]);
  if (!file) return undefined;
  const { versions: _versions, gmina: _gmina, ...rest } = plan;
  return { plan, file, head: { ...rest, caseState: file.state, granted } };
}

/** Steps that the actor may take on a version now: the buttons of its page. */
export const openActions = (actor: Actor, of: { plan: Plan; file: CaseFile; at: Version }): string[] =>
  planSteps
    .filter(({ who }) => permits(who === 'approver' ? approves : drawsUp, actor, of.plan))
    .filter(({ action }) => !isRefusal(take(of, action)))
    .map(({ action }) => action);

/** Why the actor may not approve this version today; null when they may. */
export async function findApprovalObstacle(
  db: Db,
  moment: Moment,
  of: { at: Version; content: Content },
): Promise<{ words: string; basis: string } | null> {
  const { actor, today } = moment;
  const [register, settings] = await Promise.all([
    findAuthorisations(db, actor.centreId, actor.accountId),
    findPlanSettings(db, actor.centreId),
  ]);
  const signature = requirePlanApprover(register, actor, today);
  const { approverMayBeAuthor } = settings;
  const wrong = isRefusal(signature)
    ? signature
    : refuseApproval(of, { approverId: actor.accountId, approvedOn: today, approverMayBeAuthor });
  return wrong ? { words: wrong.words, basis: wrong.basis ?? '' } : null;
}
