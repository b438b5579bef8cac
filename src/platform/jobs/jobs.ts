import { sql } from 'kysely';
import type { Pool } from '../database/pool.ts';
import { type Db, inTransaction, readerFor } from '../database/tenant.ts';

/** Runs a piece of database work as the message's centre, in a transaction of its own. */
export type InCentre = <T>(work: (db: Db, centreId: string) => Promise<T>) => Promise<T>;

/** What carries out one kind of message. It may run twice for one message, and must then do nothing the second time. */
export interface JobHandler {
  kind: string;
  /** Waits for somebody else's server: has a queue of its own, so that a slow one holds nothing else up. */
  remote?: true;
  /** @param id of the message: the same on every try */
  run(inCentre: InCentre, payload: Record<string, unknown>, id: string): Promise<void>;
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

/** Tries before a message is left to a person: 2, 4, 8 ... minutes apart, then every hour, for four days (RFC 5321, 4.5.4.1). */
export const mostTries = 100;

/**
 * Carries out the outbox after the commit that filled it. A message is taken one at a time and held by a claim of at
 * least two minutes, not by an open transaction: a crash only delays it, and no other process takes it meanwhile. A
 * failure is tried again later and later, see `mostTries`. Kinds that nobody here knows are left to whoever does.
 */
export function startJobs(
  pool: Pool,
  handlers: readonly JobHandler[],
  options: { report(error: unknown): void; timer?: boolean },
): Jobs {
  const byKind = new Map(handlers.map((handler) => [handler.kind, handler]));
  const queues = [handlers.filter((one) => !one.remote), handlers.filter((one) => one.remote)].map((queue) =>
    queue.map(({ kind }) => kind),
  );
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const claim = (db: Db, centreId: string, kinds: readonly string[]) =>
    // Materialized: a plan may ask a subquery once for each row, and would then claim more than the one it is given.
    sql<Waiting>`
      with next as materialized (
        select id from outbox where centre_id = ${centreId} and done_at is null and next_try_at <= now()
          and tries < ${mostTries} and kind = any(${kinds}::text[])
        order by created_at limit 1 for update skip locked)
      update outbox set tries = tries + 1,
        next_try_at = now() + least(interval '1 hour', interval '2 minutes' * power(2, least(tries, 10)))
      from next where outbox.centre_id = ${centreId} and outbox.id = next.id
      returning outbox.id, kind, payload, tries`.execute(db);

  const carryOut = async (centreId: string, waiting: Waiting): Promise<void> => {
    const inCentre: InCentre = (work) => inTransaction(pool, centreId, (tx) => work(tx, centreId));
    try {
      await byKind.get(waiting.kind)?.run(inCentre, waiting.payload, waiting.id);
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

  const drainQueue = async (kinds: readonly string[]): Promise<void> => {
    const centres = await readerFor(pool, '').selectFrom('centre').select('id').execute();
    for (const { id: centreId } of centres) {
      while (!stopped) {
        const [waiting] = (await inTransaction(pool, centreId, (tx) => claim(tx, centreId, kinds))).rows;
        if (!waiting) break;
        await carryOut(centreId, waiting);
      }
    }
  };

  const drainAll = async (): Promise<void> => {
    await Promise.all(queues.filter((kinds) => kinds.length > 0).map(drainQueue));
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
