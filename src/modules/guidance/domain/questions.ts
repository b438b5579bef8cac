import type { Facts, RecipientGroup, StatusFlag } from '../../../law/index.ts';
import type { RecipientGroupKey } from '../../directory/index.ts';

/** For whom help is looked for. */
export const whose = ['self', 'parent', 'partner', 'child', 'neighbour'] as const;
export type Whose = (typeof whose)[number];

/** Completed years, both ends included; the edges are where services begin and end. */
export const ageBands = {
  '0-5': { from: 0, to: 5 },
  '6-12': { from: 6, to: 12 },
  '13-17': { from: 13, to: 17 },
  '18-29': { from: 18, to: 29 },
  '30-59': { from: 30, to: 59 },
  '60-64': { from: 60, to: 64 },
  '65-69': { from: 65, to: 69 },
  '70-74': { from: 70, to: 74 },
  '75-79': { from: 75, to: 79 },
  '80-120': { from: 80, to: 120 },
} as const satisfies Record<string, { from: number; to: number }>;
export type AgeBand = keyof typeof ageBands;

/** How soon help is needed; `now` is danger. */
export const urgencies = ['now', 'week', 'later'] as const;
export type Urgency = (typeof urgencies)[number];

/** Whether the person can leave home. */
export const outings = ['home', 'out'] as const;
export type Outing = (typeof outings)[number];

/** What a difficulty means for the search and for the ledger of unmet needs. */
export interface Meaning {
  /** The area in which it is counted when nothing fits (art. 2(1)). */
  area: number;
  /** Further areas in which an answer may stand. */
  areas: readonly number[];
  /** Groups whose services answer it. */
  groups: readonly RecipientGroupKey[];
  /** Meanings of the dictionary of lay words (data/search/lay-words.json) whose services answer it. */
  meanings: readonly string[];
  /** Every service of its areas answers it, also when it gives none of these. */
  wholeArea?: true;
  /** What the person says of themselves by choosing it. */
  says?: { groups?: readonly RecipientGroup[]; statuses?: readonly StatusFlag[] };
  /** The group in which it is counted when nothing fits. */
  group?: RecipientGroup;
  /** Numbers to call that belong to it (data/emergency.json). */
  numbers?: 'violence' | 'crisis' | 'addiction' | 'child';
}

/** What may be hard, and what follows from it: the rules of the guided help as a table. */
export const difficulties = {
  everyday: {
    area: 4,
    areas: [4, 6],
    groups: ['olderPeople', 'disabledPeople'],
    meanings: [
      'home-care',
      'telecare',
      'assistant',
      'transport',
      'meals',
      'volunteer',
      'repairs',
      'day-care',
    ],
    says: { statuses: ['limitedIndependence'] },
  },
  memory: {
    area: 4,
    areas: [4, 5, 6],
    groups: ['olderPeople', 'carers'],
    meanings: ['home-care', 'special-care', 'telecare', 'day-care', 'respite', 'nurse', 'memory'],
    says: { statuses: ['limitedIndependence'] },
  },
  loneliness: {
    area: 11,
    areas: [9, 11],
    groups: ['olderPeople', 'everybody'],
    meanings: ['lonely', 'senior-club', 'senior-activities', 'volunteer', 'trips', 'youth'],
  },
  disability: {
    area: 6,
    areas: [6],
    groups: ['disabledPeople'],
    meanings: [
      'assistant',
      'disabled-activities',
      'rehab',
      'home-rehab',
      'equipment',
      'transport',
      'respite',
      'residential',
      'farm',
    ],
    wholeArea: true,
    says: { groups: ['disabledPeople'] },
    group: 'disabledPeople',
  },
  health: {
    area: 5,
    areas: [5],
    groups: [],
    meanings: [
      'rehab',
      'home-rehab',
      'nurse',
      'speech',
      'posture',
      'exercise',
      'diet',
      'psychologist',
      'equipment',
      'feet',
    ],
    wholeArea: true,
  },
  childCare: {
    area: 2,
    areas: [1, 2, 7],
    groups: ['children', 'youth', 'families'],
    meanings: [
      'after-school',
      'street-work',
      'youth',
      'school-help',
      'toddler',
      'new-parent',
      'parenting',
      'family-help',
      'child-psychologist',
    ],
    wholeArea: true,
    says: { groups: ['familiesWithChildren'] },
    group: 'familiesWithChildren',
    numbers: 'child',
  },
  money: {
    area: 8,
    areas: [8, 14],
    groups: ['unemployed'],
    meanings: ['job', 'food', 'meals'],
    wholeArea: true,
  },
  housing: {
    area: 12,
    areas: [12],
    groups: ['homelessness'],
    meanings: ['housing', 'homeless'],
    wholeArea: true,
  },
  violence: {
    area: 4,
    areas: [2, 4],
    groups: ['violence'],
    meanings: ['violence', 'crisis', 'psychologist'],
    says: { groups: ['violence'] },
    group: 'violence',
    numbers: 'violence',
  },
  addiction: {
    area: 5,
    areas: [5],
    groups: ['addiction'],
    meanings: ['addiction', 'psychologist'],
    says: { groups: ['addiction'] },
    group: 'addiction',
    numbers: 'addiction',
  },
  crisis: {
    area: 5,
    areas: [5],
    groups: ['mentalCrisis'],
    meanings: ['crisis', 'psychologist'],
    says: { groups: ['mentalCrisis'] },
    group: 'mentalCrisis',
    numbers: 'crisis',
  },
  carer: {
    area: 6,
    areas: [4, 6],
    groups: ['carers'],
    meanings: ['respite', 'day-care', 'nurse', 'telecare', 'home-care'],
    says: { groups: ['carers'] },
    group: 'carers',
  },
} as const satisfies Record<string, Meaning>;
export type Difficulty = keyof typeof difficulties;

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(record) as [K, ...K[]];

