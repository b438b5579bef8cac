import { z } from 'zod';
import { pl } from '../pl.ts';
import { type Weekday, weekdays } from './codes.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);

/** Opening hours that repeat: shaped as HSDS and RRULE say it (BYDAY, opens, closes). */
export const scheduleSchema = z.object({
  id: z.string(),
  byday: z.array(z.enum(weekdays)),
  opens: clockTime.nullable(),
  closes: clockTime.nullable(),
  /** Of one of the card's places; absent: of the service. */
  locationId: z.string().optional(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  freq: z.enum(['WEEKLY', 'MONTHLY']).optional(),
  interval: z.number().int().positive().optional(),
  notes: z.string().optional(),
});

export type Schedule = z.infer<typeof scheduleSchema>;

/** Hours of one day as a form sends them: "8-16", "8:00–12:00, 13:00-15.30"; undefined when they cannot be read. */
export function readHours(text: string): { opens: string; closes: string }[] | undefined {
  const parts = text
    .split(/[,;]|\bi\b/)
    .map((one) => one.trim())
    .filter(Boolean);
  const read = parts.map((part) =>
    /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?$/.exec(part),
  );
  const hours: { opens: string; closes: string }[] = [];
  for (const found of read) {
    if (!found) return undefined;
    const opens = `${found[1]?.padStart(2, '0')}:${found[2] ?? '00'}`;
    const closes = `${found[3]?.padStart(2, '0')}:${found[4] ?? '00'}`;
    if (!clockTime.safeParse(opens).success || !clockTime.safeParse(closes).success || opens >= closes)
      return undefined;
    hours.push({ opens, closes });
  }
  return hours;
}

/** The hours of each day of the week, as one line for a form: { MO: '8:00–16:00' }. */
export function hoursByDay(schedules: readonly Schedule[]): Partial<Record<Weekday, string>> {
  const week: Partial<Record<Weekday, string>> = {};
  for (const day of weekdays) {
    const hours = schedules
      .filter((one) => one.byday.includes(day) && one.opens !== null && one.closes !== null)
      .map((one) => `${shortTime(one.opens)}–${shortTime(one.closes)}`);
    if (hours.length > 0) week[day] = hours.join(', ');
  }
  return week;
}

/** "08:00" as people write it: "8:00". */
export const shortTime = (time: string | null): string => (time ?? '').replace(/^0(?=\d)/, '');

/** Runs of days with the same hours: "poniedziałek–piątek 8:00–16:00". */
export function weekWords(
  schedules: readonly Schedule[],
  days: Record<Weekday, string> = pl.days,
): { days: string; hours: string }[] {
  const week = hoursByDay(schedules);
  const runs: { from: Weekday; to: Weekday; hours: string }[] = [];
  for (const [index, day] of weekdays.entries()) {
    const hours = week[day];
    if (hours === undefined) continue;
    const last = runs.at(-1);
    if (last && last.hours === hours && weekdays.indexOf(last.to) === index - 1) last.to = day;
    else runs.push({ from: day, to: day, hours });
  }
  return runs.map(({ from, to, hours }) => ({
    days: from === to ? days[from] : `${days[from]}–${days[to]}`,
    hours,
  }));
}
