import type { RecipientGroup } from '../../law/index.ts';
import type { Batch } from '../../platform/jobs/batches.ts';
import { gminasOf } from './db/counts.ts';
import { onlyGmina } from './domain/unmet-need.ts';
import { codeOf, type CountedNeed, countUnmetNeeds, countWords } from './db/ledger.ts';
import { countable, nameFinder } from './domain/search-words.ts';

/** A search as the ledger may know it: what the dictionary understood, never what was typed. */
export interface SearchNote {
  /** How many services were found; only an empty search is a need. */
  found: number;
  /** The area that the understood words point at; null: none or several. */
  area: number | null;
  group: RecipientGroup | null;
  gmina: string | null;
  /** Terms of the reviewed dictionary that the query was understood by, in Polish: the reviewer reads them. */
  terms: readonly string[];
  /** Words that the dictionary does not know, one by one. They are counted only when they are nobody's name. */
  unknown: readonly string[];
}

interface Held {
  needs: Map<string, CountedNeed>;
  words: Set<string>;
}

// A flood fills this and no more: the rest of the minute is not counted.
const mostNeeds = 200;
const mostWords = 100;
const mostTimes = 20;
const mostTerms = 6;

const held = new Map<string, Held>();

const heldOf = (centreId: string): Held => {
  const known = held.get(centreId);
  if (known) return known;
  const fresh: Held = { needs: new Map(), words: new Set() };
  held.set(centreId, fresh);
  return fresh;
};

/** Notes a search in memory: takes no time and writes nothing; once a minute the counts are written down together. */
export function noteSearch(centreId: string, note: SearchNote): void {
  if (note.found > 0) return;
  const { needs, words } = heldOf(centreId);
  for (const word of note.unknown.slice(0, mostTerms)) if (words.size < mostWords) words.add(word);
  if (note.terms.length === 0) return;
  const need: CountedNeed = {
    // The day is the one on which it is written down.
    on: '',
    source: 'search',
    reason: 'no_service',
    area: note.area,
    group: note.group,
    gmina: note.gmina,
    locality: null,
    serviceId: null,
    terms: [...new Set(note.terms)].sort().slice(0, mostTerms),
    times: 1,
  };
  const code = codeOf(need);
  const known = needs.get(code);
  if (known) known.times = Math.min(known.times + 1, mostTimes);
  else if (needs.size < mostNeeds) needs.set(code, need);
}

let isName: ((word: string) => boolean) | undefined;

/** Names are read when the first unknown word is to be judged, not when the process starts. */
async function nameJudge(): Promise<(word: string) => boolean> {
  if (isName) return isName;
  const { default: names } = await import('../../../data/names.json', { with: { type: 'json' } });
  const { first, surname, newborn } = names;
  isName = nameFinder(
    [first, surname, newborn].flatMap(({ female, male }) => [...female.values, ...male.values]),
  );
  return isName;
}

/** Writes down what was searched for and not found. */
export const searchBatch: Batch = {
  async flush(asCentre, today) {
    const waiting = [...held];
    held.clear();
    for (const [centreId, { needs, words }] of waiting) {
      const known = words.size > 0 ? countable([...words], await nameJudge()) : [];
      await asCentre(centreId, async (tx) => {
        const only = onlyGmina(await gminasOf(tx, centreId, today));
        await countUnmetNeeds(
          tx,
          centreId,
          [...needs.values()].map((need) => ({ ...need, on: today, gmina: need.gmina ?? only })),
        );
        await countWords(tx, centreId, today, known);
      });
    }
  },
};
