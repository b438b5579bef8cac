import {
  mean,
  safeTable,
  shareInterval,
  interval,
  shareOf,
  tallyCategories,
  tallyValues,
  type Estimate,
} from '../../../statistics/index.ts';
import { z } from 'zod';
import type { NumberVariable, Variable } from './variables.ts';
import type { Weighted } from './weighting.ts';

/** A share with how sure it is; what may not be shown, or is not known, is null. In percent. */
export const shareSchema = z.object({
  code: z.number(),
  text: z.string(),
  count: z.number().nullable(),
  percent: z.number().nullable(),
  error: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  designEffect: z.number().nullable(),
  effective: z.number().nullable(),
});
export type Share = z.infer<typeof shareSchema>;

export const tableSchema = z.object({
  key: z.string(),
  part: z.string().nullable(),
  /** Answers that the percentages are of; null: too few to show. */
  answers: z.number().nullable(),
  /** Asked and said nothing; null where it would tell how few answered. */
  missing: z.number().nullable(),
  /** Led past the question; null: so few that it would tell how few answered the one before. */
  notAsked: z.number().nullable(),
  /** Cells not shown, because small or because they would give a small one away. */
  hidden: z.number(),
  shares: z.array(shareSchema),
});
export type ResultTable = z.infer<typeof tableSchema>;

export const meanSchema = z.object({
  value: z.number().nullable(),
  error: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  answers: z.number().nullable(),
});
export type ResultMean = z.infer<typeof meanSchema>;

const fewest = 5;

const nothing = { percent: null, error: null, low: null, high: null, designEffect: null, effective: null };

/** An estimate in percent. Of an open poll there is no sampling, so no error of sampling: only the percent is given. */
const shown = (estimate: Estimate, representative: boolean): Omit<Share, 'code' | 'text' | 'count'> => {
  const percent = estimate.value * 100;
  if (!representative) return { ...nothing, percent };
  const { low, high } = shareInterval(estimate);
  return {
    percent,
    error: estimate.standardError * 100,
    low: low * 100,
    high: high * 100,
    designEffect: estimate.designEffect ?? estimate.designEffectReplace,
    effective: estimate.effectiveAnswers,
  };
};

const sum = (numbers: Float64Array): number => numbers.reduce((all, one) => all + one, 0);

/**
 * The answers of a variable: counts, weighted percentages, standard errors and 95 % intervals (logit, see
 * `shareInterval`). Counts below five are hidden with whatever would give them away, and then nothing else of the row is
 * shown either.
 *
 * @param representative the answers are a drawn sample; of an open poll no error is told
 */
export function tableOf(
  variable: Variable,
  { cells, design }: Weighted,
  representative: boolean,
): ResultTable {
  const { column, asked, categories, key, part } = variable;
  const tally = tallyCategories(cells, column, asked);
  const counts = tally.counts.map(sum);
  const answers = sum(tally.answered);
  const rows = sum(cells.rows);
  const seen = sum(tally.asked);
  const notAsked = rows - seen;
  // How many sheets there are is known, so whoever was led past a question is one more cell of its table: a few of them
  // are the few who answered the question before it so (linked tables; Hundepool et al. 2012, 4.2).
  const outside = notAsked > 0 ? [rows - answers] : [];
  const safe = safeTable([counts.length + outside.length], [...counts, ...outside]);
  const told = outside.length === 0 || safe.at([counts.length]) !== null;
  const total = outside.length === 0 ? safe.at([null]) : told && answers >= fewest ? answers : null;
  const fewSkipped = notAsked > 0 && notAsked < fewest;
  const shares = categories.map(({ code, text }, at): Share => {
    const count = safe.at([at]);
    // A percent beside its count would tell how many answered.
    if (count === null || total === null || answers < fewest)
      return { code, text, ...nothing, count: answers < fewest && answers > 0 ? null : count };
    const estimate = mean(design, shareOf(tally, at));
    return { code, text, count, ...(estimate.ok ? shown(estimate.value, representative) : nothing) };
  });
  return {
    key,
    part,
    answers: total,
    missing: total === null || fewSkipped ? null : seen - answers,
    notAsked: fewSkipped || !told ? null : notAsked,
    hidden: shares.filter(({ count }) => count === null).length,
    shares,
  };
}

/** Codes of a table whose counts are hidden: they are merged wherever the variable is crossed with another. */
export const hiddenCodes = (table: ResultTable): number[] =>
  table.shares.filter(({ count }) => count === null).map(({ code }) => code);

/** The weighted mean of numbers with its standard error and 95 % interval (Student). */
export function meanOf(
  { values, asked }: NumberVariable,
  { cells, design }: Weighted,
  representative: boolean,
): ResultMean {
  const measure = tallyValues(cells, values, asked);
  const answers = sum(measure.answered);
  const none = { value: null, error: null, low: null, high: null };
  const skipped = sum(cells.rows) - sum(measure.asked);
  const outside = sum(cells.rows) - answers;
  const hidden = skipped > 0 && outside < fewest;
  if (answers < fewest) return { ...none, answers: answers === 0 ? 0 : null };
  const estimate = mean(design, measure);
  const shownAnswers = hidden ? null : answers;
  if (!estimate.ok) return { ...none, answers: shownAnswers };
  const { value, standardError, degreesOfFreedom } = estimate.value;
  if (!representative) return { ...none, value, answers: shownAnswers };
  const { low, high } = interval(estimate.value, 0.95, degreesOfFreedom);
  return { value, error: standardError, low, high, answers: shownAnswers };
}
