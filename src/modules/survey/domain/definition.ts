import type { Lang } from '../../../lang.ts';
import type { Definition, Question, Texts } from './definition-schema.ts';

// Only the types: what a device evaluates without a network (survey/tablet) does not carry the schemas.
export type * from './definition-schema.ts';

/** Code of "no opinion" in a scale or a matrix. */
export const noOpinionCode = -1;

/** The text in a language; Polish where it has not been translated. */
export const textIn = (texts: Texts, lang: Lang): string => texts[lang] || texts.pl;

/** Every question in the order of the questionnaire. */
export const questionsOf = (definition: Definition): Question[] =>
  definition.sections.flatMap(({ questions }) => questions);

/** Codes that may be given to one line of a closed question; undefined for a number and a text. */
export function codesOf(question: Question): number[] | undefined {
  switch (question.type) {
    case 'number':
    case 'text':
      return undefined;
    case 'scale': {
      const steps = Array.from(
        { length: Math.max(0, question.to - question.from + 1) },
        (_, at) => question.from + at,
      );
      return question.noOpinion ? [...steps, noOpinionCode] : steps;
    }
    case 'matrix': {
      const codes = question.options.map(({ code }) => code);
      return question.noOpinion ? [...codes, noOpinionCode] : codes;
    }
    default:
      return question.options.map(({ code }) => code);
  }
}

/** Every text of a questionnaire with the place where it stands, for translators and checks. */
export function textsOf(definition: Definition): { at: string; texts: Texts }[] {
  const given = (at: string, texts: Texts | undefined) => (texts ? [{ at, texts }] : []);
  const ofQuestion = (question: Question) => [
    ...given(question.name, question.text),
    ...given(question.name, question.hint),
    ...('options' in question ? question.options.flatMap((one) => given(question.name, one.text)) : []),
    ...('items' in question ? question.items.flatMap((one) => given(question.name, one.text)) : []),
    ...(question.type === 'scale'
      ? [...given(question.name, question.low), ...given(question.name, question.high)]
      : []),
    ...(question.type === 'number' ? given(question.name, question.unit) : []),
  ];
  return [
    ...given('', definition.title),
    ...given('', definition.intro),
    ...definition.sections.flatMap((section) => [
      ...given(section.name, section.title),
      ...given(section.name, section.intro),
      ...section.questions.flatMap(ofQuestion),
    ]),
  ];
}

const readingOf = (definition: Definition): number => {
  const words = textsOf(definition).reduce((sum, { texts }) => sum + texts.pl.split(/\s+/).length, 0);
  const lines = questionsOf(definition).reduce(
    (sum, question) =>
      sum + (question.type === 'matrix' ? question.items.length : question.type === 'text' ? 4 : 1),
    0,
  );
  return words / 200 + (lines * 5) / 60;
};

/**
 * Whole minutes that answering takes, at least 1: 200 words a minute to read, five seconds to decide per line. `least`: who is
 * asked only what everybody is; `most`: who is asked everything.
 */
export function minutesOf(definition: Definition): { least: number; most: number } {
  const asked = definition.sections
    .filter(({ shownIf }) => !shownIf)
    .map((section) => ({ ...section, questions: section.questions.filter(({ shownIf }) => !shownIf) }));
  const whole = (minutes: number): number => Math.max(1, Math.round(minutes));
  return { least: whole(readingOf({ ...definition, sections: asked })), most: whole(readingOf(definition)) };
}
