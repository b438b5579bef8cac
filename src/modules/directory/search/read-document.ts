import { type Field, fieldNames, fields, type SearchDocument } from './document.ts';
import { eachWord, type ReadWord } from './fold.ts';
import { wordTable } from './word-table.ts';
import { type DenialPart, denialPart, denialReader, deniedTerm, type Lemmas } from './words.ts';

/** Terms by number; a lemma that has none yet is given the next one. */
export interface Terms {
  numberOf(lemma: string): number;
  lemmaOf(term: number): string;
}

/** Gives each term of a service with its strength (above 0, below 1), once. */
export type ReadDocument = (document: SearchDocument, take: (term: number, strength: number) => void) => void;

// Words of a service after "bez" and "nie" say what it is not: "bez osób leżących".
const denialReach = 2;
const saturation = 1.2;
const lengthShare = 0.4;

const strengthOf = (weight: number): number => weight / (saturation + weight);

/** Reads services one after the other; what it learned of a word it knows in the next service. */
export function documentReader(lemmas: Lemmas, { numberOf, lemmaOf }: Terms): ReadDocument {
  const denial = denialReader(denialReach);
  // Most words are one term and deny nothing: they are known as that term, from 1. The others, below 0, by their facts.
  const facts: { word: string; part: DenialPart; terms: readonly number[] }[] = [];
  const denied = new Map<string, readonly number[]>();
  const table = wordTable((word) => {
    const part = denialPart(word);
    const numbers = lemmas(word).map(numberOf);
    const [only] = numbers;
    return part === 0 && numbers.length === 1 && only !== undefined
      ? only + 1
      : -facts.push({ word, part, terms: numbers });
  });
  const deniedTermsOf = (known: number): readonly number[] => {
    const bases = known > 0 ? [lemmaOf(known - 1)] : lemmas(facts[-known - 1]?.word ?? '');
    const key = bases.join(' ');
    const before = denied.get(key);
    if (before) return before;
    const numbers = bases.map((base) => numberOf(deniedTerm(base)));
    denied.set(key, numbers);
    return numbers;
  };
  let weights = new Float32Array(1 << 12);
  const touched: number[] = [];
  const add = (term: number, weight: number): void => {
    if (term >= weights.length) {
      const wider = new Float32Array(Math.max(weights.length * 2, term + 1));
      wider.set(weights);
      weights = wider;
    }
    if (weights[term] === 0) touched.push(term);
    weights[term] = (weights[term] ?? 0) + weight;
  };
  // What is known of the words of one field: how long it is shows only at its end.
  let read = new Int32Array(1 << 10);
  let length = 0;
  const refused: number[] = [];
  const onWord = (one: ReadWord): void => {
    const known = table.known(one);
    if (denial.denies(known > 0 ? 0 : (facts[-known - 1]?.part ?? 0))) {
      refused.push(known);
      return;
    }
    if (length === read.length) {
      const wider = new Int32Array(length * 2);
      wider.set(read);
      read = wider;
    }
    read[length++] = known;
  };
  const count = (field: Field, text: string): void => {
    length = 0;
    refused.length = 0;
    eachWord(text, onWord, denial.clause);
    const { weight, usual } = fields[field];
    const share = weight / (1 - lengthShare + (lengthShare * (length + refused.length)) / usual);
    for (let at = 0; at < length; at++) {
      const known = read[at] ?? 0;
      if (known > 0) add(known - 1, share);
      else for (const term of facts[-known - 1]?.terms ?? []) add(term, share);
    }
    for (const known of refused) for (const term of deniedTermsOf(known)) add(term, share);
  };
  return (document, take) => {
    for (const field of fieldNames) {
      const text = document.words[field];
      if (text) count(field, text);
    }
    for (const term of touched) {
      take(term, strengthOf(weights[term] ?? 0));
      weights[term] = 0;
    }
    touched.length = 0;
  };
}
