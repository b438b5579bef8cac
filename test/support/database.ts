import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { type DatabaseAddress, openPool, type Pool } from '../../src/platform/database/pool.ts';

export interface TestDatabase {
  /** The application's role: what requests run as. */
  pool: Pool;
  /** The owner: to arrange what the application may not do. */
  owner: Pool;
  address: DatabaseAddress;
}

/** A database of the test's server by its name. */
export const addressOf = (server: DatabaseAddress, database: string): DatabaseAddress =>
  'socket' in server
    ? { socket: server.socket, database }
    : { url: Object.assign(new URL(server.url), { pathname: `/${database}` }).toString() };

/** A migrated database of this file's own: cloned before its first test, dropped after its last. */
export function testDatabase(): TestDatabase {
  const given = inject('database');
  // Two threads of one run begin files in the same millisecond: only chance keeps their names apart.
  const name = `t_${process.pid}_${randomBytes(6).toString('hex')}`;
  const address = addressOf(given.address, name);
  const admin = openPool(given.address, 'owner', 1);
  const database: TestDatabase = {
    pool: openPool(address, 'app', 6),
    owner: openPool(address, 'owner', 2),
    address,
  };
  beforeAll(async () => {
    await admin.query(`create database ${name} template ${given.template}`);
  });
  afterAll(async () => {
    await Promise.all([database.pool.end(), database.owner.end()]);
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  });
  return database;
}
