import {
  type Answers,
  codesOf,
  type Question,
  questionsOf,
  shownFor,
} from '../../../modules/survey/index.ts';
import { serviceKinds, type ServiceKindKey } from '../../../law/index.ts';
import type { Random } from '../random.ts';
import { plSurvey } from './pl-survey.ts';
import { noneOf, questionnaire } from './questionnaire.ts';

/** Lower bounds of the seven ages that are asked; the last one is open. */
export const bands = [18, 25, 35, 45, 55, 65, 75] as const;

/** A group of residents: what anybody of it answers follows from sex and age alone. */
export interface Cell {
  sex: 'woman' | 'man';
  /** Place in `bands`. */
  age: number;
}

export const cells: readonly Cell[] = (['woman', 'man'] as const).flatMap((sex) =>
  bands.map((_, age) => ({ sex, age })),
);

type Chance = (cell: Cell) => number;

const oldest = bands.length - 1;
const between = (young: number, old: number, { age }: Cell): number => young + ((old - young) * age) / oldest;
const limited = (value: number): number => Math.min(0.95, Math.max(0.004, value));

/** A chance that goes straight from the youngest to the oldest; `women` times as likely, men 2 less that. */
const chance =
  (young: number, old: number, women = 1): Chance =>
  (cell) =>
    limited(between(young, old, cell) * (cell.sex === 'woman' ? women : 2 - women));

/** The declared truth: in what share of homes somebody needs a service now. Made up; it says nothing of the city. */
const needs: Partial<Record<ServiceKindKey, Chance>> = {
  careAtHome: chance(0.01, 0.24, 1.1),
  specialistCare: chance(0.01, 0.07),
  neighbourCare: chance(0.015, 0.17, 1.2),
  telecare: chance(0.008, 0.22, 1.1),
  mealsAtHome: chance(0.008, 0.13),
  dayHome: chance(0.008, 0.1, 1.1),
  seniorClub: chance(0.008, 0.2, 1.3),
  selfHelpHome: chance(0.025, 0.03),
  familyHelpHome: chance(0.01, 0.06),
  socialWelfareHome: chance(0.008, 0.05),
  homelessShelter: chance(0.016, 0.012, 0.6),
  counselling: chance(0.16, 0.05, 1.1),
  doorToDoor: chance(0.02, 0.18, 1.1),
  personalAssistance: chance(0.02, 0.08),
  respiteCare: chance(0.02, 0.12, 1.3),
  careAndLivingCentre: chance(0.02, 0.035),
  equipmentRental: chance(0.02, 0.17),
  rehabilitation: chance(0.04, 0.24, 1.1),
  mentalHealth: chance(0.28, 0.03, 1.2),
  addictionHelp: chance(0.07, 0.02),
  nursery: chance(0.075, 0.004),
  violenceHelp: chance(0.03, 0.012, 1.3),
  familyAssistant: chance(0.045, 0.008),
  childDayCentre: chance(0.08, 0.008),
  trainingFlat: chance(0.03, 0.008),
  supportedFlat: chance(0.015, 0.04),
};

/** In three years a little more of everything, and more still of what grows with age. */
const later: Chance = chance(0.02, 0.09);

/** How a question is answered. */
type Rule =
  /** Each answer by itself; none of them: the one that stands alone. */
  | { kind: 'ticked'; of: readonly Chance[] }
  /** At most so many together: drawn so that each has exactly its chance. */
  | { kind: 'atMost'; of: readonly Chance[] }
  /** One of several, by its chances among the youngest and the oldest. */
  | { kind: 'one'; young: readonly number[]; old: readonly number[] }
  /** Lines of a matrix, or a scale: how far the youngest and the oldest lean to the first answer. */
  | { kind: 'leaning'; lines: readonly (readonly [young: number, old: number])[]; noOpinion: number };

