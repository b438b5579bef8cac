import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { listAwaiting, listOpenWords } from '../db/review.ts';
import { groupKeys, ledgerBasis, reasons, sources } from '../domain/unmet-need.ts';

const needs = z.object({
  area: z.number().nullable(),
  reason: z.enum(reasons),
  group: z.enum(groupKeys).nullable(),
  gmina: z.string().nullable(),
  gminaName: z.string().nullable(),
  locality: z.string().nullable(),
  terms: z.string(),
  sources: z.array(z.enum(sources)),
  services: z.array(z.string()),
  times: z.number(),
  lastOn: z.string(),
});

export type NeedsInReview = z.infer<typeof needs>;

/** What awaits the organiser's review: alike entries together, and words that no search understood. */
export const needsToReview = query({
  name: 'needs.needs-to-review',
  summary:
    'Entries of the ledger that await a review, alike ones together, and words that no search understood',
  input: z.object({}),
  output: z.object({
    needs: z.array(needs),
    words: z.array(z.object({ id: z.string(), word: z.string(), month: z.string(), times: z.number() })),
  }),
  basis: ledgerBasis,
  async read(db, _input, { actor }) {
    const [awaiting, words] = await Promise.all([
      listAwaiting(db, actor.centreId),
      listOpenWords(db, actor.centreId),
    ]);
    return { needs: awaiting, words };
  },
  allow: { service_organiser: always },
  discloses: () => undefined,
});
