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

/**
 * Runs works in one transaction: their receipts are looked up together, and what they leave goes with the commit.
 * @param committing called when nothing is left but to commit
 */
export async function commitTogether<T>(
  pool: Pool,
  centreId: string,
  works: readonly Work<T>[],
  committing: () => void = () => undefined,
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
    async (send, left) => {
      const entries = left.flatMap((one) => one.entries);
      const receipts = left.flatMap(({ receipt }) => receipt ?? []);
      // The chain is locked from its entries to the commit: they come last.
      const sent = Promise.all([saveReceipts(send, centreId, receipts), appendAudit(send, entries)]);
      committing();
      await sent;
    },
  );
}

interface Waiting {
  work: Work<() => void>;
  fail(error: unknown): void;
}

/** More wait for the disk together the slower it is; so many that deciding them holds nobody else up for long. */
const largestBatch = 128;

/** What waits for its batch in one centre, and what is under way there. */
interface Queue {
  waiting: Waiting[];
  /** Batches begun and not finished. */
  open: number;
  /** Until one of them has come to its commit, or the first is let go, no other begins. */
  working: boolean;
}

/**
 * Group commit per centre, for work that only appends and decides on nothing that other work could change: what arrives
 * while one transaction works goes into the next one together, so that the audit chain is locked and the disk is waited
 * for once per batch. One batch works while the one before it commits; the chain's lock keeps their order. Nothing is
 * acknowledged before its commit. When a batch fails, each of its works is run again alone, and only the culprit fails.
 */
export function groupCommit(pool: Pool): <T>(centreId: string, work: Work<T>) => Promise<T> {
  const queues = new Map<string, Queue>();

  const commit = async (
    centreId: string,
    batch: readonly Waiting[],
    committing?: () => void,
  ): Promise<void> => {
    const left = await commitTogether(
      pool,
      centreId,
      batch.map(({ work }) => work),
      committing,
    );
    for (const { value: settle } of left) settle();
  };

  const runBatch = async (
    centreId: string,
    batch: readonly Waiting[],
    committing: () => void,
  ): Promise<void> => {
    try {
      await commit(centreId, batch, committing);
    } catch (error) {
      if (batch.length === 1) batch[0]?.fail(error);
      else
        for (const waiting of batch)
          await commit(centreId, [waiting]).catch((reason: unknown) => waiting.fail(reason));
    }
  };

  const advance = (centreId: string, queue: Queue): void => {
    if (queue.open === 0 && queue.waiting.length === 0) queues.delete(centreId);
    if (queue.working || queue.open > 1 || queue.waiting.length === 0) return;
    const batch = queue.waiting.splice(0, largestBatch);
    queue.open += 1;
    queue.working = true;
    let working = true;
    const worked = (): void => {
      if (!working) return;
      working = false;
      queue.working = false;
      advance(centreId, queue);
    };
    void runBatch(centreId, batch, worked).then(() => {
      queue.open -= 1;
      worked();
      advance(centreId, queue);
    });
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
        queue.waiting.push(waiting);
        advance(centreId, queue);
        return;
      }
      const fresh: Queue = { waiting: [waiting], open: 0, working: true };
      queues.set(centreId, fresh);
      // One turn later, so that requests of the same tick share the first batch.
      setImmediate(() => {
        fresh.working = false;
        advance(centreId, fresh);
      });
    });
}
