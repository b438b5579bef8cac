import { z } from 'zod';
import { dateWords } from '../../../law/index.ts';
import { id } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { startClosingClock } from '../db/consequences.ts';
import { saveStandings } from '../db/plans.ts';
import { planStep } from '../domain/lifecycle.ts';
import { drawsUp } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import { planWords } from '../pl.ts';
import { about, loadPlan } from './target.ts';

/** Begins to carry out an approved plan, on its first day at the earliest. */
export const start = insideCommand({
  name: 'plans.start',
  summary: 'Begin to carry out an approved plan',
  input: z.object({ planId: id() }),
  result: z.object({ planId: z.string() }),
  basis: planStep('start').basis,
  load: (tx, input, moment) => loadPlan(tx, moment, input.planId, 'leading'),
  allow: drawsUp,
  decide(target, _input, moment) {
    const standing = take(target, 'start');
    if (isRefusal(standing)) return standing;
    const { startsOn, endsOn } = target.at;
    if (startsOn === null || endsOn === null || startsOn > moment.today)
      return refuse('plans.too-early', planWords.refusals.tooEarly(dateWords(startsOn ?? moment.today)));
    return { target, standing, endsOn };
  },
  async save(tx, { target, standing, endsOn }, moment) {
    await saveStandings(tx, moment.actor.centreId, target.plan, standing, target.at.number, {});
    await startClosingClock(tx, moment, target.plan, endsOn);
    return { planId: target.plan.id };
  },
  audit: ({ target }) => ({
    ...about(target),
    what: { plan: target.plan.id, version: target.at.number, before: 'approved', after: 'running' },
  }),
});
