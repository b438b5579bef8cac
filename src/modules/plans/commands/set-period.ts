import { z } from 'zod';
import { citeAll, checkPlanPeriod, dateWords } from '../../../law/index.ts';
import { date, id } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { saveVersion } from '../db/plans.ts';
import { planStep } from '../domain/lifecycle.ts';
import { drawsUp } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import { planWords } from '../pl.ts';
import { about, loadPlan } from './target.ts';

const words = planWords.refusals;

/** Sets the first and the last day of a draft: a year at most (art. 40); a change of a plan keeps its first day. */
export const setPeriod = insideCommand({
  name: 'plans.set-period',
  summary: 'Set the period of a plan that is being drawn up',
  input: z.object({ planId: id(), startsOn: date(), endsOn: date() }),
  result: z.object({ planId: z.string() }),
  basis: 'art. 40 ustawy o CUS',
  load: (tx, input, moment) => loadPlan(tx, moment, input.planId, 'prepared'),
  allow: drawsUp,
  decide(target, input, moment) {
    const standing = take(target, 'write');
    if (isRefusal(standing)) return standing;
    const { startsOn, endsOn } = input;
    const first = target.at.updateKind === null ? null : target.at.startsOn;
    if (first !== null && startsOn !== first)
      return refuse('plans.start-fixed', words.startFixed(dateWords(first)), {
        field: 'startsOn',
        basis: planStep('update').basis,
      });
    const [problem] = checkPlanPeriod({ startsOn, endsOn });
    if (problem)
      return refuse(
        problem.code === 'longerThanYear' ? 'plans.too-long' : 'plans.end-before-start',
        problem.words,
        {
          field: 'endsOn',
          basis: citeAll(problem.basis),
        },
      );
    if (first !== null && endsOn < moment.today)
      return refuse('plans.end-in-past', words.endBeforeToday, { field: 'endsOn' });
    return { target, startsOn, endsOn };
  },
  async save(tx, { target, startsOn, endsOn }, moment) {
    await saveVersion(tx, moment.actor.centreId, target.at.id, { starts_on: startsOn, ends_on: endsOn });
    return { planId: target.plan.id };
  },
  audit: ({ target, startsOn, endsOn }) => ({
    ...about(target),
    what: {
      plan: target.plan.id,
      version: target.at.number,
      before: { startsOn: target.at.startsOn, endsOn: target.at.endsOn },
      after: { startsOn, endsOn },
    },
  }),
});
