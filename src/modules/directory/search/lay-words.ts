import { z } from 'zod';
import { type RecipientGroup, recipientGroups } from '../../../law/index.ts';
import type { Index } from './index.ts';
import { placeOf, type Postings, postingsBuilder } from './postings.ts';
import { wordsOf } from './fold.ts';
import { isSmallWord } from './small-words.ts';
import { deniedTerm, isDenial, type Lemmas } from './words.ts';

/** The groups of art. 5 conditions, by which unmet needs are counted. */
export const recipientGroupKeys = Object.keys(recipientGroups) as RecipientGroup[];
const inLanguages = z.object({ pl: z.string(), uk: z.string(), en: z.string() });
const phrases = z.array(z.string()).default([]);

/** The reviewed dictionary (data/search/lay-words.json): what people say, and which services they mean by it. */
export const layWordsSchema = z.object({
  source: z.string(),
  reviewedOn: z.string(),
  /** Words that stand for each other in a phrase: `@elder` is a grandmother, a father, a neighbour. */
  classes: z.record(z.string(), z.array(z.string())),
  /** What is meant, by a key of ours. */
  meanings: z.record(
    z.string(),
    z.object({
      name: inLanguages,
      /** Services that hold all words of one of these give it; a word after "-" must not be there. */
      find: z.array(z.string()),
      /** The same, for services that help with it. */
      also: phrases,
      /** The area (art. 2(1)) and the group that the need is counted in when nothing is found. */
      area: z.number().int().min(1).max(14).optional(),
      group: z.enum(recipientGroupKeys).optional(),
      /** Other meanings whose services may help where nobody gives this one. */
      near: phrases,
      /** What people say. A word of a phrase is a word, a choice "a|b" or a class "@elder"; "nie" denies the next. */
      said: z.object({ pl: phrases, uk: phrases, en: phrases }),
    }),
  ),
});

export type LayWords = z.infer<typeof layWordsSchema>;

/** What a query may mean. */
export interface Meaning {
  key: string;
  name: z.infer<typeof inLanguages>;
  area?: number | undefined;
  group?: RecipientGroup | undefined;
  /** Numbers of the meanings that may help instead. */
  near: readonly number[];
}

/** One place of a phrase: any of these dictionary words, denied or not. */
interface Slot {
  lemmas: ReadonlySet<string>;
  denied: boolean;
  /** A small word ("do", "z"): it means something only beside the others. */
  small: boolean;
}

interface Phrase {
  slots: readonly Slot[];
  means: readonly number[];
}

/** The dictionary laid over an index: phrases to look for in a query, and the services of each meaning. */
export interface LaidWords {
  meanings: readonly Meaning[];
  phrases: ReadonlyMap<string, readonly Phrase[]>;
  postings: Postings;
}

const slotOf =
  (lemmas: Lemmas, classes: LayWords['classes']) =>
  (part: string, denied: boolean): Slot => {
    const spread = (one: string): string[] =>
      one.startsWith('@') ? (classes[one.slice(1)] ?? []).flatMap(spread) : [one];
    const words = part.split('|').flatMap(spread);
    return {
      lemmas: new Set(words.flatMap((one) => wordsOf(one).flatMap((word) => lemmas(word)))),
      denied,
      small: isSmallWord(part),
    };
  };

/** A phrase as slots: "nie chodzić @elder" is a denied "chodzić" and any elder. */
function slotsOf(say: string, slot: ReturnType<typeof slotOf>): Slot[] {
  const slots: Slot[] = [];
  let denied = false;
  for (const part of say.split(' ')) {
    if (isDenial(part)) denied = true;
    else {
      slots.push(slot(part, denied));
      denied = false;
    }
  }
  return slots;
}

// In the words of a service: denied there, as in "bez kryteriów dochodowych".
const deniedMark = 'bez:';

