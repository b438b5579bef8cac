import { z } from 'zod';
import { caseStates } from './lifecycle.ts';

/** What casework holds of one person, as far as the reader may see it. */
export const personFileSchema = z.object({
  personId: z.string(),
  /** The reader has opened the person by necessity. */
  granted: z.boolean(),
  cases: z.array(
    z.object({
      id: z.string(),
      sign: z.string().nullable(),
      title: z.string(),
      state: z.enum(caseStates),
      receivedOn: z.string(),
      coordinator: z.string().nullable(),
      gmina: z.string(),
    }),
  ),
  notes: z.array(
    z.object({
      id: z.string(),
      caseId: z.string(),
      kind: z.enum(['note', 'call', 'visit', 'meeting', 'letter']),
      body: z.string(),
      at: z.string(),
      author: z.string(),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      coordinatorId: z.string().nullable(),
      title: z.string(),
      sign: z.string(),
      issuedOn: z.string(),
      issuedBy: z.string().nullable(),
      ready: z.boolean(),
    }),
  ),
});

export type PersonFile = z.infer<typeof personFileSchema>;
