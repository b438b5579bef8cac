import { z } from 'zod';
import { addDays, addMonths } from '../../../law/index.ts';

/** Periodic duties of art. 46 as they are kept. */
export const dutyKinds = ['plan_summary', 'coordinators_meeting'] as const;

export type DutyKind = (typeof dutyKinds)[number];

/** What is kept of a meeting of coordinators (art. 46(2)): who, about what, what came of it; never a person's matter. */
export const meetingSchema = z.object({
  present: z.array(z.string()),
  guests: z.string().nullable(),
  topics: z.string(),
  conclusions: z.string().nullable(),
});

export type Meeting = z.infer<typeof meetingSchema>;

/** The period that the next summary covers by default: from the day after the last one, else the last six months. */
export const nextCover = (
  last: string | undefined,
  today: string,
): { coversFrom: string; coversTo: string } => ({
  coversFrom: last === undefined ? addDays(addMonths(today, -6), 1) : addDays(last, 1),
  coversTo: today,
});
