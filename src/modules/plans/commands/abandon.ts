import { z } from 'zod';
import { id, text } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import { saveStandings } from '../db/plans.ts';
import { planStep } from '../domain/lifecycle.ts';
import { drawsUp } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import { planWords } from '../pl.ts';
import { about, loadPlan } from './target.ts';

/** Gives up a draft, of a first plan or of a change: a plan in force goes on as it was. */
export const abandon = insideCommand({
  name: 'plans.abandon',
  summary: 'Give up a draft of a plan or of its change',
  input: z.object({ planId: id(), reason: text(1000, planWords.fields.reason) }),
  result: z.object({ planId: z.string() }),
  basis: planStep('abandon').basis,
  load: (tx, input, moment) => loadPlan(tx, moment, input.planId, 'prepared'),
  allow: drawsUp,
  decide(target, input) {
    const standing = take(target, 'abandon');
    return isRefusal(standing) ? standing : { target, standing, reason: input.reason };
  },
  async save(tx, { target, standing, reason }, moment) {
    await saveStandings(tx, moment.actor.centreId, target.plan, standing, target.at.number, {
      end_reason: reason,
    });
    return { planId: target.plan.id };
  },
  audit: ({ target, reason }) => ({
    ...about(target),
    what: {
      plan: target.plan.id,
      version: target.at.number,
      before: target.at.state,
      after: 'abandoned',
      reason,
    },
  }),
});
