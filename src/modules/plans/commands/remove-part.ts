import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { insideCommand, type Moment } from '../../../platform/runner/command.ts';
import { isRefusal, type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { removeFrom } from '../db/content.ts';
import { saveVersion } from '../db/plans.ts';
import type { Content, Line } from '../domain/plan.ts';
import { drawsUp } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import { planWords } from '../pl.ts';
import { about, loadPlan, type PlanTarget } from './target.ts';

const contentBasis = 'art. 39 ustawy o CUS';

/** One thing of a draft by its id, or the refusal that it is not there any more. */
export function partOf<T extends { id: string }>(parts: readonly T[], partId: string): T | Refusal {
  return parts.find((part) => part.id === partId) ?? refuse('plans.part-gone', planWords.refusals.partGone);
}

/** A command that takes one thing out of a draft. */
const removal = <Kind extends keyof Content>(of: {
  name: `plans.remove-${string}`;
  summary: string;
  kind: Kind;
  table: 'plan_need' | 'plan_line' | 'plan_action';
  refuses?(target: PlanTarget, part: Content[Kind][number], moment: Moment): Refusal | undefined;
}) =>
  insideCommand({
    name: of.name,
    summary: of.summary,
    input: z.object({ planId: id(), partId: id() }),
    result: z.object({ planId: z.string() }),
    basis: contentBasis,
    load: (tx, input, moment) => loadPlan(tx, moment, input.planId, 'prepared'),
    allow: drawsUp,
    decide(target, input, moment) {
      const standing = take(target, 'write');
      if (isRefusal(standing)) return standing;
      const parts: readonly Content[Kind][number][] = target.content[of.kind];
      const part = partOf(parts, input.partId);
      if (isRefusal(part)) return part;
      return of.refuses?.(target, part, moment) ?? { target, partId: part.id };
    },
    async save(tx, { target, partId }, moment) {
      await removeFrom(tx, moment.actor.centreId, of.table, partId);
      await saveVersion(tx, moment.actor.centreId, target.at.id);
      return { planId: target.plan.id };
    },
    audit: ({ target, partId }) => ({
      ...about(target),
      what: { plan: target.plan.id, version: target.at.number, removed: of.kind, part: partId },
    }),
  });

/** What an earlier version has begun is shortened, not taken out: what was delivered stays in the plan and is paid for. */
const began = ({ at }: PlanTarget, line: Line, { today }: Moment): Refusal | undefined =>
  at.updateKind !== null && line.id !== line.originId && line.startsOn <= today
    ? refuse('plans.line-began', planWords.refusals.lineBegan(line.serviceName), {
        basis: 'art. 41 ust. 2, art. 43 ust. 1 ustawy o CUS',
      })
    : undefined;

export const removeNeed = removal({
  name: 'plans.remove-need',
  summary: 'Take a need out of a plan that is being drawn up',
  kind: 'needs',
  table: 'plan_need',
});

export const removeLine = removal({
  name: 'plans.remove-line',
  summary: 'Take a service out of a plan that is being drawn up',
  kind: 'lines',
  table: 'plan_line',
  refuses: began,
});

export const removeAction = removal({
  name: 'plans.remove-action',
  summary: 'Take a supporting action out of a plan that is being drawn up',
  kind: 'actions',
  table: 'plan_action',
});
