import { arrangeCentre, insertRows, openFolder, scratchFolder } from '../house.ts';
import { startOkienko, startPeer } from '../processes.ts';
import { milliseconds, say } from '../report.ts';
import { type Paced, paced } from './paced.ts';
import type { Corpus } from './corpus.ts';
import { newId } from '../../src/platform/ids.ts';

const rowsAtOnce = 5000;
const rate = 300;
const warmSeconds = 5;
const seconds = 20;

// Ours and the bare server in turn, and of each the best round counts: what the machine did meanwhile falls out.
const rounds = 3;

const slug = 'pomiar';
const addressOf = (text: string): string => `/${slug}/uslugi?text=${encodeURIComponent(text)}`;

export interface Served {
  p50: number;
  p99: number;
  perSecond: number;
  /** The 99th percentile of a bare server that is busy with each request for the median of our page. */
  bareP99: number;
  /** The first search of a process: it reads the dictionary and all cards and makes the index. */
  firstAfter: number;
  bytes: number;
}

const lowest = (some: readonly Paced[]): number => Math.min(...some.map(({ p99 }) => p99));

/** The search page of the product itself over the services of a corpus, asked by residents at a steady rate. */
export async function serveCorpus({ documents, queries }: Corpus): Promise<Served> {
  const { folder, remove } = scratchFolder();
  const database = await openFolder(folder);
  try {
    const { centreId } = await arrangeCentre(database.owner, 1, slug);
    for (let at = 0; at < documents.length; at += rowsAtOnce)
      await insertRows(
        database.owner,
        'service',
        documents.slice(at, at + rowsAtOnce).map(({ words, area }) => ({
          centre_id: centreId,
          id: newId(),
          name: words.name,
          description: words.about,
          recipients: words.recipients,
          performer_words: words.performer,
          area,
          track: 'general_offer',
          track_assumed: false,
          state: 'published',
          ...empty,
        })),
      );
    await database.owner.query('analyze service');
    const ours = await startOkienko(folder);
    try {
      const began = performance.now();
      const first = await fetch(`${ours.url}${addressOf(queries[0]?.text ?? '')}`);
      const bytes = (await first.text()).length;
      if (first.status !== 200) throw new Error(`the search page answers ${first.status}`);
      const firstAfter = performance.now() - began;
      const task = { url: ours.url, paths: queries.map(({ text }) => addressOf(text)), rate };
      const { p50 } = await paced({ ...task, warmSeconds, seconds });
      const bare = await startPeer('bench/peers/busy.ts', { BUSY: String(p50), BYTES: String(bytes) });
      try {
        const mine: Paced[] = [];
        const theirs: Paced[] = [];
        for (let round = 1; round <= rounds; round++) {
          mine.push(await paced({ ...task, warmSeconds, seconds }));
          theirs.push(await paced({ ...task, url: bare.url, warmSeconds, seconds }));
          say(
            ` round ${round}: p99 ${milliseconds(lowest(mine.slice(-1)))}, bare ${milliseconds(lowest(theirs.slice(-1)))}`,
          );
        }
        const perSecond = Math.min(...mine.map((one) => one.perSecond));
        return { p50, p99: lowest(mine), perSecond, bareP99: lowest(theirs), firstAfter, bytes };
      } finally {
        await bare.stop();
      }
    } finally {
      await ours.stop();
    }
  } finally {
    await database.close();
    remove();
  }
}

// Absent keys become null in a set-wise insert: what may not be null is said.
const empty = {
  gminas: [],
  recipient_groups: [],
  documents: [],
  reach: [],
  schedules: [],
  apply_channels: [],
  match: [],
  capacity_status: 'unknown',
  languages: [],
  translations: {},
  foreign_facts: {},
  // Confirmed for long: the daily round of the directory has nothing to do here.
  confirmed_on: '2026-01-01',
  confirm_by: '2036-01-01',
  changed_at: new Date().toISOString(),
  version: 1,
};
