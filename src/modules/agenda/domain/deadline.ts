import { z } from 'zod';
import { deadlineKinds } from '../../../law/index.ts';

/** A clock as it was computed when it started: its dates, its working and its basis never change afterwards. */
export const deadlineSchema = z.object({
  id: z.string(),
  kind: z.enum(deadlineKinds),
  title: z.string(),
  caseId: z.string().nullable(),
  planId: z.string().nullable(),
  programmeVersionId: z.string().nullable(),
  ownerId: z.string().nullable(),
  startsOn: z.string(),
  dueOn: z.string(),
  amberOn: z.string(),
  redOn: z.string(),
  basis: z.array(z.string()),
  steps: z.array(z.string()),
  state: z.enum(['running', 'met', 'missed', 'cancelled']),
  endedOn: z.string().nullable(),
});

export type Deadline = z.infer<typeof deadlineSchema>;

/** A clock in a worker's list, with the sign of its case and whose work it is. */
export const listedDeadlineSchema = deadlineSchema.extend({
  sign: z.string().nullable(),
  ownerName: z.string().nullable(),
});

export type ListedDeadline = z.infer<typeof listedDeadlineSchema>;

export const appointmentSchema = z.object({
  id: z.string(),
  caseId: z.string().nullable(),
  sign: z.string().nullable(),
  kind: z.string(),
  place: z.string().nullable(),
  startsAt: z.string(),
  minutes: z.number(),
});

export type Appointment = z.infer<typeof appointmentSchema>;

/** How many clocks stand in each colour; `capped` when there are more than were counted. */
export const countsSchema = z.object({
  overdue: z.number(),
  red: z.number(),
  amber: z.number(),
  calm: z.number(),
  capped: z.boolean(),
});
