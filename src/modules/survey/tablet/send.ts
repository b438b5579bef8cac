import type { Kept, Waiting } from './keeping.ts';

/** What the server said to a batch. */
export type Answer =
  /** Ids that are rows now: kept this time or before. */
  | { kind: 'taken'; ids: readonly string[] }
  /** Nobody answered, or a fault: the same batch again later. */
  | { kind: 'away' }
  | { kind: 'signedOut' }
  /** Something in the batch cannot be read. */
  | { kind: 'unreadable'; code: string; words: string }
  /** This account, or the state of the survey, does not allow it: the sheets wait. */
  | { kind: 'refused'; code: string; words: string };

export interface Batch {
  surveyId: string;
  versionNo: number;
  sheets: Waiting['sheet'][];
}

/** What the sending needs of the world around it. */
export interface Line {
  post(batch: Batch): Promise<Answer>;
  /** Takes sheets off the device; only after the server has said that they are rows. */
  drop(keys: readonly string[]): Promise<void>;
  /** Puts a sheet aside with what the server said of it. */
  aside(sheet: Kept<Waiting>, why: { code: string; words: string }): Promise<void>;
}

/** How a sending ended: `sent` sheets are rows; the rest is still on the device. */
export type Ending =
  | { kind: 'done'; sent: number }
  | { kind: 'away'; sent: number }
  | { kind: 'signedOut'; sent: number }
  | { kind: 'refused'; sent: number; code: string; words: string };

/** Small, so that a bad line has to hold only for a moment. */
const batchSize = 20;

function batchesOf(queue: readonly Kept<Waiting>[]): Kept<Waiting>[][] {
  const groups = new Map<string, Kept<Waiting>[]>();
  for (const sheet of queue) {
    const { surveyId, versionNo } = sheet.value;
    const group = `${surveyId}:${versionNo}`;
    groups.set(group, [...(groups.get(group) ?? []), sheet]);
  }
  return [...groups.values()].flatMap((sheets) =>
    Array.from({ length: Math.ceil(sheets.length / batchSize) }, (_, at) =>
      sheets.slice(at * batchSize, (at + 1) * batchSize),
    ),
  );
}

/**
 * Sends what waits, batch by batch, and takes off the device what the server has acknowledged: a batch whose answer was lost is
 * sent again, and its sheets are known there by their ids. A batch with a sheet that cannot be read is halved until that one is
 * found and put aside; the others go on.
 */
export async function sendAll(queue: readonly Kept<Waiting>[], line: Line): Promise<Ending> {
  const batches = batchesOf(queue.filter(({ value }) => !value.aside));
  let sent = 0;
  let refused: { code: string; words: string } | undefined;
  for (let batch = batches.shift(); batch; batch = batches.shift()) {
    const [first] = batch;
    if (!first) continue;
    const { surveyId, versionNo } = first.value;
    const answer = await line.post({ surveyId, versionNo, sheets: batch.map(({ value }) => value.sheet) });
    switch (answer.kind) {
      case 'taken': {
        const ids = new Set(answer.ids);
        const gone = batch.filter(({ value }) => ids.has(value.sheet.id));
        await line.drop(gone.map(({ key }) => key));
        sent += gone.length;
        break;
      }
      case 'unreadable':
        if (batch.length === 1) await line.aside(first, { code: answer.code, words: answer.words });
        else {
          const half = Math.ceil(batch.length / 2);
          batches.unshift(batch.slice(0, half), batch.slice(half));
        }
        break;
      case 'refused':
        refused = { code: answer.code, words: answer.words };
        break;
      default:
        return { kind: answer.kind, sent };
    }
  }
  return refused ? { kind: 'refused', sent, ...refused } : { kind: 'done', sent };
}

/** Seconds until the next try after so many in a row that failed: 2, 4, 8 and so on, at most two minutes. */
export const pauseAfter = (failures: number): number => Math.min(120, 2 ** Math.min(failures, 7));

/** Sheets that make a group in which none is alone. */
const group = 5;

/**
 * Whether the device sends by itself. The journal of the centre knows the minute of a sending: with one sheet in it that would
 * be the minute of one talk. So it waits for five sheets, or for the next day; by hand anything can be sent.
 */
export function sendsByItself(queue: readonly Kept<Waiting>[], today: string): boolean {
  const ready = queue.filter(({ value }) => !value.aside);
  return ready.length >= group || ready.some(({ value }) => value.sheet.day < today);
}
