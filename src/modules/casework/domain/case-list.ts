import { z } from 'zod';
import { caseStates } from './lifecycle.ts';
import { channels } from './report.ts';

export const whoseCases = ['mine', 'unassigned', 'all'] as const;
export type WhoseCases = (typeof whoseCases)[number];

/** Cases on one page of the list. */
export const casesPerPage = 25;

export const listedCaseSchema = z.object({
  id: z.string(),
  sign: z.string().nullable(),
  title: z.string(),
  state: z.enum(caseStates),
  channel: z.enum(channels),
  gmina: z.string(),
  personId: z.string().nullable(),
  /** Of the register, or as typed while the register was not asked; null: unknown. */
  personName: z.string().nullable(),
  coordinatorId: z.string().nullable(),
  coordinator: z.string().nullable(),
  receivedAt: z.string(),
  submittedOn: z.string().nullable(),
  /** The nearest clock that runs. */
  deadline: z
    .object({ startsOn: z.string(), dueOn: z.string(), amberOn: z.string(), redOn: z.string() })
    .nullable(),
});

export type ListedCase = z.infer<typeof listedCaseSchema>;

export const caseListSchema = z.object({
  rows: z.array(listedCaseSchema),
  total: z.number(),
  page: z.number(),
  pages: z.number(),
  /** Open cases that the reader may see: theirs, nobody's, all. */
  counts: z.object({ mine: z.number(), unassigned: z.number(), all: z.number() }),
  /** How many of those chosen by `whose` stand in each state. */
  states: z.partialRecord(z.enum(caseStates), z.number()),
});

export type CaseList = z.infer<typeof caseListSchema>;
