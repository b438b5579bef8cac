import { z } from 'zod';
import { choice, id, optionalText, rows, tick } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/runner/outcome.ts';
import { judgeShares } from '../../population/index.ts';
import { weightingOf, writeWeighting } from '../db/results.ts';
import { mayWrite, resultsBasis } from '../domain/access.ts';
import { type MarginSetting, methods, type Weighting } from '../domain/weighting.ts';
import { type Loaded, loadSurvey, titleOf, weighAnswers } from '../load.ts';
import { pl, problemText } from '../pl.ts';

const words = pl.weights;

const decimal = (message: string) =>
  z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value.trim() === ''
          ? undefined
          : Number(value.replace(/[\s\u00a0%]/g, '').replace(',', '.'))
        : value,
    z.number(message).min(0, message).max(1e9, message).optional(),
  );

const codes = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').map(Number) : value),
  z.array(z.int().min(-1).max(999)).min(1).max(2),
);

const names = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',') : value),
  z
    .array(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/))
    .min(1)
    .max(2),
);

const table = z.object({
  use: tick(),
  questions: names,
  unit: choice(['people', 'percent']),
  source: optionalText(300),
  cells: rows(z.object({ codes, value: decimal(words.badNumber) }), 400),
});

type Table = z.infer<typeof table>;

/** Percentages become parts of 100; of what must add up to a whole 97 % is refused (population.judgeShares). */
function marginOf(
  { questions, unit, source, cells }: Table,
  at: number,
  loaded: Loaded,
): MarginSetting | Refusal {
  const field = `tables.${at}.cells`;
  const name = questions.map((question) => titleOf(loaded, question)).join(' × ');
  const blank = cells.find(({ value }) => value === undefined);
  if (cells.length === 0 || blank) return refuse('results.incomplete', words.incomplete(name), { field });
  if (!source) return refuse('results.no-source', words.sourceNeeded(name), { field: `tables.${at}.source` });
  const values = cells.map(({ value }) => value ?? 0);
  const sum = values.reduce((all, one) => all + one, 0);
  if (!(sum > 0)) return refuse('results.empty', words.emptyTable(name), { field });
  if (unit === 'percent') {
    const verdict = judgeShares(values);
    if (verdict.kind === 'wrong') return refuse('results.shares', words.shares(name, verdict.sum), { field });
  }
  return {
    questions,
    source,
    cells: cells.map((cell, own) => ({ codes: cell.codes, people: values[own] ?? 0 })),
  };
}

const isPercent = (one: Table): boolean => one.unit === 'percent';

/** Tables in percent speak of as many people as those in people do; when all are, of a hundred. */
function scaled(tables: readonly Table[], margins: readonly MarginSetting[]): MarginSetting[] {
  const sums = margins.map(({ cells }) => cells.reduce((all, { people }) => all + people, 0));
  const counted = tables.findIndex((one) => !isPercent(one));
  const total = counted < 0 ? 100 : (sums[counted] ?? 100);
  return margins.map((margin, at) => {
    const own = tables[at];
    const factor = own && isPercent(own) ? total / (sums[at] ?? 100) : 1;
    return { ...margin, cells: margin.cells.map((cell) => ({ ...cell, people: cell.people * factor })) };
  });
}

/** How the answers of a survey are weighted to the population of the gmina; tried on the answers before it is kept. */
export const setWeights = command({
  name: 'results.set-weights',
  summary:
    'Set how the answers of a survey are weighted: none, post-stratification or raking to tables of the population, with a bound',
  input: z.object({
    surveyId: id(),
    method: choice(methods),
    cap: z.preprocess(
      (value) =>
        typeof value === 'string'
          ? value.trim() === ''
            ? undefined
            : Number(value.replace(',', '.'))
          : (value ?? undefined),
      z.number(words.badCap).min(1.5, words.badCap).max(20, words.badCap).optional(),
    ),
    tables: rows(table, 12),
  }),
  result: z.object({ surveyId: z.string() }),
  basis: resultsBasis,
  async load(tx, { surveyId }, { actor }) {
    // Reading all the answers is not worth the work for a role that may not.
    if (!actor.roles.some((role) => role in mayWrite)) return {};
    const [loaded, before] = await Promise.all([
      loadSurvey(tx, actor.centreId, surveyId),
      weightingOf(tx, actor.centreId, surveyId, true),
    ]);
    return loaded && { loaded, before, version: before?.version ?? 0 };
  },
  allow: mayWrite,
  decide({ loaded }, { surveyId, method, cap, tables }) {
    if (!loaded) return refuse('results.no-survey', words.noSurvey);
    const margins: MarginSetting[] = [];
    const used = method === 'none' ? [] : tables.map((one, at) => ({ one, at })).filter(({ one }) => one.use);
    for (const { one, at } of used) {
      const margin = marginOf(one, at, loaded);
      if (isRefusal(margin)) return margin;
      margins.push(margin);
    }
    const weighting: Weighting = {
      method,
      margins: scaled(
        used.map(({ one }) => one),
        margins,
      ),
      cap: cap ?? null,
    };
    const tried = weighAnswers(loaded, weighting);
    return tried.ok
      ? { surveyId, weighting }
      : refuse(`results.${tried.problem.kind}`, `${problemText(tried.problem)} ${pl.kept}`, {
          field: 'tables',
        });
  },
  async save(tx, { surveyId, weighting }, { actor, today }) {
    await writeWeighting(
      tx,
      { centreId: actor.centreId, accountId: actor.accountId, today },
      surveyId,
      weighting,
    );
    return { surveyId };
  },
  audit: ({ surveyId, weighting }, _result, { before }) => ({
    what: { surveyId, before: before ?? null, after: weighting },
  }),
});
