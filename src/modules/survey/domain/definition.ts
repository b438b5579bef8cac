import { z } from 'zod';
import { langs, type Lang } from '../../../lang.ts';
import { serviceKinds, type ServiceKindKey } from '../../../law/index.ts';

/** What may be read by a person in several languages; Polish is always there. */
export const textsSchema = z.object({
  pl: z.string().max(1000),
  uk: z.string().max(1000).optional(),
  en: z.string().max(1000).optional(),
});
export type Texts = z.infer<typeof textsSchema>;

const reserved = ['constructor', 'prototype', 'end', 'start', 'note'];

/** A name that XLSForm takes too (its "name" column): a Latin letter, then letters, digits, underscores. */
export const nameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/)
  .refine((name) => !reserved.includes(name) && !name.startsWith('_'));

/** What an answer says of a service: the gap counts demand by it. */
export const asks = ['knows', 'used', 'needsNow', 'needsLater', 'barriers', 'problems', 'groups'] as const;
export type Asks = (typeof asks)[number];

const kindKeys = Object.keys(serviceKinds) as [ServiceKindKey, ...ServiceKindKey[]];

/** A possible answer; its code is its XLSForm name and never changes once published. */
export const optionSchema = z.object({
  code: z.int().min(1).max(999),
  text: textsSchema,
  /** Excludes every other answer: "none of these". */
  alone: z.boolean().optional(),
  /** The kind of service it stands for (src/law/service-kinds.ts). */
  kind: z.enum(kindKeys).optional(),
});
export type Option = z.infer<typeof optionSchema>;

/** A line of a matrix. */
export const itemSchema = z.object({
  name: nameSchema,
  text: textsSchema,
  kind: z.enum(kindKeys).optional(),
});
export type Item = z.infer<typeof itemSchema>;

export const testKinds = ['chosen', 'notChosen', 'atLeast', 'atMost', 'answered'] as const;

/** One comparison with an earlier answer; `answered` needs no value, `item` is the line of a matrix. */
export const testSchema = z.object({
  question: nameSchema,
  item: nameSchema.optional(),
  is: z.enum(testKinds),
  value: z.number().optional(),
});
export type Test = z.infer<typeof testSchema>;

/** When a question or a section is shown: every test holds, or any of them does. */
export const conditionSchema = z.object({
  join: z.enum(['all', 'any']),
  tests: z.array(testSchema).min(1).max(6),
});
export type Condition = z.infer<typeof conditionSchema>;

export const metrics = [
  'sex',
  'age',
  'locality',
  'household',
  'education',
  'disability',
  'labour',
  'residence',
] as const;
export type Metric = (typeof metrics)[number];

const common = {
  name: nameSchema,
  text: textsSchema,
  hint: textsSchema.optional(),
  required: z.boolean(),
  shownIf: conditionSchema.optional(),
  asks: z.enum(asks).optional(),
  /** Area of art. 2(1) that it asks about. */
  area: z.int().min(1).max(14).optional(),
};
const options = z.array(optionSchema).max(120);

export const questionSchema = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('single'), options }),
  z.object({ ...common, type: z.literal('multi'), options, max: z.int().min(0).max(999).optional() }),
  z.object({ ...common, type: z.literal('ranking'), options, choose: z.int().min(0).max(999) }),
  z.object({
    ...common,
    type: z.literal('matrix'),
    items: z.array(itemSchema).max(60),
    options,
    noOpinion: z.boolean(),
  }),
  z.object({
    ...common,
    type: z.literal('scale'),
    from: z.int().min(0).max(10),
    to: z.int().min(0).max(10),
    low: textsSchema.optional(),
    high: textsSchema.optional(),
    noOpinion: z.boolean(),
  }),
  z.object({
    ...common,
    type: z.literal('number'),
    min: z.int().min(-1_000_000_000).max(1_000_000_000),
    max: z.int().min(-1_000_000_000).max(1_000_000_000),
    unit: textsSchema.optional(),
  }),
  z.object({ ...common, type: z.literal('text'), maxLength: z.int().min(1).max(2000) }),
  z.object({ ...common, type: z.literal('metric'), metric: z.enum(metrics), options }),
]);
export type Question = z.infer<typeof questionSchema>;
export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;

export const questionTypes = [
  'single',
  'multi',
  'ranking',
  'matrix',
  'scale',
  'number',
  'text',
  'metric',
] as const satisfies readonly QuestionType[];

export const sectionSchema = z.object({
  name: nameSchema,
  title: textsSchema,
  intro: textsSchema.optional(),
  shownIf: conditionSchema.optional(),
  questions: z.array(questionSchema).max(80),
});
export type Section = z.infer<typeof sectionSchema>;

/** A questionnaire as all channels, exports and results read it. A published one is a value that never changes. */
export const definitionSchema = z.object({
  /** Languages it is offered in; Polish is always among them. */
  langs: z.array(z.enum(langs)).min(1).max(3),
  title: textsSchema,
  /** Read before the first question: who asks, what for. */
  intro: textsSchema.optional(),
  sections: z.array(sectionSchema).max(40),
});
export type Definition = z.infer<typeof definitionSchema>;

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