/** How strongly a service gives a meaning, by the weakest of the words that name it; weaker when it only helps. */
function layMeanings(index: Index, words: LayWords, keys: readonly string[]): Postings {
  const builder = postingsBuilder();
  const terms = (phrase: string): { wanted: number[][]; unwanted: number[] } => {
    const parts = phrase.split(' ');
    const numbers = (part: string): number[] => {
      const denied = part.startsWith(deniedMark);
      return wordsOf(denied ? part.slice(deniedMark.length) : part).flatMap((word) =>
        index.lemmas(word).flatMap((lemma) => index.termOf.get(denied ? deniedTerm(lemma) : lemma) ?? []),
      );
    };
    return {
      wanted: parts.filter((part) => !part.startsWith('-')).map(numbers),
      unwanted: parts.filter((part) => part.startsWith('-')).flatMap((part) => numbers(part.slice(1))),
    };
  };
  const byDocument: [document: number, meaning: number, strength: number][] = [];
  for (const [meaning, key] of keys.entries()) {
    const strengths = new Map<number, number>();
    const lay = (phrase: string, share: number): void => {
      const { wanted, unwanted } = terms(phrase);
      const [first, ...others] = wanted;
      for (const term of first ?? [])
        for (let at = index.postings.starts[term] ?? 0; at < (index.postings.starts[term + 1] ?? 0); at++) {
          const document = index.postings.documents[at] ?? 0;
          const strengthIn = (alternatives: readonly number[]): number =>
            Math.max(
              0,
              ...alternatives.map((one) => {
                const place = placeOf(index.postings, one, document);
                return place < 0 ? 0 : (index.postings.strengths[place] ?? 0);
              }),
            );
          if (unwanted.some((one) => placeOf(index.postings, one, document) >= 0)) continue;
          const weakest = Math.min(index.postings.strengths[at] ?? 0, ...others.map(strengthIn));
          const strength = (weakest / 255) * share;
          if (strength > (strengths.get(document) ?? 0)) strengths.set(document, strength);
        }
    };
    for (const phrase of words.meanings[key]?.find ?? []) lay(phrase, 1);
    for (const phrase of words.meanings[key]?.also ?? []) lay(phrase, 0.5);
    for (const [document, strength] of strengths) byDocument.push([document, meaning, strength]);
  }
  byDocument.sort(([a], [b]) => a - b);
  for (const [document, meaning, strength] of byDocument) builder.take(document, meaning, strength);
  return builder.build(keys.length, index.documents.length);
}

/** Lays the dictionary over an index. */
export function layOver(index: Index, words: LayWords): LaidWords {
  const keys = Object.keys(words.meanings);
  const slot = slotOf(index.lemmas, words.classes);
  const phrases = new Map<string, Phrase[]>();
  for (const [meaning, key] of keys.entries()) {
    const { find, said } = words.meanings[key] ?? { find: [], said: { pl: [], uk: [], en: [] } };
    // The words of the services themselves are said as well: "usługi opiekuńcze".
    const named = find.filter((one) => !one.includes(deniedMark)).map((one) => one.replace(/ -\S+/g, ''));
    for (const say of [...named, ...said.pl, ...said.uk, ...said.en]) {
      const phrase = { slots: slotsOf(say, slot), means: [meaning] };
      for (const lemma of phrase.slots[0]?.lemmas ?? []) {
        const beginning = phrases.get(lemma);
        if (beginning) beginning.push(phrase);
        else phrases.set(lemma, [phrase]);
      }
    }
  }
  return {
    meanings: Object.entries(words.meanings).map(([key, { name, area, group, near }]) => ({
      key,
      name,
      area,
      group,
      near: near.map((other) => keys.indexOf(other)).filter((number) => number >= 0),
    })),
    phrases,
    postings: layMeanings(index, words, keys),
  };
}

/** A phrase found in a query: its meanings and the places of the query that it takes. */
export interface Said {
  means: readonly number[];
  places: readonly number[];
}

/** Whether the words of a phrase stand apart: more than one other word among them. */
const scattered = (places: readonly number[]): boolean =>
  Math.max(...places) - Math.min(...places) > places.length;

/**
 * The phrases that a query holds, their words in any order. A phrase inside a longer one is left out: "zostawić
 * dziecko" is not also "dziecko".
 */
export function saidIn(
  { phrases }: LaidWords,
  query: readonly { lemmas: readonly string[]; denied: boolean }[],
): Said[] {
  const found: Said[] = [];
  for (const word of query)
    for (const lemma of word.lemmas)
      for (const phrase of phrases.get(lemma) ?? []) {
        const places = phrase.slots.map((slot) =>
          query.findIndex(
            (one) => one.denied === slot.denied && one.lemmas.some((each) => slot.lemmas.has(each)),
          ),
        );
        const whole = places.every((place) => place >= 0);
        if (whole && !(phrase.slots.some((one) => one.small) && scattered(places)))
          found.push({ means: phrase.means, places: [...new Set(places)] });
      }
  const inside = (one: Said, other: Said): boolean =>
    one.places.length < other.places.length && one.places.every((place) => other.places.includes(place));
  return found.filter((one) => !found.some((other) => inside(one, other)));
}
