import { z } from 'zod';
import type { Question, SurveyAnswers } from '../../survey/index.ts';
import { meanOf, meanSchema, type ResultTable, type Share, tableOf, tableSchema } from './estimates.ts';
import { columnsByQuestion, numbersOf, variableOf } from './variables.ts';
import type { Weighted } from './weighting.ts';

export const questionResultSchema = z.object({
  name: z.string(),
  text: z.string(),
  type: z.string(),
  /** One table; of a matrix one for each line; of a number and a text none. */
  tables: z.array(tableSchema),
  /** Of a number and a scale. */
  mean: meanSchema.nullable(),
  /** Open answers given. */
  texts: z.number(),
});
export type QuestionResult = z.infer<typeof questionResultSchema>;

type Words = Parameters<typeof variableOf>[2];

const noMean = { value: null, error: null, low: null, high: null };

/** Options that may be chosen together as one table: each with its own share of those who answered the question. */
function together(tables: readonly ResultTable[], question: Question): ResultTable[] {
  const [first] = tables;
  if (!first) return [];
  const shares = tables.flatMap(({ shares: [own], part, key }): Share[] =>
    own ? [{ ...own, text: part ?? key, code: Number(key.split('.').at(-1) ?? 0) }] : [],
  );
  return [
    {
      ...first,
      key: question.name,
      part: null,
      hidden: shares.filter(({ count }) => count === null).length,
      shares,
    },
  ];
}

/** Questions of the newest questionnaire with their estimates. `section`: only those of this one. */
export function questionResults(
  answers: SurveyAnswers,
  weighted: Weighted,
  { representative, words, section }: { representative: boolean; words: Words; section?: string },
): QuestionResult[] {
  const { definition } = answers;
  const sections = definition.sections.filter(({ name }) => section === undefined || name === section);
  return columnsByQuestion({ ...definition, sections }, answers.columns).map(({ question, columns }) => {
    const base = { name: question.name, text: question.text.pl, type: question.type, mean: null, texts: 0 };
    if (question.type === 'text') {
      const given = answers.texts.find((one) => one.question === question.name);
      return { ...base, tables: [], texts: given?.texts.length ?? 0 };
    }
    const numeric = question.type === 'number' || question.type === 'scale' ? columns[0] : undefined;
    const mean = numeric ? meanOf(numbersOf(question, numeric.codes), weighted, representative) : base.mean;
    if (question.type === 'number') return { ...base, mean, tables: [] };
    const tables = columns.map((one) => tableOf(variableOf(question, one, words), weighted, representative));
    const joined = question.type === 'multi' || question.type === 'ranking';
    // Beside the counts that are shown, a mean of all would tell those that are hidden.
    const told =
      tables.some(({ hidden }) => hidden > 0) && mean ? { ...noMean, answers: mean.answers } : mean;
    return { ...base, mean: told, tables: joined ? together(tables, question) : tables };
  });
}
