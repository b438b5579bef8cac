import { basis, type Basis, type LawEntries } from './basis.ts';
import { addDays, isWithin, plainDate, type IsoDate } from './dates.ts';

/** A statutory holiday; `on` is a month and day, or days after Easter Sunday. */
type HolidayRule = {
  readonly name: string;
  readonly on: { readonly monthDay: string } | { readonly afterEaster: number };
  readonly validFrom: IsoDate | null;
  readonly basis: Basis;
};

const list = basis('freeDays', '1', 'recalled');

/** Statutory holidays beside the Sundays. Dated: 24 December is free since 2025. */
export const holidayRules: readonly HolidayRule[] = [
  { name: 'Nowy Rok', on: { monthDay: '01-01' }, validFrom: null, basis: list },
  { name: 'Święto Trzech Króli', on: { monthDay: '01-06' }, validFrom: '2011-01-01', basis: list },
  { name: 'Wielkanoc', on: { afterEaster: 0 }, validFrom: null, basis: list },
  { name: 'Poniedziałek Wielkanocny', on: { afterEaster: 1 }, validFrom: null, basis: list },
  { name: 'Święto Państwowe 1 maja', on: { monthDay: '05-01' }, validFrom: null, basis: list },
  { name: 'Święto Narodowe Trzeciego Maja', on: { monthDay: '05-03' }, validFrom: null, basis: list },
  { name: 'Zielone Świątki', on: { afterEaster: 49 }, validFrom: null, basis: list },
  { name: 'Boże Ciało', on: { afterEaster: 60 }, validFrom: null, basis: list },
  { name: 'Wniebowzięcie NMP', on: { monthDay: '08-15' }, validFrom: null, basis: list },
  { name: 'Wszystkich Świętych', on: { monthDay: '11-01' }, validFrom: null, basis: list },
  { name: 'Narodowe Święto Niepodległości', on: { monthDay: '11-11' }, validFrom: null, basis: list },
  {
    name: 'Wigilia Bożego Narodzenia',
    on: { monthDay: '12-24' },
    validFrom: '2025-01-01',
    basis: basis('freeDays', '1', 'secondary', 'dzień wolny od 2025 r.'),
  },
  { name: 'Boże Narodzenie', on: { monthDay: '12-25' }, validFrom: null, basis: list },
  { name: 'Drugi dzień Bożego Narodzenia', on: { monthDay: '12-26' }, validFrom: null, basis: list },
];

/** Easter Sunday of a year of the Gregorian calendar (algorithm of Meeus, Jones and Butcher). */
export function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The statutory holidays of a year in order of date, without the ordinary Sundays. */
export function holidaysOf(year: number): readonly { readonly date: IsoDate; readonly name: string }[] {
  const easter = easterSunday(year);
  return holidayRules
    .map((rule) => ({
      rule,
      date:
        'monthDay' in rule.on
          ? `${easter.slice(0, 4)}-${rule.on.monthDay}`
          : addDays(easter, rule.on.afterEaster),
    }))
    .filter(({ rule, date }) => isWithin(date, rule.validFrom, null))
    .map(({ rule, date }) => ({ date, name: rule.name }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** The name of the statutory holiday on that day, or undefined; an ordinary Sunday has no name. */
export function holidayName(date: IsoDate): string | undefined {
  const year = plainDate(date).year;
  return holidaysOf(year).find((holiday) => holiday.date === date)?.name;
}

/** Whether the day is a statutory holiday with a name (Sundays apart). */
export function isHoliday(date: IsoDate): boolean {
  return holidayName(date) !== undefined;
}

/** Whether no time limit may end on that day: Saturday, Sunday or holiday (art. 57 § 4 k.p.a.). */
export function isFreeDay(date: IsoDate): boolean {
  return plainDate(date).dayOfWeek >= 6 || isHoliday(date);
}

/** The day itself when it is a working day, else the first working day after it. */
export function nextWorkingDay(date: IsoDate): IsoDate {
  return isFreeDay(date) ? nextWorkingDay(addDays(date, 1)) : date;
}

/** The n-th working day after the date, which itself is not counted. Throws RangeError when n is not a whole number >= 0. */
export function addWorkingDays(date: IsoDate, count: number): IsoDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
  let day = plainDate(date).toString();
  for (let left = count; left > 0; left -= 1) day = nextWorkingDay(addDays(day, 1));
  return day;
}

/** The n-th working day before the date, which itself is not counted. Throws RangeError when n is not a whole number >= 0. */
export function workingDaysBefore(date: IsoDate, count: number): IsoDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
  let day = plainDate(date).toString();
  for (let left = count; left > 0; ) {
    day = addDays(day, -1);
    if (!isFreeDay(day)) left -= 1;
  }
  return day;
}

const freeDays = [list, basis('kpa', '57 § 4', 'secondary')];

export const basisOf: LawEntries = {
  subject: 'Kalendarz dni wolnych',
  functions: {
    easterSunday: [list],
    holidaysOf: [list],
    holidayName: [list],
    isHoliday: [list],
    isFreeDay: freeDays,
    nextWorkingDay: freeDays,
    addWorkingDays: freeDays,
    workingDaysBefore: freeDays,
  },
};
