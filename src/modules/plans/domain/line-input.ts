import { z } from 'zod';
import {
  date,
  id,
  optionalDate,
  optionalId,
  optionalInteger,
  optionalMoney,
  optionalText,
  text,
} from '../../../platform/fields.ts';
import { planWords } from '../pl.ts';
import { dayKeys, readHours, type Slot } from './schedule.ts';

/** The hours of one day as people write them: "9:00–11:00, 15:30–16:15"; blank: nobody comes. */
const hours = z.preprocess(
  (value) => (value === undefined || value === null ? '' : value),
  z
    .string()
    .max(200)
    .transform((typed, check) => {
      const read = readHours(typed);
      if (read) return read;
      check.addIssue({ code: 'custom', message: planWords.fields.hours });
      return z.NEVER;
    }),
);

const week = z
  .object({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours })
  .transform((days): Slot[] =>
    dayKeys.flatMap((key, index) => days[key].map((slot) => ({ day: index + 1, ...slot }))),
  );

/** What a service of a plan is written with (art. 39(1)): performer, place, schedule, quantity, period, result, fee. */
export const lineInput = z.object({
  planId: id(),
  lineId: optionalId(),
  programmeServiceId: id(planWords.fields.service),
  organizationId: id(planWords.fields.performer),
  contractId: optionalId(),
  place: text(300, planWords.fields.place),
  week: z.preprocess((value) => value ?? {}, week),
  scheduleWords: optionalText(500),
  /** Blank: counted from the schedule. */
  units: optionalInteger(1, 100_000),
  startsOn: date(),
  endsOn: date(),
  /** Grosze for a unit; only where neither the programme nor the contract gives a price. */
  unitPrice: optionalMoney(),
  household: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(['single', 'family']).optional(),
  ),
  /** Monthly, in a family per head. */
  income: optionalMoney(),
  reliefId: optionalText(100),
  feeDueOn: optionalDate(),
  expectedResult: text(1000, planWords.fields.result),
});

export type LineInput = z.infer<typeof lineInput>;
