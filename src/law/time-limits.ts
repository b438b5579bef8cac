import { basis, type Based, type Basis, type LawEntries } from './basis.ts';
import { addWorkingDays, holidayName, isFreeDay, nextWorkingDay } from './calendar.ts';
import {
  addDays,
  addMonths,
  addYears,
  dateWords,
  dayWords,
  plural,
  weekdayWords,
  type IsoDate,
} from './dates.ts';

export type TimeUnit = 'days' | 'workingDays' | 'weeks' | 'months' | 'years';

export type TimeSpan = { readonly length: number; readonly unit: TimeUnit };

const unitWords: Readonly<Record<TimeUnit, readonly [string, string, string]>> = {
  days: ['dzień', 'dni', 'dni'],
  workingDays: ['dzień roboczy', 'dni robocze', 'dni roboczych'],
  weeks: ['tydzień', 'tygodnie', 'tygodni'],
  months: ['miesiąc', 'miesiące', 'miesięcy'],
  years: ['rok', 'lata', 'lat'],
};

const lastDay: Readonly<Record<TimeUnit, (event: IsoDate, length: number) => IsoDate>> = {
  days: addDays,
  workingDays: addWorkingDays,
  weeks: (event, length) => addDays(event, 7 * length),
  months: addMonths,
  years: addYears,
};

const countingRule: Readonly<Record<TimeUnit, string>> = {
  days: 'liczymy kolejne dni kalendarzowe',
  workingDays: 'liczymy dni od poniedziałku do piątku, bez świąt',
  weeks: 'termin kończy się w tym samym dniu tygodnia',
  months: 'termin kończy się w dniu o tej samej liczbie, a gdy go nie ma, w ostatnim dniu miesiąca',
  years: 'termin kończy się w tym samym dniu roku, a gdy go nie ma, dzień wcześniej',
};

const article: Readonly<Record<TimeUnit, Basis>> = {
  days: basis('kpa', '57 § 1', 'secondary'),
  workingDays: basis('kpa', '57 § 1', 'secondary'),
  weeks: basis('kpa', '57 § 2', 'secondary'),
  months: basis('kpa', '57 § 3', 'secondary'),
  years: basis('kpa', '57 § 3a', 'secondary'),
};

const firstDay = basis('kpa', '57 § 1', 'secondary');
const rollForward = basis('kpa', '57 § 4', 'secondary');

/** "30 dni", "1 miesiąc", "14 dni roboczych". */
export function spanWords({ length, unit }: TimeSpan): string {
  return `${length} ${plural(length, unitWords[unit])}`;
}

/**
 * The last day of a time limit counted from the day of an event (art. 57 k.p.a.): the day of the event is not
 * counted, and a limit that would end on a Saturday or a holiday ends on the next working day.
 * Throws RangeError for a date that does not exist and for a length that is not a whole number above 0.
 */
export function timeLimit(eventOn: IsoDate, span: TimeSpan, because: readonly Basis[] = []): Based<IsoDate> {
  if (!Number.isInteger(span.length) || span.length < 1) {
    throw new RangeError(`Not a length of a time limit: ${span.length}`);
  }
  const counted = lastDay[span.unit](eventOn, span.length);
  const value = nextWorkingDay(counted);
  const moved = value !== counted;
  return {
    value,
    basis: unique([...because, firstDay, article[span.unit], ...(moved ? [rollForward] : [])]),
    steps: [
      `Zdarzenie: ${dayWords(eventOn)}. Tego dnia nie liczymy (art. 57 § 1 k.p.a.).`,
      `${spanWords(span)} od tego dnia: ${countingRule[span.unit]}. Wypada ${dayWords(counted)}.`,
      moved
        ? `${dateWords(counted)} to ${freeDayWords(counted)}, więc termin przechodzi na ${dayWords(value)}, najbliższy dzień, który nie jest sobotą ani dniem wolnym (art. 57 § 4 k.p.a.).`
        : 'To dzień roboczy, więc termin się nie przesuwa.',
    ],
  };
}

function freeDayWords(date: IsoDate): string {
  const name = holidayName(date);
  if (name !== undefined) return `dzień ustawowo wolny od pracy: ${name}`;
  return isFreeDay(date) ? weekdayWords(date) : 'dzień roboczy';
}

function unique(bases: readonly Basis[]): readonly Basis[] {
  return bases.filter(
    (one, index) =>
      bases.findIndex((other) => other.act === one.act && other.article === one.article) === index,
  );
}

export const basisOf: LawEntries = {
  subject: 'Obliczanie terminów',
  functions: {
    timeLimit: [firstDay, article.weeks, article.months, article.years, rollForward],
    spanWords: [firstDay],
  },
};
