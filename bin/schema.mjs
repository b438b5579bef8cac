// Reads the migrated schema back into src/platform/database/generated/schema.ts, through a throw-away database.
// With --check nothing is written: it fails when the kept file is not what the migrations give.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '../src/platform/database/migrate.ts';
import { openPool } from '../src/platform/database/pool.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { root } from './node24.mjs';

const kept = path.join(root, 'src/platform/database/generated/schema.ts');
const check = process.argv.includes('--check');
const target = check ? path.join(os.tmpdir(), `okienko-schema-${process.pid}.ts`) : kept;
const folder = path.join(os.tmpdir(), `okienko-schema-${process.pid}`);
const server = await startEmbedded(folder, { durable: false });
const admin = openPool({ socket: server.socket, database: 'postgres' }, 'owner', 1);
const name = `schema_${process.pid}`;
await admin.query(`create database ${name}`);
const pool = openPool({ socket: server.socket, database: name }, 'owner', 2);
await migrate(pool);
await pool.end();
mkdirSync(path.dirname(target), { recursive: true });
const done = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
    '--dialect',
    'postgres',
    '--url',
    `postgres://postgres@localhost/${name}?host=${server.socket}`,
    '--out-file',
    target,
    '--exclude-pattern',
    'migration',
    '--date-parser',
    'string',
    '--numeric-parser',
    'number',
    '--type-mapping',
    '{"int8":"number","timestamptz":"string"}',
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
await admin.query(`drop database ${name}`);
await admin.end();
await server.stop();
rmSync(folder, { recursive: true, force: true });
if (check && readFileSync(target, 'utf8') !== readFileSync(kept, 'utf8')) {
  console.error('Typy bazy są nieaktualne: uruchom „node bin/node24.mjs bin/schema.mjs” i zapisz wynik.');
  process.exit(1);
}
process.exit(done.status ?? 1);
