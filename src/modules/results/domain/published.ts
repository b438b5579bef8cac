import { z } from 'zod';
import { modes } from '../../survey/index.ts';
import { shareSchema } from './estimates.ts';
import { questionResultSchema } from './view.ts';
import { methods } from './weighting.ts';

/** How a survey was made: what must be read before any of its numbers. */
export const methodSchema = z.object({
  sampling: z.enum(['sample', 'open']),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  languages: z.array(z.string()),
  sheets: z.number(),
  channels: z.array(z.object({ mode: z.enum(modes), sheets: z.number().nullable() })),
  /** Of a drawn sample: people it was drawn from, people drawn, and how many of them answered. */
  population: z.number().nullable(),
  drawn: z.number().nullable(),
  answered: z.number().nullable(),
  responsePercent: z.number().nullable(),
  weights: z.enum(methods),
  /** Tables of the population that the weights fit, with their sources. */
  weightTables: z.array(z.object({ questions: z.string(), source: z.string() })),
  cap: z.number().nullable(),
  effectiveAnswers: z.number().nullable(),
  /** Kish's approximate design effect of the weights. */
  weightingEffect: z.number().nullable(),
  /** Half of the 95 % interval of a share of 50 % by the effective number of answers, in percent points; null: nothing was drawn. */
  largestError: z.number().nullable(),
  /** Counts from 1 to this less one are hidden, and others that would give them away. */
  hiddenBelow: z.number(),
});
export type Method = z.infer<typeof methodSchema>;

/** Codes of an open question with their shares among those who wrote something. */
export const codedSchema = z.object({
  question: z.string(),
  text: z.string(),
  /** null: fewer than five. */
  given: z.number().nullable(),
  codes: z.array(z.object({ name: z.string(), share: shareSchema })),
});
export type CodedQuestion = z.infer<typeof codedSchema>;

/** What everybody may read of a survey: the tables of the staff's page with small counts hidden, and how they were made. */
export const publishedSchema = z.object({
  title: z.string(),
  method: methodSchema,
  sections: z.array(z.object({ name: z.string(), title: z.string(), questions: z.array(z.string()) })),
  questions: z.array(questionResultSchema),
  coded: z.array(codedSchema),
  /** Made up for a demonstration. */
  synthetic: z.boolean(),
});
export type Published = z.infer<typeof publishedSchema>;

/** The kind of the kept report of a survey. */
export const reportKind = 'results.report';

/** Public domain: figures of a public body are not protected (art. 4 of the Copyright Act), and this says so to machines. */
export const licence = {
  name: 'CC0 1.0',
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
} as const;
