import { z } from 'zod';
import { choice, id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { aboutKinds, findDocumentFile } from '../db/documents.ts';
import { opensDocument } from '../domain/opens.ts';

/** A document as it was issued: PDF or DOCX, base64. */
export const documentFile = query({
  name: 'records.document-file',
  summary: 'An issued document as PDF or DOCX',
  input: z.object({ documentId: id(), format: choice(['pdf', 'docx']) }),
  output: z.object({
    title: z.string(),
    kind: z.string(),
    sign: z.string(),
    issuedOn: z.string(),
    caseId: z.string().nullable(),
    personId: z.string().nullable(),
    coordinatorId: z.string().nullable(),
    transferredToTeam: z.boolean(),
    about: z.enum(aboutKinds).nullable(),
    content: z.string().nullable().describe('Base64; null while the file is being made'),
  }),
  basis: 'art. 50 ustawy o CUS',
  read: (db, input, moment) => findDocumentFile(db, moment.actor.centreId, input.documentId, input.format),
  allow: opensDocument,
  discloses: (document, input) => ({
    personId: document.personId,
    caseId: document.caseId,
    what: { document: input.documentId, kind: document.kind },
  }),
  hidden: true,
});
