import type { Lang } from '../../../lang.ts';
import {
  type Condition,
  codesOf,
  type Definition,
  type Question,
  questionsOf,
  type Test,
  textsOf,
} from './definition.ts';

/** What keeps a questionnaire from being published; the words stand in `pl.ts` under the same keys. */
export const problemKinds = [
  'noQuestions',
  'emptySection',
  'sameName',
  'noText',
  'noOptions',
  'sameCode',
  'impossibleMaximum',
  'emptyRange',
  'unknownReference',
  'forwardReference',
  'cycle',
  'wrongTest',
  'unreachable',
  'noTranslation',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

export interface DesignProblem {
  kind: ProblemKind;
  /** Name of the section or question; empty: the questionnaire. */
  at: string;
  /** What exactly: another name, a language, names around a cycle. */
  about?: string;
}

const problem = (kind: ProblemKind, at: string, about?: string): DesignProblem => ({
  kind,
  at,
  ...(about === undefined ? {} : { about }),
});

const repeated = <T>(values: readonly T[]): T[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

function shapeProblems(question: Question): DesignProblem[] {
  const at = question.name;
  const found: DesignProblem[] = [];
  if ('options' in question) {
    const least = question.type === 'matrix' ? 2 : question.type === 'multi' ? 1 : 2;
    if (question.options.length < least) found.push(problem('noOptions', at));
    for (const code of repeated(question.options.map((one) => one.code)))
      found.push(problem('sameCode', at, String(code)));
  }
  if (question.type === 'matrix') {
    if (question.items.length === 0) found.push(problem('noOptions', at));
    for (const name of repeated(question.items.map((one) => one.name)))
      found.push(problem('sameName', at, name));
  }
  if (question.type === 'multi' && question.max !== undefined) {
    const most = question.options.filter(({ alone }) => !alone).length;
    if (question.max < 1 || question.max > most)
      found.push(problem('impossibleMaximum', at, String(question.max)));
  }
  if (question.type === 'ranking' && (question.choose < 1 || question.choose > question.options.length))
    found.push(problem('impossibleMaximum', at, String(question.choose)));
  if (question.type === 'scale' && question.from >= question.to) found.push(problem('emptyRange', at));
  if (question.type === 'number' && question.min >= question.max) found.push(problem('emptyRange', at));
  return found;
}

/** Whether a test can be asked of the question at all: a code that it offers, a line that it has. */
function fits(test: Test, question: Question): boolean {
  if (question.type === 'matrix' && test.is !== 'answered' && test.item === undefined) return false;
  if (
    test.item !== undefined &&
    !(question.type === 'matrix' && question.items.some(({ name }) => name === test.item))
  )
    return false;
  if (test.is === 'answered') return true;
  if (question.type === 'text' || test.value === undefined) return false;
  const codes = codesOf(question);
  if (test.is === 'chosen' || test.is === 'notChosen')
    return codes ? codes.includes(test.value) : question.type === 'number';
  return question.type !== 'multi' && question.type !== 'ranking';
}

/** Places of the questionnaire that a condition stands at, with the names it may speak of. */
interface Place {
  name: string;
  condition: Condition;
  before: ReadonlySet<string>;
}

function placesOf(definition: Definition): Place[] {
  const before: string[] = [];
  const places: Place[] = [];
  for (const section of definition.sections) {
    if (section.shownIf)
      places.push({ name: section.name, condition: section.shownIf, before: new Set(before) });
    for (const question of section.questions) {
      if (question.shownIf)
        places.push({ name: question.name, condition: question.shownIf, before: new Set(before) });
      before.push(question.name);
    }
  }
  return places;
}

/** Circles among conditions: each as the names in their order. A section waits for what it asks about, its questions for it. */
function cyclesOf(definition: Definition): string[][] {
  const waitsFor = new Map<string, string[]>();
  for (const section of definition.sections)
    for (const question of section.questions)
      waitsFor.set(question.name, [
        ...(section.shownIf?.tests ?? []).map((test) => test.question),
        ...(question.shownIf?.tests ?? []).map((test) => test.question),
      ]);
  const done = new Set<string>();
  const cycles: string[][] = [];
  const walk = (name: string, path: readonly string[]): void => {
    const at = path.indexOf(name);
    if (at >= 0) {
      cycles.push([...path.slice(at), name]);
      return;
    }
    if (done.has(name)) return;
    for (const next of waitsFor.get(name) ?? []) walk(next, [...path, name]);
    done.add(name);
  };
  for (const name of waitsFor.keys()) walk(name, []);
  return cycles;
}

/** What `all` tests leave possible for one line of one question. */
interface Left {
  codes: Set<number> | undefined;
  low: number;
  high: number;
  several: boolean;
  chosen: Set<number>;
  barred: Set<number>;
}

const lineOf = ({ question, item }: Test): string => (item === undefined ? question : `${question}.${item}`);

function leftOf(question: Question): Left {
  const codes = codesOf(question);
  return {
    codes: codes && new Set(codes),
    low: question.type === 'number' ? question.min : Number.NEGATIVE_INFINITY,
    high: question.type === 'number' ? question.max : Number.POSITIVE_INFINITY,
    several: question.type === 'multi' || question.type === 'ranking',
    chosen: new Set(),
    barred: new Set(),
  };
}

function narrow(left: Left, test: Test): void {
  const value = test.value ?? 0;
  if (test.is === 'chosen') left.chosen.add(value);
  if (test.is === 'notChosen') left.barred.add(value);
  if (test.is === 'atLeast') left.low = Math.max(left.low, value);
  if (test.is === 'atMost') left.high = Math.min(left.high, value);
}

function possible({ codes, low, high, several, chosen, barred }: Left): boolean {
  if ([...chosen].some((code) => barred.has(code))) return false;
  if (several) return true;
  if (chosen.size > 1) return false;
  const bounded = low !== Number.NEGATIVE_INFINITY || high !== Number.POSITIVE_INFINITY;
  const fitting = (code: number): boolean =>
    !barred.has(code) &&
    (chosen.size === 0 || chosen.has(code)) &&
    (!bounded || (code !== -1 && code >= low && code <= high));
  if (codes) return codes.size === 0 || [...codes].some(fitting);
  return low <= high && [...chosen].every((code) => code >= low && code <= high);
}

/**
 * Whether tests can hold together, also with what must have been answered for the questions they name to be shown at all.
 * Follows conditions joined by "all"; of "any" it asks that one of its tests alone can hold.
 */
function canHold(
  tests: readonly Test[],
  known: ReadonlyMap<string, { question: Question; conditions: readonly Condition[] }>,
): boolean {
  const lefts = new Map<string, Left>();
  const seen = new Set<string>();
  const queue = [...tests];
  for (let test = queue.shift(); test; test = queue.shift()) {
    const entry = known.get(test.question);
    if (!entry) continue;
    const left = lefts.get(lineOf(test)) ?? leftOf(entry.question);
    lefts.set(lineOf(test), left);
    narrow(left, test);
    // "Not chosen" holds of a hidden question too: it demands nothing of what stands before.
    if (test.is === 'notChosen' || seen.has(test.question)) continue;
    seen.add(test.question);
    for (const condition of entry.conditions)
      if (condition.join === 'all' || condition.tests.length === 1) queue.push(...condition.tests);
      else if (
        !condition.tests.some((one) =>
          canHold([one], new Map([...known].filter(([name]) => name !== test.question))),
        )
      )
        return false;
  }
  return [...lefts.values()].every(possible);
}

function unreachableOf(definition: Definition): string[] {
  const known = new Map<string, { question: Question; conditions: readonly Condition[] }>();
  const found: string[] = [];
  const holds = (conditions: readonly Condition[]): boolean => {
    const all = conditions
      .filter(({ join, tests }) => join === 'all' || tests.length === 1)
      .flatMap(({ tests }) => tests);
    const any = conditions.filter(({ join, tests }) => join === 'any' && tests.length > 1);
    return (
      canHold(all, known) && any.every(({ tests }) => tests.some((test) => canHold([...all, test], known)))
    );
  };
  for (const section of definition.sections) {
    const ofSection = section.shownIf ? [section.shownIf] : [];
    const open = holds(ofSection);
    if (!open) found.push(section.name);
    for (const question of section.questions) {
      const conditions = [...ofSection, ...(question.shownIf ? [question.shownIf] : [])];
      if (open && question.shownIf && !holds(conditions)) found.push(question.name);
      known.set(question.name, { question, conditions });
    }
  }
  return found;
}

function conditionProblems(definition: Definition): DesignProblem[] {
  const questions = new Map(questionsOf(definition).map((question) => [question.name, question]));
  return placesOf(definition).flatMap(({ name, condition, before }) =>
    condition.tests.flatMap((test) => {
      const question = questions.get(test.question);
      if (!question) return [problem('unknownReference', name, test.question)];
      if (!before.has(test.question)) return [problem('forwardReference', name, test.question)];
      return fits(test, question) ? [] : [problem('wrongTest', name, test.question)];
    }),
  );
}

function translationProblems(definition: Definition): DesignProblem[] {
  const missing = (lang: Lang): string[] => [
    ...new Set(
      textsOf(definition).flatMap(({ at, texts }) =>
        texts.pl.trim() !== '' && !texts[lang]?.trim() ? [at] : [],
      ),
    ),
  ];
  return definition.langs
    .filter((lang) => lang !== 'pl')
    .flatMap((lang) => missing(lang).map((at) => problem('noTranslation', at, lang)));
}

/** Everything that keeps a questionnaire from being published; empty: it may be. */
export function problemsOf(definition: Definition): DesignProblem[] {
  const questions = questionsOf(definition);
  const names = [...definition.sections.map(({ name }) => name), ...questions.map(({ name }) => name)];
  const cycles = cyclesOf(definition);
  const conditions = conditionProblems(definition);
  const inCircle = new Set(cycles.flat());
  return [
    ...(questions.length === 0 ? [problem('noQuestions', '')] : []),
    ...definition.sections
      .filter((one) => one.questions.length === 0)
      .map(({ name }) => problem('emptySection', name)),
    ...repeated(names).map((name) => problem('sameName', name)),
    ...[...new Set(textsOf(definition).flatMap(({ at, texts }) => (texts.pl.trim() === '' ? [at] : [])))].map(
      (at) => problem('noText', at),
    ),
    ...questions.flatMap(shapeProblems),
    ...cycles.map((names) => problem('cycle', names[0] ?? '', names.join(' → '))),
    // A circle is told once, not once more for each question of it that speaks of a later one.
    ...conditions.filter(({ kind, at }) => !(kind === 'forwardReference' && inCircle.has(at))),
    ...(conditions.length === 0 && cycles.length === 0
      ? unreachableOf(definition).map((name) => problem('unreachable', name))
      : []),
    ...translationProblems(definition),
  ];
}
