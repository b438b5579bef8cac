import { z } from 'zod';
import { text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { updatePlan } from '../db/plans.ts';
import { withItem } from '../domain/content.ts';
import { type Assumptions, assumptionKeys } from '../domain/what-if.ts';
import { assumptionsOf } from '../domain/what-if-input.ts';
import { pl } from '../pl.ts';
import { startsOf, valuesOf } from '../starts.ts';
import { closedToEdits, loadPlan, lpdiBasis, planInput, writers } from './target.ts';

/** Keeps a what-if with the plan: its assumptions as they are now, and where those come from that the system knows. */
export const keepWhatIf = command({
  name: 'lpdi.keep-what-if',
  summary: 'Keep the assumptions of a what-if with a draft of a local plan, for its cost analysis',
  input: planInput.extend({
    name: text(200),
    /** As typed: złote, per cent, years; left out: as the system or the example has it. */
    assumptions: z.partialRecord(z.enum(assumptionKeys), z.string().max(40)),
  }),
  result: z.object({}),
  basis: lpdiBasis,
  async load(tx, input, moment) {
    const target = await loadPlan(tx, input, moment);
    return target && { ...target, starts: await startsOf(tx, moment.actor.centreId, moment.today) };
  },
  allow: writers,
  decide({ plan, starts }, { name, assumptions: typed }, { today }) {
    const closed = closedToEdits(plan);
    if (closed) return closed;
    const { assumptions, wrong, origins } = assumptionsOf(typed, valuesOf(starts));
    if (wrong.length > 0) return refuse('lpdi.assumptions-wrong', pl.errors.assumptionsWrong);
    const sources: Partial<Record<keyof Assumptions, string>> = {};
    for (const key of assumptionKeys) {
      const passport = starts[key]?.passport;
      if (origins[key] === 'system' && passport)
        sources[key] = pl.starts.source(passport.source, passport.asOf);
      if (origins[key] === 'typed') sources[key] = pl.starts.typed;
    }
    const kept = { id: newId(), name, keptOn: today, assumptions: { ...assumptions }, sources };
    return { plan, content: withItem(plan.content, 'whatIfs', kept), name };
  },
  async save(tx, { plan, content }, { actor }) {
    await updatePlan(tx, actor.centreId, plan.id, { content });
    return {};
  },
  audit: ({ plan, name }) => ({ what: { lpdi: plan.id, whatIf: name } }),
});
