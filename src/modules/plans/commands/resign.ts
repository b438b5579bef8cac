import { z } from 'zod';
import { dateWords } from '../../../law/index.ts';
import { always } from '../../../platform/actor.ts';
import { date, id, optionalText } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { settleUp, startClosingClock } from '../db/consequences.ts';
import { saveStandings } from '../db/plans.ts';
import { planStep } from '../domain/lifecycle.ts';
import { drawsUp } from '../domain/policy.ts';
import { deliveredInput, settle } from '../domain/settlement.ts';
import { take } from '../domain/take.ts';
import { planWords } from '../pl.ts';
import { about, loadPlan } from './target.ts';

const { basis } = planStep('resign');

/**
 * Records that the person resigned (art. 44): fees are due for what was given up to that day, and nothing more; a waiver
 * is the director's (casework.waive-fee). Places and money that are left return to the programme.
 */
export const resign = insideCommand({
  name: 'plans.resign',
  summary: 'Record a resignation from a plan; fees are counted to its day',
  input: z.object({
    planId: id(),
    resignedOn: date(),
    reason: optionalText(2000),
    delivered: deliveredInput,
  }),
  result: z.object({ planId: z.string(), dueGrosze: z.number() }),
  basis,
  load: (tx, input, moment) => loadPlan(tx, moment, input.planId, 'leading'),
  // The person informs the director; the coordinator writes it down.
  allow: { ...drawsUp, director: always },
  decide(target, input, moment) {
    const standing = take(target, 'resign');
    if (isRefusal(standing)) return standing;
    const { startsOn, endsOn } = target.at;
    const { resignedOn } = input;
    if (resignedOn > moment.today)
      return refuse('plans.future', planWords.refusals.future, { field: 'resignedOn', basis });
    if (endsOn !== null && resignedOn > endsOn)
      return refuse('plans.after-end', planWords.refusals.afterPlan(dateWords(endsOn)), {
        field: 'resignedOn',
        basis,
      });
    if (target.at.state === 'running' && startsOn !== null && resignedOn < startsOn)
      return refuse('plans.before-start', planWords.refusals.beforePlan(dateWords(startsOn)), {
        field: 'resignedOn',
        basis,
      });
    const settled = settle(target.content.lines, input.delivered, resignedOn);
    if (isRefusal(settled)) return settled;
    return { target, standing, settled, resignedOn, reason: input.reason ?? null };
  },
  async save(tx, { target, standing, settled, resignedOn, reason }, moment) {
    const { plan } = target;
    await saveStandings(tx, moment.actor.centreId, plan, standing, target.at.number, {
      ended_on: resignedOn,
      ending: 'resignation',
      end_reason: reason,
    });
    const { dueGrosze } = await settleUp(
      tx,
      moment,
      plan.caseId,
      settled,
      resignedOn,
      planWords.audit.resigned,
    );
    await startClosingClock(tx, moment, plan, resignedOn);
    return { planId: plan.id, dueGrosze };
  },
  audit: ({ target, resignedOn }, { dueGrosze }) => ({
    ...about(target),
    what: {
      plan: target.plan.id,
      version: target.at.number,
      before: target.at.state,
      after: 'resigned',
      resignedOn,
      dueGrosze,
    },
  }),
});
