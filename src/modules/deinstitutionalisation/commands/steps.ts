import { z } from 'zod';
import type { Allow } from '../../../platform/actor.ts';
import { date, text } from '../../../platform/fields.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/runner/outcome.ts';
import { findPlan, type PlanChange, updatePlan } from '../db/plans.ts';
import { lpdiContent, paperKind } from '../documents/lpdi.ts';
import { viewOf } from '../queries/view.ts';
import { plDocument } from '../pl-document.ts';
import { isDemonstration } from '../../access/index.ts';
import { issueDocument, renderMessage } from '../../records/index.ts';
import { mayStep, type PlanStep, planSteps } from '../domain/lifecycle.ts';
import { problemsOf } from '../domain/problems.ts';
import { pl } from '../pl.ts';
import { adopters, loadPlan, lpdiBasis, planInput, type Target, writers } from './target.ts';

const verbs = {
  consult: 'lpdi.consult',
  finish: 'lpdi.finish',
  reopen: 'lpdi.reopen',
  adopt: 'lpdi.adopt',
  end: 'lpdi.end',
} as const satisfies Record<PlanStep, `${string}.${string}`>;

/** Steps after which others speak of the plan: what they saw is kept as it was that day, whatever the figures become. */
const kept: Partial<Record<PlanStep, string>> = {
  consult: plDocument.papers.consulted,
  adopt: plDocument.papers.adopted,
};

async function keepPaper(tx: Db, planId: string, title: string, moment: Moment): Promise<string> {
  const { actor, today } = moment;
  const [plan, demonstration] = await Promise.all([
    findPlan(tx, actor.centreId, planId),
    isDemonstration(tx, actor.centreId),
  ]);
  if (!plan) throw new Error('a plan that was just written is not there');
  const view = await viewOf(tx, actor.centreId, plan, today, false);
  const { id } = await issueDocument(tx, moment, {
    kind: paperKind,
    title,
    about: { what: 'lpdi', id: planId },
    letter: lpdiContent(view, today, demonstration),
  });
  return id;
}

/** A step of the lifecycle as a command; `more` is what this step writes besides the new state, or why it may not. */
const step = <Input extends { planId: string }>(
  name: PlanStep,
  summary: string,
  allow: Allow<Target>,
  input: z.ZodType<Input>,
  more: (target: Target, input: Input, today: string) => PlanChange | Refusal,
) =>
  command({
    name: verbs[name],
    summary,
    input,
    result: z.object({ documents: z.array(z.string()) }),
    basis: lpdiBasis,
    load: (tx, asked: Input, moment) => loadPlan(tx, asked, moment),
    allow,
    decide(target, asked, { today }) {
      if (!mayStep(name, target.plan.state)) return refuse('lpdi.wrong-state', pl.errors.wrongState);
      const change = more(target, asked, today);
      return isRefusal(change)
        ? change
        : { plan: target.plan, change: { ...change, state: planSteps[name].to } };
    },
    async save(tx, { plan, change }, moment) {
      await updatePlan(tx, moment.actor.centreId, plan.id, change);
      const paper = kept[name];
      return { documents: paper === undefined ? [] : [await keepPaper(tx, plan.id, paper, moment)] };
    },
    emits: (_change, { documents }) => documents.map(renderMessage),
    audit: ({ plan, change }) => ({
      what: { lpdi: plan.id, before: plan.state, after: change.state, resolution: change.resolution ?? null },
    }),
  });

export const consult = step(
  'consult',
  'Mark a draft of a local plan as consulted',
  writers,
  planInput,
  () => ({}),
);

export const finish = step(
  'finish',
  'Declare a draft of a local plan finished: nothing that stops it may be missing',
  writers,
  planInput,
  ({ plan }) => {
    const stopping = problemsOf({ ...plan, ...plan.content }).filter(({ stops }) => stops);
    return stopping.length > 0 ? refuse('lpdi.not-whole', pl.errors.notWhole(stopping.length)) : {};
  },
);

export const reopen = step('reopen', 'Take a local plan back to a draft', writers, planInput, () => ({}));

export const adopt = step(
  'adopt',
  'Record the adoption of a local plan: from now on its words do not change',
  adopters,
  planInput.extend({ resolution: text(200), adoptedOn: date() }),
  (_target, { resolution, adoptedOn }, today) =>
    adoptedOn > today
      ? refuse('lpdi.adopted-in-future', pl.errors.adoptedInFuture, { field: 'adoptedOn' })
      : { resolution, adoptedOn },
);

export const end = step(
  'end',
  'End a local plan',
  adopters,
  planInput.extend({ endedOn: date() }),
  ({ plan }, { endedOn }, today) =>
    endedOn > today || (plan.adoptedOn !== null && endedOn < plan.adoptedOn)
      ? refuse('lpdi.ended-wrong', pl.errors.endedWrong, { field: 'endedOn' })
      : { endedOn },
);
