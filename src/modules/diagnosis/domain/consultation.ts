import {
  addDays,
  daysBetween,
  deadline,
  deadlineRules,
  type DeadlineRules,
  type IsoDate,
  withDeadlineSetting,
} from '../../../law/index.ts';

/** What the centre has set: so many days from a day on, and where it is written. */
export interface Setting {
  validFrom: IsoDate;
  days: number;
  source: string;
}

const kind = 'diagnosisConsultation';

/** The rules with the centre's own settings, oldest first: a consultation is judged by the one of the day it begins. */
export const rulesWith = (settings: readonly Setting[]): DeadlineRules =>
  settings.reduce<DeadlineRules>((rules, { validFrom, days, source }) => {
    const set = withDeadlineSetting(rules, { kind, validFrom, length: days, unit: 'days', source });
    return set.ok ? set.rules : rules;
  }, deadlineRules);

/**
 * The days that a consultation beginning on a day is proposed to last: the announcement is the day before and is not
 * counted; a last day that is free moves to the next working day (art. 57 of KPA by analogy).
 */
export function proposedDays(from: IsoDate, settings: readonly Setting[]): { from: IsoDate; to: IsoDate } {
  return { from, to: deadline(kind, addDays(from, -1), rulesWith(settings)).dueOn };
}

/** The rules under which the clock of an announced consultation ends on its last day: the announcement sets its length. */
export function announcedRules(
  from: IsoDate,
  to: IsoDate,
  source: string,
): { eventDate: IsoDate; rules: DeadlineRules } {
  const eventDate = addDays(from, -1);
  return {
    eventDate,
    rules: rulesWith([{ validFrom: eventDate, days: daysBetween(eventDate, to), source }]),
  };
}
