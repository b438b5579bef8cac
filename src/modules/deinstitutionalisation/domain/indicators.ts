import type { Figure, FigureUnit, Passport } from '../../../statistics/figure.ts';

/** Numbers of the running system that formulas are made of; each comes with its own passport. */
export const inputs = [
  'childrenInFamilyForms',
  'childrenInInstitutions',
  'childrenUnder10InInstitutions',
  'newInstitutionalPlacements',
  'children0to17',
  'residents60plus',
  'residents',
  'careUsers60plus',
  'careHours',
  'careUsers',
  'communityUsers',
  'residentsInHomesPaidByGmina',
  'flatPlaces',
  'peopleWaiting',
  'waitingDays',
  'assistanceHours',
  'assistanceUsers',
  'communitySpending',
  'socialSpending',
  'disabledResidents',
] as const;
export type IndicatorInput = (typeof inputs)[number];

/** The unit of an input; the rest are persons. */
export const unitOfInput = (input: IndicatorInput): FigureUnit =>
  input === 'careHours' || input === 'assistanceHours'
    ? 'hours'
    : input === 'communitySpending' || input === 'socialSpending'
      ? 'grosze'
      : input === 'waitingDays'
        ? 'days'
        : input === 'flatPlaces'
          ? 'places'
          : 'persons';

/** A figure of the running system by its key; undefined: the system has none. */
export type Inputs = Readonly<Partial<Record<IndicatorInput, Figure>>>;

/** Numbers that people told with their source, the newest of each. */
export type Told = Inputs;

/**
 * The figure that a formula uses. What the system counts exactly stands; where it only comes near or knows nothing, a number that
 * people told with its source stands above it.
 */
export function chosenInput(system: Figure | undefined, told: Figure | undefined): Figure | undefined {
  const exact = system !== undefined && system.value !== null && !system.about && !system.doubt;
  return exact ? system : (told ?? system);
}

interface Formula {
  unit: FigureUnit;
  /** A fall is the way to the target. */
  less?: true;
  top: IndicatorInput;
  /** Absent: the indicator is the number itself. */
  below?: readonly IndicatorInput[];
  times: number;
}

/** Formulas of indicators: proposals of the project, so a plan may also hold an indicator that people measure by themselves. */
export const formulas = {
  familyFosterShare: {
    unit: 'percent',
    top: 'childrenInFamilyForms',
    below: ['childrenInFamilyForms', 'childrenInInstitutions'],
    times: 100,
  },
  newPlacements: {
    unit: 'ratio',
    less: true,
    top: 'newInstitutionalPlacements',
    below: ['children0to17'],
    times: 1000,
  },
  youngChildrenInInstitutions: {
    unit: 'persons',
    less: true,
    top: 'childrenUnder10InInstitutions',
    times: 1,
  },
  careUsersPer1000: { unit: 'ratio', top: 'careUsers60plus', below: ['residents60plus'], times: 1000 },
  careHoursPerUser: { unit: 'hours', top: 'careHours', below: ['careUsers'], times: 1 },
  communityToHomes: {
    unit: 'ratio',
    top: 'communityUsers',
    below: ['residentsInHomesPaidByGmina'],
    times: 1,
  },
  peopleWaiting: { unit: 'persons', less: true, top: 'peopleWaiting', times: 1 },
  waitingTime: { unit: 'days', less: true, top: 'waitingDays', times: 1 },
  assistanceHoursPerUser: { unit: 'hours', top: 'assistanceHours', below: ['assistanceUsers'], times: 1 },
  communityCostPerPerson: {
    unit: 'grosze',
    top: 'communitySpending',
    below: ['communityUsers'],
    times: 1,
  },
  flatPlacesPer10000: { unit: 'ratio', top: 'flatPlaces', below: ['residents'], times: 10_000 },
  communitySpendingShare: {
    unit: 'percent',
    top: 'communitySpending',
    below: ['socialSpending'],
    times: 100,
  },
} as const satisfies Record<string, Formula>;

export type FormulaKey = keyof typeof formulas;

const partsOf = (key: FormulaKey): { top: IndicatorInput; below: readonly IndicatorInput[] } => {
  const formula: Formula = formulas[key];
  return { top: formula.top, below: formula.below ?? [] };
};

/** The inputs of a formula, each once, the counted one first. */
export const inputsOf = (key: FormulaKey): IndicatorInput[] => {
  const { top, below } = partsOf(key);
  return [...new Set([top, ...below])];
};

/**
 * The indicator from the system's own figures: unknown when one of them is unknown or missing, or when it would divide
 * by nothing; approximate, doubtful or synthetic when one of them is.
 */
export function indicatorOf(key: FormulaKey, given: Inputs, passport: Passport): Figure {
  const formula: Formula = formulas[key];
  const { top, below } = partsOf(key);
  const used = [top, ...below].map((input) => given[input]);
  const values = used.map((figure) => figure?.value ?? null);
  const known = values.every((value) => value !== null);
  const [numerator = 0, ...divisors] = values.map((value) => value ?? 0);
  const denominator = below.length === 0 ? 1 : divisors.reduce((sum, value) => sum + value, 0);
  const doubts = used.flatMap((figure) => (figure?.doubt ? [figure.doubt] : []));
  return {
    value: known && denominator !== 0 ? (numerator / denominator) * formula.times : null,
    unit: formula.unit,
    passport: used.some((figure) => figure?.passport.synthetic) ? { ...passport, synthetic: true } : passport,
    ...(used.some((figure) => figure?.about) ? { about: true } : {}),
    ...(doubts.length > 0 ? { doubt: [...new Set(doubts)].join('; ') } : {}),
  };
}

/** An indicator of a plan (T10). */
export interface Indicator {
  id: string;
  /** The action or the goal that it measures. */
  of: { actionId: string } | { goalId: string };
  name: string;
  unit: FigureUnit;
  /** `null`: measured by people, in the way `method` says. */
  formula: FormulaKey | null;
  method: string;
  /** `null`: not known; such an indicator has no progress. */
  base: number | null;
  baseOn: string | null;
  target: number | null;
  targetYear: number;
  source: string;
  frequency: 'quarter' | 'half_year' | 'year' | 'once';
}

/** How far from the base to the target a value is. */
export type Progress =
  | { kind: 'no_base' }
  | { kind: 'no_target' }
  | { kind: 'not_measured' }
  /** The base is the target: it is either kept or lost, there is no way to go. */
  | { kind: 'kept' | 'lost' }
  /** 0 is the base, 1 the target; below 0: it went the wrong way; above 1: beyond the target. */
  | { kind: 'share'; share: number };

/**
 * Progress of an indicator. Without a base there is none: 0 % would say that nothing was done, when nobody knows where
 * it began.
 */
export function progressOf(
  { base, target, formula }: Pick<Indicator, 'base' | 'target' | 'formula'>,
  value: number | null,
): Progress {
  if (base === null) return { kind: 'no_base' };
  if (target === null) return { kind: 'no_target' };
  if (value === null) return { kind: 'not_measured' };
  if (base === target) {
    const less = formula !== null && 'less' in formulas[formula];
    return { kind: (less ? value <= target : value >= target) ? 'kept' : 'lost' };
  }
  return { kind: 'share', share: (value - base) / (target - base) };
}
