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
  workingDaysBefore,
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
export {
  type ApplicantRole,
  type Area,
  type AreaCode,
  applicantRoles,
  areaOf,
  areas,
  type CentreScope,
  checkMinimumScope,
  type LegalForm,
  legalForms,
  type PerformerType,
  performerTypes,
  type RecipientType,
  recipientTypes,
  type ScopeProblem,
  type SupportingActionKind,
  supportingActionKinds,
  type Track,
  tracks,
} from './areas.ts';
export {
  type Authorisation,
  maySign,
  type SigningMatter,
  type SigningRefusalCode,
  type SigningRequest,
  type SigningVerdict,
  signingMatters,
} from './authorisation.ts';
export {
  appealInstruction,
  type DecisionDraft,
  type DecisionElement,
  type DecisionElementId,
  type DecisionKind,
  decisionElements,
  decisionKinds,
  missingElements,
} from './decision.ts';
export { carriesClause, declarationBasis, declarationClause } from './declarations.ts';
export {
  type Condition,
  type DisabilityDegree,
  disabilityDegrees,
  type Facts,
  type Judgement,
  judge,
  type Outcome,
  overall,
  type RecipientGroup,
  recipientGroups,
  type StatusFlag,
  statusFlags,
} from './qualification.ts';
export {
  type CaseSign,
  formatCaseSign,
  type MetricField,
  metricBasis,
  metricFields,
  parseCaseSign,
} from './records.ts';
export { type LawIndexEntry, lawIndex } from './registry.ts';
export {
  type CapacityUnit,
  kindsOfArea,
  type ServiceKind,
  type ServiceKindKey,
  serviceKinds,
} from './service-kinds.ts';
