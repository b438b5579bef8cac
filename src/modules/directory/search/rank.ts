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

/** The best `k` of the touched services, best first; of equal ones the first in the order of the documents. */
function bestOf({ touched, score }: Scratch, found: number, k: number): Ranked[] {
  if (k >= found)
    return Array.from(touched.subarray(0, found), (document) => ({
      document,
      score: score[document] ?? 0,
    })).sort((a, b) => b.score - a.score || a.document - b.document);
  const best: Ranked[] = [];
  let least = -1;
  for (let at = 0; at < found; at++) {
    const document = touched[at] ?? 0;
    const own = score[document] ?? 0;
    if (best.length === k && own <= least) continue;
    let place = best.length === k ? k - 1 : best.length;
    while (place > 0) {
      const before = best[place - 1];
      if (!before || before.score > own || (before.score === own && before.document < document)) break;
      best[place] = before;
      place--;
    }
    best[place] = { document, score: own };
    least = best[best.length - 1]?.score ?? 0;
  }
  return best;
}

/**
 * Ranks the services of the draws. Words that say most come first; as soon as the words that are left cannot lift a
 * new service among the best `k`, they are only asked about the services already found (MaxScore).
 * @param keep whether a service passes the filters; undefined: all do
 * @param k how many best must be exact; Infinity ranks all
 */
export function rank(
  words: readonly Draws[],
  scratch: Scratch,
  keep: ((document: number) => boolean) | undefined,
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

  const addAll = ({ postings: { documents, strengths, starts }, term, most }: Draw): void => {
    const unit = most / 255;
    const { turn } = scratch;
    for (let at = starts[term] ?? 0, end = starts[term + 1] ?? 0; at < end; at++) {
      const document = documents[at] ?? 0;
      const adds = (strengths[at] ?? 0) * unit;
      const seen = stamp[document] ?? 0;
      if (seen < firstTurn) {
        if (keep && !keep(document)) continue;
        touched[found++] = document;
        score[document] = adds;
      } else if (seen < turn) score[document] = (score[document] ?? 0) + adds;
      else if (adds > (best[document] ?? 0))
        score[document] = (score[document] ?? 0) + adds - (best[document] ?? 0);
      else continue;
      stamp[document] = turn;
      best[document] = adds;
    }
  };

  // Only services that may still be among the best stay; each is looked up in the lists of the word.
  const askAbout = (draws: Draws, least: number): void => {
    let stay = 0;
    for (let at = 0; at < found; at++) {
      const document = touched[at] ?? 0;
      if ((score[document] ?? 0) + left >= least) touched[stay++] = document;
    }
    found = stay;
    for (let at = 0; at < found; at++) {
      const document = touched[at] ?? 0;
      let adds = 0;
      for (const { postings, term, most } of draws) {
        const place = placeOf(postings, term, document);
        if (place >= 0) adds = Math.max(adds, (most * (postings.strengths[place] ?? 0)) / 255);
      }
      score[document] = (score[document] ?? 0) + adds;
    }
  };

  for (const { draws, most, length } of ordered) {
    scratch.turn++;
    const least = found >= k && length > found ? (bestOf(scratch, found, k)[k - 1]?.score ?? 0) : -1;
    if (least >= left) askAbout(draws, least);
    else for (const draw of draws) addAll(draw);
    left -= most;
  }
  return bestOf(scratch, found, k);
}