export const difficultyKeys = keysOf<Difficulty>(difficulties);
export const ageKeys = keysOf<AgeBand>(ageBands);

/** Nobody's parent or partner is a child: such ages are not asked about. */
const youngestOf: Partial<Record<Whose, number>> = { parent: 18, partner: 18 };

/** The ages worth offering, when it is known for whom help is looked for. */
export const agesOf = (whom: Whose | undefined): AgeBand[] =>
  ageKeys.filter((key) => ageBands[key].from >= (whom === undefined ? 0 : (youngestOf[whom] ?? 0)));

export const meaningOf = (difficulty: Difficulty): Meaning => difficulties[difficulty];

/** What somebody answered; null is "I would rather not say" or "I do not know". */
export interface Answers {
  whose: Whose;
  age: AgeBand | null;
  hard: readonly Difficulty[];
  soon: Urgency;
  gmina: string | null;
  /** The person lives in none of the centre's gminas. */
  outside: boolean;
  locality: string | null;
  outing: Outing | null;
}

/** What the answers say of the person for the conditions of services; what they do not say is unknown, never "no". */
export function factsOf({ hard, gmina, outing }: Answers): Facts {
  const said = hard.map((one) => meaningOf(one).says ?? {});
  const groups = Object.fromEntries(
    said.flatMap((one) => (one.groups ?? []).map((group) => [group, true] as const)),
  );
  const statuses = Object.fromEntries(
    said.flatMap((one) => (one.statuses ?? []).map((flag) => [flag, true] as const)),
  );
  return {
    groups,
    statuses: { ...statuses, ...(outing === 'home' ? { limitedMobility: true } : {}) },
    ...(gmina === null ? {} : { gminaTeryt: gmina }),
  };
}

/** Areas and the group in which it is counted when nothing fits. */
export function codeOf({ hard, age }: Pick<Answers, 'hard' | 'age'>): {
  areas: number[];
  group: RecipientGroup | null;
} {
  const told = hard.map((one) => meaningOf(one).group).find((group) => group !== undefined);
  const byAge: RecipientGroup | null =
    age === null
      ? null
      : ageBands[age].from >= 60
        ? 'olderPeople'
        : ageBands[age].to < 18
          ? 'childrenAndYouth'
          : null;
  return {
    areas: [...new Set(hard.map((one) => meaningOf(one).area))].slice(0, 5),
    group: told ?? byAge,
  };
}
