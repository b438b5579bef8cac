import type { Condition, Definition, Question, Section, Test } from './definition.ts';

/**
 * One answer in its normal form: a code (single, metric, scale) or a number; the chosen codes in ascending order (multi)
 * or in order of rank (ranking); the code of each line by its name (matrix); text.
 */
export type Answer = number | string | readonly number[] | Readonly<Record<string, number>>;

/** Answers by the names of their questions; a question without an answer is not there. */
export type Answers = Readonly<Record<string, Answer>>;

const isLines = (answer: Answer | undefined): answer is Readonly<Record<string, number>> =>
  typeof answer === 'object' && !Array.isArray(answer);

function valuesFor(answer: Answer | undefined, item: string | undefined): readonly number[] {
  if (isLines(answer)) {
    const line = item === undefined ? undefined : answer[item];
    return line === undefined ? [] : [line];
  }
  if (typeof answer === 'number') return [answer];
  return typeof answer === 'object' ? answer : [];
}

/** Whether a test holds. Of a question without an answer only "not chosen" holds. */
export function testHolds(test: Test, answers: Answers): boolean {
  const answer = answers[test.question];
  const values = valuesFor(answer, test.item);
  const value = test.value ?? Number.NaN;
  switch (test.is) {
    case 'answered':
      return typeof answer === 'string'
        ? answer !== ''
        : isLines(answer) && test.item === undefined
          ? Object.keys(answer).length > 0
          : values.length > 0;
    case 'chosen':
      return values.includes(value);
    case 'notChosen':
      return !values.includes(value);
    // "No opinion" (-1) is no place on a scale.
    case 'atLeast':
      return values.some((one) => one !== -1 && one >= value);
    case 'atMost':
      return values.some((one) => one !== -1 && one <= value);
  }
}

/** Whether a condition holds; without one everything is shown. */
export const conditionHolds = (condition: Condition | undefined, answers: Answers): boolean =>
  condition === undefined ||
  (condition.join === 'all'
    ? condition.tests.every((test) => testHolds(test, answers))
    : condition.tests.some((test) => testHolds(test, answers)));

/** A section as it is asked of one person. */
export interface ShownSection {
  section: Section;
  questions: Question[];
}

/**
 * What is asked of a person with these answers, in order. An answer to a question that is itself hidden counts for
 * nothing further on, so that a change of mind earlier hides all that hung on it.
 */
export function shownFor(
  definition: Definition,
  answers: Answers,
): { sections: ShownSection[]; answers: Answers } {
  const counted: Record<string, Answer> = {};
  const sections: ShownSection[] = [];
  for (const section of definition.sections) {
    const open = conditionHolds(section.shownIf, counted);
    const questions: Question[] = [];
    for (const question of open ? section.questions : []) {
      if (!conditionHolds(question.shownIf, counted)) continue;
      questions.push(question);
      const answer = answers[question.name];
      if (answer !== undefined) counted[question.name] = answer;
    }
    if (questions.length > 0) sections.push({ section, questions });
  }
  return { sections, answers: counted };
}

/** The section that follows in the questionnaire for these answers; undefined after the last. */
export function sectionAfter(
  definition: Definition,
  answers: Answers,
  name: string | undefined,
): string | undefined {
  const { sections } = shownFor(definition, answers);
  if (name === undefined) return sections[0]?.section.name;
  const place = definition.sections.findIndex((section) => section.name === name);
  return sections.find(({ section }) => definition.sections.indexOf(section) > place)?.section.name;
}

/** The section before, as it is shown for these answers; undefined before the first. */
export function sectionBefore(definition: Definition, answers: Answers, name: string): string | undefined {
  const { sections } = shownFor(definition, answers);
  const place = definition.sections.findIndex((section) => section.name === name);
  return sections.findLast(({ section }) => definition.sections.indexOf(section) < place)?.section.name;
}
