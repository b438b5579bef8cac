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
  type LawEntries,
  type Problem,
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
export {
  checkNip,
  checkPesel,
  checkRegon,
  checkTeryt,
  type GminaKind,
  gminaKey,
  identifierFaultWords,
  makePesel,
  normalisePhone,
  normalisePostcode,
  type Sex,
} from './identifiers.ts';
export {
  type ApprovalProblem,
  type ContentProblem,
  checkPlanApproval,
  checkPlanContent,
  checkPlanPeriod,
  latestPlanEnd,
  type Period,
  type PeriodProblem,
  type PlanLine,
  type PlanNeed,
  planNeeded,
  type VersionApproval,
} from './plan-limits.ts';
export {
  type ItemHint,
  missingItems,
  type ProgrammeItem,
  type ProgrammeItemId,
  programmeItems,
} from './programme-items.ts';
export {
  bandWords,
  checkFeeTable,
  type FeeBand,
  type FeeTable,
  feeTableOn,
  type Hundredths,
  inBand,
  type Relief,
  type TableFault,
  type TableProblem,
} from './fee-table.ts';
export { publishedFeeTables } from './fee-tables.ts';
export {
  type Delivery,
  type Fee,
  type FeeRate,
  type FeeRefusal,
  type FeeRefusalCode,
  feeByTable,
  feeRate,
  feeUntilResignation,
  hourlyFee,
  hoursWords,
  type Payer,
  type ServiceFee,
  serviceFee,
  type Waiver,
} from './fees.ts';
export {
  type Household,
  householdWords,
  type IncomeCriterion,
  incomeCriteria,
  incomeCriterionOn,
} from './income-criteria.ts';
export { percentWords, type Rounding, roundedShare, roundingWords, zloty } from './money.ts';
