import type { Reach, SearchDocument } from './document.ts';
import { changedIndex, type DocumentChange, type Index } from './index.ts';
import { changedLay, type LaidWords, type LayWords, type Meaning } from './lay-words.ts';
import { placeOf } from './postings.ts';
import { type Draw, rank, type Scratch, scratchFor } from './rank.ts';
import { type Group, understand } from './understand.ts';

/** By what a person narrows the search; an absent one does not narrow. */
export interface Filters {
  area?: number | undefined;
  gmina?: string | undefined;
  group?: string | undefined;
  reach?: Reach | undefined;
  price?: 'free' | 'paid' | undefined;
  /** Only services whose reported free places still hold on this day. */
  freePlacesOn?: string | undefined;
  near?: { latitude: number; longitude: number; kilometres: number } | undefined;
}

export interface Hit {
  id: string;
  score: number;
  /** What of the query the service answers: meanings of the dictionary, and words as they were typed. */
  meanings: readonly Meaning[];
  words: readonly string[];
}

export interface Found {
  hits: readonly Hit[];
  /** How many services fit; at least this many when the index is large. */
  total: number;
  /** Everything found, beyond the hits as well, for counting by facts. */
  documents: readonly SearchDocument[];
  meanings: readonly Meaning[];
  /** Whether something found is what was asked for, and not only what may help instead or holds a side word. */
  answered: boolean;
  corrected: readonly { typed: string; read: string }[];
  /** Words that neither the services nor the dictionary know. */
  unknown: readonly string[];
}

/** An index with its dictionary of lay words and room to rank in. */
export interface Engine {
  index: Index;
  laid: LaidWords | undefined;
  scratch: Scratch;
}

export const engineOf = (index: Index, laid: LaidWords | undefined): Engine => ({
  index,
  laid,
  scratch: scratchFor(index.documents.length),
});

/** The engine after one service changed; `words` are the lay words that it was made with. */
export function changedEngine({ index, laid }: Engine, words: LayWords, change: DocumentChange): Engine {
  const after = changedIndex(index, change);
  return engineOf(after, laid && changedLay(laid, words, after, change));
}

const earthKilometres = 6371;

/** Great-circle distance in kilometres. */
export function distance(
  from: { latitude: number; longitude: number },
  to: { latitude: number; longitude: number },
): number {
  const radians = Math.PI / 180;
  const [a, b] = [from.latitude * radians, to.latitude * radians];
  const half =
    Math.sin((b - a) / 2) ** 2 +
    Math.cos(a) * Math.cos(b) * Math.sin(((to.longitude - from.longitude) * radians) / 2) ** 2;
  return 2 * earthKilometres * Math.asin(Math.sqrt(half));
}

/** Whether a service passes the filters. What is not known does not pass, except the gmina: none means all of them. */
export function passes(document: SearchDocument, filters: Filters): boolean {
  const { area, gmina, group, reach, price, freePlacesOn, near } = filters;
  return (
    (area === undefined || document.area === area) &&
    (gmina === undefined || document.gminas.length === 0 || document.gminas.includes(gmina)) &&
    (group === undefined || document.groups.includes(group)) &&
    (reach === undefined || document.reach.includes(reach)) &&
    (price === undefined || document.free === (price === 'free')) &&
    (freePlacesOn === undefined || (document.placesUntil !== null && document.placesUntil >= freePlacesOn)) &&
    (near === undefined ||
      (document.position !== null && distance(near, document.position) <= near.kilometres))
  );
}

// A service that fits much worse than the best one was found by a side word: it would only be in the way.
const worthShowing = 0.3;

// Beyond this many services the places after the last one shown are not ranked.
const rankedWhole = 5000;

const drawOf = ({ index, laid }: Engine, { term, weight, laid: isLaid }: Group['terms'][number]): Draw => {
  const postings = isLaid && laid ? laid.postings : index.postings;
  return { postings, term, most: weight * (isLaid ? 1 : (postings.rarity[term] ?? 0)) };
};

/** Which draw of a word of the query gives a document most; -1 when none does. */
function bestDraw(draws: readonly Draw[], document: number): number {
  let best = -1;
  let most = 0;
  for (const [at, { postings, term, most: full }] of draws.entries()) {
    const place = placeOf(postings, term, document);
    const adds = place < 0 ? 0 : full * (postings.strengths[place] ?? 0);
    if (adds > most) [best, most] = [at, adds];
  }
  return best;
}

/**
 * Finds services. Without words every service that passes the filters, in the order of the documents, or nearest first.
 * @param limit how many hits are wanted
 */
export function search(engine: Engine, text: string, filters: Filters, limit: number): Found {
  const { index, laid, scratch } = engine;
  const narrowed = Object.values(filters).some((value) => value !== undefined);
  const keep = (document: number): boolean => {
    const one = index.documents[document];
    return one !== undefined && passes(one, filters);
  };
  const understood = understand(index, laid, text);
  const { groups, meanings, corrected, unknown, asked } = understood;
  if (text.trim() === '') {
    const { near } = filters;
    const passing = index.documents.filter((one) => passes(one, filters));
    const far = ({ position }: SearchDocument): number => (near && position ? distance(near, position) : 0);
    const all = near ? passing.toSorted((a, b) => far(a) - far(b)) : passing;
    const hits = all.slice(0, limit).map(({ id }) => ({ id, score: 0, meanings: [], words: [] }));
    return {
      hits,
      total: all.length,
      documents: all,
      meanings: [],
      answered: all.length > 0,
      corrected: [],
      unknown: [],
    };
  }
  const words = groups.map((group) => group.terms.map((one) => drawOf(engine, one)));
  const whole = index.documents.length <= rankedWhole;
  const ranked = rank(words, scratch, narrowed ? keep : undefined, whole ? Number.POSITIVE_INFINITY : limit);
  const least = (ranked[0]?.score ?? 0) * worthShowing;
  const worth = ranked.filter((one) => one.score >= least);
  const hits = worth.slice(0, limit).map(({ document, score }): Hit => {
    const answers = groups.flatMap((group, at) => {
      const best = bestDraw(words[at] ?? [], document);
      return best < 0 ? [] : { typed: group.typed, term: group.terms[best] };
    });
    return {
      id: index.documents[document]?.id ?? '',
      score,
      meanings: answers.flatMap(({ term }) => (term?.laid ? (laid?.meanings[term.term] ?? []) : [])),
      words: answers.flatMap(({ typed, term }) => (term?.laid ? [] : typed)),
    };
  });
  return {
    hits,
    total: worth.length,
    documents: worth.flatMap((one) => index.documents[one.document] ?? []),
    meanings,
    answered: hits.some(
      ({ words: held, meanings: given }) =>
        given.some((one) => meanings.includes(one)) ||
        // "mąż zamyka mnie w domu" is not answered by whoever has a "dom".
        (meanings.length === 0 && held.length > 0 && held.length >= asked.length / 2),
    ),
    corrected,
    unknown,
  };
}

/** How many of the found services each value of a fact has, for the filters beside the results. */
export function facets(documents: readonly SearchDocument[]): {
  area: Record<string, number>;
  reach: Record<string, number>;
  group: Record<string, number>;
} {
  const counted = (of: (one: SearchDocument) => readonly (string | number)[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const one of documents) for (const value of of(one)) counts[value] = (counts[value] ?? 0) + 1;
    return counts;
  };
  return {
    area: counted((one) => (one.area === null ? [] : [one.area])),
    reach: counted((one) => one.reach),
    group: counted((one) => one.groups),
  };
}
