import { z } from 'zod';

const figure = z.object({
  value: z.number().nullable(),
  passport: z.object({ source: z.string(), asOf: z.string(), synthetic: z.boolean().optional() }),
  between: z.object({ low: z.number(), high: z.number() }).optional(),
});

/** What tests of the real run read of the results. */
export const viewedResults = z.object({
  questions: z.array(
    z.object({
      name: z.string(),
      tables: z.array(
        z.object({
          key: z.string(),
          answers: z.number().nullable(),
          shares: z.array(
            z.object({
              code: z.number(),
              count: z.number().nullable(),
              percent: z.number().nullable(),
              low: z.number().nullable(),
              high: z.number().nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** Of the gap. */
export const viewedGap = z.object({
  rows: z.array(
    z.object({ kind: z.string(), basis: z.string(), demand: figure, capacity: figure, gap: figure }),
  ),
});

/** Of the local plan. */
export const viewedPlan = z.object({
  plan: z.object({
    state: z.string(),
    content: z.object({
      goals: z.array(z.object({ id: z.string() })),
      actions: z.array(
        z.object({ test: z.record(z.string(), z.string()), costs: z.array(z.object({ year: z.number() })) }),
      ),
      indicators: z.array(
        z.object({ base: z.number().nullable(), baseOn: z.string().nullable(), source: z.string() }),
      ),
    }),
  }),
  budget: z.object({ total: figure }),
});

const passport = z.object({ source: z.string(), asOf: z.string() });

/** Every passport that stands anywhere in a value. */
export function passportsIn(value: unknown): { source: string; asOf: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'passport' in value ? [passport.parse(value.passport)] : [];
  return [...own, ...Object.values(value).flatMap(passportsIn)];
}
