import { heldBy, placeOf, type Postings } from './postings.ts';

/** A list of services that a query draws on: one term, what a full hit adds, and to which word of the query. */
export interface Draw {
  postings: Postings;
  term: number;
  /** What the strongest hit adds to a service. */
  most: number;
}

/** Draws of one word of the query: a service counts by the best of them. */
export type Draws = readonly Draw[];

/** A service found, and how well it fits. */
export interface Ranked {
  document: number;
  score: number;
}

/** Numbers of each service while a query is ranked; made once for an index, clean between queries. */
export interface Scratch {
  score: Float32Array;
  best: Float32Array;
  /** The last word of the query that touched the service, counted up over queries. */
  stamp: Uint32Array;
  touched: Uint32Array;
  turn: number;
}

export const scratchFor = (documents: number): Scratch => ({
  score: new Float32Array(documents),
  best: new Float32Array(documents),
  stamp: new Uint32Array(documents),
  touched: new Uint32Array(documents),
  turn: 0,
});

/** The k-th largest of the first `size` scores, by Hoare's selection; the smallest when there are fewer. */
function kthLargest(values: Float32Array, size: number, k: number): number {
  let [low, high] = [0, size - 1];
  const at = Math.min(k, size) - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1] ?? 0;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] ?? 0) > pivot) left++;
      while ((values[right] ?? 0) < pivot) right--;
      if (left <= right) {
        const held = values[left] ?? 0;
        values[left++] = values[right] ?? 0;
        values[right--] = held;
      }
    }
    if (at <= right) high = right;
    else if (at >= left) low = left;
    else break;
  }
  return values[at] ?? 0;
}

/**
 * Ranks the services of the draws. Words that say most come first; as soon as the words that are left cannot lift a
 * new service among the best `k`, they are only asked about the services already found (MaxScore).
 * @param keep whether a service passes the filters
 * @param k how many best must be exact; Infinity ranks all
 */
export function rank(
  words: readonly Draws[],
  scratch: Scratch,
  keep: (document: number) => boolean,
  k: number,
): Ranked[] {
  const { score, best, stamp, touched } = scratch;
  const ordered = words
    .filter((draws) => draws.length > 0)
    .map((draws) => ({
      draws,
      most: Math.max(...draws.map((one) => one.most)),
      length: draws.reduce((sum, one) => sum + heldBy(one.postings, one.term), 0),
    }))
    .sort((a, b) => b.most - a.most || a.length - b.length);
  let left = ordered.reduce((sum, one) => sum + one.most, 0);
  let found = 0;
  const firstTurn = scratch.turn + 1;

  const count = (document: number, adds: number): void => {
    const seen = stamp[document] ?? 0;
    if (seen < firstTurn) {
      if (!keep(document)) return;
      touched[found++] = document;
      score[document] = adds;
    } else if (seen < scratch.turn) score[document] = (score[document] ?? 0) + adds;
    else if (adds > (best[document] ?? 0))
      score[document] = (score[document] ?? 0) + adds - (best[document] ?? 0);
    else return;
    stamp[document] = scratch.turn;
    best[document] = adds;
  };

  for (const { draws, most, length } of ordered) {
    scratch.turn++;
    if (found >= k && length > found * 2) {
      const scores = Float32Array.from({ length: found }, (_, at) => score[touched[at] ?? 0] ?? 0);
      const least = kthLargest(scores, found, k);
      if (least >= left) {
        // Only services that may still be among the best stay; each is looked up in the lists that are left.
        let stay = 0;
        for (let at = 0; at < found; at++) {
          const document = touched[at] ?? 0;
          if ((score[document] ?? 0) + left >= least) touched[stay++] = document;
        }
        found = stay;
        for (let at = 0; at < found; at++) {
          const document = touched[at] ?? 0;
          let adds = 0;
          for (const { postings, term, most: full } of draws) {
            const place = placeOf(postings, term, document);
            if (place >= 0) adds = Math.max(adds, (full * (postings.strengths[place] ?? 0)) / 255);
          }
          score[document] = (score[document] ?? 0) + adds;
        }
        left -= most;
        continue;
      }
    }
    for (const { postings, term, most: full } of draws) {
      const { documents, strengths, starts } = postings;
      const unit = full / 255;
      for (let at = starts[term] ?? 0, end = starts[term + 1] ?? 0; at < end; at++)
        count(documents[at] ?? 0, (strengths[at] ?? 0) * unit);
    }
    left -= most;
  }
  return bestOf(touched, score, found, k);
}

function bestOf(touched: Uint32Array, score: Float32Array, found: number, k: number): Ranked[] {
  const all: Ranked[] = [];
  const least =
    found > k
      ? kthLargest(
          Float32Array.from({ length: found }, (_, at) => score[touched[at] ?? 0] ?? 0),
          found,
          k,
        )
      : 0;
  for (let at = 0; at < found; at++) {
    const document = touched[at] ?? 0;
    if ((score[document] ?? 0) >= least) all.push({ document, score: score[document] ?? 0 });
  }
  return all.sort((a, b) => b.score - a.score || a.document - b.document);
}
