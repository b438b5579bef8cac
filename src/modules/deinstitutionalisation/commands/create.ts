import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id, integer, optionalId, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { findPlan, gminaServed, insertPlan } from '../db/plans.ts';
import { emptyContent } from '../domain/content.ts';
import { pl } from '../pl.ts';
import { lpdiBasis } from './target.ts';

/** A new plan: empty, or a new version of an older one with everything that is written in it. */
export const create = command({
  name: 'lpdi.create',
  summary: 'Begin a local deinstitutionalisation plan, empty or as a new version of an older one',
  input: z.object({
    title: text(300),
    gmina: z.string(pl.errors.gmina).regex(/^\d{7}$/, pl.errors.gmina),
    fromYear: integer(2020, 2100),
    toYear: integer(2020, 2115),
    replaces: optionalId(),
  }),
  result: z.object({ planId: id() }),
  basis: lpdiBasis,
  load: async (tx, { gmina, replaces }, { actor, today }) => ({
    served: await gminaServed(tx, actor.centreId, gmina, today),
    older: replaces === undefined ? undefined : await findPlan(tx, actor.centreId, replaces),
  }),
  allow: { service_organiser: always, director: always },
  decide({ served, older }, { title, fromYear, toYear, replaces }) {
    if (served === undefined) return refuse('lpdi.gmina-not-served', pl.errors.gmina, { field: 'gmina' });
    if (toYear < fromYear) return refuse('lpdi.years-turned', pl.errors.yearsTurned, { field: 'toYear' });
    if (toYear > fromYear + 15)
      return refuse('lpdi.years-too-long', pl.errors.yearsLong, { field: 'toYear' });
    if (replaces !== undefined && older === undefined)
      return refuse('lpdi.no-such-plan', pl.errors.noSuchPlan, { field: 'replaces' });
    return {
      title,
      gmina: served,
      fromYear,
      toYear,
      content: older?.content ?? emptyContent,
      replaces: older?.id ?? null,
    };
  },
  save: async (tx, plan, moment) => ({ planId: await insertPlan(tx, moment, plan) }),
  audit: ({ title, gmina, replaces }, { planId }) => ({ what: { lpdi: planId, title, gmina, replaces } }),
});
