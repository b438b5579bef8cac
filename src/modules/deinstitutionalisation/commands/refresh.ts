import { z } from 'zod';
import { command } from '../../../platform/runner/command.ts';
import { updatePlan } from '../db/plans.ts';
import { listTold } from '../db/monitoring.ts';
import { changesBetween } from '../domain/changes.ts';
import { taken } from '../figures.ts';
import { toldFigures } from '../monitoring.ts';
import { closedToEdits, loadPlan, lpdiBasis, planInput, writers } from './target.ts';

/** Takes the figures of the running system anew into a draft, and keeps the list of what changed. */
export const refresh = command({
  name: 'lpdi.refresh',
  summary: 'Take the figures of the running system anew into a draft of a local plan and list what changed',
  input: planInput,
  result: z.object({ changed: z.number() }),
  basis: lpdiBasis,
  async load(tx, input, moment) {
    const target = await loadPlan(tx, input, moment);
    if (!target) return undefined;
    const { centreId } = moment.actor;
    const { plan } = target;
    const told = toldFigures(await listTold(tx, centreId, plan.gmina), plan.gminaName);
    return { ...target, now: await taken(tx, centreId, plan, moment.today, told) };
  },
  allow: writers,
  decide({ plan, now }, _input, { today }) {
    return closedToEdits(plan) ?? { plan, now, today, changes: changesBetween(plan.figures, now.figures) };
  },
  async save(tx, { plan, now, today, changes }, { actor }) {
    await updatePlan(tx, actor.centreId, plan.id, {
      figures: now.figures,
      places: now.places,
      figuresOn: today,
      // The first taking fills an empty draft: that is not a change of anything.
      changed: plan.figuresOn === null ? [] : changes.map(({ key: _key, ...change }) => change),
    });
    return { changed: changes.length };
  },
  audit: ({ plan, changes }) => ({
    what: { lpdi: plan.id, changed: changes.map(({ key, kind }) => [key, kind]) },
  }),
});
