import { z } from 'zod';
import { command } from '../../../platform/runner/command.ts';
import { updatePlan } from '../db/plans.ts';
import { changesBetween } from '../domain/changes.ts';
import { figuresFor } from '../figures.ts';
import { closedToEdits, loadPlan, lpdiBasis, planInput, writers } from './target.ts';

/** Takes the figures of the running system anew into a draft, and lists what changed. */
export const refresh = command({
  name: 'lpdi.refresh',
  summary: 'Take the figures of the running system anew into a draft of a local plan and list what changed',
  input: planInput,
  result: z.object({ changed: z.number() }),
  basis: lpdiBasis,
  async load(tx, input, moment) {
    const target = await loadPlan(tx, input, moment);
    return target && { ...target, figures: await figuresFor(tx, moment.actor.centreId, target.plan) };
  },
  allow: writers,
  decide({ plan, figures }, _input, { today }) {
    return closedToEdits(plan) ?? { plan, figures, today, changes: changesBetween(plan.figures, figures) };
  },
  async save(tx, { plan, figures, today, changes }, { actor }) {
    await updatePlan(tx, actor.centreId, plan.id, { figures, figuresOn: today });
    return { changed: changes.length };
  },
  audit: ({ plan, changes }) => ({
    what: { lpdi: plan.id, changed: changes.map(({ key, kind }) => [key, kind]) },
  }),
});
