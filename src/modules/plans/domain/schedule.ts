import { addDays, addMonths, daysBetween } from '../../../law/index.ts';
import { planWords } from '../pl.ts';

/** A visit of every week: day 1 is Monday, `from` is HH:MM. */
export interface Slot {
  day: number;
  from: string;
  minutes: number;
}

export const dayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type DayKey = (typeof dayKeys)[number];

const span = /^(?:od\s*)?(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|do)\s*(\d{1,2})(?:[:.](\d{2}))?$/i;

const pad = (value: number): string => String(value).padStart(2, '0');
const clock = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The hours of one day as people write them: "9-11", "9:00–11:00, 15.30 do 16.15"; undefined when they are not hours. */
export function readHours(typed: string): Omit<Slot, 'day'>[] | undefined {
  const parts = typed.split(/[,;]|\si\s/).map((part) => part.trim());
  const slots = parts.filter(Boolean).map((part) => {
    const [, h1, m1, h2, m2] = span.exec(part) ?? [];
    const from = Number(h1) * 60 + Number(m1 ?? 0);
    const to = Number(h2) * 60 + Number(m2 ?? 0);
    const real = h1 !== undefined && Number(m1 ?? 0) < 60 && Number(m2 ?? 0) < 60 && to <= 24 * 60;
    return real && to > from ? { from: clock(from), minutes: to - from } : undefined;
  });
  const read = slots
    .filter((slot) => slot !== undefined)
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  const overlap = read.some((slot, index) => index > 0 && endOf(read[index - 1] ?? slot) > slot.from);
  return read.length === slots.length && !overlap ? read : undefined;
}

/** When a visit ends, HH:MM. */
export const endOf = (slot: Pick<Slot, 'from' | 'minutes'>): string =>
  clock(minutesOf(slot.from) + slot.minutes);

const hoursOf = (slot: Slot): string => `${slot.from.replace(/^0/, '')}–${endOf(slot).replace(/^0/, '')}`;

/** The hours of one day as a form shows them again: "9:00–11:00, 15:30–16:15". */
export const dayText = (week: readonly Slot[], day: number): string =>
  week
    .filter((slot) => slot.day === day)
    .map(hoursOf)
    .join(', ');

/** Minutes of a whole week. */
export const weekMinutes = (week: readonly Slot[]): number =>
  week.reduce((sum, slot) => sum + slot.minutes, 0);

/** The week in one line: days with the same hours together, then the words beside it. Null when it says nothing. */
export function scheduleText(week: readonly Slot[], words: string | null): string | null {
  const byHours = Map.groupBy(
    week.toSorted((one, other) => one.day - other.day || (one.from < other.from ? -1 : 1)),
    hoursOf,
  );
  const days = [...byHours].map(
    ([hours, slots]) => `${slots.map((slot) => planWords.days[slot.day - 1] ?? '').join(', ')} ${hours}`,
  );
  return [...days, ...(words ? [words] : [])].join('; ') || null;
}

const monday = '2024-01-01';
const weekday = (date: string): number => (((daysBetween(monday, date) % 7) + 7) % 7) + 1;

/** How often each day of the week falls between two days, both included. */
function occurrences(startsOn: string, endsOn: string): readonly number[] {
  const total = daysBetween(startsOn, endsOn) + 1;
  const first = weekday(startsOn);
  return dayKeys.map((_, index) => {
    const offset = (index + 1 - first + 7) % 7;
    return total <= offset ? 0 : Math.floor((total - offset - 1) / 7) + 1;
  });
}

/**
 * The quantity that a schedule gives between two days, both included, in the unit of the service: started hours, visits,
 * days with a visit, started months. Undefined when it does not follow from the schedule.
 */
export function plannedUnits(of: {
  week: readonly Slot[];
  unit: string;
  startsOn: string;
  endsOn: string;
}): number | undefined {
  const { week, unit, startsOn, endsOn } = of;
  if (endsOn < startsOn) return undefined;
  if (unit === 'month') return monthsBetween(startsOn, endsOn);
  if (week.length === 0 || !(unit === 'hour' || unit === 'visit' || unit === 'day')) return undefined;
  const times = occurrences(startsOn, endsOn);
  const sum = (weight: (slots: readonly Slot[]) => number): number =>
    times.reduce(
      (all, count, index) => all + count * weight(week.filter((slot) => slot.day === index + 1)),
      0,
    );
  const units = {
    hour: () => Math.ceil(sum(weekMinutes) / 60),
    visit: () => sum((slots) => slots.length),
    day: () => sum((slots) => (slots.length > 0 ? 1 : 0)),
  }[unit]();
  return units > 0 ? units : undefined;
}

/**
 * How many units the schedule gives where the line says another number; nothing when they agree, or when the schedule
 * cannot tell: words beside the week may change it ("co drugi tydzień").
 */
export function scheduleDisagrees(of: {
  week: readonly Slot[];
  scheduleWords: string | null;
  unit: string;
  units: number;
  startsOn: string;
  endsOn: string;
}): number | undefined {
  if (of.week.length === 0 || of.scheduleWords !== null || of.unit === 'month') return undefined;
  const planned = plannedUnits(of);
  return planned === of.units ? undefined : planned;
}

function monthsBetween(startsOn: string, endsOn: string): number {
  let months = 1;
  while (addDays(addMonths(startsOn, months), -1) < endsOn) months += 1;
  return months;
}
