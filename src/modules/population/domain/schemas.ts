import { z } from 'zod';
import type { Figure } from '../../../statistics/figure.ts';

/** A figure with its passport as the API gives it. */
export const figureSchema: z.ZodType<Figure> = z.object({
  value: z.number().nullable(),
  unit: z.enum(['persons', 'families', 'places', 'hours', 'services', 'percent', 'grosze', 'ratio', 'days']),
  passport: z.object({
    source: z.string(),
    asOf: z.string(),
    filter: z.string(),
    formula: z.string(),
    rows: z.string().exactOptional(),
    moreRows: z.array(z.object({ name: z.string(), rows: z.string() })).exactOptional(),
    synthetic: z.boolean().exactOptional(),
  }),
  between: z.object({ low: z.number(), high: z.number(), meaning: z.string() }).exactOptional(),
  about: z.boolean().exactOptional(),
  doubt: z.string().exactOptional(),
});
