import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findAttachment } from '../db/notes.ts';
import { findRelation } from '../db/relation.ts';
import { readsCase } from '../domain/relation.ts';
import { byNecessity } from './by-necessity.ts';

/** A file of a case, to those who read the case. */
export const readAttachment = query({
  name: 'casework.read-attachment',
  summary: 'A file of a case, its content in Base64',
  input: z.object({ caseId: id(), attachmentId: id() }),
  output: z.object({
    caseId: z.string(),
    attachmentId: z.string(),
    personId: z.string().nullable(),
    coordinatorId: z.string().nullable(),
    transferredToTeam: z.boolean(),
    granted: z.boolean(),
    name: z.string(),
    type: z.string(),
    content: z.string(),
  }),
  basis: 'art. 22, art. 50 ust. 3 ustawy o CUS',
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const [relation, file] = await Promise.all([
      findRelation(db, centreId, input.caseId),
      findAttachment(db, centreId, input.caseId, input.attachmentId),
    ]);
    if (!relation || !file) return undefined;
    const { personId, coordinatorId, transferredToTeam } = relation;
    return {
      caseId: relation.id,
      attachmentId: input.attachmentId,
      personId,
      coordinatorId,
      transferredToTeam,
      granted: await byNecessity(db, moment, relation),
      name: file.name,
      type: file.type,
      content: file.content.toString('base64'),
    };
  },
  allow: readsCase,
  discloses: (file) => ({
    personId: file.personId,
    caseId: file.caseId,
    what: { attachmentId: file.attachmentId },
  }),
  hidden: true,
});
