import { codesOf, type Definition, type Question, questionsOf } from './definition.ts';
import { type Answer, type Answers, shownFor } from './shown.ts';

/** What is wrong with an answer; the words stand in `pl.ts` under the same keys. */
export const faultKinds = [
  'missing',
  'notOffered',
  'tooMany',
  'notAlone',
  'notAllRanked',
  'twice',
  'notNumber',
  'outOfRange',
  'tooLong',
  'hidden',
  'unknown',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  question: string;
  /** The line of a matrix. */
  item?: string;
  kind: FaultKind;
}

/** What a channel sends for a question: form text, typed codes ("1, 3"), JSON. */
export type RawAnswer = unknown;

type Read = { answer?: Answer; faults: FaultKind[] };

const none: Read = { faults: [] };

const isBlank = (raw: RawAnswer): boolean =>
  raw === undefined || raw === null || raw === '' || (typeof raw === 'string' && raw.trim() === '');

/** Codes as they are typed or sent: 3, "3", "1, 3 5", ["1", 3]. undefined: something there is no whole number. */
function codesIn(raw: RawAnswer): number[] | undefined {
  // What nearly every answer is: one code. It need not be taken apart.
  if (typeof raw === 'string' && /^\d{1,9}$/.test(raw)) return [Number(raw)];
  const parts = Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(/[\s,;]+/) : [raw];
  const codes: number[] = [];
  for (const part of parts) {
    if (part === '' || part === null || part === undefined) continue;
    const code =
      typeof part === 'number'
        ? part
        : typeof part === 'string' && /^-?\d{1,10}$/.test(part.trim())
          ? Number(part)
          : Number.NaN;
    if (!Number.isInteger(code)) return undefined;
    codes.push(code);
  }
  return codes;
}

function oneCode(offered: readonly number[], raw: RawAnswer): Read {
  const codes = codesIn(raw);
  const [code] = codes ?? [];
  if (codes?.length === 0) return none;
  if (code === undefined || codes?.length !== 1 || !offered.includes(code)) return { faults: ['notOffered'] };
  return { answer: code, faults: [] };
}

function several(question: Extract<Question, { type: 'multi' | 'ranking' }>, raw: RawAnswer): Read {
  const codes = codesIn(raw);
  if (codes?.length === 0) return none;
  const offered = question.options.map(({ code }) => code);
  if (!codes?.every((code) => offered.includes(code))) return { faults: ['notOffered'] };
  const distinct = [...new Set(codes)];
  if (question.type === 'ranking') {
    if (distinct.length < codes.length) return { answer: distinct, faults: ['twice'] };
    if (codes.length > question.choose)
      return { answer: codes.slice(0, question.choose), faults: ['tooMany'] };
    return {
      answer: codes,
      faults: codes.length < Math.min(question.choose, offered.length) ? ['notAllRanked'] : [],
    };
  }
  const answer = distinct.toSorted((a, b) => a - b);
  const alone = question.options.some(({ code, alone: only }) => only && distinct.includes(code));
  if (alone && distinct.length > 1) return { answer, faults: ['notAlone'] };
  return { answer, faults: question.max !== undefined && distinct.length > question.max ? ['tooMany'] : [] };
}

function number(question: Extract<Question, { type: 'number' }>, raw: RawAnswer): Read {
  const typed = typeof raw === 'string' ? Number(raw.replace(/[\s\u00a0]/g, '').replace(',', '.')) : raw;
  if (typeof typed !== 'number' || !Number.isFinite(typed)) return { faults: ['notNumber'] };
  if (!Number.isInteger(typed)) return { faults: ['notNumber'] };
  return typed < question.min || typed > question.max
    ? { faults: ['outOfRange'] }
    : { answer: typed, faults: [] };
}

/** An open answer as it is kept: whole characters, no control characters but line ends. */
export const cleanText = (raw: string): string =>
  raw
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .trim();

function text(question: Extract<Question, { type: 'text' }>, raw: RawAnswer): Read {
  if (typeof raw !== 'string') return { faults: ['notOffered'] };
  const clean = cleanText(raw);
  if (clean === '') return none;
  return clean.length > question.maxLength ? { faults: ['tooLong'] } : { answer: clean, faults: [] };
}

