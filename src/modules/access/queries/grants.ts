import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { choice, id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { mayOpenByNecessity } from '../commands/necessity.ts';
import { countToReview, findOpenGrant, listGrants } from '../db/grants.ts';
import { verdicts } from '../domain/necessity.ts';

const grant = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  accountPosition: z.string(),
  personId: z.string(),
  personName: z.string(),
  reason: z.string(),
  grantedAt: z.string(),
  until: z.string(),
  state: z.enum(['to_review', ...verdicts]),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  review: z.string().nullable(),
});

export type ShownGrant = z.infer<typeof grant>;

const basis = 'art. 50 ust. 2 i 3 ustawy o CUS';

/** Persons opened by necessity: those to review, or those that were. */
export const listGrantsQuery = query({
  name: 'access.list-grants',
  summary: 'Openings by necessity, to review or reviewed',
  input: z.object({ which: choice(['to_review', 'reviewed']) }),
  output: z.array(grant),
  basis,
  read: (db, input, moment) => listGrants(db, moment.actor.centreId, input.which),
  allow: { director: always, auditor: always },
  discloses: (output) =>
    [...new Set(output.map((one) => one.personId))].map((personId) => ({
      personId,
      what: { fields: ['name', 'reason'] },
    })),
});

/** Whether the asker has a person open by necessity, and until when. Tells nothing of the person. */
export const findOpenGrantQuery = query({
  name: 'access.find-open-grant',
  summary: 'Until when the asker has a person open by necessity',
  input: z.object({ personId: id() }),
  output: z.object({ until: z.string().nullable() }),
  basis,
  read: async (db, input, { actor, now }) => ({
    until: (await findOpenGrant(db, actor.centreId, actor.accountId, input.personId, now)) ?? null,
  }),
  allow: mayOpenByNecessity,
  discloses: () => undefined,
});

/** How many openings wait for the asker's judgement: for the page of the day. */
export const waitingGrantsQuery = query({
  name: 'access.waiting-grants',
  summary: 'How many openings by necessity wait for the judgement of the asker',
  input: z.object({}),
  output: z.object({ toReview: z.number() }),
  basis,
  read: async (db, _input, { actor }) => ({
    toReview: await countToReview(db, actor.centreId, actor.accountId),
  }),
  allow: { director: always, auditor: always },
  discloses: () => undefined,
});
