// Reads the migrated schema back into src/platform/database/generated/schema.ts (a throw-away database is used).
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '../src/platform/database/migrate.ts';
import { openPool } from '../src/platform/database/pool.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { root } from './node24.mjs';

const target = process.argv[2] ?? path.join(root, 'src/platform/database/generated/schema.ts');
const server = await startEmbedded(path.join(os.tmpdir(), 'okienko-schema'), { durable: false });
const admin = openPool({ socket: server.socket, database: 'postgres' }, 'owner', 1);
const name = `schema_${process.pid}`;
await admin.query(`create database ${name}`);
const pool = openPool({ socket: server.socket, database: name }, 'owner', 2);
await migrate(pool);
await pool.end();
mkdirSync(path.dirname(target), { recursive: true });
const done = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'), '--dialect', 'postgres', '--url', `postgres://postgres@localhost/${name}?host=${server.socket}`, '--out-file', target, '--exclude-pattern', 'migration', '--date-parser', 'string', '--numeric-parser', 'number', '--type-mapping', '{"int8":"number","timestamptz":"string"}'],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
await admin.query(`drop database ${name}`);
await admin.end();
await server.stop();
process.exit(done.status ?? 1);
