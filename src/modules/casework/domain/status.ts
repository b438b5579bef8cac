import { z } from 'zod';
import { caseStates } from './lifecycle.ts';

/** A case as the resident follows it: no name, no address, no worker's note. */
export const caseStatusSchema = z.object({
  caseId: z.string(),
  personId: z.string().nullable(),
  state: z.enum(caseStates),
  sign: z.string().nullable(),
  receivedAt: z.string(),
  submittedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  coordinator: z.string().nullable(),
  services: z.array(z.string()),
  callReason: z.string().nullable(),
  callDeliveredOn: z.string().nullable(),
  completeUntil: z.string().nullable(),
  /** Last day for the individual plan, while it still runs. */
  planDueOn: z.string().nullable(),
  /** Names of the files that the resident has sent. */
  files: z.array(z.string()),
});

export type CaseStatus = z.infer<typeof caseStatusSchema>;
