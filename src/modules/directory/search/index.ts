import { type Automaton } from './polish/automaton.ts';
import { automatonBuilder } from './polish/build.ts';
import { type Field, fieldNames, fields, type SearchDocument } from './document.ts';
import { type Postings, postingsBuilder } from './postings.ts';
import { denialsMarked, deniedTerm, type Lemmas, rootOf } from './words.ts';

/** Everything that a search needs of the services; never changed, made anew when they change. */
export interface Index {
  documents: readonly SearchDocument[];
  lemmas: Lemmas;
  forms: Automaton;
  terms: readonly string[];
  termOf: ReadonlyMap<string, number>;
  /** Terms in the order of letters, for beginnings of words. */
  sorted: Uint32Array;
  /** Terms of one family by their root. */
  families: ReadonlyMap<string, readonly number[]>;
  /** Words of the services that are not Polish: names of places and performers. */
  own: Automaton;
  postings: Postings;
}

// Words of a service after "bez" and "nie" say what it is not: "bez osób leżących".
const denialReach = 2;
const saturation = 1.2;
const lengthShare = 0.4;

const strengthOf = (weight: number): number => weight / (saturation + weight);

/** Builds the index. `forms` are the Polish word forms with their `lemmas`. */
export function buildIndex(documents: readonly SearchDocument[], forms: Automaton, lemmas: Lemmas): Index {
  const terms: string[] = [];
  const termOf = new Map<string, number>();
  const termsOfWord = new Map<string, readonly number[]>();
  const numbersOf = (word: string, denied: boolean): readonly number[] => {
    const key = denied ? deniedTerm(word) : word;
    const known = termsOfWord.get(key);
    if (known) return known;
    const numbers = lemmas(word).map((base) => {
      const lemma = denied ? deniedTerm(base) : base;
      const number = termOf.get(lemma) ?? terms.push(lemma) - 1;
      termOf.set(lemma, number);
      return number;
    });
    termsOfWord.set(key, numbers);
    return numbers;
  };
  const builder = postingsBuilder();
  let weights = new Float32Array(1 << 12);
  const touched: number[] = [];
  const count = (field: Field, text: string): void => {
    const words = denialsMarked(text, denialReach);
    const { weight, usual } = fields[field];
    const share = weight / (1 - lengthShare + (lengthShare * words.length) / usual);
    for (const { word, denied } of words) {
      for (const term of numbersOf(word, denied)) {
        if (term >= weights.length) {
          const wider = new Float32Array(weights.length * 2);
          wider.set(weights);
          weights = wider;
        }
        if (weights[term] === 0) touched.push(term);
        weights[term] = (weights[term] ?? 0) + share;
      }
    }
  };
  for (const [number, document] of documents.entries()) {
    for (const field of fieldNames) {
      const text = document.words[field];
      if (text) count(field, text);
    }
    for (const term of touched) {
      builder.take(number, term, strengthOf(weights[term] ?? 0));
      weights[term] = 0;
    }
    touched.length = 0;
  }
  const families = new Map<string, number[]>();
  const own = automatonBuilder();
  for (const [number, term] of terms.entries()) {
    if (term.startsWith(deniedTerm(''))) continue;
    const root = rootOf(term);
    const family = families.get(root);
    if (family) family.push(number);
    else families.set(root, [number]);
    own.take(term, term);
  }
  return {
    documents,
    lemmas,
    forms,
    terms,
    termOf,
    sorted: Uint32Array.from(terms.keys()).sort((a, b) => ((terms[a] ?? '') < (terms[b] ?? '') ? -1 : 1)),
    families,
    own: own.build(),
    postings: builder.build(terms.length, documents.length),
  };
}
