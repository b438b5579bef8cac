import { z } from 'zod';
import { basis, cite, type Facts } from '../../../law/index.ts';
import { always } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { query } from '../../../platform/runner/query.ts';
import { publicAnswers, publicStates, selectServiceList } from '../../directory/index.ts';
import { offersInForce } from '../db/versions.ts';
import {
  type Known,
  matchSchema,
  matchServices,
  type Need,
  needSchema,
  type ServiceMatch,
} from '../domain/match.ts';

/** Services for needs and a person's facts, read as the caller: for queries of other modules that show them. */
export async function findMatches(
  db: Db,
  centreId: string,
  needs: readonly Need[],
  known: Known,
): Promise<ServiceMatch[]> {
  const [services, offers, answers] = await Promise.all([
    selectServiceList(db, centreId, { states: publicStates }),
    offersInForce(db, centreId, known.today),
    publicAnswers(db, centreId),
  ]);
  const words = needs.map((need) => answers.words(need.words ?? ''));
  return matchServices(services, offers, needs, known, words);
}

/** Facts come from the caller's own read of the person; a key that is missing is unknown. */
const factsSchema: z.ZodType<Facts> = z.custom<Facts>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** Which services answer the needs, and whether they fit the person: why, why not, what is unknown. */
export const matchServicesQuery = query({
  name: 'programmes.match-services',
  summary:
    'Services for needs and what is known of a person: passed, failed and unknown conditions, places, price',
  input: z.object({
    needs: z.array(needSchema).max(20).default([]),
    facts: factsSchema.default({}),
    household: z.enum(['single', 'family']).optional(),
  }),
  output: z.array(matchSchema),
  basis: cite(basis('cus', '42 ust. 2', 'statute')),
  read: async (db, input, moment) =>
    await findMatches(db, moment.actor.centreId, input.needs, {
      facts: input.facts,
      household: input.household,
      today: moment.today,
    }),
  // Matching is a step towards qualifying: nobody outside the centre (art. 49).
  allow: {
    director: always,
    service_organiser: always,
    plan_coordinator: always,
    assistance_organiser: always,
    community_organiser: always,
    clerk: always,
  },
  discloses: () => undefined,
});
