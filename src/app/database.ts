import { type EmbeddedServer, startEmbedded } from '../platform/database/embedded.ts';
import { migrate } from '../platform/database/migrate.ts';
import { type DatabaseAddress, openPool, type Pool } from '../platform/database/pool.ts';
import { checkReachable } from '../platform/database/reachable.ts';
import { StartupProblem } from '../platform/startup-problem.ts';
import type { Config } from './config.ts';
import { pl } from './pl-settings.ts';

export interface OpenDatabase {
  address: DatabaseAddress;
  /** Owner: migrations and the loading of the demonstration; serves no request. */
  owner: Pool;
  /** Application role: every request. */
  pool: Pool;
  close(): Promise<void>;
  /** Stops the embedded server at once, whatever still uses it: for a process that ends next. */
  halt(): Promise<void>;
}

const name = 'okienko';

/**
 * The way of requests to an external database. By an account of their own not even a forged query could take the
 * owner's rights back, as `set role` can be undone.
 * @throws StartupProblem when that account is the owner after all
 */
async function requestPool({ appDatabaseUrl }: Config, shared: DatabaseAddress): Promise<Pool> {
  if (appDatabaseUrl === undefined) return openPool(shared, 'app');
  await checkReachable({ url: appDatabaseUrl });
  const pool = openPool({ url: appDatabaseUrl }, 'app');
  const { rows } = await pool.query<{ owns: boolean }>(
    `select bool_or(pg_has_role(session_user, tableowner, 'member')) as owns from pg_tables where schemaname = 'public'`,
  );
  if (rows[0]?.owns !== true) return pool;
  await pool.end();
  throw new StartupProblem('okienko.database.owner', pl.requestsByOwner);
}

/** How the embedded server of a data folder is begun. */
type Begin = (dataFolder: string) => Promise<EmbeddedServer>;

async function embedded(
  config: Config,
  begin: Begin,
): Promise<{ address: DatabaseAddress; stop(): Promise<void> }> {
  const server = await begin(config.dataFolder);
  const admin = openPool({ socket: server.socket, database: 'postgres' }, 'owner', 1);
  const there = await admin.query('select 1 from pg_database where datname = $1', [name]);
  if (there.rowCount === 0) await admin.query(`create database ${name}`);
  await admin.end();
  return { address: { socket: server.socket, database: name }, stop: server.stop };
}

/**
 * Starts or reaches the database and brings its schema forward.
 * @param until the last migration to apply, when not all: before a backup of an earlier release is restored
 * @param begin how to begin the embedded server: one that serves keeps it alive
 */
export async function openDatabase(
  config: Config,
  until?: string,
  begin: Begin = startEmbedded,
): Promise<OpenDatabase> {
  const place = config.databaseUrl
    ? { address: { url: config.databaseUrl }, stop: () => Promise.resolve() }
    : await embedded(config, begin);
  if (config.databaseUrl) await checkReachable(place.address);
  performance.mark('okienko.database');
  const owner = openPool(place.address, 'owner', 4);
  try {
    await migrate(owner, until);
  } catch (error) {
    await owner.end();
    await place.stop();
    throw error;
  }
  performance.mark('okienko.schema');
  let pool: Pool;
  try {
    pool = await requestPool(config, place.address);
  } catch (error) {
    await owner.end();
    await place.stop();
    throw error;
  }
  return {
    address: place.address,
    owner,
    pool,
    async close() {
      await Promise.all([owner.end(), pool.end()]);
      await place.stop();
    },
    halt: place.stop,
  };
}
