import { z } from 'zod';
import { areas } from '../../../law/index.ts';
import { id, integer, optionalId, optionalInteger, optionalText, text } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import { saveNeed } from '../db/content.ts';
import { saveVersion } from '../db/plans.ts';
import { drawsUp } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import { planWords } from '../pl.ts';
import { partOf } from './remove-part.ts';
import { about, loadPlan } from './target.ts';

const basis = 'art. 39 ust. 1 ustawy o CUS';

/** Writes a need that the plan answers, or writes one over. */
export const writeNeed = insideCommand({
  name: 'plans.write-need',
  summary: 'Write a need into a plan that is being drawn up',
  input: z.object({
    planId: id(),
    needId: optionalId(),
    words: text(2000, planWords.fields.needWords),
    area: optionalInteger(1, areas.length),
    priority: integer(1, 3),
    source: optionalText(300),
  }),
  result: z.object({ needId: z.string() }),
  basis,
  load: (tx, input, moment) => loadPlan(tx, moment, input.planId, 'prepared'),
  allow: drawsUp,
  decide(target, input) {
    const standing = take(target, 'write');
    if (isRefusal(standing)) return standing;
    const before = input.needId === undefined ? undefined : partOf(target.content.needs, input.needId);
    if (isRefusal(before)) return before;
    const need = {
      words: input.words,
      area: input.area ?? null,
      priority: input.priority,
      source: input.source ?? before?.source ?? null,
    };
    return { target, before, need };
  },
  async save(tx, { target, before, need }, moment) {
    const { centreId } = moment.actor;
    const position = target.content.needs.length;
    const { id: needId } = await saveNeed(
      tx,
      centreId,
      target.at.id,
      need,
      before ? { id: before.id } : { position },
    );
    await saveVersion(tx, centreId, target.at.id);
    return { needId };
  },
  audit: ({ target, before }, { needId }) => ({
    ...about(target),
    what: {
      plan: target.plan.id,
      version: target.at.number,
      need: needId,
      fields: before ? 'changed' : 'added',
    },
  }),
});
