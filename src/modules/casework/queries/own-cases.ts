import { z } from 'zod';
import { query } from '../../../platform/runner/query.ts';
import { actingKinds, whoActsFor } from '../../people/index.ts';
import { listDocuments } from '../../records/index.ts';
import { listRequests } from '../db/requests.ts';
import { findStatus, listOwnCaseIds } from '../db/status.ts';
import { requestSchema } from '../domain/request.ts';
import { caseStatusSchema } from '../domain/status.ts';

/** Everything the centre holds for the resident of the account: cases as they follow them, papers, requests. */
export const ownCases = query({
  name: 'casework.own-cases',
  summary: 'Own cases, documents and requests of the resident who is signed in',
  input: z.object({}),
  output: z.object({
    personId: z.string(),
    cases: z.array(caseStatusSchema.extend({ title: z.string() })),
    documents: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        sign: z.string(),
        issuedOn: z.string(),
        ready: z.boolean(),
      }),
    ),
    requests: z.array(requestSchema),
    /** Who represents or cares for the person today and sees these cases on their own account. */
    seenBy: z.array(z.object({ name: z.string(), kind: z.enum(actingKinds), until: z.string().nullable() })),
  }),
  basis: 'art. 15 RODO, art. 14 ust. 1 ustawy o CUS',
  async read(db, _input, moment) {
    const { centreId, personId } = moment.actor;
    if (personId === undefined) return undefined;
    const [cases, documents, requests, seenBy] = await Promise.all([
      listOwnCaseIds(db, centreId, personId),
      listDocuments(db, centreId, { personId }),
      listRequests(db, centreId, { personId }),
      whoActsFor(db, centreId, personId, moment.today),
    ]);
    const found = await Promise.all(
      cases.map(async ({ id, title }) => {
        const status = await findStatus(db, centreId, id);
        return status && { ...status, title };
      }),
    );
    return { personId, cases: found.filter((one) => one !== undefined), documents, requests, seenBy };
  },
  allow: { resident: (actor, own) => actor.personId === own.personId },
  discloses: ({ personId, cases }) => ({
    personId,
    what: { parts: ['own'], cases: cases.map(({ caseId }) => caseId) },
  }),
  hidden: true,
});
