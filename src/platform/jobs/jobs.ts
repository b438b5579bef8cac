import { sql } from 'kysely';
import type { Pool } from '../database/pool.ts';
import { type Db, inTransaction, readerFor } from '../database/tenant.ts';

/** Runs a piece of database work as the message's centre, in a transaction of its own. */
export type InCentre = <T>(work: (db: Db, centreId: string) => Promise<T>) => Promise<T>;

/** What carries out one kind of message. It may run twice for one message, and must then do nothing the second time. */
export interface JobHandler {
  kind: string;
  run(inCentre: InCentre, payload: Record<string, unknown>): Promise<void>;
}

export interface Jobs {
  /** Carries out what waits in every centre's outbox; resolves when nothing more is due. */
  drain(): Promise<void>;
  /** A hint that something was just committed. */
  wake(): void;
  stop(): Promise<void>;
}

interface Waiting {
  id: string;
  kind: string;
  payload: Record<string, unknown>;
  tries: number;
}

const everyMs = 15_000;

/**
 * Carries out the outbox after the commit that filled it. A message is held by a claim of two minutes, not by an open
 * transaction, so a crash only delays it; a failure is tried again later and later (up to ten times).
 */
export function startJobs(
  pool: Pool,
  handlers: readonly JobHandler[],
  options: { report(error: unknown): void; timer?: boolean },
): Jobs {
  const byKind = new Map(handlers.map((handler) => [handler.kind, handler]));
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const claim = (db: Db, centreId: string) =>
    sql<Waiting>`
      update outbox set tries = tries + 1, next_try_at = now() + interval '2 minutes' * (tries + 1)
      where centre_id = ${centreId} and id in (
        select id from outbox where centre_id = ${centreId} and done_at is null and next_try_at <= now() and tries < 10
        order by created_at limit 20 for update skip locked)
      returning id, kind, payload, tries`.execute(db);

  const carryOut = async (centreId: string, waiting: Waiting): Promise<void> => {
    const inCentre: InCentre = (work) => inTransaction(pool, centreId, (tx) => work(tx, centreId));
    try {
      await byKind.get(waiting.kind)?.run(inCentre, waiting.payload);
      await inCentre((db) =>
        sql`update outbox set done_at = now(), last_error = null where centre_id = ${centreId} and id = ${waiting.id}`.execute(
          db,
        ),
      );
    } catch (error) {
      options.report(error);
      const words = error instanceof Error ? error.message : String(error);
      await inCentre((db) =>
        sql`update outbox set last_error = ${words} where centre_id = ${centreId} and id = ${waiting.id}`.execute(
          db,
        ),
      );
    }
  };

  const drainAll = async (): Promise<void> => {
    const centres = await readerFor(pool, '').selectFrom('centre').select('id').execute();
    for (const { id: centreId } of centres) {
      while (!stopped) {
        const batch = (await inTransaction(pool, centreId, (tx) => claim(tx, centreId))).rows;
        if (batch.length === 0) break;
        for (const waiting of batch) await carryOut(centreId, waiting);
      }
    }
  };

  const drain = async (): Promise<void> => {
    if (running) {
      again = true;
      return await running;
    }
    running = (async () => {
      do {
        again = false;
        await drainAll();
      } while (again && !stopped);
    })().finally(() => {
      running = undefined;
    });
    return await running;
  };

  const quietly = (): void => void drain().catch(options.report);
  const timer = options.timer === false ? undefined : setInterval(quietly, everyMs).unref();

  return {
    drain,
    wake: quietly,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}
