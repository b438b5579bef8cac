import { z } from 'zod';
import { type Actor, always } from '../../../platform/actor.ts';
import { optionalInteger } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { countByFilter, listPlans, type PlanScope } from '../db/lists.ts';
import { planFilters } from '../domain/plan.ts';
import { listedPlanSchema } from './schemas.ts';

/** Plans on one page of the list. */
export const plansPerPage = 50;

/** Whose plans a worker sees in lists. */
export const scopeOf = (actor: Actor): PlanScope =>
  actor.roles.includes('director') || actor.roles.includes('service_organiser')
    ? 'all'
    : { coordinatorId: actor.accountId };

/** The list of plans: a coordinator's own, everything for the director and the organiser; waiting for approval first. */
export const listPlansQuery = query({
  name: 'plans.list-plans',
  summary: 'Plans with their states and nearest clocks, those that wait for approval first',
  input: z.object({
    filter: z.enum(planFilters).catch('open').default('open'),
    page: optionalInteger(1, 10_000).catch(1),
  }),
  output: z.object({
    plans: z.array(listedPlanSchema),
    counts: z.record(z.enum(planFilters), z.number()),
    filter: z.enum(planFilters),
    page: z.number(),
    /** Whether the list holds everybody's plans. */
    all: z.boolean(),
  }),
  basis: 'art. 29, art. 41 ust. 1, art. 45 ust. 1 ustawy o CUS',
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const { filter, page = 1 } = input;
    const scope = scopeOf(moment.actor);
    const [plans, counts] = await Promise.all([
      listPlans(db, centreId, scope, filter, { limit: plansPerPage, offset: (page - 1) * plansPerPage }),
      countByFilter(db, centreId, scope),
    ]);
    return { plans, counts, filter, page, all: scope === 'all' };
  },
  allow: { director: always, service_organiser: always, plan_coordinator: always },
  // Names of people are in it: the list is a read of their data.
  discloses: ({ plans }) =>
    plans.length === 0 ? undefined : { what: { list: 'plans', cases: plans.map((plan) => plan.caseId) } },
});
