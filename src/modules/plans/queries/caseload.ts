import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { listCoordinators } from '../../casework/index.ts';
import { latestHandovers } from '../db/handovers.ts';
import { listCaseloads } from '../db/lists.ts';
import { handoverSchema } from '../domain/plan.ts';

/** Who leads how many cases and plans, who may take them over, and the last handovers. */
export const caseload = query({
  name: 'plans.caseload',
  summary: 'Caseloads of workers, coordinators who may take over, and the last handovers',
  input: z.object({}),
  output: z.object({
    workers: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        active: z.boolean(),
        cases: z.number(),
        plans: z.number(),
      }),
    ),
    coordinators: z.array(z.object({ id: z.string(), name: z.string(), cases: z.number() })),
    latest: z.array(handoverSchema),
  }),
  basis: 'art. 27 ust. 1, art. 45 ust. 1 ustawy o CUS',
  async read(db, _input, moment) {
    const { centreId } = moment.actor;
    const [workers, coordinators, latest] = await Promise.all([
      listCaseloads(db, centreId),
      listCoordinators(db, centreId, moment.today),
      latestHandovers(db, centreId),
    ]);
    return { workers, coordinators, latest };
  },
  allow: { director: always, service_organiser: always },
  discloses: () => undefined,
});
