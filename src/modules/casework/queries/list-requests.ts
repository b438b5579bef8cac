import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { listRequests } from '../db/requests.ts';
import { findRelation } from '../db/relation.ts';
import { readsCase } from '../domain/relation.ts';
import { requestSchema } from '../domain/request.ts';

const { resident: _ownPages, ...staffReads } = readsCase;

/** What the resident asked for in a case, for whoever works on it. */
export const listRequestsQuery = query({
  name: 'casework.list-requests',
  summary: 'Requests, complaints and resignations of the resident in a case',
  input: z.object({ caseId: id() }),
  output: z.object({
    caseId: z.string(),
    personId: z.string().nullable(),
    coordinatorId: z.string().nullable(),
    transferredToTeam: z.boolean(),
    requests: z.array(requestSchema),
  }),
  basis: 'art. 50 ust. 1 i 3 ustawy o CUS',
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const [relation, requests] = await Promise.all([
      findRelation(db, centreId, input.caseId),
      listRequests(db, centreId, { caseId: input.caseId }),
    ]);
    return (
      relation && {
        caseId: relation.id,
        personId: relation.personId,
        coordinatorId: relation.coordinatorId,
        transferredToTeam: relation.transferredToTeam,
        requests,
      }
    );
  },
  allow: staffReads,
  discloses: ({ requests, caseId, personId }) =>
    requests.length === 0 ? undefined : { personId, caseId, what: { parts: ['requests'] } },
  hidden: true,
});
