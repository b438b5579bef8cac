import { type Column as Codes } from '../../../statistics/index.ts';
import {
  type Column,
  type Definition,
  noAnswer,
  notAsked,
  type Question,
  questionsOf,
  type SurveyAnswers,
} from '../../survey/index.ts';

type Given = SurveyAnswers['columns'][number]['codes'];

/** An answer that can be counted. */
export interface Category {
  code: number;
  text: string;
}

/** One closed thing that was asked: a question, a line of a matrix, or one option of several that may be chosen. */
export interface Variable {
  /** `q3`, `q4.roads`, `q5.2`. */
  key: string;
  question: Question;
  /** Words of the line or the option; null: the whole question. */
  part: string | null;
  categories: readonly Category[];
  /** A code at or above `categories.length`: no answer, or not asked. */
  column: Codes;
  /** 1: the person was asked. */
  asked: Uint8Array;
}

/** Numbers as they were given; NaN: no answer. */
export interface NumberVariable {
  question: Question;
  values: Float64Array;
  asked: Uint8Array;
}

const noOpinion = -1;
const mostCode = 999;

const pairOf = (question: Question, code: number, noOpinionText: string): Category => {
  if (code === noOpinion) return { code, text: noOpinionText };
  const option = 'options' in question ? question.options.find((one) => one.code === code) : undefined;
  return { code, text: option?.text.pl ?? String(code) };
};

/** Codes that may stand in a column: what the newest questionnaire offers, then what only older versions did. */
function codesIn(question: Question, column: Column, codes: Given): number[] {
  if (column.values === 'ticked') return [1, 0];
  const offered =
    question.type === 'scale'
      ? Array.from({ length: Math.max(0, question.to - question.from + 1) }, (_, at) => question.from + at)
      : 'options' in question
        ? question.options.map(({ code }) => code)
        : [];
  // Codes lie from -1 to 999: marks in an array, because this goes over every sheet.
  const seen = new Uint8Array(mostCode + 2);
  for (const code of codes) if (code >= noOpinion && code <= mostCode) seen[code + 1] = 1;
  const known = new Set(offered);
  seen.forEach((is, place) => is === 1 && known.add(place - 1));
  return [...known].filter((code) => code !== noOpinion).concat(known.has(noOpinion) ? [noOpinion] : []);
}

/** A column of codes as categories with their words. `chosen`/`notChosen` are the words of a tick. */
export function variableOf(
  question: Question,
  { column, codes }: SurveyAnswers['columns'][number],
  words: { noOpinion: string; chosen: string; notChosen: string },
): Variable {
  const ranked = column.values === 'rank';
  const offered = ranked || column.values === 'ticked' ? [1, 0] : codesIn(question, column, codes);
  const missing = offered.length;
  const places = new Int16Array(mostCode + 2).fill(missing);
  for (const [at, code] of offered.entries()) places[code + 1] = at;
  const taken = missing < 255 ? new Uint8Array(codes.length) : new Uint16Array(codes.length);
  const asked = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? notAsked;
    if (code !== notAsked) asked[row] = 1;
    // A place in a ranking counts as chosen.
    taken[row] = places[(ranked && code > 0 ? 1 : code) + 1] ?? missing;
  }
  const option =
    'options' in question ? question.options.find(({ code }) => code === column.option) : undefined;
  const item =
    question.type === 'matrix' ? question.items.find(({ name }) => name === column.item) : undefined;
  return {
    key: column.key,
    question,
    part: option?.text.pl ?? item?.text.pl ?? (column.option ?? column.item ?? null)?.toString() ?? null,
    categories:
      column.option === undefined
        ? offered.map((code) => pairOf(question, code, words.noOpinion))
        : [
            { code: 1, text: words.chosen },
            { code: 0, text: words.notChosen },
          ],
    column: { codes: taken, categories: missing },
    asked,
  };
}

/** The numbers of a number question; of a scale its steps, without "no opinion". */
export function numbersOf(question: Question, codes: Given): NumberVariable {
  const values = new Float64Array(codes.length).fill(Number.NaN);
  const asked = new Uint8Array(codes.length);
  // A number may itself be -8 or -9: such answers cannot be told from none, and the design forbids them only in words.
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? notAsked;
    if (code !== notAsked) asked[row] = 1;
    if (code !== notAsked && code !== noAnswer && !(question.type === 'scale' && code === noOpinion))
      values[row] = code;
  }
  return { question, values, asked };
}

/** Questions of the newest questionnaire with their columns, in its order; open questions have none. */
export const columnsByQuestion = (
  definition: Definition,
  columns: SurveyAnswers['columns'],
): { question: Question; columns: SurveyAnswers['columns'] }[] =>
  questionsOf(definition).map((question) => ({
    question,
    columns: columns.filter(({ column }) => column.question === question.name),
  }));

/** Whether a question is one whose answers can be crossed and used for weights. */
export const isClosed = ({ type }: Question): boolean => type !== 'text' && type !== 'number';