const needsRule = (area: number, more?: Chance): Rule => ({
  kind: 'ticked',
  of: (Object.keys(serviceKinds) as ServiceKindKey[])
    .filter((key) => serviceKinds[key].area === area)
    .map((key): Chance => {
      const now = needs[key] ?? chance(0.02, 0.02);
      return more ? (cell) => 1 - (1 - now(cell)) * (1 - more(cell)) : now;
    }),
});

const ticked = (...of: readonly Chance[]): Rule => ({ kind: 'ticked', of });

/** Answers by the names of the questions. */
const rules: Readonly<Record<string, Rule>> = {
  life_here: { kind: 'leaning', lines: [[-0.25, -0.55]], noOpinion: 0.03 },
  wyprowadzka: { kind: 'one', young: [0.22, 0.28, 0.3, 0.2], old: [0.02, 0.05, 0.28, 0.65] },
  warunki: {
    kind: 'leaning',
    lines: [
      [-0.2, -0.6],
      [0.4, 0.3],
      [-0.7, -0.2],
      [0.1, 0.2],
      [0.4, 0.5],
      [0, 0.3],
      [-0.3, -0.4],
      [-0.1, 0.1],
      [0.3, 0.1],
      [0.3, 0.4],
      [-0.4, -0.1],
      [0.2, 0.3],
    ],
    noOpinion: 0.06,
  },
  knows_4: {
    kind: 'ticked',
    of: Array.from({ length: 12 }, (_, at) => chance(0.12 + (at % 4) * 0.06, 0.3 + (at % 5) * 0.08, 1.1)),
  },
  used_4: {
    kind: 'ticked',
    of: Array.from({ length: 12 }, (_, at) => chance(0.012, 0.03 + (at % 4) * 0.03, 1.1)),
  },
  needs_4: needsRule(4),
  later_4: needsRule(4, later),
  barriers_4: ticked(
    chance(0.5, 0.38),
    chance(0.1, 0.2),
    chance(0.3, 0.42),
    chance(0.35, 0.45),
    chance(0.3, 0.08),
    chance(0.08, 0.2),
    chance(0.12, 0.3, 0.85),
  ),
  needs_6: needsRule(6),
  later_6: needsRule(6, later),
  barriers_6: ticked(
    chance(0.45, 0.3),
    chance(0.12, 0.25),
    chance(0.3, 0.35),
    chance(0.45, 0.5),
    chance(0.25, 0.1),
    chance(0.15, 0.3),
    chance(0.1, 0.22),
  ),
  needs_5: needsRule(5),
  later_5: needsRule(5, later),
  needs_1: needsRule(1),
  needs_2: needsRule(2),
  needs_12: needsRule(12),
  main_problems: {
    kind: 'atMost',
    of: [0.18, 0.16, 0.2, 0.16, 0.5, 0.22, 0.07, 0.36, 0.38, 0.14, 0.12].map((young, at) =>
      chance(young, [0.44, 0.2, 0.06, 0.56, 0.62, 0.2, 0.05, 0.12, 0.1, 0.26, 0.22][at] ?? young),
    ),
  },
  nasilenie: {
    kind: 'leaning',
    lines: [
      [0.3, 0.1],
      [0.2, 0],
      [-0.1, 0.4],
      [0.1, -0.2],
      [-0.4, -0.4],
      [0.1, 0.3],
      [-0.2, 0.2],
    ],
    noOpinion: 0.05,
  },
  groups_need: {
    kind: 'atMost',
    of: [0.34, 0.42, 0.2, 0.26, 0.16, 0.44, 0.14, 0.12, 0.14, 0.06].map((young, at) =>
      chance(young, [0.1, 0.12, 0.7, 0.4, 0.42, 0.14, 0.1, 0.05, 0.1, 0.04][at] ?? young),
    ),
  },
  instytucje: {
    kind: 'leaning',
    lines: [
      [-0.1, -0.3],
      [0.1, -0.2],
      [-0.2, -0.4],
    ],
    noOpinion: 0.1,
  },
  channel: {
    kind: 'one',
    young: [0.82, 0.05, 0.05, 0.02, 0.04, 0.02],
    old: [0.1, 0.26, 0.22, 0.16, 0.16, 0.1],
  },
  help_others: ticked(
    chance(0.26, 0.14),
    chance(0.2, 0.22, 1.3),
    chance(0.2, 0.06, 0.7),
    chance(0.22, 0.06, 1.1),
    chance(0.16, 0.06, 0.4),
  ),
  household: { kind: 'one', young: [0.12, 0.2, 0.24, 0.44], old: [0.42, 0.4, 0.01, 0.17] },
  education: { kind: 'one', young: [0.1, 0.14, 0.46, 0.3], old: [0.3, 0.3, 0.28, 0.12] },
  disability: { kind: 'one', young: [0.03, 0.1, 0.87], old: [0.28, 0.16, 0.56] },
};

