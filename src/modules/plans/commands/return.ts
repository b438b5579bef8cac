import { z } from 'zod';
import { id, text } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import { requirePlanApprover } from '../../access/index.ts';
import { saveStandings } from '../db/plans.ts';
import { planStep } from '../domain/lifecycle.ts';
import { approves } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import { planWords } from '../pl.ts';
import { loadApproval } from './approval.ts';
import { about } from './target.ts';

/** Returns an agreed plan to its coordinator with remarks; what is corrected is agreed with the person anew. */
export const returnPlan = insideCommand({
  name: 'plans.return',
  summary: 'Return an agreed plan to its coordinator with remarks',
  input: z.object({ planId: id(), remarks: text(4000, planWords.fields.remarks) }),
  result: z.object({ planId: z.string() }),
  basis: planStep('return').basis,
  load: (tx, input, moment) => loadApproval(tx, moment, input.planId),
  allow: approves,
  decide(target, input, moment) {
    const standing = take(target, 'return');
    if (isRefusal(standing)) return standing;
    // Who may not approve may not send back either (art. 41(1), 24(2)(3)).
    const signature = requirePlanApprover(target.register, moment.actor, moment.today);
    if (isRefusal(signature)) return signature;
    return { target, standing, remarks: input.remarks };
  },
  async save(tx, { target, standing, remarks }, moment) {
    await saveStandings(tx, moment.actor.centreId, target.plan, standing, target.at.number, {
      return_remarks: remarks,
      agreed_on: null,
      agreed_how: null,
    });
    return { planId: target.plan.id };
  },
  audit: ({ target }) => ({
    ...about(target),
    what: {
      plan: target.plan.id,
      version: target.at.number,
      before: target.at.state,
      after: 'returned',
      fields: ['remarks'],
    },
  }),
});
