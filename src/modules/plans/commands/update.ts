import { z } from 'zod';
import { choice, id, text } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import { offersOfGmina } from '../db/choices.ts';
import { copyContent } from '../db/content.ts';
import { insertVersion } from '../db/plans.ts';
import { planStep } from '../domain/lifecycle.ts';
import { updateKinds } from '../domain/plan.ts';
import { drawsUp } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import { planWords } from '../pl.ts';
import { about, loadPlan } from './target.ts';

/**
 * Begins the change of a running plan (art. 41(2)): the next version copies what holds, with the reason. What holds goes
 * on until the change has its own agreement and approval. Services move to the programme in force that offers them now.
 */
export const update = insideCommand({
  name: 'plans.update',
  summary: 'Begin a new version of a running plan, copying what holds, with the reason',
  input: z.object({ planId: id(), kind: choice(updateKinds), reason: text(2000, planWords.fields.reason) }),
  result: z.object({ planId: z.string(), number: z.number() }),
  basis: planStep('update').basis,
  async load(tx, input, moment) {
    const target = await loadPlan(tx, moment, input.planId, 'leading');
    if (!target) return undefined;
    const { gmina } = target.plan;
    return { ...target, offers: await offersOfGmina(tx, moment.actor.centreId, gmina, moment.today) };
  },
  allow: drawsUp,
  decide(target, input) {
    const standing = take(target, 'update');
    if (isRefusal(standing)) return standing;
    const lines = target.content.lines.map((line) => {
      const now =
        target.offers.find((offer) => offer.id === line.programmeServiceId) ??
        target.offers.find((offer) => offer.serviceId === line.serviceId);
      return now ? { ...line, programmeServiceId: now.id } : line;
    });
    return {
      target,
      number: Math.max(...standing.map((version) => version.number)),
      content: { ...target.content, lines },
      kind: input.kind,
      reason: input.reason,
    };
  },
  async save(tx, { target, number, content, kind, reason }, moment) {
    const { startsOn, endsOn } = target.at;
    const { id: versionId } = await insertVersion(tx, moment, target.plan.id, {
      number,
      startsOn,
      endsOn,
      updateKind: kind,
      updateReason: reason,
    });
    await copyContent(tx, moment.actor.centreId, content, versionId);
    return { planId: target.plan.id, number };
  },
  audit: ({ target, number, kind }) => ({
    ...about(target),
    what: { plan: target.plan.id, before: target.at.number, after: number, kind, fields: ['reason'] },
  }),
});
