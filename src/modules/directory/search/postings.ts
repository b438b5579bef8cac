/** Which documents hold a term, and how strongly (1 to 255), for many terms in four arrays. */
export interface Postings {
  /** The list of term `t` goes from `starts[t]` to `starts[t + 1]`. */
  starts: Uint32Array;
  /** Document numbers, rising within a list. */
  documents: Uint32Array;
  strengths: Uint8Array;
  /** How much a hit of the term says: rarer says more. */
  rarity: Float32Array;
}

/** A strength (0 to 1) as it is kept, 1 to 255. */
export const levelOf = (strength: number): number => Math.max(1, Math.min(255, Math.round(strength * 255)));

const rarityOf = (starts: Uint32Array, documents: number): Float32Array =>
  Float32Array.from({ length: starts.length - 1 }, (_, term) => {
    const held = (starts[term + 1] ?? 0) - (starts[term] ?? 0);
    return Math.log(1 + (documents - held + 0.5) / (held + 0.5));
  });

/** Takes (document, term, strength) with rising documents and lays them out by term. */
export function postingsBuilder(): {
  take(document: number, term: number, strength: number): void;
  build(terms: number, documents: number): Postings;
} {
  let room = 1 << 12;
  let [docs, terms, strengths] = [new Uint32Array(room), new Uint32Array(room), new Uint8Array(room)];
  let size = 0;
  const grow = (): void => {
    room *= 2;
    const before = [docs, terms, strengths] as const;
    [docs, terms, strengths] = [new Uint32Array(room), new Uint32Array(room), new Uint8Array(room)];
    docs.set(before[0]);
    terms.set(before[1]);
    strengths.set(before[2]);
  };
  return {
    take(document, term, strength) {
      if (size === room) grow();
      docs[size] = document;
      terms[size] = term;
      strengths[size++] = levelOf(strength);
    },
    build(termCount, documentCount) {
      const starts = new Uint32Array(termCount + 1);
      for (let at = 0; at < size; at++)
        starts[(terms[at] ?? 0) + 1] = (starts[(terms[at] ?? 0) + 1] ?? 0) + 1;
      for (let term = 0; term < termCount; term++)
        starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
      const next = starts.slice();
      const laid = { documents: new Uint32Array(size), strengths: new Uint8Array(size) };
      for (let at = 0; at < size; at++) {
        const term = terms[at] ?? 0;
        const to = next[term] ?? 0;
        next[term] = to + 1;
        laid.documents[to] = docs[at] ?? 0;
        laid.strengths[to] = strengths[at] ?? 0;
      }
      return { starts, ...laid, rarity: rarityOf(starts, documentCount) };
    },
  };
}

/** A document that goes, and one that comes with the levels (1 to 255) of its terms. */
export interface Change {
  out?: number | undefined;
  /** `at`: its number when the other one is gone. */
  put?: { at: number; levels: ReadonlyMap<number, number> } | undefined;
}

/** The lists with one document changed; those behind it move up or down. One pass over all numbers, no sorting. */
export function changedPostings(
  before: Postings,
  { out = -1, put }: Change,
  terms: number,
  documents: number,
): Postings {
  const at = put?.at ?? Number.POSITIVE_INFINITY;
  const room = before.documents.length + (put?.levels.size ?? 0);
  const starts = new Uint32Array(terms + 1);
  const numbers = new Uint32Array(room);
  const strengths = new Uint8Array(room);
  const known = before.starts.length - 1;
  let size = 0;
  for (let term = 0; term < terms; term++) {
    starts[term] = size;
    let level = put?.levels.get(term) ?? 0;
    const from = term < known ? (before.starts[term] ?? 0) : 0;
    const to = term < known ? (before.starts[term + 1] ?? 0) : 0;
    for (let place = from; place < to; place++) {
      const old = before.documents[place] ?? 0;
      if (old === out) continue;
      const number = out >= 0 && old > out ? old - 1 : old;
      if (level > 0 && number >= at) {
        numbers[size] = at;
        strengths[size++] = level;
        level = 0;
      }
      numbers[size] = number >= at ? number + 1 : number;
      strengths[size++] = before.strengths[place] ?? 0;
    }
    if (level > 0) {
      numbers[size] = at;
      strengths[size++] = level;
    }
  }
  starts[terms] = size;
  return {
    starts,
    documents: numbers.subarray(0, size),
    strengths: strengths.subarray(0, size),
    rarity: rarityOf(starts, documents),
  };
}

/** How many documents hold a term. */
export const heldBy = ({ starts }: Postings, term: number): number =>
  (starts[term + 1] ?? 0) - (starts[term] ?? 0);

/** Where a document stands in the list of a term, or -1. */
export function placeOf({ starts, documents }: Postings, term: number, document: number): number {
  let low = starts[term] ?? 0;
  let high = (starts[term + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = documents[middle] ?? 0;
    if (found === document) return middle;
    if (found < document) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
