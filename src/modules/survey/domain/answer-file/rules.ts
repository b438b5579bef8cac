import { noAnswer, notAsked } from '../columns.ts';
import { type Condition, codesOf, type Definition, type Question, type Test } from '../definition.ts';
import type { FaultKind } from '../read-answers.ts';

/**
 * What is wrong in a row of codes. `bad` rows hold something that nobody could have answered; the others only lack
 * something, and are kept with a flag as a sheet from a device is.
 */
export interface CodeFault {
  kind: FaultKind;
  question: string;
  item?: string;
}

/** One row of a file before and after it was read: codes in the layout of `columnsOf`, and which open questions have a text. */
export interface CodeRow {
  codes: Int32Array;
  /** By the place of the open question in the questionnaire: 1 when it has an answer. */
  given: Uint8Array;
}

/** Faults that a sheet may have and still be one: nobody can be asked again. */
const bearable: readonly FaultKind[] = ['missing', 'notAllRanked'];

export const isBearable = ({ kind }: CodeFault): boolean => bearable.includes(kind);

type Holds = (row: CodeRow) => boolean;
/** Brings the codes of one question into their normal form; tells what is wrong with them. */
type Reads = (row: CodeRow, tell: (kind: FaultKind, item?: string) => void) => void;

/** Where the codes of a question stand. */
interface Place {
  question: Question;
  from: number;
  /** Of an open question: its place in `given`. */
  open: number;
}

const isBlank = (code: number | undefined): boolean => code === noAnswer || code === notAsked;

/** Codes from -1 to 999 that are offered, as marks: looked up for every cell of a million rows. */
function marksOf(codes: readonly number[]): Uint8Array {
  const marks = new Uint8Array(1001);
  for (const code of codes) marks[code + 1] = 1;
  return marks;
}

const lengthOf = (question: Question): number => {
  if (question.type === 'text') return 0;
  if (question.type === 'matrix') return question.items.length;
  return question.type === 'multi' || question.type === 'ranking' ? question.options.length : 1;
};

/** A question with one code or a code in each line. */
function readsCodes(question: Question, from: number): Reads {
  const marks = marksOf(codesOf(question) ?? []);
  const items = question.type === 'matrix' ? question.items.map(({ name }) => name) : [undefined];
  return ({ codes }, tell) => {
    for (let at = 0; at < items.length; at++) {
      const code = codes[from + at] ?? noAnswer;
      const item = items[at];
      if (code === noAnswer || code === notAsked) {
        codes[from + at] = noAnswer;
        if (question.required) tell('missing', item);
      } else if (marks[code + 1] !== 1) tell('notOffered', item);
    }
  };
}

function readsNumber(question: Extract<Question, { type: 'number' }>, from: number): Reads {
  return ({ codes }, tell) => {
    const value = codes[from] ?? noAnswer;
    if (value === noAnswer || value === notAsked) {
      codes[from] = noAnswer;
      if (question.required) tell('missing');
    } else if (value < question.min || value > question.max) tell('outOfRange');
  };
}

/** Several options: 1 or 0 in each; all blank or 0 is no answer. */
function readsTicks(question: Extract<Question, { type: 'multi' }>, from: number): Reads {
  const { options, max = options.length, required } = question;
  return ({ codes }, tell) => {
    let chosen = 0;
    let alone = false;
    for (let at = 0; at < options.length; at++) {
      const code = codes[from + at] ?? noAnswer;
      if (code === 1) {
        chosen += 1;
        alone ||= options[at]?.alone === true;
      } else if (code !== 0 && !isBlank(code)) tell('notOffered');
      else codes[from + at] = 0;
    }
    if (chosen === 0) {
      codes.fill(noAnswer, from, from + options.length);
      if (required) tell('missing');
    } else if (alone && chosen > 1) tell('notAlone');
    else if (chosen > max) tell('tooMany');
  };
}

/** Places from 1; 0 or blank is not ranked. Places that were left open are closed, as on the web. */
function readsRanks(question: Extract<Question, { type: 'ranking' }>, from: number): Reads {
  const { options, choose, required } = question;
  return ({ codes }, tell) => {
    const places: number[] = [];
    for (let at = 0; at < options.length; at++) {
      const code = codes[from + at] ?? noAnswer;
      if (isBlank(code)) codes[from + at] = 0;
      else if (code < 0 || code > options.length) tell('notOffered');
      else if (code > 0) places.push(code);
    }
    if (places.length === 0) {
      codes.fill(noAnswer, from, from + options.length);
      if (required) tell('missing');
      return;
    }
    const order = [...new Set(places)].sort((a, b) => a - b);
    if (order.length < places.length) tell('twice');
    else if (places.length > choose) tell('tooMany');
    else if (places.length < Math.min(choose, options.length)) tell('notAllRanked');
    for (let at = from; at < from + options.length; at++)
      if ((codes[at] ?? 0) > 0) codes[at] = order.indexOf(codes[at] ?? 0) + 1;
  };
}

