import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { lpdiBasis } from '../commands/target.ts';
import { listPlans } from '../db/plans.ts';
import { planStates } from '../domain/lifecycle.ts';

/** Plans of the centre, the newest years first. */
export const listOfPlans = query({
  name: 'lpdi.list',
  summary: 'Local deinstitutionalisation plans of the centre',
  input: z.object({}),
  output: z.object({
    plans: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        gmina: z.string(),
        gminaName: z.string(),
        fromYear: z.number(),
        toYear: z.number(),
        state: z.enum(planStates),
        goals: z.number(),
        actions: z.number(),
        adoptedOn: z.string().nullable(),
      }),
    ),
  }),
  basis: lpdiBasis,
  async read(db, _input, { actor }) {
    const plans = await listPlans(db, actor.centreId);
    return {
      plans: plans.map(({ content, ...plan }) => ({
        ...plan,
        goals: content.goals.length,
        actions: content.actions.length,
      })),
    };
  },
  allow: {
    director: always,
    service_organiser: always,
    community_organiser: always,
    plan_coordinator: always,
    assistance_organiser: always,
  },
  discloses: () => undefined,
});
