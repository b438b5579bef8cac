import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { date, id, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { insertMeasurements } from '../db/monitoring.ts';
import { pl } from '../pl.ts';
import { decimal } from './number.ts';
import { loadPlan, lpdiBasis, planInput } from './target.ts';

/** Writes down what people measured of an indicator. What the system computes itself is not typed in. */
export const measure = command({
  name: 'lpdi.measure',
  summary: 'Write down a measured value of an indicator of a local plan',
  input: planInput.extend({
    indicatorId: id(),
    measuredOn: date(),
    value: decimal(),
    source: text(300),
  }),
  result: z.object({}),
  basis: lpdiBasis,
  load: async (tx, input, moment) => await loadPlan(tx, input, moment),
  allow: { service_organiser: always, director: always, community_organiser: always },
  decide({ plan }, { indicatorId, measuredOn, value, source }, { today }) {
    const indicator = plan.content.indicators.find((one) => one.id === indicatorId);
    if (!indicator) return refuse('lpdi.no-such-indicator', pl.errors.noSuchIndicator);
    if (indicator.formula !== null) return refuse('lpdi.computed-indicator', pl.errors.computed);
    if (measuredOn > today)
      return refuse('lpdi.measured-in-future', pl.errors.future, { field: 'measuredOn' });
    return { plan, measurement: { indicatorId, measuredOn, value, source, computed: false } };
  },
  async save(tx, { plan, measurement }, moment) {
    await insertMeasurements(tx, moment, plan.id, [measurement]);
    return {};
  },
  audit: ({ plan, measurement }) => ({ what: { lpdi: plan.id, ...measurement } }),
  constraints: {
    lpdi_measurement_centre_id_lpdi_id_indicator_id_measured_on_key: refuse(
      'lpdi.measured-already',
      pl.errors.measuredAlready,
      { field: 'measuredOn' },
    ),
  },
});
