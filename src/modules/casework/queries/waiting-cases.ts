import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { countUnassigned } from '../db/case-list.ts';
import { scopeOf } from './list-cases.ts';

/** How many open cases wait for a coordinator, of those the reader may know of; a number without a name. */
export const waitingCases = query({
  name: 'casework.waiting-cases',
  summary: 'How many open cases have no coordinator yet',
  input: z.object({}),
  output: z.object({ unassigned: z.number() }),
  basis: 'art. 22, art. 29 ustawy o CUS',
  read: async (db, _input, { actor }) => ({
    unassigned: await countUnassigned(db, actor.centreId, scopeOf(actor)),
  }),
  allow: {
    clerk: always,
    director: always,
    service_organiser: always,
    plan_coordinator: always,
    assistance_organiser: always,
  },
  discloses: () => undefined,
});
