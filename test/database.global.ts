import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { type DatabaseAddress, openPool } from '../src/platform/database/pool.ts';

declare module 'vitest' {
  interface ProvidedContext {
    database: { address: DatabaseAddress; template: string };
  }
}

/** One server for the whole run (DATABASE_URL or embedded without fsync) and one migrated template to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['DATABASE_URL'];
  const folder = path.join(os.tmpdir(), `okienko-test-${process.pid}`);
  const server = url ? undefined : await startEmbedded(folder, { durable: false });
  const address = (database: string): DatabaseAddress => {
    if (server) return { socket: server.socket, database };
    const at = new URL(url ?? '');
    at.pathname = `/${database}`;
    return { url: at.toString() };
  };
  const template = `okienko_template_${process.pid}`;
  const admin = openPool(address('postgres'), 'owner', 1);
  await admin.query(`drop database if exists ${template}`);
  await admin.query(`create database ${template}`);
  const pool = openPool(address(template), 'owner', 1);
  await migrate(pool);
  await pool.end();
  project.provide('database', { address: address('postgres'), template });
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.end();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
