import type { Db } from '../../platform/database/tenant.ts';
import { modes, questionsOf } from '../survey/index.ts';
import { codedAnswers } from './coded.ts';
import { isDemonstration } from '../access/index.ts';
import { type Cross, crossOf } from './domain/cross.ts';
import type { CodedQuestion, Method, Published } from './domain/published.ts';
import { isClosed } from './domain/variables.ts';
import { type Loaded, loadResults, type Results, variablesOf } from './load.ts';
import { pl } from './pl.ts';
import { type QualityView, qualityView } from './queries/view-quality.ts';
import { headOf, type ResultsView, resultsView } from './queries/view-results.ts';

/** Everything that is said of a survey: for its report, its workbook and its publication. */
export interface Whole {
  view: ResultsView;
  quality: QualityView;
  method: Method;
  coded: CodedQuestion[];
  sections: Published['sections'];
  synthetic: boolean;
}

/** Two questions crossed, with what they are. */
export interface NamedCross {
  row: string;
  column: string;
  table: Cross;
}

const fewest = 5;
// The tables of all pairs of a long survey of a city take minutes: whoever needs one asks for it by its page.
const mostSheetsCrossed = 200_000;

const dayOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

function methodOf(loaded: Loaded, results: Results | null, quality: QualityView): Method {
  const { answers, representative } = loaded;
  const head = headOf(loaded, results);
  const { sample } = answers;
  const drawn = representative && sample.length > 0;
  const sum = (of: (one: (typeof sample)[number]) => number): number =>
    sample.reduce((all, one) => all + of(one), 0);
  const [population, chosen, answered] = [
    sum((one) => one.population),
    sum((one) => one.drawn),
    sum((one) => one.answered),
  ];
  const texts = new Map(questionsOf(answers.definition).map(({ name, text }) => [name, text.pl]));
  const days = answers.days.length === 0 ? [] : [answers.days.reduce((one, day) => Math.min(one, day), 1e9)];
  return {
    sampling: representative ? 'sample' : 'open',
    firstDay: days.map(dayOf)[0] ?? null,
    lastDay: loaded.lastDay,
    languages: [...answers.definition.langs],
    sheets: answers.rows,
    channels: modes.map((mode, at) => ({ mode, sheets: quality.channels[at]?.sheets ?? null })),
    population: drawn ? population : null,
    drawn: drawn ? chosen : null,
    answered: drawn ? answered : null,
    responsePercent: drawn && chosen > 0 ? (answered / chosen) * 100 : null,
    weights: head.method,
    weightTables: (head.method === 'none' ? [] : (results?.weighting?.margins ?? [])).map((margin) => ({
      questions: margin.questions.map((name) => texts.get(name) ?? name).join(' × '),
      source: margin.source,
    })),
    cap: head.method === 'none' ? null : (results?.weighting?.cap ?? null),
    effectiveAnswers: head.effective,
    weightingEffect: head.effect,
    largestError:
      representative && head.effective !== null && head.effective > 0
        ? 1.96 * Math.sqrt(0.25 / head.effective) * 100
        : null,
    hiddenBelow: fewest,
  };
}

async function codedOf(db: Db, centreId: string, results: Results): Promise<CodedQuestion[]> {
  const found: CodedQuestion[] = [];
  for (const { name, text, type } of questionsOf(results.answers.definition)) {
    if (type !== 'text') continue;
    const { given, codes } = await codedAnswers(db, centreId, results, name);
    if (codes.length > 0)
      found.push({
        question: name,
        text: text.pl,
        given: given > 0 && given < fewest ? null : given,
        codes: codes.map(({ code, share }) => ({ name: code.name, share })),
      });
  }
  return found;
}

/** All of a survey's results; undefined: no such survey, or it was never published. */
export async function wholeOf(
  db: Db,
  centreId: string,
  surveyId: string,
): Promise<(Whole & { results: Results | null }) | undefined> {
  const [found, synthetic] = await Promise.all([
    loadResults(db, centreId, surveyId),
    isDemonstration(db, centreId),
  ]);
  if (!found) return undefined;
  const { loaded, results } = found;
  const quality = qualityView(loaded, results);
  return {
    view: resultsView(loaded, results),
    quality,
    method: methodOf(loaded, results, quality),
    coded: results ? await codedOf(db, centreId, results) : [],
    sections: loaded.answers.definition.sections.map(({ name, title, questions }) => ({
      name,
      title: title.pl,
      questions: questions.map((one) => one.name),
    })),
    synthetic,
    results,
  };
}

/** Every closed question by every question about who answers; null for a survey of more sheets than 200,000. */
export function crossesOf(results: Results): NamedCross[] | null {
  if (results.answers.rows > mostSheetsCrossed) return null;
  const { representative } = results;
  const questions = questionsOf(results.answers.definition).filter(isClosed);
  const variables = questions.flatMap(({ name, type, text }) =>
    variablesOf(results, name).map((variable) => ({ variable, type, text: text.pl })),
  );
  const who = variables.filter(({ type, variable }) => type === 'metric' && variable.categories.length > 1);
  return who.flatMap((column) =>
    variables.flatMap(({ variable, text }) =>
      variable.key === column.variable.key
        ? []
        : [
            {
              row: variable.part === null ? text : `${text}: ${variable.part}`,
              column: column.text,
              table: crossOf(variable, column.variable, results.weighted, {
                representative,
                mergedText: pl.cross.merged,
              }),
            },
          ],
    ),
  );
}

/** What of it everybody may read. */
export const publishedOf = ({ view, method, coded, synthetic, sections }: Whole): Published => ({
  title: view.head.title,
  method,
  sections,
  questions: view.questions,
  coded,
  synthetic,
});
