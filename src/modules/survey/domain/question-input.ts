import { z } from 'zod';
import { choice, optionalInteger, optionalText, text, tick } from '../../../platform/fields.ts';
import { pl } from '../pl.ts';
import type { Metric, Question, Texts } from './definition.ts';
import { metrics, questionTypes } from './definition-schema.ts';
import { itemsFrom, optionsFrom } from './edit.ts';

const lines = () => optionalText(12_000);

/** The fields of a question in a form; which of them matter follows from its type. */
export const questionInput = {
  type: choice(questionTypes),
  text: text(1000, pl.errors.questionText),
  textUk: optionalText(1000),
  textEn: optionalText(1000),
  hint: optionalText(500),
  hintUk: optionalText(500),
  hintEn: optionalText(500),
  required: tick(),
  options: lines(),
  optionsUk: lines(),
  optionsEn: lines(),
  items: lines(),
  itemsUk: lines(),
  itemsEn: lines(),
  /** Most answers of a multi, places of a ranking. */
  most: optionalInteger(0, 999),
  noOpinion: tick(),
  from: optionalInteger(0, 10),
  to: optionalInteger(0, 10),
  low: optionalText(100),
  lowUk: optionalText(100),
  lowEn: optionalText(100),
  high: optionalText(100),
  highUk: optionalText(100),
  highEn: optionalText(100),
  least: optionalInteger(-1_000_000_000, 1_000_000_000),
  largest: optionalInteger(-1_000_000_000, 1_000_000_000),
  unit: optionalText(40),
  unitUk: optionalText(40),
  unitEn: optionalText(40),
  metric: z.preprocess((value) => (value === '' ? undefined : value), z.enum(metrics).optional()),
};

const inputSchema = z.object(questionInput);
export type QuestionInput = z.infer<typeof inputSchema>;

const textsOf = (pl: string, uk: string | undefined, en: string | undefined): Texts => ({
  pl,
  ...(uk ? { uk } : {}),
  ...(en ? { en } : {}),
});

const optionally = <K extends string>(key: K, pl: string | undefined, uk?: string, en?: string) =>
  (pl ? { [key]: textsOf(pl, uk, en) } : {}) as Partial<Record<K, Texts>>;

const longestText = 1000;

/** The question of these fields. Codes of answers and names of lines that were there before are kept. */
export function questionFrom(name: string, input: QuestionInput, before: Question | undefined): Question {
  const common = {
    name,
    text: textsOf(input.text, input.textUk, input.textEn),
    ...optionally('hint', input.hint, input.hintUk, input.hintEn),
    required: input.required,
    ...(before?.asks ? { asks: before.asks } : {}),
    ...(before?.area ? { area: before.area } : {}),
  };
  const options = optionsFrom(
    { pl: input.options ?? '', uk: input.optionsUk, en: input.optionsEn },
    before && 'options' in before ? before.options : [],
  );
  switch (input.type) {
    case 'single':
      return { ...common, type: 'single', options };
    case 'metric': {
      const metric: Metric = input.metric ?? 'sex';
      return { ...common, type: 'metric', metric, options };
    }
    case 'multi':
      return { ...common, type: 'multi', options, ...(input.most === undefined ? {} : { max: input.most }) };
    case 'ranking':
      return { ...common, type: 'ranking', options, choose: input.most ?? Math.min(3, options.length) };
    case 'matrix':
      return {
        ...common,
        type: 'matrix',
        options,
        items: itemsFrom(
          { pl: input.items ?? '', uk: input.itemsUk, en: input.itemsEn },
          before?.type === 'matrix' ? before.items : [],
        ),
        noOpinion: input.noOpinion,
      };
    case 'scale':
      return {
        ...common,
        type: 'scale',
        from: input.from ?? 1,
        to: input.to ?? 5,
        ...optionally('low', input.low, input.lowUk, input.lowEn),
        ...optionally('high', input.high, input.highUk, input.highEn),
        noOpinion: input.noOpinion,
      };
    case 'number':
      return {
        ...common,
        type: 'number',
        min: input.least ?? 0,
        max: input.largest ?? 1_000_000,
        ...optionally('unit', input.unit, input.unitUk, input.unitEn),
      };
    case 'text':
      return { ...common, type: 'text', maxLength: longestText };
  }
}
