/** The door of the law: everything the modules may use. */
export {
  type ActId,
  acts,
  type Based,
  type Basis,
  basis,
  cite,
  citeAll,
  type Confidence,
  confidenceWords,
} from './basis.ts';
export {
  addWorkingDays,
  easterSunday,
  holidayName,
  holidaysOf,
  isFreeDay,
  isHoliday,
  nextWorkingDay,
} from './calendar.ts';
export {
  addDays,
  addMonths,
  addYears,
  ageOn,
  dateWords,
  daysBetween,
  dayWords,
  type IsoDate,
  isIsoDate,
  isWithin,
  plural,
} from './dates.ts';
export { type DeadlineKind, type DeadlineRule, type DeadlineRules, deadlineRules } from './deadline-rules.ts';
export {
  colourOn,
  type Deadline,
  type DeadlineColour,
  type DeadlineSetting,
  deadline,
  deadlineColourWords,
  deadlineKinds,
  deadlineRuleOn,
  isConfigurable,
  timeLeftWords,
  withDeadlineSetting,
} from './deadlines.ts';
export { spanWords, type TimeSpan, type TimeUnit, timeLimit } from './time-limits.ts';
