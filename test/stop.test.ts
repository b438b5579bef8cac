import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { cleanEnvironment, freePort, launch, said } from '../bench/processes.ts';
import { flags } from '../bin/flags.mjs';
import { openPool, type Pool } from '../src/platform/database/pool.ts';
import { newKey } from '../src/platform/vault/vault.ts';
import { reaching } from './support/command-line.ts';
import { addressOf } from './support/database.ts';

const given = inject('database');
const name = `t_stop_${process.pid}_${randomBytes(4).toString('hex')}`;
const address = addressOf(given.address, name);
const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-stop-'));
let admin: Pool;
let owner: Pool;

beforeAll(async () => {
  admin = openPool(given.address, 'owner', 1);
  await admin.query(`create database ${name} template ${given.template}`);
  owner = openPool(address, 'owner', 2);
});
afterAll(async () => {
  await owner.end();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
  rmSync(folder, { recursive: true, force: true });
});

/** A server that waits one second for its requests, and what it says. */
async function server(): Promise<{ process: ReturnType<typeof launch>; port: number; heard(): string }> {
  const port = await freePort();
  const child = launch(
    [...flags, 'bin/run.mjs', 'start'],
    cleanEnvironment({
      ...reaching(address),
      OKIENKO_KEY: key,
      OKIENKO_DATA: folder,
      OKIENKO_DEMO: '0',
      OKIENKO_BACKUP_HOUR: 'off',
      OKIENKO_STOP_SECONDS: '1',
      PORT: String(port),
    }),
  );
  let heard = '';
  child.stderr.on('data', (part: Buffer) => {
    heard += part.toString();
  });
  await said(child, '"event":"started"');
  return { process: child, port, heard: () => heard };
}
const key = newKey();

describe('a server that is told to stop while a request hangs', () => {
  it('waits as long as it was told, then cuts the connection and ends in order', async () => {
    const { process: child, port, heard } = await server();
    // A form whose end never comes.
    const slow = connect(port, '127.0.0.1');
    slow.write(
      'POST /szkic HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n\r\na=',
    );
    const cut = once(slow, 'close');
    slow.on('error', () => undefined);
    // Answered after it on another connection: the slow one is under way.
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await vi.waitFor(() => expect(heard()).toContain('"event":"stopping"'), 5000);
    // Stopping, and the request that is under way still has its connection.
    expect(slow.destroyed).toBe(false);
    await cut;
    expect((await ended)[0]).toBe(0);
    expect(heard()).toContain('"event":"stopped"');
    expect(heard()).not.toContain('stop.forced');
  }, 30_000);

  it('ends by force when what it waits for is the database, and leaves the data whole', async () => {
    const { process: child, port, heard } = await server();
    const locked = await owner.connect();
    await locked.query('begin');
    await locked.query('lock table centre in access exclusive mode');
    const hanging = fetch(`http://127.0.0.1:${port}/jarocin`).then(
      ({ status }) => status,
      () => 'cut',
    );
    await vi.waitFor(async () => {
      const { rows } = await owner.query<{ waits: number }>(
        `select count(*)::int as waits from pg_locks where not granted and relation = 'centre'::regclass`,
      );
      expect(rows[0]?.waits).toBeGreaterThan(0);
    }, 10_000);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(1);
    expect(heard()).toContain('"event":"stop.forced"');
    expect(await hanging).toBe('cut');
    await locked.query('rollback');
    locked.release();
    const again = await server();
    const gone = once(again.process, 'exit');
    again.process.kill('SIGTERM');
    expect((await gone)[0]).toBe(0);
  }, 60_000);
});
