import { z } from 'zod';
import { figureSchema } from '../../population/index.ts';
import { actionStates } from './plan.ts';
import { standings } from './schedule.ts';

/** What a recorded year of monitoring keeps: it stands still, whatever the system says later. */
export const recordedStateSchema = z.object({
  indicators: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      base: z.number().nullable(),
      value: figureSchema,
      target: z.number().nullable(),
      targetYear: z.number(),
    }),
  ),
  actions: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      state: z.enum(actionStates),
      standing: z.enum(standings),
    }),
  ),
  /** Money of the year; null: no card names any. */
  planned: figureSchema.nullable(),
  spent: figureSchema,
  /** How many figures differed from those of the plan. */
  changed: z.number(),
});

export type RecordedState = z.infer<typeof recordedStateSchema>;
