import { z } from 'zod';
import type { Answers } from './shown.ts';

export type { Answer, Answers } from './shown.ts';

/** Answers in their normal form, read back from a draft. */
export const answersSchema: z.ZodType<Answers> = z.record(
  z.string(),
  z.union([z.number(), z.string(), z.array(z.number()), z.record(z.string(), z.number())]),
);

const cell = z.union([z.string().max(4000), z.number()]);

/** Answers as a form or a device sends them, by the names of questions; what they mean is read by `readAnswers`. */
export const rawAnswersSchema = z.record(
  z.string().max(60),
  z.union([
    cell,
    z.array(cell).max(200),
    z.record(z.string().max(60), z.union([cell, z.array(cell).max(200)])),
  ]),
);
export type RawAnswers = z.infer<typeof rawAnswersSchema>;
