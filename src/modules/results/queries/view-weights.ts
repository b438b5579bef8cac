import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { questionsOf } from '../../survey/index.ts';
import { gminasOn } from '../db/results.ts';
import { mayRead, resultsBasis } from '../domain/access.ts';
import { proposals, withKept } from '../domain/proposal.ts';
import { methods } from '../domain/weighting.ts';
import { inhabitantsOf } from '../inhabitants.ts';
import { loadResults } from '../load.ts';
import { headOf, headSchema } from './view-results.ts';

const weightsSchema = z.object({
  head: headSchema,
  version: z.number(),
  method: z.enum(methods),
  cap: z.number().nullable(),
  tables: z.array(
    z.object({
      questions: z.array(z.string()),
      title: z.string(),
      source: z.string(),
      used: z.boolean(),
      about: z.boolean(),
      cells: z.array(
        z.object({ codes: z.array(z.number()), text: z.string(), people: z.number().nullable() }),
      ),
    }),
  ),
  report: z
    .object({
      answers: z.number(),
      effective: z.number(),
      effect: z.number(),
      largest: z.number(),
      smallest: z.number(),
      cut: z.number(),
      moved: z.number(),
      cycles: z.number().nullable(),
      extreme: z.array(
        z.object({ group: z.string().nullable(), weight: z.number(), answers: z.number().nullable() }),
      ),
      fits: z.array(
        z.object({
          margin: z.string(),
          category: z.string(),
          wanted: z.number(),
          before: z.number().nullable(),
          after: z.number().nullable(),
        }),
      ),
    })
    .nullable(),
});
export type WeightsView = z.infer<typeof weightsSchema>;

/** How a survey is weighted: what was set, tables of the population to choose from, and what the weights cost. */
export const viewWeights = query({
  name: 'results.weights',
  summary:
    'Weights of a survey: method, tables of the population, extreme weights, design effect, effective number of answers',
  input: z.object({ surveyId: id() }),
  output: weightsSchema,
  basis: resultsBasis,
  async read(db, { surveyId }, { actor: { centreId }, today }) {
    const [found, gminas] = await Promise.all([
      loadResults(db, centreId, surveyId),
      gminasOn(db, centreId, today),
    ]);
    if (!found) return undefined;
    const { loaded, results } = found;
    const metrics = questionsOf(loaded.answers.definition).flatMap((one) =>
      one.type === 'metric' && one.options.length > 1 ? [one] : [],
    );
    const kept = results?.weighting;
    const report = results?.weighted.report;
    return {
      head: headOf(loaded, results),
      version: kept?.version ?? 0,
      method: kept?.method ?? 'none',
      cap: kept?.cap ?? null,
      tables: proposals(metrics, await inhabitantsOf(db, centreId, gminas)).map((one) =>
        withKept(one, kept?.margins ?? []),
      ),
      report: report
        ? {
            answers: report.spread.answers,
            effective: report.spread.effectiveAnswers,
            effect: report.spread.kishEffect,
            largest: report.largest,
            smallest: report.smallest,
            cut: report.cut,
            moved: report.moved,
            cycles: report.cycles,
            extreme: report.extreme,
            fits: report.fits,
          }
        : null,
    };
  },
  allow: mayRead,
  discloses: () => undefined,
});
