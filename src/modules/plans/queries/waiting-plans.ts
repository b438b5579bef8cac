import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { countByFilter } from '../db/lists.ts';
import { scopeOf } from './list-plans.ts';

/** How many agreed plans wait for approval: of the centre, or of one's own for a coordinator; a number without a name. */
export const waitingPlans = query({
  name: 'plans.waiting-plans',
  summary: 'How many plans wait for approval',
  input: z.object({}),
  output: z.object({ waiting: z.number() }),
  basis: 'art. 24, art. 41 ustawy o CUS',
  async read(db, _input, { actor }) {
    const { waiting } = await countByFilter(db, actor.centreId, scopeOf(actor));
    return { waiting };
  },
  allow: { director: always, service_organiser: always, plan_coordinator: always },
  discloses: () => undefined,
});
