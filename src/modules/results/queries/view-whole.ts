import { z } from 'zod';
import { id, tick } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { mayRead, resultsBasis } from '../domain/access.ts';
import { codedSchema, methodSchema, publishedSchema } from '../domain/published.ts';
import { crossesOf, wholeOf } from '../whole.ts';
import { crossTableSchema } from './view-cross.ts';
import { qualitySchema } from './view-quality.ts';
import { viewSchema } from './view-results.ts';

const wholeSchema = z.object({
  view: viewSchema,
  quality: qualitySchema,
  method: methodSchema,
  coded: z.array(codedSchema),
  sections: publishedSchema.shape.sections,
  synthetic: z.boolean(),
  /** Every closed question by every question about who answers; null: not asked for, or the survey is too large. */
  crosses: z.array(z.object({ row: z.string(), column: z.string(), table: crossTableSchema })).nullable(),
});
export type WholeView = z.infer<typeof wholeSchema>;

/** Everything of a survey's results at once: for its report and its workbook. */
export const viewWhole = query({
  name: 'results.whole',
  summary:
    'All results of a survey at once: tables, quality, method, codes of open answers and, when asked for, cross-tables by who answered',
  input: z.object({ surveyId: id(), crosses: tick() }),
  output: wholeSchema,
  basis: resultsBasis,
  async read(db, { surveyId, crosses }, { actor: { centreId } }): Promise<WholeView | undefined> {
    const whole = await wholeOf(db, centreId, surveyId);
    if (!whole) return undefined;
    const { results, ...rest } = whole;
    const made = crosses ? (results ? crossesOf(results) : []) : null;
    return {
      ...rest,
      crosses:
        made?.map(({ row, column, table: { problem: _problem, ...table } }) => ({
          row,
          column,
          table: { ...table, rows: [...table.rows], columns: [...table.columns] },
        })) ?? null,
    };
  },
  allow: mayRead,
  discloses: () => undefined,
});