function readsOf({ question, from, open }: Place): Reads {
  switch (question.type) {
    case 'text':
      return ({ given }, tell) => {
        if (given[open] === 0 && question.required) tell('missing');
      };
    case 'multi':
      return readsTicks(question, from);
    case 'ranking':
      return readsRanks(question, from);
    case 'number':
      return readsNumber(question, from);
    default:
      return readsCodes(question, from);
  }
}

/** Codes that an answer stands for, as `valuesFor` of shown.ts has them. */
function valuesOf({ question, from }: Place, item: string | undefined): (codes: Int32Array) => number[] {
  if (question.type === 'text') return () => [];
  if (question.type === 'multi' || question.type === 'ranking')
    return (codes) => question.options.flatMap(({ code }, at) => ((codes[from + at] ?? 0) > 0 ? [code] : []));
  const at = question.type === 'matrix' ? question.items.findIndex(({ name }) => name === item) + from : from;
  if (question.type === 'matrix' && at < from) return () => [];
  return (codes) => (isBlank(codes[at]) ? [] : [codes[at] ?? noAnswer]);
}

/** A test over codes: what `testHolds` says of answers. */
function testOf(test: Test, places: ReadonlyMap<string, Place>): Holds {
  const place = places.get(test.question);
  const value = test.value ?? Number.NaN;
  if (!place) return () => test.is === 'notChosen';
  const values = valuesOf(place, test.item);
  const { question, from, open } = place;
  switch (test.is) {
    case 'answered':
      if (question.type === 'text') return ({ given }) => given[open] === 1;
      if (question.type === 'matrix' && test.item === undefined)
        return ({ codes }) => question.items.some((_, at) => !isBlank(codes[from + at]));
      return ({ codes }) => values(codes).length > 0;
    case 'chosen':
      return ({ codes }) => values(codes).includes(value);
    case 'notChosen':
      return ({ codes }) => !values(codes).includes(value);
    case 'atLeast':
      return ({ codes }) => values(codes).some((one) => one !== -1 && one >= value);
    case 'atMost':
      return ({ codes }) => values(codes).some((one) => one !== -1 && one <= value);
  }
}

function conditionOf(condition: Condition | undefined, places: ReadonlyMap<string, Place>): Holds {
  if (!condition) return () => true;
  const tests = condition.tests.map((test) => testOf(test, places));
  return condition.join === 'all'
    ? (row) => tests.every((holds) => holds(row))
    : (row) => tests.some((holds) => holds(row));
}

interface Step {
  shown: Holds;
  questions: { name: string; shown: Holds; reads: Reads; hide(row: CodeRow): boolean }[];
}

/** Marks a question as not asked; true: there was an answer all the same. */
function hides({ question, from, open }: Place): Step['questions'][number]['hide'] {
  const length = lengthOf(question);
  const counts = question.type === 'multi' || question.type === 'ranking';
  return ({ codes, given }) => {
    let answered = question.type === 'text' && given[open] === 1;
    for (let at = from; at < from + length; at++) {
      const code = codes[at];
      if (!isBlank(code) && !(counts && code === 0)) answered = true;
      codes[at] = notAsked;
    }
    if (question.type === 'text') given[open] = 0;
    return answered;
  };
}

/**
 * The rules of a questionnaire over rows of codes: brings a row into the normal form that `encode` gives and tells what is
 * wrong with it, as `readSheet` does for answers. Made once, then run for every row of a file.
 */
export function rulesOf(definition: Definition): (row: CodeRow, tell: (fault: CodeFault) => void) => void {
  const places = new Map<string, Place>();
  let from = 0;
  let open = 0;
  const steps = definition.sections.map((section): Step => {
    // Only what was asked before can decide: nothing that stands further on has been answered yet.
    const shown = conditionOf(section.shownIf, new Map(places));
    const questions = section.questions.map((question) => {
      const place: Place = { question, from, open };
      const made = {
        name: question.name,
        shown: conditionOf(question.shownIf, new Map(places)),
        reads: readsOf(place),
        hide: hides(place),
      };
      places.set(question.name, place);
      from += lengthOf(question);
      if (question.type === 'text') open += 1;
      return made;
    });
    return { shown, questions };
  });
  return (row, tell) => {
    for (const { shown, questions } of steps) {
      const asked = shown(row);
      for (const question of questions) {
        const { name } = question;
        if (asked && question.shown(row))
          question.reads(row, (kind, item) => tell({ kind, question: name, ...(item ? { item } : {}) }));
        else if (question.hide(row)) tell({ kind: 'hidden', question: name });
      }
    }
  };
}
