import type { Definition, Metric, Question, QuestionType } from './definition.ts';
import { questionsOf } from './definition.ts';
import { type Answer, type Answers, shownFor } from './shown.ts';

/** Asked and not answered. */
export const noAnswer = -9;
/** Not asked of this person (skip logic, or an older version without the question). */
export const notAsked = -8;

/** One column of codes. */
export interface Column {
  /** `q3`, `q4.roads` (line of a matrix), `q5.2` (option of a multi or ranking). */
  key: string;
  question: string;
  type: Exclude<QuestionType, 'text'>;
  /**
   * code: of the option or the step of a scale (-1: no opinion); ticked: 1 or 0; rank: 1.. or 0 for not ranked;
   * number: the number itself.
   */
  values: 'code' | 'ticked' | 'rank' | 'number';
  item?: string;
  option?: number;
  metric?: Metric;
}

function columnsOfQuestion(question: Question): Column[] {
  const base = { question: question.name };
  switch (question.type) {
    case 'text':
      return [];
    case 'multi':
    case 'ranking':
      return question.options.map(({ code }) => ({
        ...base,
        key: `${question.name}.${code}`,
        type: question.type,
        values: question.type === 'multi' ? 'ticked' : 'rank',
        option: code,
      }));
    case 'matrix':
      return question.items.map(({ name }) => ({
        ...base,
        key: `${question.name}.${name}`,
        type: question.type,
        values: 'code',
        item: name,
      }));
    case 'number':
      return [{ ...base, key: question.name, type: question.type, values: 'number' }];
    case 'metric':
      return [{ ...base, key: question.name, type: question.type, values: 'code', metric: question.metric }];
    default:
      return [{ ...base, key: question.name, type: question.type, values: 'code' }];
  }
}

/** The columns of a questionnaire, in its order: the layout of the codes kept with every sheet. */
export const columnsOf = (definition: Definition): Column[] =>
  questionsOf(definition).flatMap(columnsOfQuestion);

/** Names of the open questions. */
export const openQuestionsOf = (definition: Definition): string[] =>
  questionsOf(definition).flatMap(({ name, type }) => (type === 'text' ? [name] : []));

function codeOf(column: Column, answer: Answer | undefined): number {
  if (answer === undefined) return noAnswer;
  if (typeof answer === 'number') return answer;
  if (typeof answer === 'string') return noAnswer;
  if (Array.isArray(answer)) {
    const at = answer.indexOf(column.option ?? 0);
    return column.values === 'rank' ? at + 1 : at >= 0 ? 1 : 0;
  }
  return (answer as Readonly<Record<string, number>>)[column.item ?? ''] ?? noAnswer;
}

/** What is kept of a sheet: one code per column, and the texts of open questions by their names. */
export interface Coded {
  codes: number[];
  texts: Record<string, string>;
}

/** Answers in their normal form as codes, in the layout of `columnsOf`. */
export function encode(definition: Definition, answers: Answers, columns = columnsOf(definition)): Coded {
  const asked = new Set(
    shownFor(definition, answers).sections.flatMap((one) => one.questions.map(({ name }) => name)),
  );
  const texts: Record<string, string> = {};
  for (const name of openQuestionsOf(definition)) {
    const answer = answers[name];
    if (asked.has(name) && typeof answer === 'string') texts[name] = answer;
  }
  return {
    codes: columns.map((column) =>
      asked.has(column.question) ? codeOf(column, answers[column.question]) : notAsked,
    ),
    texts,
  };
}

/** The answers again from their codes: `decode(encode(x))` is `x` for every normal form. */
export function decode(
  definition: Definition,
  { codes, texts }: Coded,
  columns = columnsOf(definition),
): Answers {
  const answers: Record<string, Answer> = { ...texts };
  const at = new Map<string, { column: Column; code: number }[]>();
  for (const [index, column] of columns.entries()) {
    const code = codes[index] ?? noAnswer;
    if (code === noAnswer || code === notAsked) continue;
    at.set(column.question, [...(at.get(column.question) ?? []), { column, code }]);
  }
  for (const [question, cells] of at) {
    const [first] = cells;
    if (!first) continue;
    if (first.column.type === 'matrix')
      answers[question] = Object.fromEntries(cells.map(({ column, code }) => [column.item ?? '', code]));
    else if (first.column.values === 'ticked' || first.column.values === 'rank')
      answers[question] = cells
        .filter(({ code }) => code > 0)
        .toSorted((a, b) => (first.column.values === 'rank' ? a.code - b.code : 0))
        .map(({ column }) => column.option ?? 0);
    else answers[question] = first.code;
  }
  return answers;
}

/** Columns in which two entries of the same paper copy differ, and open texts by their names. */
export function differences(
  first: Coded,
  second: Coded,
  columns: readonly Column[],
): { key: string; first: string; second: string }[] {
  const coded = columns.flatMap(({ key }, at) =>
    first.codes[at] === second.codes[at]
      ? []
      : [{ key, first: String(first.codes[at] ?? ''), second: String(second.codes[at] ?? '') }],
  );
  const names = [...new Set([...Object.keys(first.texts), ...Object.keys(second.texts)])];
  return [
    ...coded,
    ...names
      .filter((name) => squeezed(first.texts[name]) !== squeezed(second.texts[name]))
      .map((name) => ({ key: name, first: first.texts[name] ?? '', second: second.texts[name] ?? '' })),
  ];
}

const squeezed = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
