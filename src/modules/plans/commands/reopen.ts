import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import { saveStandings } from '../db/plans.ts';
import { planStep } from '../domain/lifecycle.ts';
import { drawsUp } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import { about, loadPlan } from './target.ts';

/** Takes an agreed plan back to work on it: what changes must be agreed anew, so the agreement goes. */
export const reopen = insideCommand({
  name: 'plans.reopen',
  summary: 'Take an agreed plan back to drawing up; it needs a new agreement',
  input: z.object({ planId: id() }),
  result: z.object({ planId: z.string() }),
  basis: planStep('reopen').basis,
  load: (tx, input, moment) => loadPlan(tx, moment, input.planId, 'prepared'),
  allow: drawsUp,
  decide(target) {
    const standing = take(target, 'reopen');
    return isRefusal(standing) ? standing : { target, standing };
  },
  async save(tx, { target, standing }, moment) {
    await saveStandings(tx, moment.actor.centreId, target.plan, standing, target.at.number, {
      agreed_on: null,
      agreed_how: null,
    });
    return { planId: target.plan.id };
  },
  audit: ({ target }) => ({
    ...about(target),
    what: { plan: target.plan.id, version: target.at.number, before: target.at.state, after: 'draft' },
  }),
});
