import { type Automaton, lemmasOf } from './polish/automaton.ts';
import { automatonBuilder } from './polish/build.ts';
import type { SearchDocument } from './document.ts';
import { changedPostings, type Change, levelOf, type Postings, postingsBuilder } from './postings.ts';
import { documentReader, type Terms } from './read-document.ts';
import { deniedTerm, type Lemmas, rootOf } from './words.ts';

/** Words of the services: what a query is compared with. */
interface Vocabulary {
  terms: readonly string[];
  termOf: ReadonlyMap<string, number>;
  /** Terms in the order of letters, for beginnings of words. */
  sorted: Uint32Array;
  /** Terms of one family by their root. */
  families: ReadonlyMap<string, readonly number[]>;
  /** Words of the services that are not Polish: names of places and performers. */
  own: Automaton;
  /** The same of words that came since, and those words. */
  late: Automaton | undefined;
  lateWords: readonly string[];
}

/** Everything that a search needs of the services: a value, changed by making another one. */
export interface Index extends Vocabulary {
  documents: readonly SearchDocument[];
  lemmas: Lemmas;
  forms: Automaton;
  postings: Postings;
}

/** The terms so far, with room for new ones. */
function growing(known: readonly string[], termOf: ReadonlyMap<string, number>): Terms & { fresh: string[] } {
  const fresh: string[] = [];
  const freshOf = new Map<string, number>();
  return {
    fresh,
    numberOf(lemma) {
      const before = termOf.get(lemma) ?? freshOf.get(lemma);
      if (before !== undefined) return before;
      const number = known.length + fresh.push(lemma) - 1;
      freshOf.set(lemma, number);
      return number;
    },
    lemmaOf: (term) => known[term] ?? fresh[term - known.length] ?? '',
  };
}

const byLetters =
  (terms: readonly string[]) =>
  (a: number, b: number): number =>
    (terms[a] ?? '') < (terms[b] ?? '') ? -1 : 1;

const isDenied = (term: string): boolean => term.startsWith(deniedTerm(''));

const automatonOf = (words: readonly string[]): Automaton => {
  const builder = automatonBuilder();
  for (const word of words) builder.take(word, word);
  return builder.build();
};

function vocabularyOf(terms: readonly string[], forms: Automaton): Vocabulary {
  const families = new Map<string, number[]>();
  for (const [number, term] of terms.entries()) {
    if (isDenied(term)) continue;
    const root = rootOf(term);
    const family = families.get(root);
    if (family) family.push(number);
    else families.set(root, [number]);
  }
  return {
    terms,
    termOf: new Map(terms.map((term, number) => [term, number])),
    sorted: Uint32Array.from(terms.keys()).sort(byLetters(terms)),
    families,
    own: automatonOf(terms.filter((term) => !isDenied(term) && lemmasOf(forms, term).length === 0)),
    late: undefined,
    lateWords: [],
  };
}

/** The words with some new ones: what is sorted stays sorted, and the many words that were there are not read again. */
function grownVocabulary(before: Index, fresh: readonly string[]): Vocabulary {
  const { forms, sorted, lateWords } = before;
  const known = before.terms.length;
  const terms = [...before.terms, ...fresh];
  const termOf = new Map(before.termOf);
  const families = new Map(before.families);
  for (const [at, term] of fresh.entries()) {
    termOf.set(term, known + at);
    const root = rootOf(term);
    if (!isDenied(term)) families.set(root, [...(families.get(root) ?? []), known + at]);
  }
  const compare = byLetters(terms);
  const merged = new Uint32Array(terms.length);
  let taken = 0;
  for (const [at, term] of fresh
    .map((_, one) => known + one)
    .sort(compare)
    .entries()) {
    const from = taken;
    while (taken < known && compare(sorted[taken] ?? 0, term) < 0) taken++;
    merged.set(sorted.subarray(from, taken), from + at);
    merged[taken + at] = term;
  }
  merged.set(sorted.subarray(taken), taken + fresh.length);
  const late = fresh.filter((term) => !isDenied(term) && lemmasOf(forms, term).length === 0);
  const all = [...lateWords, ...late];
  return {
    terms,
    termOf,
    sorted: merged,
    families,
    own: before.own,
    late: late.length > 0 ? automatonOf(all) : before.late,
    lateWords: all,
  };
}

/** Builds the index. `forms` are the Polish word forms with their `lemmas`. */
export function buildIndex(documents: readonly SearchDocument[], forms: Automaton, lemmas: Lemmas): Index {
  const terms = growing([], new Map());
  const read = documentReader(lemmas, terms);
  const builder = postingsBuilder();
  for (const [number, document] of documents.entries())
    read(document, (term, strength) => builder.take(number, term, strength));
  return {
    documents,
    lemmas,
    forms,
    ...vocabularyOf(terms.fresh, forms),
    postings: builder.build(terms.fresh.length, documents.length),
  };
}

/** A service that goes (its number) and one that comes, at the number it is to have when the first is gone. */
export interface DocumentChange {
  out?: number | undefined;
  put?: { at: number; document: SearchDocument } | undefined;
}

/**
 * The index with one service taken out, put in or replaced: the same that building it anew would give, but for words
 * that no service holds any more, which stay without services.
 */
export function changedIndex(index: Index, { out, put }: DocumentChange): Index {
  const terms = growing(index.terms, index.termOf);
  const levels = new Map<number, number>();
  if (put)
    documentReader(index.lemmas, terms)(put.document, (term, strength) =>
      levels.set(term, levelOf(strength)),
    );
  const documents = [...index.documents];
  if (out !== undefined) documents.splice(out, 1);
  if (put) documents.splice(put.at, 0, put.document);
  const change: Change = { out, put: put && { at: put.at, levels } };
  const { fresh } = terms;
  return {
    ...index,
    ...(fresh.length > 0 ? grownVocabulary(index, fresh) : {}),
    documents,
    postings: changedPostings(index.postings, change, index.terms.length + fresh.length, documents.length),
  };
}

/** The number of a word that some service holds. */
export function termHeld({ termOf, postings }: Index, lemma: string): number | undefined {
  const term = termOf.get(lemma);
  const { starts } = postings;
  return term === undefined || starts[term] === starts[term + 1] ? undefined : term;
}
