import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id, optionalId, text } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { assignDeadlines, handOverDeadlines } from '../../agenda/index.ts';
import { countOpenCases, findCase, handOverCases, isCoordinator } from '../../casework/index.ts';
import { addHandover, listOpenPlans } from '../db/handovers.ts';
import { changeCoordinator, findPlan } from '../db/plans.ts';
import type { Plan } from '../domain/plan.ts';
import { planWords } from '../pl.ts';

const basis = 'art. 45 ust. 1, art. 27 ust. 1 ustawy o CUS';
const words = planWords.refusals;

/**
 * Hands one plan, or everything that a coordinator leads, to another coordinator, with the reason. The Act binds a plan
 * to who drew it up (art. 45(1)), so this is explicit and logged; cases and running clocks go along, nothing is orphaned.
 */
export const handOver = insideCommand({
  name: 'plans.hand-over',
  summary: 'Hand one plan or a whole caseload to another coordinator, with its clocks',
  input: z.object({
    fromAccountId: id(),
    toAccountId: id(),
    planId: optionalId(),
    reason: text(2000, planWords.fields.reason),
  }),
  result: z.object({ handoverId: z.string(), plans: z.number(), cases: z.number() }),
  basis,
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const known = input.planId ? await findPlan(tx, centreId, { planId: input.planId }) : undefined;
    if (input.planId && !known) return undefined;
    if (known) await findCase(tx, centreId, known.caseId, true);
    const [plan, plans, cases, fits] = await Promise.all([
      known ? findPlan(tx, centreId, { planId: known.id }, true) : undefined,
      listOpenPlans(tx, centreId, input.fromAccountId),
      countOpenCases(tx, centreId, input.fromAccountId),
      isCoordinator(tx, centreId, input.toAccountId, moment.today),
    ]);
    return { plan, plans, cases, fits };
  },
  allow: { director: always, service_organiser: always },
  decide({ plan, plans, cases, fits }, input) {
    const { fromAccountId: from, toAccountId: to, reason } = input;
    if (from === to) return refuse('plans.same-worker', words.sameWorker, { field: 'toAccountId' });
    if (!fits)
      return refuse('plans.not-a-coordinator', words.notCoordinator, { field: 'toAccountId', basis });
    if (plan && plan.coordinatorId !== from)
      return refuse('plans.not-theirs', words.notTheirs, { field: 'fromAccountId' });
    if (!plan && plans.length === 0 && cases === 0)
      return refuse('plans.nothing-to-hand-over', words.nothingToHandOver, { field: 'fromAccountId' });
    return { plan, planIds: plan ? [plan.id] : plans.map((one) => one.id), from, to, reason };
  },
  async save(tx, { plan, planIds, from, to, reason }, moment) {
    const { centreId } = moment.actor;
    const cases = await handOverCases(
      tx,
      centreId,
      plan ? { accountId: from, caseId: plan.caseId } : { accountId: from },
      to,
    );
    await changeCoordinator(tx, centreId, planIds, to);
    if (plan) {
      await assignDeadlines(tx, centreId, { caseId: plan.caseId }, to);
      await assignDeadlines(tx, centreId, { planId: plan.id }, to);
    } else await handOverDeadlines(tx, centreId, from, to);
    const { id: handoverId } = await addHandover(tx, moment, {
      from,
      to,
      reason,
      planIds,
      cases: cases.length,
    });
    return { handoverId, plans: planIds.length, cases: cases.length };
  },
  audit: ({ plan, planIds, from, to }, result) => ({
    ...ofPlan(plan),
    what: {
      handover: result.handoverId,
      from,
      to,
      plans: planIds,
      cases: result.cases,
      fields: ['coordinator', 'clocks'],
    },
  }),
});

const ofPlan = (plan: Plan | undefined): { personId?: string; caseId?: string } =>
  plan ? { personId: plan.personId, caseId: plan.caseId } : {};
