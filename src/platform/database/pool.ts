import { createHash } from 'node:crypto';
import pg from 'pg';

export type Pool = pg.Pool;

const { builtins } = pg.types;
pg.types.setTypeParser(builtins.INT8, Number);
// A date is a day, not an instant; an instant is ISO text in UTC.
pg.types.setTypeParser(builtins.DATE, (text) => text);
pg.types.setTypeParser(builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

/** Where the database is: the embedded server's socket, or the address of any PostgreSQL 15+. */
export type DatabaseAddress = { socket: string; database: string } | { url: string };

/** `owner` migrates; `app` owns nothing, cannot bypass row-level security, and serves every request. */
export type DatabaseRole = 'owner' | 'app';

const appRole = 'okienko_app';

/** The statement that opens every read of a tenant's data; see tenant-query.ts. It returns no rows. */
export const contextStatement = {
  name: 'okienko_context',
  text: `select from set_config('app.centre', $1, true) as centre where centre is null`,
};

/** How the driver connects as one of the two roles. */
export function connectionOptions(address: DatabaseAddress, role: DatabaseRole): pg.PoolConfig {
  if ('socket' in address)
    return { host: address.socket, database: address.database, user: role === 'app' ? appRole : 'postgres' };
  return { connectionString: address.url, ...(role === 'app' ? { options: `-c role=${appRole}` } : {}) };
}

/** A pool of pipelining connections; the tenant statement is prepared once per connection. */
export function openPool(address: DatabaseAddress, role: DatabaseRole, size = 12): Pool {
  const config: pg.PoolConfig & { pipeline: boolean } = {
    ...connectionOptions(address, role),
    max: size,
    idleTimeoutMillis: 0,
    pipeline: true,
    // The pool awaits what onConnect gives before it hands the connection out; its types do not say so.
    // oxlint-disable-next-line typescript/no-misused-promises
    onConnect: (client) => {
      // A connection that the server ends, while it is being made or while somebody holds it, fails their query; the
      // event beside it must not end us.
      client.on('error', () => undefined);
      return client.query({ ...contextStatement, values: [''] });
    },
  };
  const pool = new pg.Pool(config);
  pool.on('error', () => undefined);
  return pool;
}

const statementNames = new Map<string, string>();

/** A stable name makes PostgreSQL keep the plan (+45 % on point reads); capped, because names live as long as a connection. */
export function statementName(text: string): string | undefined {
  const known = statementNames.get(text);
  if (known) return known;
  if (statementNames.size >= 600) return undefined;
  const name = `s${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;
  statementNames.set(text, name);
  return name;
}
