import { type Estimate, mean, shareInterval, tallyCategories, shareOf } from '../../../statistics/index.ts';
import {
  type Asks,
  type Definition,
  noAnswer,
  notAsked,
  type Question,
  questionsOf,
  type SurveyAnswers,
} from '../../survey/index.ts';
import type { Weighted } from './weighting.ts';

/** Where a questionnaire asks about a kind of service: the question and the key of its column. */
export interface Asked {
  question: Question;
  key: string;
}

/** The places where a questionnaire asks of a kind of service; `needsNow` unless told otherwise. */
export const askedOf = (definition: Definition, kind: string, asks: Asks = 'needsNow'): Asked[] =>
  questionsOf(definition).flatMap((question) => {
    if (question.asks !== asks || !('options' in question)) return [];
    const option = question.type === 'matrix' ? undefined : question.options.find((one) => one.kind === kind);
    return option && question.type === 'multi' ? [{ question, key: `${question.name}.${option.code}` }] : [];
  });

/**
 * 1: needs, 0: does not, 2: not known. Who was not asked because an earlier answer led elsewhere needs nothing of it (an
 * area that does not matter at home); who answered a version without the question, or left it out, is not known.
 */
export function needOf({ columns, versions }: SurveyAnswers, keys: readonly string[]): Uint8Array {
  const needs = new Uint8Array(versions.length).fill(2);
  const newest = versions.reduce((most, one) => Math.max(most, one), 0);
  for (const { column, codes } of columns) {
    if (!keys.includes(column.key)) continue;
    const having = new Set<number>([newest]);
    codes.forEach((code, row) => {
      if (code !== notAsked) having.add(versions[row] ?? 0);
    });
    codes.forEach((code, row) => {
      if (code === 1) needs[row] = 1;
      else if (code !== noAnswer && needs[row] !== 1 && having.has(versions[row] ?? 0)) needs[row] = 0;
    });
  }
  return needs;
}

/** The share of those who need, with its interval; undefined: fewer than five answers on either side, or none at all. */
export function shareOfNeed(
  needs: Uint8Array,
  { cells, design }: Weighted,
): { estimate: Estimate; low: number; high: number } | undefined {
  const tally = tallyCategories(cells, { codes: needs, categories: 2 });
  const [without, having] = tally.counts.map((counts) => counts.reduce((all, one) => all + one, 0));
  const few = (count = 0): boolean => count > 0 && count < 5;
  if (few(without) || few(having) || (without ?? 0) + (having ?? 0) < 5) return undefined;
  const estimate = mean(design, shareOf(tally, 1));
  if (!estimate.ok) return undefined;
  const { low, high } = shareInterval(estimate.value);
  return { estimate: estimate.value, low, high };
}
