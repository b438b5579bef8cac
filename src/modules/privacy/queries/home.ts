import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { listActivities, listClauses } from '../db/register.ts';
import { countOpenRequests, findRequest, findSubject, listRequests } from '../db/requests.ts';
import { findRestriction, listRestrictions } from '../db/restrictions.ts';
import { listReviews, listUnknownClasses } from '../db/retention.ts';
import { meetsPeople, takesRequests, watches } from '../domain/policy.ts';
import {
  askers,
  channels,
  exceptionGrounds,
  requestKinds,
  requestStates,
  restrictionGrounds,
} from '../domain/request.ts';

const text = z.string().nullable();

export const requestSchema = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  kind: z.enum(requestKinds),
  askedBy: z.enum(askers),
  identifiedBy: z.string(),
  channel: z.enum(channels),
  words: text,
  receivedOn: z.string(),
  dueOn: z.string(),
  extendedWhy: text,
  state: z.enum(requestStates),
  answer: text,
  answeredOn: text,
  answeredBy: text,
  version: z.number(),
});

export const restrictionSchema = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  ground: z.enum(restrictionGrounds),
  reason: z.string(),
  since: z.string(),
  toldOn: text,
  version: z.number(),
  exceptions: z.array(
    z.object({ id: z.string(), ground: z.enum(exceptionGrounds), reason: z.string(), until: z.string() }),
  ),
});

const read = 'art. 39 ust. 1 lit. b RODO; art. 50 ust. 2 i 3 ustawy o CUS';

/** What waits for who watches over personal data: requests with their clocks, restrictions, the list of files, the register. */
export const privacyHome = query({
  name: 'privacy.home',
  summary: 'Requests about data with their clocks, restrictions, retention and the register at a glance',
  input: z.object({}),
  output: z.object({
    requests: z.array(requestSchema),
    restrictions: z.array(restrictionSchema),
    review: z.object({ id: z.string(), state: z.string() }).nullable(),
    /** Classes of files that have no years yet. */
    unknownClasses: z.array(z.string()),
    activities: z.number(),
    clauses: z.array(z.object({ kind: z.string(), number: z.number(), validFrom: z.string() })),
  }),
  basis: read,
  async read(db, _input, { actor: { centreId } }) {
    const [requests, restrictions, reviews, unknownClasses, activities, clauses] = await Promise.all([
      listRequests(db, centreId),
      listRestrictions(db, centreId),
      listReviews(db, centreId),
      listUnknownClasses(db, centreId),
      listActivities(db, centreId),
      listClauses(db, centreId),
    ]);
    const open = reviews.find(({ state }) => state === 'draft' || state === 'approved');
    return {
      requests: z.array(requestSchema).parse(requests),
      restrictions: z.array(restrictionSchema).parse(restrictions),
      review: open ? { id: open.id, state: open.state } : null,
      unknownClasses,
      activities: new Set(
        activities
          .filter(({ kind, validTo }) => kind === 'activity' && validTo === null)
          .map((one) => one.id),
      ).size,
      clauses: clauses.map(({ kind, number, validFrom }) => ({ kind, number, validFrom })),
    };
  },
  allow: watches,
  discloses: ({ requests, restrictions }) => ({
    what: {
      fields: ['requests', 'restrictions'],
      people: [...new Set([...requests, ...restrictions].map(({ personId }) => personId))],
    },
  }),
});

/** How many requests wait and until when: for the first page of the day, which names nobody. */
export const waitingRequests = query({
  name: 'privacy.waiting-requests',
  summary: 'How many requests about data wait for an answer, and the nearest day',
  input: z.object({}),
  output: z.object({ open: z.number(), nextDueOn: text }),
  basis: 'art. 12 ust. 3 RODO',
  read: (db, _input, { actor }) => countOpenRequests(db, actor.centreId),
  allow: watches,
  discloses: () => undefined,
});

/** One request, and whether the person's processing is restricted. */
export const viewRequest = query({
  name: 'privacy.view-request',
  summary: 'One request about data with its clock and what is restricted',
  input: z.object({ requestId: id() }),
  output: requestSchema.extend({ restriction: restrictionSchema.nullable() }),
  basis: read,
  async read(db, { requestId }, { actor: { centreId } }) {
    const request = await findRequest(db, centreId, requestId);
    if (!request) return undefined;
    const restriction = await findRestriction(db, centreId, request.personId);
    return {
      ...requestSchema.parse(request),
      restriction: restriction ? restrictionSchema.parse(restriction) : null,
    };
  },
  allow: watches,
  discloses: ({ personId, id: requestId }) => ({ personId, what: { fields: ['request'], requestId } }),
  hidden: true,
});

/** Whose request is being taken down. */
export const requestSubject = query({
  name: 'privacy.request-subject',
  summary: 'The name of the person whose request is taken down',
  input: z.object({ personId: id() }),
  output: z.object({ personId: z.string(), name: z.string(), erased: z.boolean() }),
  basis: read,
  read: (db, { personId }, { actor }) => findSubject(db, actor.centreId, personId),
  allow: takesRequests,
  discloses: ({ personId }) => ({ personId, what: { fields: ['name'] } }),
  hidden: true,
});

/** What everybody who meets a person is told: whether the processing of their data is restricted. */
export const personStanding = query({
  name: 'privacy.person-standing',
  summary: 'Whether the processing of a person’s data is restricted',
  input: z.object({ personId: id() }),
  output: z.object({ restriction: restrictionSchema.nullable() }),
  basis: 'art. 18 RODO',
  async read(db, { personId }, { actor }) {
    const found = await findRestriction(db, actor.centreId, personId);
    return { restriction: found ? restrictionSchema.parse(found) : null };
  },
  allow: meetsPeople,
  discloses: ({ restriction }, { personId }) =>
    restriction ? { personId, what: { fields: ['restriction'] } } : undefined,
});
