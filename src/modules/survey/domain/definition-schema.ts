import { z } from 'zod';
import { langs } from '../../../lang.ts';
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
