import type { Pool } from '../database/pool.ts';
import { type Db, inTransaction } from '../database/tenant.ts';
import { type AuditEntry, appendAudit } from './audit.ts';

/** Work that may share a transaction: it appends, and decides on nothing that other work of the batch could change. */
export type JoiningWork<T> = (tx: Db) => Promise<{ value: T; entries: AuditEntry[] }>;

interface Waiting {
  run(tx: Db): Promise<{ settle: () => void; entries: AuditEntry[] }>;
  fail(error: unknown): void;
}

const largestBatch = 64;

/**
 * Group commit per centre: what arrives while one transaction commits goes into the next one together, so that the
 * audit chain is locked and the disk is waited for once per batch. Nothing is acknowledged before its commit.
 * When a batch fails, each of its works is run again alone, and only the culprit fails.
 */
export function groupCommit(pool: Pool): <T>(centreId: string, work: JoiningWork<T>) => Promise<T> {
  const queues = new Map<string, Waiting[]>();

  const commit = async (centreId: string, batch: readonly Waiting[]): Promise<void> => {
    const settled = await inTransaction(pool, centreId, async (tx) => {
      const ran = await Promise.allSettled(batch.map((waiting) => waiting.run(tx)));
      const done = ran.map((result) => {
        if (result.status === 'rejected') throw result.reason;
        return result.value;
      });
      await appendAudit(
        tx,
        done.flatMap((result) => result.entries),
      );
      return done;
    });
    for (const result of settled) result.settle();
  };

  const drain = async (centreId: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue.splice(0, largestBatch);
      try {
        await commit(centreId, batch);
      } catch (error) {
        if (batch.length === 1) batch[0]?.fail(error);
        else
          for (const waiting of batch)
            await commit(centreId, [waiting]).catch((reason: unknown) => waiting.fail(reason));
      }
    }
    queues.delete(centreId);
  };

  return (centreId, work) =>
    new Promise((resolve, reject) => {
      const waiting: Waiting = {
        run: async (tx) => {
          const { value, entries } = await work(tx);
          return { settle: () => resolve(value), entries };
        },
        fail: reject,
      };
      const queue = queues.get(centreId);
      if (queue) {
        queue.push(waiting);
        return;
      }
      const fresh = [waiting];
      queues.set(centreId, fresh);
      // One turn later, so that requests of the same tick share the first batch.
      setImmediate(() => void drain(centreId, fresh));
    });
}
