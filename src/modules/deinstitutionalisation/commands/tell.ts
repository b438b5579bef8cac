import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { choice, date, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { insertTold } from '../db/monitoring.ts';
import { inputs, unitOfInput } from '../domain/indicators.ts';
import { pl } from '../pl.ts';
import { decimal } from './number.ts';
import { loadPlan, lpdiBasis, planInput } from './target.ts';

/** Writes down a number that formulas need and the system does not keep, with its source; money in złote. */
export const tell = command({
  name: 'lpdi.tell',
  summary:
    'Write down a number that the formulas of indicators need and the system does not keep, with its source',
  input: planInput.extend({ input: choice(inputs), asOf: date(), value: decimal(), source: text(300) }),
  result: z.object({}),
  basis: lpdiBasis,
  load: async (tx, input, moment) => await loadPlan(tx, input, moment),
  allow: { service_organiser: always, director: always, community_organiser: always },
  decide({ plan }, { input, asOf, value, source }, { today }) {
    if (asOf > today) return refuse('lpdi.told-in-future', pl.errors.future, { field: 'asOf' });
    if (value < 0) return refuse('lpdi.told-negative', pl.errors.negative, { field: 'value' });
    const stored = unitOfInput(input) === 'grosze' ? Math.round(value * 100) : value;
    return { plan, told: { input, asOf, value: stored, source } };
  },
  async save(tx, { plan, told }, moment) {
    await insertTold(tx, moment, plan.gmina, told);
    return {};
  },
  audit: ({ plan, told }) => ({ what: { lpdi: plan.id, ...told } }),
  constraints: {
    lpdi_input_centre_id_gmina_input_as_of_key: refuse('lpdi.told-already', pl.errors.toldAlready, {
      field: 'asOf',
    }),
  },
});
