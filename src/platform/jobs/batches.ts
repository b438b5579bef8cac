import { type Clock, dayInPoland } from '../clock.ts';
import type { Pool } from '../database/pool.ts';
import { type Db, inTransaction } from '../database/tenant.ts';

/** Work of one centre, in a transaction of its own. */
export type AsCentre = <T>(centreId: string, work: (tx: Db) => Promise<T>) => Promise<T>;

/**
 * What a process counts in memory and writes down together, so that what is asked often writes seldom. A crash loses at
 * most what was counted since the last time: only for counts that may lack a minute.
 */
export interface Batch {
  flush(asCentre: AsCentre, today: string): Promise<void>;
}

export interface Batches {
  /** Writes down now what was counted. */
  flush(): Promise<void>;
  /** Writes down a last time and rests. */
  stop(): Promise<void>;
}

const everyMs = 60_000;

/** Writes batches down once a minute. */
export function startBatches(
  pool: Pool,
  clock: Clock,
  batches: readonly Batch[],
  report: (error: unknown) => void,
): Batches {
  const asCentre: AsCentre = (centreId, work) => inTransaction(pool, centreId, (tx) => work(tx));
  const flush = async (): Promise<void> => {
    for (const batch of batches) await batch.flush(asCentre, dayInPoland(clock.now())).catch(report);
  };
  const timer = setInterval(() => void flush(), everyMs).unref();
  return {
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}
