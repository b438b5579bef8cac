import type { z } from 'zod';
import { pl } from '../pl.ts';

/** A required address of a page. */
export const webAddress = (field: z.ZodType<string>) =>
  field.refine((value) => /^https?:\/\/\S+\.\S+$/.test(value), pl.refusals.address);
