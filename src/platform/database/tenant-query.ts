import type pg from 'pg';
import { type Sent, sendPipelined, type Statement } from './pipeline.ts';
import type { Pool } from './pool.ts';

interface Asked extends Statement {
  resolve(result: pg.QueryResult): void;
  reject(error: unknown): void;
}

/** How many statements share a round trip: whatever is behind a slow one waits for it. */
const largestBatch = 16;

/** Statements of this turn of the loop, by pool and centre. */
const waiting = new WeakMap<Pool, Map<string, Asked[]>>();

async function send(pool: Pool, centreId: string, batch: readonly Statement[]): Promise<Sent> {
  try {
    const client = await pool.connect();
    let broken = true;
    try {
      const sent = await sendPipelined(client, centreId, batch);
      broken = false;
      return sent;
    } finally {
      client.release(broken);
    }
  } catch (error) {
    return { ok: false, at: -1, error };
  }
}

/** Whether PostgreSQL refused the statement; otherwise the connection was lost, and nobody knows what was done. */
const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'severity' in error && error.severity === 'ERROR';

async function sendTogether(pool: Pool, centreId: string, batch: readonly Asked[]): Promise<void> {
  const sent = await send(pool, centreId, batch);
  if (sent.ok) {
    for (const [index, result] of sent.results.entries()) batch[index]?.resolve(result);
    return;
  }
  const { at, error } = sent;
  const refused = at >= 0 && isRefusal(error);
  for (const [index, asked] of batch.entries()) if (!refused || index === at) asked.reject(error);
  // The refused one has undone those before it and kept those behind it from running: they go again without it.
  const others = batch.filter((_, index) => refused && index !== at);
  if (others.length > 0) await sendTogether(pool, centreId, others);
}

const isRead = (text: string): boolean => /^\s*select\b/i.test(text);

const asksTheSame = (one: Statement, other: Statement): boolean =>
  one.text === other.text && one.values.every((value, index) => value === other.values[index]);

/** Identical reads of one turn are asked once: the parts of a page begin with the same questions. */
function askedOnce(batch: readonly Asked[]): Asked[] {
  const once: Asked[] = [];
  for (const asked of batch) {
    const first = isRead(asked.text) ? once.find((other) => asksTheSame(asked, other)) : undefined;
    if (!first) {
      once.push(asked);
      continue;
    }
    const { resolve, reject } = first;
    first.resolve = (result) => {
      resolve(result);
      asked.resolve({ ...result, rows: [...result.rows] });
    };
    first.reject = (error) => {
      reject(error);
      asked.reject(error);
    };
  }
  return once;
}

/**
 * One statement as one tenant. What is asked for the same centre in the same turn of the loop goes out together, in one
 * round trip with one setting of the context: four trips for each (begin, set_config, statement, commit) would run at a
 * third of the speed. Each still succeeds or fails by itself.
 */
export function tenantQuery(
  pool: Pool,
  centreId: string,
  text: string,
  values: readonly unknown[],
): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const centres = waiting.get(pool) ?? new Map<string, Asked[]>();
    waiting.set(pool, centres);
    const asked = centres.get(centreId);
    const one = { text, values, resolve, reject };
    if (asked) {
      asked.push(one);
      return;
    }
    const batch = [one];
    centres.set(centreId, batch);
    process.nextTick(() => {
      centres.delete(centreId);
      const all = askedOnce(batch);
      for (let start = 0; start < all.length; start += largestBatch)
        void sendTogether(pool, centreId, all.slice(start, start + largestBatch));
    });
  });
}
