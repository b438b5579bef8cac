import type { Sex } from '../../../law/index.ts';

export type Theme =
  | 'old_age'
  | 'disability'
  | 'respite'
  | 'family'
  | 'parenting'
  | 'mental_crisis'
  | 'transport'
  | 'unemployment'
  | 'refugees'
  | 'loneliness'
  | 'homelessness'
  | 'health';

/** Whom a script fits. What is left out does not matter. */
export type Who = {
  readonly sex?: Sex;
  readonly ageFrom?: number;
  readonly ageTo?: number;
  /** Nobody else in the household, somebody else grown up, or a partner. */
  readonly home?: 'alone' | 'with_adult' | 'with_partner';
  /** Who cares for the person and speaks for them. */
  readonly carer?: 'wife' | 'mother' | 'daughter' | 'child';
  readonly raisesGrandchild?: true;
  /** Raises a child of that age at home. */
  readonly childFrom?: number;
  readonly childTo?: number;
  readonly citizenship?: 'UA';
  readonly noAddress?: true;
};

type Entry = readonly [
  contact: 'visit' | 'phone' | 'meeting' | 'provider',
  finding: string,
  action: string | null,
];

/** What goes into an individual plan and what came of it. */
export type ScriptedPlan = {
  readonly result: string;
  readonly when: 'morning' | 'afternoon';
  readonly place: 'home' | 'centre';
  readonly action:
    | readonly [kind: 'self_help' | 'volunteering' | 'neighbourly' | 'other', words: string, who: string]
    | null;
  readonly entries: readonly Entry[];
  readonly closing: {
    readonly description: string;
    readonly results: string;
    readonly remaining: string | null;
  };
};

/** One matter as it is brought to the window, with the words that belong to its further steps. */
export type Script = {
  readonly key: string;
  readonly theme: Theme;
  /** One of the 14 areas of art. 2(1). */
  readonly area: number;
  readonly title: string;
  /** The need as the person, or who speaks for them, says it. */
  readonly words: string;
  readonly who: Who;
  readonly applicant: 'person' | 'statutory_representative' | 'factual_carer';
  /** Services of the programme by centre; a centre left out does not meet this script. */
  readonly services: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Set where another statute decides (art. 19): to whom the application goes. */
  readonly transfer?: {
    readonly kind: 'team' | 'office' | 'unit';
    readonly reason: string;
    readonly answer: string;
    readonly returned: string;
  };
  /** Set where a condition of the programme is not met, so that the answer is a decision (art. 42(3)). */
  readonly refusal?: { readonly ground: string; readonly facts: string };
  /** Set where a talk or an address was all that was needed: what the worker answered. */
  readonly answer?: string;
  readonly used: string;
  readonly evaluation: string;
  readonly note: readonly [kind: 'note' | 'call' | 'visit' | 'meeting', body: string];
  readonly plan?: ScriptedPlan;
};
