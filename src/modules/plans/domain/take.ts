import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { type CaseFile, stateWords as caseStateWords } from '../../casework/index.ts';
import { planWords } from '../pl.ts';
import {
  after,
  inForce,
  mayTake,
  type PlanAction,
  planStep,
  type Standing,
  stateWords,
} from './lifecycle.ts';
import type { Plan, Version } from './plan.ts';

const caseHas = (file: CaseFile, versions: readonly Standing[]): boolean =>
  file.state ===
  (versions.some(({ state }) => inForce.includes(state)) ? 'plan_running' : 'plan_in_preparation');

/** The standing of all versions after a step on the one in hand, or the refusal to take it. */
export function take(
  { plan, file, at }: { plan: Pick<Plan, 'versions'>; file: CaseFile; at: Version },
  action: PlanAction,
): readonly Standing[] | Refusal {
  const { basis, makes } = planStep(action);
  const next = after(plan.versions, action, at.number);
  if (!next) {
    const updateOpen = makes !== undefined && mayTake(action, at.state);
    return updateOpen
      ? refuse('plans.update-open', planWords.refusals.updateOpen, { basis })
      : refuse('plans.wrong-state', planWords.refusals.wrongState(stateWords(at.state)), { basis });
  }
  // A draft of a case that was withdrawn or refused meanwhile can only be given up.
  if (action !== 'abandon' && !caseHas(file, plan.versions))
    return refuse('plans.case-state', planWords.refusals.caseState(caseStateWords(file.state)), { basis });
  return next;
}