/** Chances of the codes of one line, in the order of `codesOf`. */
function sharesOf(
  rule: Extract<Rule, { kind: 'one' | 'leaning' }>,
  line: number,
  { codes, noOpinion }: { codes: number; noOpinion: boolean },
  cell: Cell,
): number[] {
  if (rule.kind === 'one') return rule.young.map((young, at) => between(young, rule.old[at] ?? young, cell));
  const size = noOpinion ? codes - 1 : codes;
  const [young, old] = rule.lines[line % rule.lines.length] ?? [0, 0];
  const lean = between(young, old, cell);
  const weights = Array.from({ length: size }, (_, at) => Math.exp(-lean * (at - (size - 1) / 2)));
  const whole = weights.reduce((sum, one) => sum + one, 0);
  const rest = noOpinion ? 1 - rule.noOpinion : 1;
  return [...weights.map((one) => (one / whole) * rest), ...(noOpinion ? [rule.noOpinion] : [])];
}

const shapeOf = (question: Question): { codes: number; noOpinion: boolean } => ({
  codes: codesOf(question)?.length ?? 0,
  noOpinion: 'noOpinion' in question && question.noOpinion,
});

const metricCode = ({ name }: Question, { sex, age }: Cell): number | undefined =>
  name === 'sex' ? (sex === 'woman' ? 1 : 2) : name === 'age' ? age + 1 : undefined;

/** One of the codes by their chances. */
function drawn(random: Random, codes: readonly number[], shares: readonly number[]): number {
  let left = random.next();
  for (const [at, share] of shares.entries()) {
    left -= share;
    if (left < 0) return codes[at] ?? 0;
  }
  return codes.at(-1) ?? 0;
}

/** Each with exactly its own chance, and no more together than the chances add up to: drawn at even steps from one start. */
function atSteps(random: Random, chances: readonly number[]): number[] {
  let at = random.next();
  return chances.flatMap((one, place) => {
    at += one;
    if (at < 1) return [];
    at -= 1;
    return [place];
  });
}

function answerTo(question: Question, cell: Cell, random: Random): Answers[string] | undefined {
  const metric = metricCode(question, cell);
  if (metric !== undefined) return metric;
  if (question.type === 'text')
    return random.chance(0.2)
      ? random.pick(cell.age >= 4 ? plSurvey.proposals.older : plSurvey.proposals.younger)
      : undefined;
  const rule = rules[question.name];
  if (!rule) throw new Error(`no rule for ${question.name}`);
  // Two in a hundred leave out what they may.
  if (!question.required && random.chance(0.02)) return undefined;
  const codes = codesOf(question) ?? [];
  if (rule.kind === 'ticked' || rule.kind === 'atMost') {
    const chances = rule.of.map((one) => one(cell));
    const places =
      rule.kind === 'atMost'
        ? atSteps(random, chances)
        : chances.flatMap((one, place) => (random.chance(one) ? [place] : []));
    return places.length > 0 ? places.map((place) => codes[place] ?? 0) : [noneOf(question) ?? 0];
  }
  const one = (line: number): number => drawn(random, codes, sharesOf(rule, line, shapeOf(question), cell));
  return question.type === 'matrix'
    ? Object.fromEntries(question.items.map(({ name }, line) => [name, one(line)]))
    : one(0);
}

