import { z } from 'zod';
import { dateWords } from '../../../law/index.ts';
import { choice, id, optionalDate, optionalText } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal, type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { settleUp, startClosingClock } from '../db/consequences.ts';
import { saveStandings } from '../db/plans.ts';
import { planStep } from '../domain/lifecycle.ts';
import type { Version } from '../domain/plan.ts';
import { drawsUp } from '../domain/policy.ts';
import { deliveredInput, settle } from '../domain/settlement.ts';
import { take } from '../domain/take.ts';
import { planWords } from '../pl.ts';
import { about, loadPlan } from './target.ts';

const { basis } = planStep('end');
const words = planWords.refusals;

const endInput = z.object({
  planId: id(),
  kind: choice(['period', 'services', 'other']),
  /** The last day; for the end of the period it is the plan's own. */
  endedOn: optionalDate(),
  reason: optionalText(2000),
  /** Only for an end before everything was given. */
  delivered: deliveredInput,
});

/** The last day of the plan by the way it ends, or why it cannot be that day. */
function lastDay(version: Version, input: z.infer<typeof endInput>, today: string): string | Refusal {
  const { startsOn, endsOn } = version;
  if (startsOn === null || endsOn === null) return refuse('plans.no-period', words.noPeriod);
  if (input.kind === 'period')
    return endsOn > today
      ? refuse('plans.period-runs', words.periodRuns(dateWords(endsOn)), { field: 'kind', basis })
      : endsOn;
  const day = input.endedOn ?? today;
  if (day > today) return refuse('plans.future', words.future, { field: 'endedOn' });
  if (day < startsOn)
    return refuse('plans.before-start', words.beforePlan(dateWords(startsOn)), { field: 'endedOn' });
  return day > endsOn ? endsOn : day;
}

/** Ends a plan: its period has passed, its services were given, or something else ended it (the person died, moved). */
export const end = insideCommand({
  name: 'plans.end',
  summary: 'End a running plan',
  input: endInput,
  result: z.object({ planId: z.string() }),
  basis,
  load: (tx, input, moment) => loadPlan(tx, moment, input.planId, 'leading'),
  allow: drawsUp,
  decide(target, input, moment) {
    const standing = take(target, 'end');
    if (isRefusal(standing)) return standing;
    const endedOn = lastDay(target.at, input, moment.today);
    if (isRefusal(endedOn)) return endedOn;
    if (input.kind === 'other' && input.reason === undefined)
      return refuse('plans.end-reason', words.endReason, { field: 'reason', basis });
    const settled = input.kind === 'other' ? settle(target.content.lines, input.delivered, endedOn) : [];
    if (isRefusal(settled)) return settled;
    return { target, standing, endedOn, ending: input.kind, reason: input.reason ?? null, settled };
  },
  async save(tx, { target, standing, endedOn, ending, reason, settled }, moment) {
    const { plan } = target;
    await saveStandings(tx, moment.actor.centreId, plan, standing, target.at.number, {
      ended_on: endedOn,
      ending,
      end_reason: reason,
    });
    if (ending === 'other')
      await settleUp(tx, moment, plan.caseId, settled, endedOn, planWords.audit.released);
    await startClosingClock(tx, moment, plan, endedOn);
    return { planId: plan.id };
  },
  audit: ({ target, endedOn, ending }) => ({
    ...about(target),
    what: {
      plan: target.plan.id,
      version: target.at.number,
      before: 'running',
      after: 'ended',
      endedOn,
      ending,
    },
  }),
});
