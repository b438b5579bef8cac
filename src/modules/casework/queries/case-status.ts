import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { findLink } from '../db/links.ts';
import { findStatus } from '../db/status.ts';
import { tokenPattern } from '../domain/follow-up.ts';
import { caseStatusSchema } from '../domain/status.ts';

/** Where a case stands, to whoever holds the address that its code has just opened. */
export const caseStatus = query({
  name: 'casework.case-status',
  summary: 'Status of a case for the resident who unlocked it: what happened, what is next, by when',
  input: z.object({ link: z.string().regex(tokenPattern) }),
  output: caseStatusSchema,
  basis: 'art. 14 ust. 1 ustawy o CUS',
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const caseId = await findLink(db, centreId, input.link, moment.now);
    return caseId === undefined ? undefined : await findStatus(db, centreId, caseId);
  },
  // The address itself is the right: it was opened by the code and the birth date, and lives for half an hour.
  allow: anyone(),
  discloses: (status) => ({ personId: status.personId, caseId: status.caseId, what: { parts: ['status'] } }),
  hidden: true,
});
