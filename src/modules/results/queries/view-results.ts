import { z } from 'zod';
import { id, optionalText, tick } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { mayRead, resultsBasis } from '../domain/access.ts';
import { questionResults, questionResultSchema } from '../domain/view.ts';
import { methods } from '../domain/weighting.ts';
import { type Loaded, loadResults, type Results } from '../load.ts';
import { pl, problemText } from '../pl.ts';

/** What stands above every page of the results. */
export const headSchema = z.object({
  surveyId: z.string(),
  title: z.string(),
  /** A drawn sample; an open poll is never called representative. */
  representative: z.boolean(),
  sheets: z.number(),
  lastDay: z.string().nullable(),
  method: z.enum(methods),
  weighted: z.boolean(),
  effective: z.number().nullable(),
  effect: z.number().nullable(),
  /** Why the weights that were set cannot be used, in words. */
  problem: z.string().nullable(),
});
export type Head = z.infer<typeof headSchema>;

/** The head of the pages of a survey's results. */
export function headOf(
  loaded: {
    surveyId: string;
    title: string;
    representative: boolean;
    lastDay: string | null;
    answers: { rows: number };
  },
  results: Results | null,
): Head {
  const { surveyId, title, representative, lastDay, answers } = loaded;
  const used = results && !results.problem ? results.weighting?.method : undefined;
  return {
    surveyId,
    title,
    representative,
    sheets: answers.rows,
    lastDay,
    method: used ?? 'none',
    weighted: results?.weighted.calibrated ?? false,
    effective: results?.weighted.report.spread.effectiveAnswers ?? null,
    effect: results?.weighted.report.spread.kishEffect ?? null,
    problem: results?.problem ? problemText(results.problem) : null,
  };
}

export const viewSchema = z.object({
  head: headSchema,
  sections: z.array(z.object({ name: z.string(), title: z.string(), questions: z.number() })),
  /** The section shown; null: all of them. */
  section: z.string().nullable(),
  questions: z.array(questionResultSchema),
});
export type ResultsView = z.infer<typeof viewSchema>;

/** The results of a loaded survey; of one section when it is named. */
export function resultsView(loaded: Loaded, results: Results | null, section?: string): ResultsView {
  return {
    head: headOf(loaded, results),
    sections: loaded.answers.definition.sections.map(({ name, title, questions }) => ({
      name,
      title: title.pl,
      questions: questions.length,
    })),
    section: section ?? null,
    questions: results
      ? questionResults(results.answers, results.weighted, {
          representative: results.representative,
          words: pl.answers,
          ...(section === undefined ? {} : { section }),
        })
      : [],
  };
}

/** The results of a survey: every closed question with weighted shares, errors and intervals, small counts hidden. */
export const viewResults = query({
  name: 'results.view',
  summary:
    'Results of a survey: weighted shares of every closed question with standard errors, 95 % intervals and design effects; small counts hidden',
  /** One section, the first when none is named, or everything. */
  input: z.object({ surveyId: id(), section: optionalText(60), everything: tick() }),
  output: viewSchema,
  basis: resultsBasis,
  async read(db, { surveyId, section: named, everything }, { actor: { centreId } }) {
    const found = await loadResults(db, centreId, surveyId);
    if (!found) return undefined;
    const { loaded, results } = found;
    const { sections } = loaded.answers.definition;
    const section = everything ? undefined : (named ?? sections[0]?.name);
    if (section !== undefined && !sections.some(({ name }) => name === section)) return undefined;
    return resultsView(loaded, results, section);
  },
  allow: mayRead,
  discloses: () => undefined,
});
