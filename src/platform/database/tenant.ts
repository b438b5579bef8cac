import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import type { DB } from './generated/schema.ts';
import { type Pool, statementName } from './pool.ts';
import { tenantQuery } from './tenant-query.ts';

/** The typed way to a tenant's rows: each statement sees the rows of one centre and no others. */
export type Db = Kysely<DB>;

/** Puts a statement on the wire before it returns: the order of calls is the order in the database. */
export type Send = (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>;

/** The typed way over any other way of sending a statement. */
export function over(execute: Send): Db {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await execute(query.sql, query.parameters);
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
    async *streamQuery() {
      await Promise.reject(new Error('streaming is not offered: page through the rows'));
      yield* [];
    },
  };
  const refuse = () => Promise.reject(new Error('a transaction belongs to the command runner'));
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => ({
      init: () => Promise.resolve(),
      acquireConnection: () => Promise.resolve(connection),
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: () => Promise.resolve(),
      destroy: () => Promise.resolve(),
    }),
  };
  return new Kysely<DB>({ dialect });
}

const readers = new WeakMap<Pool, Map<string, Db>>();

/** Reads as one centre (empty string: no centre, reference data only). Every statement stands alone. */
export function readerFor(pool: Pool, centreId: string): Db {
  const known = readers.get(pool)?.get(centreId);
  if (known) return known;
  // Making one costs as much as a small statement, and there are no more of them than centres.
  const reader = over((text, values) => tenantQuery(pool, centreId, text, values));
  const ofPool = readers.get(pool) ?? new Map<string, Db>();
  readers.set(pool, ofPool.set(centreId, reader));
  return reader;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Statements that the same turn of the loop sends leave in one write instead of one each. */
function gatheringWrites(client: pg.PoolClient): () => void {
  const { connection } = client as unknown as { connection: { stream: { cork(): void; uncork(): void } } };
  let gathering = false;
  return () => {
    if (gathering) return;
    gathering = true;
    const { stream } = connection;
    stream.cork();
    process.nextTick(() => {
      gathering = false;
      stream.uncork();
    });
  };
}

const clients = new WeakMap<Db, pg.PoolClient>();

/** The connection of a running transaction, for what no single statement can do (see copy.ts). */
export function connectionOf(tx: Db): pg.PoolClient {
  const client = clients.get(tx);
  if (!client) throw new Error('only a transaction holds a connection');
  return client;
}

/**
 * Runs `work` in one transaction as one centre. The opening travels with the first statement, and what `last` sends
 * travels with the commit. A thrown error rolls everything back; serialization failures and deadlocks are tried again
 * twice.
 */
export async function inTransaction<T>(
  pool: Pool,
  centreId: string,
  work: (tx: Db, send: Send) => Promise<T>,
  last?: (send: Send, result: T) => Promise<unknown>,
  tries = 3,
): Promise<T> {
  if (!uuid.test(centreId)) throw new Error('a transaction needs a centre');
  const client = await pool.connect();
  let broken = false;
  try {
    const gather = gatheringWrites(client);
    const send: Send = (text, values) => {
      gather();
      const name = statementName(text);
      return client.query({ text, values: [...values], ...(name ? { name } : {}) });
    };
    gather();
    const opened = client.query(`begin; select set_config('app.centre', '${centreId}', true)`);
    opened.catch(() => undefined);
    const tx = over(send);
    clients.set(tx, client);
    const result = await work(tx, send);
    gather();
    const [, , committed] = await Promise.all([opened, last?.(send, result), client.query('commit')]);
    // After a swallowed error PostgreSQL answers COMMIT with ROLLBACK: nothing was kept, so nothing may be acknowledged.
    if (committed.command !== 'COMMIT') throw new Error('the transaction was rolled back');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    const code = (error as { code?: string }).code;
    if (tries > 1 && (code === '40001' || code === '40P01'))
      return await inTransaction(pool, centreId, work, last, tries - 1);
    throw error;
  } finally {
    client.release(broken);
  }
}
