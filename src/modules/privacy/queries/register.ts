import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { optionalId } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { listActivities, listClauses } from '../db/register.ts';
import { registers } from '../domain/activity.ts';
import { watches } from '../domain/policy.ts';

const activity = z.object({
  id: z.string(),
  kind: z.enum(registers),
  number: z.number(),
  name: z.string(),
  purpose: z.string(),
  basis: z.string(),
  subjects: z.string(),
  dataKinds: z.string(),
  recipients: z.string(),
  transfers: z.string().nullable(),
  retention: z.string(),
  safeguards: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  madeBy: z.string(),
});

/** The register of processing (art. 30): each entry with all its versions. */
export const registerQuery = query({
  name: 'privacy.register',
  summary:
    'The registers of processing with their versions: activities, processors, what is done for others (art. 28, 30 GDPR)',
  input: z.object({ activityId: optionalId() }),
  output: z.object({ activities: z.array(activity) }),
  basis: 'art. 30 RODO',
  async read(db, { activityId }, { actor }) {
    const activities = await listActivities(db, actor.centreId);
    if (activityId === undefined) return { activities };
    const versions = activities.filter(({ id }) => id === activityId);
    return versions.length === 0 ? undefined : { activities: versions };
  },
  allow: watches,
  discloses: () => undefined,
});

const clause = z.object({
  id: z.string(),
  kind: z.enum(['application', 'family']),
  number: z.number(),
  words: z.object({ pl: z.string(), uk: z.string(), en: z.string() }),
  validFrom: z.string(),
  madeBy: z.string(),
  shown: z.number(),
});

/** Information clauses with their versions and to how many each was shown. */
export const clausesQuery = query({
  name: 'privacy.clauses',
  summary: 'Information clauses in versions, with how many people were shown each',
  input: z.object({}),
  output: z.object({ clauses: z.array(clause) }),
  basis: 'art. 13 i 14 RODO',
  read: async (db, _input, { actor }) => ({ clauses: await listClauses(db, actor.centreId) }),
  allow: watches,
  discloses: () => undefined,
});

/** What every resident may read: the clauses that hold, and the earlier ones. */
export const publicClauses = query({
  name: 'privacy.public-clauses',
  summary: 'Information on personal data as it holds now, and its earlier versions',
  input: z.object({}),
  output: z.object({
    clauses: z.array(clause.omit({ madeBy: true, shown: true })),
  }),
  basis: 'art. 12 ust. 1, art. 13 i 14 RODO',
  async read(db, _input, { actor, today }) {
    const clauses = await listClauses(db, actor.centreId);
    return {
      clauses: clauses
        .filter(({ validFrom }) => validFrom <= today)
        .map(({ madeBy: _madeBy, shown: _shown, ...one }) => one),
    };
  },
  allow: anyone(),
  discloses: () => undefined,
});
