import { z } from 'zod';

const relative = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['statutory_representative', 'factual_carer']),
});

/** A chosen person of the register: no more than is needed to be sure who it is, and who may apply for them. */
export const personCardSchema = z.object({
  id: z.string(),
  name: z.string(),
  birthDate: z.string().nullable(),
  shielded: z.boolean(),
  gmina: z.string(),
  /** Who may apply for the person (art. 35). */
  representatives: z.array(relative),
});

export type PersonCard = z.infer<typeof personCardSchema>;
