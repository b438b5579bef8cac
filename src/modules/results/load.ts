import type { Db } from '../../platform/database/tenant.ts';
import { answersOf, findSurvey, questionsOf, type SurveyAnswers } from '../survey/index.ts';
import { type KeptWeighting, weightingOf } from './db/results.ts';
import { columnsByQuestion, isClosed, type Variable, variableOf } from './domain/variables.ts';
import {
  type ColumnsByName,
  type SampleStrata,
  unweighted,
  weigh,
  type Weighted,
  type Weighting,
  type WeightProblem,
} from './domain/weighting.ts';
import { pl } from './pl.ts';

/** A survey with its answers, ready to be counted. */
export interface Loaded {
  surveyId: string;
  title: string;
  slug: string;
  /** A drawn sample: only then does an error of sampling exist. */
  representative: boolean;
  answers: SurveyAnswers;
  /** Day of the last sheet, 'YYYY-MM-DD'; null: none came. */
  lastDay: string | null;
}

/** A survey and its answers; undefined: none such, or never published. */
export async function loadSurvey(db: Db, centreId: string, surveyId: string): Promise<Loaded | undefined> {
  const [survey, answers] = await Promise.all([
    findSurvey(db, centreId, { id: surveyId }),
    answersOf(db, centreId, surveyId),
  ]);
  if (!survey || !answers) return undefined;
  const last = answers.days.reduce((most, day) => Math.max(most, day), -1);
  return {
    surveyId,
    title: survey.title,
    slug: survey.slug,
    representative: survey.sampling === 'sample',
    answers,
    lastDay: last < 0 ? null : new Date(last * 86_400_000).toISOString().slice(0, 10),
  };
}

/** The columns of a question as variables, one for each line or option. */
export const variablesOf = ({ answers }: Loaded, name: string): Variable[] =>
  columnsByQuestion(answers.definition, answers.columns).flatMap(({ question, columns }) =>
    question.name === name && isClosed(question)
      ? columns.map((one) => variableOf(question, one, pl.answers))
      : [],
  );

/** A question as residents read it; its name where the questionnaire has none such. */
export const titleOf = ({ answers }: Loaded, name: string): string =>
  questionsOf(answers.definition).find((one) => one.name === name)?.text.pl ?? name;

/** Questions by whose categories answers may be weighted: those with one answer. */
export function weightColumns(loaded: Loaded, names: readonly string[]): ColumnsByName {
  return new Map(
    names.flatMap((name) => {
      const [first, ...more] = variablesOf(loaded, name);
      return first && more.length === 0
        ? [[name, { title: titleOf(loaded, name), codes: first.categories, column: first.column }] as const]
        : [];
    }),
  );
}

/** The strata of a drawn sample, when every sheet came with one. */
export function strataOf({ representative, answers }: Loaded): SampleStrata | undefined {
  const { sample, strata, rows } = answers;
  if (!representative || sample.length === 0 || rows === 0 || strata.includes(0)) return undefined;
  const places = new Map(sample.map(({ no }, at) => [no, at]));
  return {
    column: {
      codes: Uint16Array.from(strata, (no) => places.get(no) ?? sample.length),
      categories: sample.length,
    },
    people: sample.map(({ population }) => population),
  };
}

/** The answers with a weighting. */
export const weighAnswers = (loaded: Loaded, weighting: Weighting) =>
  weigh(
    weighting,
    loaded.answers.rows,
    weightColumns(
      loaded,
      weighting.margins.flatMap(({ questions }) => questions),
    ),
    strataOf(loaded),
  );

export interface Results extends Loaded {
  weighting: KeptWeighting | undefined;
  weighted: Weighted;
  /** Why the kept weighting cannot be used; the answers then stand as they came. */
  problem: WeightProblem | null;
}

/** A survey with its answers weighted as it was last said; undefined also when nobody answered yet. */
export async function loadResults(
  db: Db,
  centreId: string,
  surveyId: string,
): Promise<{ loaded: Loaded; results: Results | null } | undefined> {
  const [loaded, weighting] = await Promise.all([
    loadSurvey(db, centreId, surveyId),
    weightingOf(db, centreId, surveyId),
  ]);
  if (!loaded) return undefined;
  const wanted = weighAnswers(loaded, weighting ?? unweighted);
  const made = wanted.ok ? wanted : weighAnswers(loaded, unweighted);
  if (!made.ok) return { loaded, results: null };
  return {
    loaded,
    results: {
      ...loaded,
      weighting,
      weighted: made.value,
      problem: wanted.ok ? null : wanted.problem,
    },
  };
}
