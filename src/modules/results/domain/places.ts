import { safeTable } from '../../../statistics/index.ts';
import { questionsOf, type SurveyAnswers } from '../../survey/index.ts';
import type { MarginSetting } from './weighting.ts';

/** Where people live, as a survey knows it: the strata of its sample, or its question about the locality. */
export interface Localities {
  names: readonly string[];
  /** By sheet: a place in `names`; -1: not known. */
  of: Int32Array;
  /** People of each, of the ages that were asked; null: not known. */
  people: readonly (number | null)[];
  /** Where the numbers of people come from. */
  source: 'register' | 'table' | 'unknown';
  /** The question that asks; undefined: the strata tell. */
  question?: string;
}

/** Localities of a drawn sample, as its register had them. */
function byStrata({ sample, strata }: SurveyAnswers): Localities | undefined {
  const names = [...new Set(sample.map(({ locality }) => locality))];
  if (names.length < 2) return undefined;
  const placeOf = new Map(sample.map(({ no, locality }) => [no, names.indexOf(locality)]));
  return {
    names,
    of: strata.map((no) => placeOf.get(no) ?? -1),
    people: names.map((name) =>
      sample.reduce((sum, { locality, population }) => sum + (locality === name ? population : 0), 0),
    ),
    source: 'register',
  };
}

/** Localities by the question about them; people as the table of the weights gives them. */
function byQuestion(
  { definition, columns }: SurveyAnswers,
  margins: readonly MarginSetting[],
): Localities | undefined {
  const asked = questionsOf(definition).find((one) => one.type === 'metric' && one.metric === 'locality');
  const codes = columns.find(({ column }) => column.question === asked?.name)?.codes;
  if (asked?.type !== 'metric' || !codes || asked.options.length < 2) return undefined;
  const table = margins.find(({ questions }) => questions.length === 1 && questions[0] === asked.name);
  return {
    names: asked.options.map(({ text }) => text.pl),
    of: Int32Array.from(codes, (code) => asked.options.findIndex((one) => one.code === code)),
    people: asked.options.map(
      ({ code }) => table?.cells.find(({ codes: [own] }) => own === code)?.people ?? null,
    ),
    source: table ? 'table' : 'unknown',
    question: asked.name,
  };
}

/** Where the people of a survey live; undefined: it does not know of two localities. */
export const localitiesOf = (
  answers: SurveyAnswers,
  margins: readonly MarginSetting[],
): Localities | undefined => byStrata(answers) ?? byQuestion(answers, margins);

/**
 * Who needs in each locality: 1, 0, or 2 for everybody elsewhere and whoever is not known; null for a locality whose
 * numbers are small or would give a small one away.
 */
export function needsByLocality(needs: Uint8Array, { names, of }: Localities): (Uint8Array | null)[] {
  const counts = names.flatMap(() => [0, 0]);
  needs.forEach((need, row) => {
    const place = of[row] ?? -1;
    if (place >= 0 && need < 2) counts[place * 2 + need] = (counts[place * 2 + need] ?? 0) + 1;
  });
  const safe = safeTable([names.length, 2], counts);
  return names.map((_, place) => {
    const [without, having] = [safe.at([place, 0]), safe.at([place, 1])];
    if (without === null || having === null || without + having === 0) return null;
    return needs.map((need, row) => (of[row] === place ? need : 2));
  });
}
