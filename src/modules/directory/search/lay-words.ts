import { z } from 'zod';
import { type RecipientGroup, recipientGroups } from '../../../law/index.ts';
import type { DocumentChange, Index } from './index.ts';
import { changedPostings, levelOf, placeOf, type Postings, postingsBuilder } from './postings.ts';
import { fold, wordsOf } from './fold.ts';
import { isSmallWord } from './small-words.ts';
import { denialPart, denialReader, deniedTerm, type Lemmas } from './words.ts';

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
  /** Every dictionary word of the phrases: known, though perhaps no service holds it. */
  words: ReadonlySet<string>;
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
      small: isSmallWord(fold(part)),
    };
  };

/**
 * A phrase as slots: "nie chodzić @elder" is a denied "chodzić" and any elder. A denial reaches as far as it does in a
 * query, over "mieć" and "chcieć" to what is not had or wanted: "nie chcieć żyć".
 */
function slotsOf(say: string, slot: ReturnType<typeof slotOf>): Slot[] {
  const denial = denialReader(1);
  return say.split(' ').flatMap((part) => {
    const word = denialPart(fold(part.split('|')[0] ?? ''));
    const denied = denial.denies(word);
    return word === 1 ? [] : [slot(part, denied)];
  });
}

// In the words of a service: denied there, as in "bez kryteriów dochodowych".
const deniedMark = 'bez:';

/** Words of services that give a meaning, as terms: all of `wanted`, any of each; none of `unwanted`. */
interface Giving {
  meaning: number;
  wanted: readonly (readonly number[])[];
  unwanted: readonly number[];
  share: number;
}

/** How much of a meaning a service gives that only helps with it. */
const helping = 0.5;

function givings(index: Index, words: LayWords, keys: readonly string[]): Giving[] {
  const numbers = (part: string): number[] => {
    const denied = part.startsWith(deniedMark);
    return wordsOf(denied ? part.slice(deniedMark.length) : part).flatMap((word) =>
      index.lemmas(word).flatMap((lemma) => index.termOf.get(denied ? deniedTerm(lemma) : lemma) ?? []),
    );
  };
  return keys.flatMap((key, meaning) => {
    const giving = (share: number) => (phrase: string) => {
      const parts = phrase.split(' ');
      return {
        meaning,
        wanted: parts.filter((part) => !part.startsWith('-')).map(numbers),
        unwanted: parts.filter((part) => part.startsWith('-')).flatMap((part) => numbers(part.slice(1))),
        share,
      };
    };
    const { find = [], also = [] } = words.meanings[key] ?? {};
    return [...find.map(giving(1)), ...also.map(giving(helping))].filter((one) => one.wanted.length > 0);
  });
}

/** How strongly a service gives a meaning, by the weakest of the words that name it; 0: it does not. */
function strengthIn({ wanted, unwanted, share }: Giving, levelIn: (term: number) => number): number {
  if (unwanted.some((term) => levelIn(term) > 0)) return 0;
  const weakest = Math.min(...wanted.map((alternatives) => Math.max(0, ...alternatives.map(levelIn))));
  return (weakest / 255) * share;
}

const levelIn =
  (postings: Postings, document: number) =>
  (term: number): number => {
    const place = placeOf(postings, term, document);
    return place < 0 ? 0 : (postings.strengths[place] ?? 0);
  };

/** Which services give each meaning, and how strongly. */
function layMeanings(index: Index, words: LayWords, keys: readonly string[]): Postings {
  const { starts, documents } = index.postings;
  const strengths = keys.map(() => new Map<number, number>());
  for (const giving of givings(index, words, keys)) {
    const found = strengths[giving.meaning];
    for (const term of giving.wanted[0] ?? [])
      for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at++) {
        const document = documents[at] ?? 0;
        const strength = strengthIn(giving, levelIn(index.postings, document));
        if (strength > (found?.get(document) ?? 0)) found?.set(document, strength);
      }
  }
  const byDocument = strengths
    .flatMap((found, meaning) => [...found].map(([document, strength]) => ({ document, meaning, strength })))
    .sort((a, b) => a.document - b.document);
  const builder = postingsBuilder();
  for (const { document, meaning, strength } of byDocument) builder.take(document, meaning, strength);
  return builder.build(keys.length, index.documents.length);
}

/** The dictionary over an index in which one service changed: only that service is looked at. */
export function changedLay(
  laid: LaidWords,
  words: LayWords,
  index: Index,
  change: DocumentChange,
): LaidWords {
  const { out, put } = change;
  const keys = laid.meanings.map((one) => one.key);
  const levels = new Map<number, number>();
  if (put) {
    const inIt = levelIn(index.postings, put.at);
    for (const giving of givings(index, words, keys)) {
      const strength = strengthIn(giving, inIt);
      const level = strength > 0 ? levelOf(strength) : 0;
      if (level > (levels.get(giving.meaning) ?? 0)) levels.set(giving.meaning, level);
    }
  }
  const postings = changedPostings(
    laid.postings,
    { out, put: put && { at: put.at, levels } },
    keys.length,
    index.documents.length,
  );
  return { ...laid, postings };
}

/** Lays the dictionary over an index. */
export function layOver(index: Index, words: LayWords): LaidWords {
  const keys = Object.keys(words.meanings);
  const slot = slotOf(index.lemmas, words.classes);
  const phrases = new Map<string, Phrase[]>();
  const known = new Set<string>();
  for (const [meaning, key] of keys.entries()) {
    const { find, said } = words.meanings[key] ?? { find: [], said: { pl: [], uk: [], en: [] } };
    // The words of the services themselves are said as well: "usługi opiekuńcze".
    const named = find.filter((one) => !one.includes(deniedMark)).map((one) => one.replace(/ -\S+/g, ''));
    for (const say of [...named, ...said.pl, ...said.uk, ...said.en]) {
      const phrase = { slots: slotsOf(say, slot), means: [meaning] };
      for (const one of phrase.slots) for (const lemma of one.lemmas) known.add(lemma);
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
    words: known,
    postings: layMeanings(index, words, keys),
  };
}

/** A phrase found in a query: its meanings and the places of the query that it takes. */
export interface Said {
  means: readonly number[];
  places: readonly number[];
}

/** Whether the words of a phrase stand apart: more than one other word that says something among them. */
function scattered(places: readonly number[], query: readonly { word: string }[]): boolean {
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const between = query.filter(
    ({ word }, at) => at > first && at < last && !places.includes(at) && !isSmallWord(word),
  );
  return between.length > 1;
}

/**
 * The phrases that a query holds, their words in any order. A phrase inside a longer one is left out: "zostawić
 * dziecko" is not also "dziecko".
 */
export function saidIn(
  { phrases }: LaidWords,
  query: readonly { word: string; lemmas: readonly string[]; denied: boolean }[],
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
        if (whole && !(phrase.slots.some((one) => one.small) && scattered(places, query)))
          found.push({ means: phrase.means, places: [...new Set(places)] });
      }
  const inside = (one: Said, other: Said): boolean =>
    one.places.length < other.places.length && one.places.every((place) => other.places.includes(place));
  return found.filter((one) => !found.some((other) => inside(one, other)));
}
