import { z } from 'zod';
import { choice, id, optionalId, optionalText, text } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import { saveAction } from '../db/content.ts';
import { saveVersion } from '../db/plans.ts';
import { actionKinds } from '../domain/plan.ts';
import { drawsUp } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import { planWords } from '../pl.ts';
import { partOf } from './remove-part.ts';
import { about, loadPlan } from './target.ts';

/** Writes a supporting action (art. 39(2)): self-help, volunteering, neighbourly or other; it is nobody's paid service. */
export const writeAction = insideCommand({
  name: 'plans.write-action',
  summary: 'Write a supporting action into a plan that is being drawn up',
  input: z.object({
    planId: id(),
    actionId: optionalId(),
    kind: choice(actionKinds),
    words: text(1000, planWords.fields.actionWords),
    who: text(300, planWords.fields.actionWho),
    scheduleWords: optionalText(300),
  }),
  result: z.object({ actionId: z.string() }),
  basis: 'art. 39 ust. 2 ustawy o CUS',
  load: (tx, input, moment) => loadPlan(tx, moment, input.planId, 'prepared'),
  allow: drawsUp,
  decide(target, input) {
    const standing = take(target, 'write');
    if (isRefusal(standing)) return standing;
    const before = input.actionId === undefined ? undefined : partOf(target.content.actions, input.actionId);
    if (isRefusal(before)) return before;
    const { kind, words, who, scheduleWords = null } = input;
    return { target, before, action: { kind, words, who, scheduleWords } };
  },
  async save(tx, { target, before, action }, moment) {
    const { centreId } = moment.actor;
    const position = target.content.actions.length;
    const { id: actionId } = await saveAction(
      tx,
      centreId,
      target.at.id,
      action,
      before ? { id: before.id } : { position },
    );
    await saveVersion(tx, centreId, target.at.id);
    return { actionId };
  },
  audit: ({ target, before, action }, { actionId }) => ({
    ...about(target),
    what: {
      plan: target.plan.id,
      version: target.at.number,
      action: actionId,
      kind: action.kind,
      fields: before ? 'changed' : 'added',
    },
  }),
});
