import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { integer, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { insertMeasurements, insertYear } from '../db/monitoring.ts';
import { changesBetween } from '../domain/changes.ts';
import { standingOf } from '../domain/schedule.ts';
import { taken } from '../figures.ts';
import { monitored } from '../monitoring.ts';
import { pl } from '../pl.ts';
import { loadPlan, lpdiBasis, planInput } from './target.ts';

/**
 * Records a year of monitoring: what the system computes of every indicator becomes a point of its line, and indicators, actions,
 * money and the number of changes stand still with the conclusions.
 */
export const recordYear = command({
  name: 'lpdi.record-year',
  summary: 'Record a year of monitoring of an adopted local plan with its conclusions',
  input: planInput.extend({ year: integer(2020, 2115), conclusions: text(8000) }),
  result: z.object({}),
  basis: lpdiBasis,
  async load(tx, input, moment) {
    const target = await loadPlan(tx, input, moment);
    if (!target) return undefined;
    const { plan } = target;
    const { centreId } = moment.actor;
    const watched = await monitored(tx, centreId, plan, moment.today);
    const now = await taken(tx, centreId, plan, moment.today, watched.told);
    return { ...target, watched, changed: changesBetween(plan.figures, now.figures).length };
  },
  allow: { service_organiser: always, director: always },
  decide({ plan, watched, changed }, { year, conclusions }, { today }) {
    if (plan.state !== 'adopted') return refuse('lpdi.not-adopted', pl.errors.notAdopted);
    const thisYear = Number(today.slice(0, 4));
    if (year > thisYear || year < Number((plan.adoptedOn ?? today).slice(0, 4)))
      return refuse('lpdi.year-wrong', pl.errors.yearWrong, { field: 'year' });
    const { indicators, actions } = plan.content;
    const { measured, spending } = watched;
    const valueOf = (id: string) => measured.find(({ indicatorId }) => indicatorId === id);
    const ofYear = spending.byYear.find((one) => one.year === year);
    const state = {
      indicators: indicators.flatMap(({ id, name, base, target, targetYear }) => {
        const found = valueOf(id);
        return found ? [{ id, name, base, value: found.now, target, targetYear }] : [];
      }),
      actions: actions.map((action) => ({
        number: action.number,
        title: action.title,
        state: action.state,
        standing: standingOf(action, year),
      })),
      planned: ofYear?.planned ?? null,
      spent: ofYear?.spent ?? { ...spending.spent, value: null },
      changed,
    };
    return {
      plan,
      year,
      conclusions,
      state,
      computed: indicators.flatMap((indicator) => {
        const found = valueOf(indicator.id);
        const done = found?.history.some(({ on }) => on === today);
        return indicator.formula === null || !found || found.now.value === null || done
          ? []
          : [
              {
                indicatorId: indicator.id,
                measuredOn: today,
                value: found.now.value,
                source: found.now.passport.source,
                computed: true,
              },
            ];
      }),
    };
  },
  async save(tx, { plan, year, conclusions, state, computed }, moment) {
    await insertMeasurements(tx, moment, plan.id, computed);
    await insertYear(tx, moment, plan.id, { year, conclusions, state });
    return {};
  },
  audit: ({ plan, year, computed }) => ({ what: { lpdi: plan.id, year, computed: computed.length } }),
  constraints: {
    lpdi_year_centre_id_lpdi_id_year_key: refuse('lpdi.year-recorded', pl.errors.yearRecorded, {
      field: 'year',
    }),
  },
});