/** What somebody of a group answers: by the declared truth and by chance. */
export function answersOf(cell: Cell, random: Random): Answers {
  let answers: Answers = {};
  for (const question of questionsOf(questionnaire)) {
    const shown =
      question.shownIf === undefined ||
      shownFor(questionnaire, answers).sections.some(({ questions }) =>
        questions.some(({ name }) => name === question.name),
      );
    const answer = shown ? answerTo(question, cell, random) : undefined;
    if (answer !== undefined) answers = { ...answers, [question.name]: answer };
  }
  return answers;
}

/** The true share of an answer among all adults, in percent of those who are asked. */
export interface Truth {
  question: string;
  /** Line of a matrix; null: the question itself. */
  item: string | null;
  code: number;
  percent: number;
}

const noneChance = (rule: Extract<Rule, { kind: 'ticked' | 'atMost' }>, cell: Cell): number =>
  rule.kind === 'ticked'
    ? rule.of.reduce((rest, one) => rest * (1 - one(cell)), 1)
    : Math.max(0, 1 - rule.of.reduce((sum, one) => sum + one(cell), 0));

/** The chance that somebody is asked: barriers follow from a need. */
function askedChance(question: Question, cell: Cell): number {
  if (question.shownIf === undefined) return 1;
  const rule = rules[question.shownIf.tests[0]?.question ?? ''];
  return rule?.kind === 'ticked' ? 1 - noneChance(rule, cell) : 1;
}

/** The declared truth of every closed question, by how many people of each group there are (in the order of `cells`). */
export function truths(people: readonly number[]): Truth[] {
  const mean = (question: Question, of: Chance): number => {
    const asked = cells.map((cell, at) => (people[at] ?? 0) * askedChance(question, cell));
    const whole = asked.reduce((sum, one) => sum + one, 0);
    return (cells.reduce((sum, cell, at) => sum + (asked[at] ?? 0) * of(cell), 0) / whole) * 100;
  };
  return questionsOf(questionnaire).flatMap((question): Truth[] => {
    const rule = rules[question.name];
    const codes = codesOf(question) ?? [];
    if (!rule) return [];
    if (rule.kind === 'ticked' || rule.kind === 'atMost') {
      const none = noneOf(question);
      return codes.map((code, place) => ({
        question: question.name,
        item: null,
        code,
        percent: mean(question, (cell) =>
          code === none ? noneChance(rule, cell) : (rule.of[place]?.(cell) ?? 0),
        ),
      }));
    }
    const lines = question.type === 'matrix' ? question.items.map(({ name }) => name) : [null];
    return lines.flatMap((item, line) =>
      codes.map((code, place) => ({
        question: question.name,
        item,
        code,
        percent: mean(question, (cell) => sharesOf(rule, line, shapeOf(question), cell)[place] ?? 0),
      })),
    );
  });
}

/**
 * The declared bias: how much more readily a group answers than another. The young and women answer more than their share,
 * the oldest much less.
 */
export const readiness: Chance = ({ sex, age }) =>
  ([1.9, 1.75, 1.4, 1.05, 0.8, 0.52, 0.34][age] ?? 1) * (sex === 'woman' ? 1.15 : 0.85);

/** How a group answers, in shares: web, telephone, interviewer, paper. */
export const channels = ({ age }: Cell): readonly number[] => {
  const web = [0.86, 0.8, 0.68, 0.52, 0.34, 0.18, 0.07][age] ?? 0.5;
  const rest = 1 - web;
  return [web, rest * 0.28, rest * 0.36, rest * 0.36];
};
