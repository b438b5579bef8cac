import {
  type AgeBand,
  ageKeys,
  type Answers,
  type Difficulty,
  difficultyKeys,
  type Outing,
  type Urgency,
  type Whose,
} from './questions.ts';

/** What was answered, by our names. It goes from page to page sealed; nothing is stored, and nothing personal is asked. */
export type Query = Readonly<Record<string, string>>;

/** Names and values of the address are Polish, like every address of the product. */
const whoseWords = {
  siebie: 'self',
  rodzic: 'parent',
  partner: 'partner',
  dziecko: 'child',
  sasiad: 'neighbour',
} as const satisfies Record<string, Whose>;

const soonWords = { teraz: 'now', tydzien: 'week', pozniej: 'later' } as const satisfies Record<
  string,
  Urgency
>;
const outingWords = { dom: 'home', wyjdzie: 'out' } as const satisfies Record<string, Outing>;

const hardWords: Record<Difficulty, string> = {
  everyday: 'codziennosc',
  memory: 'pamiec',
  loneliness: 'samotnosc',
  disability: 'niepelnosprawnosc',
  health: 'zdrowie',
  childCare: 'dziecko',
  money: 'pieniadze',
  housing: 'mieszkanie',
  violence: 'przemoc',
  addiction: 'uzaleznienie',
  crisis: 'kryzys',
  carer: 'opiekun',
};

/** The name under which a difficulty is ticked: each has its own, because a name of an address counts once. */
export const hardName = (difficulty: Difficulty): string => `trudne-${hardWords[difficulty]}`;

export const names = {
  whose: 'dla',
  age: 'wiek',
  soon: 'kiedy',
  where: 'gdzie',
  outing: 'wyjscie',
  /** Nobody is in danger any more: the numbers were seen. */
  safe: 'bezpiecznie',
  /** The question that was just answered: an empty answer to it is an error. */
  step: 'krok',
} as const;

/** Parameters of the address: the sealed answers, and a question that is asked again. */
export const answersParameter = 'odpowiedzi';
export const againParameter = 'pytanie';

/** What a question that is asked again is called in the address. */
const questionWords = {
  whose: 'dla-kogo',
  age: 'wiek',
  hard: 'co-trudne',
  soon: 'jak-szybko',
  where: 'gdzie',
  outing: 'wyjscie',
} as const;

export type Question = keyof typeof questionWords;

export const questionWord = (question: Question): string => questionWords[question];

export const unknownValue = 'nie-wiem';
export const outsideValue = 'inna-gmina';
export const yes = 'tak';

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): K[] => Object.keys(record) as K[];

/** Values of the choices, in the order of the answers. */
export const values = {
  whose: keysOf(whoseWords).map((value) => ({ value, key: whoseWords[value] })),
  soon: keysOf(soonWords).map((value) => ({ value, key: soonWords[value] })),
  outing: keysOf(outingWords).map((value) => ({ value, key: outingWords[value] })),
};

export const steps = ['whose', 'age', 'hard', 'soon', 'danger', 'where', 'outing'] as const;
export type Step = (typeof steps)[number];

/** What is asked of a person; the numbers to call are no question. */
export const questions = steps.filter((step): step is Question => step !== 'danger');

export const questionOf = (word: string | undefined): Question | undefined =>
  questions.find((one) => questionWords[one] === word);

const at = <T>(table: Readonly<Record<string, T>>, value: string | undefined): T | undefined =>
  value !== undefined && Object.hasOwn(table, value) ? table[value] : undefined;

/** What was ticked as hard. */
export const hardOf = (query: Query): Difficulty[] =>
  difficultyKeys.filter((one) => query[hardName(one)] === yes);

/** A gmina and a locality as one choice: "3006023.Witaszyce". */
export const placeValue = (gmina: string, locality?: string): string =>
  locality === undefined ? gmina : `${gmina}.${locality}`;

/** Places that the centre offers to choose from; whatever else the address says is no answer. */
export interface Offered {
  gmina: string;
  name: string;
  localities: readonly string[];
}

type Where = Pick<Answers, 'gmina' | 'locality' | 'outside'>;

function whereOf(value: string | undefined, offered: readonly Offered[]): Where | undefined {
  if (value === outsideValue) return { gmina: null, locality: null, outside: true };
  for (const { gmina, localities } of offered) {
    if (value === gmina) return { gmina, locality: null, outside: false };
    const locality = localities.find((one) => value === placeValue(gmina, one));
    if (locality !== undefined) return { gmina, locality, outside: false };
  }
  return undefined;
}

const ageOf = (value: string | undefined): AgeBand | null | undefined =>
  value === unknownValue ? null : ageKeys.find((one) => one === value);

const outingOf = (value: string | undefined): Outing | null | undefined =>
  value === unknownValue ? null : at(outingWords, value);

/** Whether a question has its answer in the address; the numbers to call stand first wherever there is danger. */
function isAnswered(step: Step, query: Query, offered: readonly Offered[]): boolean {
  switch (step) {
    case 'whose':
      return at(whoseWords, query[names.whose]) !== undefined;
    case 'age':
      return ageOf(query[names.age]) !== undefined;
    case 'hard':
      return hardOf(query).length > 0;
    case 'soon':
      return at(soonWords, query[names.soon]) !== undefined;
    case 'danger':
      return query[names.soon] !== 'teraz' || query[names.safe] === yes;
    case 'where':
      return whereOf(query[names.where], offered) !== undefined;
    case 'outing':
      return outingOf(query[names.outing]) !== undefined;
  }
}

/** The answered question that is asked again, else the first without an answer; undefined: everything is answered. */
export const nextStep = (query: Query, offered: readonly Offered[], again?: Question): Step | undefined =>
  again && isAnswered(again, query, offered)
    ? again
    : steps.find((step) => !isAnswered(step, query, offered));

/** The answers of an address; undefined while something is not answered. */
export function answersOf(query: Query, offered: readonly Offered[]): Answers | undefined {
  const whose = at(whoseWords, query[names.whose]);
  const age = ageOf(query[names.age]);
  const soon = at(soonWords, query[names.soon]);
  const where = whereOf(query[names.where], offered);
  const outing = outingOf(query[names.outing]);
  const hard = hardOf(query);
  if (!whose || age === undefined || !soon || !where || outing === undefined || hard.length === 0)
    return undefined;
  return { whose, age, hard, soon, ...where, outing };
}

const namesOf: Record<Step, readonly string[]> = {
  whose: [names.whose],
  age: [names.age],
  hard: difficultyKeys.map(hardName),
  soon: [names.soon, names.safe],
  danger: [names.safe],
  where: [names.where],
  outing: [names.outing],
};

const all = new Set(steps.flatMap((step) => namesOf[step]));

/** What the address carries of the answers, without one question and without anything that is not ours. */
export const without = (query: Query, step?: Step): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).filter(([name]) => all.has(name) && !(step && namesOf[step].includes(name))),
  );

/** The answers in a sealed parameter that was opened; what is not ours is left out. */
export const given = (text: string): Record<string, string> => {
  const all = Object.fromEntries(new URLSearchParams(text));
  return {
    ...without(all),
    ...(all[names.step] === undefined ? {} : { [names.step]: all[names.step] ?? '' }),
  };
};

/** Answers as one text, to be sealed; '' when there is none. */
export const asText = (answers: Query): string => new URLSearchParams(answers).toString();

/** The question before this one, over the numbers to call, which are no question; undefined at the first. */
export const questionBefore = (step: Step): Question | undefined =>
  questions.findLast((one) => steps.indexOf(one) < steps.indexOf(step));
