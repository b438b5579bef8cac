import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { countAwaiting } from '../db/review.ts';
import { ledgerBasis } from '../domain/unmet-need.ts';

/** How much of the ledger waits for the organiser today. */
export const waitingNeeds = query({
  name: 'needs.waiting-needs',
  summary: 'How many unmet needs and words of searches await the review of the organiser',
  input: z.object({}),
  output: z.object({ needs: z.number(), words: z.number() }),
  basis: ledgerBasis,
  read: async (db, _input, { actor }) => await countAwaiting(db, actor.centreId),
  allow: { service_organiser: always },
  discloses: () => undefined,
});
