import { placeOf } from './postings.ts';
import { type Engine, search } from './search.ts';
import { polish } from './shipped.ts';
import { denialsMarked, rootOf } from './words.ts';
import { wordsOf } from './fold.ts';

/** What words were found to mean: how well each service answers them, best 1; whether they say anything at all. */
export interface WordsAnswered {
  told: boolean;
  by: ReadonlyMap<string, number>;
}

/** How services answer needs, as the search of the directory understands them: the same everywhere. */
export interface ServiceAnswers {
  /** Somebody's own words. What they deny finds nothing that asks for it. */
  words(text: string): WordsAnswered;
  /** How strongly a service gives one of these meanings of the dictionary, 0 to 1. */
  gives(serviceId: string, meanings: readonly string[]): number;
}

// A person with needs is shown what answers them, not what may help instead or shares a side word.
const mostByWords = 100;
const leastShare = 0.6;

/** The answers of an engine. */
export function answersOf(engine: Engine): ServiceAnswers {
  const { index, laid } = engine;
  const numberOf = new Map(index.documents.map(({ id }, number) => [id, number]));
  const meaningOf = new Map(laid?.meanings.map(({ key }, number) => [key, number]));
  return {
    words(text) {
      const { hits, meanings, unknown } = search(engine, text, {}, mostByWords);
      const best = hits[0]?.score ?? 0;
      const told = text.trim() !== '' && hits.length + meanings.length + unknown.length > 0;
      const shares = hits.map(({ id, score }) => ({ id, share: best > 0 ? score / best : 0 }));
      return {
        told,
        by: new Map(
          shares.filter(({ share }) => told && share >= leastShare).map(({ id, share }) => [id, share]),
        ),
      };
    },
    gives(serviceId, meanings) {
      const document = numberOf.get(serviceId);
      if (document === undefined || !laid) return 0;
      const strengths = meanings.map((key) => {
        const place = placeOf(laid.postings, meaningOf.get(key) ?? -1, document);
        return place < 0 ? 0 : (laid.postings.strengths[place] ?? 0) / 255;
      });
      return Math.max(0, ...strengths);
    },
  };
}

/**
 * Whether a text says one of these words, in any form, and does not deny it ("bez dowozu").
 * @param words dictionary words; "=domu" is that form only
 */
export function speaksOf(text: string, words: readonly string[]): boolean {
  const { lemmas } = polish();
  return denialsMarked(text, 2).some(
    ({ word, denied }) =>
      !denied && (words.includes(`=${word}`) || lemmas(word).some((lemma) => words.includes(lemma))),
  );
}

/** Whether a text holds every word that was typed or one of its family, forgiving about endings and diacritics. */
export function holdsWords(text: string, typed: string): boolean {
  const held = wordsOf(text);
  const { lemmas } = polish();
  return wordsOf(typed).every((word) =>
    [word, ...lemmas(word).map(rootOf)].some((beginning) => held.some((one) => one.startsWith(beginning))),
  );
}
