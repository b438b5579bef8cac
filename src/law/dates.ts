import { Temporal } from 'temporal-polyfill';

/** A calendar date as 'YYYY-MM-DD'. */
export type IsoDate = string;

const months = [
  'stycznia',
  'lutego',
  'marca',
  'kwietnia',
  'maja',
  'czerwca',
  'lipca',
  'sierpnia',
  'września',
  'października',
  'listopada',
  'grudnia',
] as const;

const weekdays = ['poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota', 'niedziela'] as const;

const written = /^\d{4}-\d{2}-\d{2}$/;

/** Dates already read: a value never changes, and a page reads the same few days again and again. */
const known = new Map<IsoDate, Temporal.PlainDate>();

/** The date as a Temporal value. Throws RangeError when the text is not a real 'YYYY-MM-DD'. */
export function plainDate(date: IsoDate): Temporal.PlainDate {
  const before = known.get(date);
  if (before) return before;
  if (!written.test(date)) throw new RangeError(`Not a date (YYYY-MM-DD): ${date}`);
  const value = Temporal.PlainDate.from(date, { overflow: 'reject' });
  if (known.size >= 50_000) known.clear();
  known.set(date, value);
  return value;
}

/** Whether the text is a date that exists, written 'YYYY-MM-DD'. */
export function isIsoDate(text: string): boolean {
  if (!written.test(text)) return false;
  try {
    plainDate(text);
    return true;
  } catch {
    return false;
  }
}

/** The date moved by calendar days (may be negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return plainDate(date).add({ days }).toString();
}

/** The date moved by whole months (may be negative); a missing day becomes the last day of the month. */
export function addMonths(date: IsoDate, count: number): IsoDate {
  return plainDate(date).add({ months: count }).toString();
}

/** The date moved by whole years; 29 February becomes 28 February in a common year. */
export function addYears(date: IsoDate, years: number): IsoDate {
  return plainDate(date).add({ years }).toString();
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return plainDate(from).until(plainDate(to), { largestUnit: 'day' }).days;
}

/** Whether the day lies in a period that includes both its ends; null = open. */
export function isWithin(date: IsoDate, from: IsoDate | null, to: IsoDate | null): boolean {
  return (from === null || from <= date) && (to === null || date <= to);
}

/** Completed years of age on a day; a person born on 29 February turns a year older on 1 March of a common year. 0 before birth. */
export function ageOn(birthDate: IsoDate, on: IsoDate): number {
  const born = plainDate(birthDate);
  const day = plainDate(on);
  const birthdayAhead = day.month < born.month || (day.month === born.month && day.day < born.day);
  return Math.max(day.year - born.year - Number(birthdayAhead), 0);
}

/** "5 marca 2026". */
export function dateWords(date: IsoDate): string {
  const { day, month, year } = plainDate(date);
  return `${day} ${months[month - 1]} ${year}`;
}

/** "czwartek". */
export function weekdayWords(date: IsoDate): string {
  return weekdays[plainDate(date).dayOfWeek - 1] ?? '';
}

/** "5 marca 2026 (czwartek)". */
export function dayWords(date: IsoDate): string {
  return `${dateWords(date)} (${weekdayWords(date)})`;
}

/** The form of a Polish noun that goes with a number: plural(5, ['dzień', 'dni', 'dni']). */
export function plural(count: number, [one, few, many]: readonly [string, string, string]): string {
  if (count === 1) return one;
  const tens = count % 100;
  const units = count % 10;
  return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? few : many;
}
