import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { listCoordinators } from '../db/workers.ts';

/** Coordinators of individual plans who work today, with how many open cases each has. */
export const listCoordinatorsQuery = query({
  name: 'casework.list-coordinators',
  summary: 'Coordinators who may be given a case today, and how much each carries',
  input: z.object({}),
  output: z.array(z.object({ id: z.string(), name: z.string(), cases: z.number() })),
  basis: 'art. 29 ustawy o CUS',
  read: async (db, _input, moment) => await listCoordinators(db, moment.actor.centreId, moment.today),
  allow: { clerk: always, service_organiser: always, director: always },
  discloses: () => undefined,
});
