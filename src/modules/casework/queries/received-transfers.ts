import { z } from 'zod';
import { query } from '../../../platform/runner/query.ts';
import { listReceived } from '../db/transfers.ts';

const received = z.object({
  caseId: z.string(),
  personId: z.string().nullable(),
  personName: z.string(),
  sign: z.string().nullable(),
  services: z.array(z.string()),
  sentOn: z.string(),
  answer: z.enum(['accepted', 'returned']).nullable(),
  answeredOn: z.string().nullable(),
});

export type ReceivedTransfer = z.infer<typeof received>;

/** Applications handed over to a unit (art. 38(1)), for the unit's own account: what waits for its answer stands first. */
export const receivedTransfers = query({
  name: 'casework.received-transfers',
  summary: 'Applications transferred to the organization of the account, those without an answer first',
  input: z.object({}),
  output: z.object({ organizationId: z.string().nullable(), transfers: z.array(received) }),
  basis: 'art. 19, art. 38 ust. 1 ustawy o CUS',
  async read(db, _input, { actor }) {
    const organizationId = actor.organizationId ?? null;
    const transfers = organizationId === null ? [] : await listReceived(db, actor.centreId, organizationId);
    return { organizationId, transfers };
  },
  allow: { feeder: (_actor, { organizationId }) => organizationId !== null },
  discloses: ({ transfers }) =>
    transfers.length === 0
      ? undefined
      : transfers.map(({ caseId, personId }) => ({ caseId, personId, what: { parts: ['transfer'] } })),
});
