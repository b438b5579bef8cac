import { z } from 'zod';
import { dateWords } from '../../../law/index.ts';
import { date, id, optionalText, text } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { explainDelay, findUnexplained } from '../../agenda/index.ts';
import { saveStandings } from '../db/plans.ts';
import { refuseIncomplete } from '../domain/content.ts';
import { leading, planStep } from '../domain/lifecycle.ts';
import { drawsUp } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import { planWords } from '../pl.ts';
import { refuseUnexplained } from './delay.ts';
import { about, loadPlan } from './target.ts';

const { basis } = planStep('agree');

/**
 * Records that the plan was agreed with the person (art. 38(1)): the day and the way; a signature is not prescribed.
 * Only a whole plan is agreed (art. 39(1)), and every version has an agreement of its own (art. 41(2)).
 */
export const agree = insideCommand({
  name: 'plans.agree',
  summary: 'Record the agreement of a plan with the person and put it up for approval',
  input: z.object({
    planId: id(),
    agreedOn: date(),
    agreedHow: text(500, planWords.fields.agreedHow),
    overdueReason: optionalText(1000),
  }),
  result: z.object({ planId: z.string() }),
  basis,
  async load(tx, input, moment) {
    const target = await loadPlan(tx, moment, input.planId, 'prepared');
    if (!target) return undefined;
    const late = await findUnexplained(
      tx,
      moment.actor.centreId,
      { caseId: target.plan.caseId, kind: 'planReady' },
      moment.today,
    );
    return { ...target, late };
  },
  allow: drawsUp,
  decide(target, input, moment) {
    const standing = take(target, 'agree');
    if (isRefusal(standing)) return standing;
    const incomplete = refuseIncomplete(target.at, target.content);
    if (incomplete) return incomplete;
    if (input.agreedOn > moment.today)
      return refuse('plans.agreed-in-future', planWords.refusals.agreedInFuture, {
        field: 'agreedOn',
        basis,
      });
    // An agreement older than what it is about is the agreement of something else: every version has its own (art. 41(2)).
    const since = leading(target.plan.versions)?.approvedOn ?? target.file.submittedOn;
    if (since !== null && input.agreedOn < since)
      return refuse('plans.agreed-before', planWords.refusals.agreedBefore(dateWords(since)), {
        field: 'agreedOn',
        basis,
      });
    const unexplained = refuseUnexplained(target.late, input.overdueReason);
    if (unexplained) return unexplained;
    return {
      target,
      standing,
      agreement: { agreed_on: input.agreedOn, agreed_how: input.agreedHow },
      overdueReason: input.overdueReason,
    };
  },
  async save(tx, { target, standing, agreement, overdueReason }, moment) {
    const { centreId } = moment.actor;
    await saveStandings(tx, centreId, target.plan, standing, target.at.number, agreement);
    if (target.late && overdueReason) await explainDelay(tx, centreId, target.late.id, overdueReason);
    return { planId: target.plan.id };
  },
  audit: ({ target, agreement }) => ({
    ...about(target),
    what: {
      plan: target.plan.id,
      version: target.at.number,
      before: target.at.state,
      after: 'agreed',
      agreedOn: agreement.agreed_on,
    },
  }),
});
