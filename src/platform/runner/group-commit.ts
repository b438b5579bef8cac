import type { Pool } from '../database/pool.ts';
import { type Db, inTransaction } from '../database/tenant.ts';
import { type AuditEntry, appendAudit } from './audit.ts';
import { findReceipts, type Receipt, saveReceipts } from './receipts.ts';

/** What a piece of work leaves behind, written together with its commit. */
export interface Left<T> {
  value: T;
  entries: AuditEntry[];
  receipt?: Receipt | undefined;
}

/** The receipt of a work's key, if this submission has succeeded before. */
type Earlier = () => Promise<Receipt | undefined>;

/** Work in a transaction. */
export interface Work<T> {
  /** Key of the submission. */
  once?: string | undefined;
  run(tx: Db, earlier: Earlier): Promise<Left<T>>;
}

/** Runs works in one transaction: their receipts are looked up together, and what they leave goes with the commit. */
export async function commitTogether<T>(
  pool: Pool,
  centreId: string,
  works: readonly Work<T>[],
): Promise<Left<T>[]> {
  return await inTransaction(
    pool,
    centreId,
    async (tx, send) => {
      const receipts = findReceipts(
        send,
        centreId,
        works.flatMap(({ once }) => once ?? []),
      );
      // A failure reaches whoever asks; where nobody does, the commit fails for the same reason.
      receipts.catch(() => undefined);
      const ran = await Promise.allSettled(
        works.map((work) =>
          work.run(tx, async () => (await receipts).find((receipt) => receipt.once === work.once)),
        ),
      );
      return ran.map((result) => {
        if (result.status === 'rejected') throw result.reason;
        return result.value;
      });
    },
    async (send, left) =>
      await Promise.all([
        appendAudit(
          send,
          left.flatMap(({ entries }) => entries),
        ),
        saveReceipts(
          send,
          centreId,
          left.flatMap(({ receipt }) => receipt ?? []),
        ),
      ]),
  );
}

interface Waiting {
  work: Work<() => void>;
  fail(error: unknown): void;
}

const largestBatch = 64;

/**
 * Group commit per centre, for work that only appends and decides on nothing that other work of the batch could change:
 * what arrives while one transaction commits goes into the next one together, so that the audit chain is locked and the
 * disk is waited for once per batch. Nothing is acknowledged before its commit. When a batch fails, each of its works
 * is run again alone, and only the culprit fails.
 */
export function groupCommit(pool: Pool): <T>(centreId: string, work: Work<T>) => Promise<T> {
  const queues = new Map<string, Waiting[]>();

  const commit = async (centreId: string, batch: readonly Waiting[]): Promise<void> => {
    const left = await commitTogether(
      pool,
      centreId,
      batch.map(({ work }) => work),
    );
    for (const { value: settle } of left) settle();
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
        work: {
          once: work.once,
          run: async (tx, earlier) => {
            const { value, ...left } = await work.run(tx, earlier);
            return { ...left, value: () => resolve(value) };
          },
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