const readOne = (question: Exclude<Question, { type: 'matrix' }>, raw: RawAnswer): Read => {
  if (isBlank(raw)) return none;
  switch (question.type) {
    case 'number':
      return number(question, raw);
    case 'text':
      return text(question, raw);
    case 'multi':
      return several(question, raw);
    case 'ranking':
      // A form sends one field per place: the places in their order, blank ones left out.
      return several(question, isRecord(raw) ? rankedPlaces(raw) : raw);
    default:
      return oneCode(codesOf(question) ?? [], raw);
  }
};

const isRecord = (raw: RawAnswer): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const rankedPlaces = (raw: Record<string, unknown>): unknown[] =>
  Object.entries(raw)
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, place]) => place);

function readQuestion(question: Question, raw: RawAnswer): { answer?: Answer; faults: Fault[] } {
  if (question.type !== 'matrix') {
    const { answer, faults } = readOne(question, raw);
    const missing = question.required && answer === undefined && faults.length === 0;
    return {
      ...(answer === undefined ? {} : { answer }),
      faults: [...faults, ...(missing ? ['missing' as const] : [])].map((kind) => ({
        question: question.name,
        kind,
      })),
    };
  }
  const offered = codesOf(question) ?? [];
  // Codes typed one after the other stand for the lines in their order; 0 is a line left blank.
  const typed = typeof raw === 'string' ? codesIn(raw) : undefined;
  const cells = isRecord(raw)
    ? raw
    : Object.fromEntries(question.items.map(({ name }, at) => [name, typed?.[at] === 0 ? '' : typed?.[at]]));
  const lines: Record<string, number> = {};
  const faults: Fault[] = [];
  if (typeof raw === 'string' && !isBlank(raw) && (!typed || typed.length > question.items.length))
    faults.push({ question: question.name, kind: 'notOffered' });
  for (const { name } of question.items) {
    const { answer, faults: wrong } = isBlank(cells[name]) ? none : oneCode(offered, cells[name]);
    if (typeof answer === 'number') lines[name] = answer;
    for (const kind of wrong) faults.push({ question: question.name, item: name, kind });
    if (question.required && answer === undefined && wrong.length === 0)
      faults.push({ question: question.name, item: name, kind: 'missing' });
  }
  for (const name of Object.keys(cells))
    if (!isBlank(cells[name]) && !question.items.some((item) => item.name === name))
      faults.push({ question: question.name, item: name, kind: 'notOffered' });
  return { ...(Object.keys(lines).length > 0 ? { answer: lines } : {}), faults };
}

/** Answers of some of the questions as they came, in their normal form, with what is wrong; nothing is hidden here. */
export function readAnswers(
  questions: readonly Question[],
  raw: Readonly<Record<string, RawAnswer>>,
): { answers: Answers; faults: Fault[] } {
  const answers: Record<string, Answer> = {};
  const faults: Fault[] = [];
  for (const question of questions) {
    const read = readQuestion(question, raw[question.name]);
    if (read.answer !== undefined) answers[question.name] = read.answer;
    faults.push(...read.faults);
  }
  return { answers, faults };
}

/**
 * A whole sheet: the normal form of what is asked of this person, and every fault. An answer to a question that was hidden
 * from them is left out and told (`hidden`), one to a question that is not in the questionnaire too (`unknown`).
 */
export function readSheet(
  definition: Definition,
  raw: Readonly<Record<string, RawAnswer>>,
): { answers: Answers; faults: Fault[] } {
  const all = questionsOf(definition);
  const read = readAnswers(all, raw);
  const shown = shownFor(definition, read.answers);
  const asked = new Set(shown.sections.flatMap(({ questions }) => questions.map(({ name }) => name)));
  const known = new Set(all.map(({ name }) => name));
  return {
    answers: shown.answers,
    faults: [
      ...read.faults.filter(({ question }) => asked.has(question)),
      ...all
        .filter(({ name }) => !asked.has(name) && read.answers[name] !== undefined)
        .map(({ name }) => ({ question: name, kind: 'hidden' as const })),
      ...Object.keys(raw)
        .filter((name) => !known.has(name) && !isBlank(raw[name]))
        .map((name) => ({ question: name.slice(0, 40), kind: 'unknown' as const })),
    ],
  };
}

/** A fault as it is kept with a sheet and shown: `tooMany:q3`, `missing:q4.roads`. */
export const flagOf = ({ kind, question, item }: Fault): string =>
  `${kind}:${item ? `${question}.${item}` : question}`;

/** The field of a form that a fault stands beside. */
export const fieldOf = ({ question, item }: Fault): string =>
  item ? `answers.${question}.${item}` : `answers.${question}`;
