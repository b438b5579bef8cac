import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    address: string;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() => resolve(typeof at === 'object' && at ? at.port : 0));
    });
  });

const ready = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('Okienko działa')) resolve();
    });
    server.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
    });
    server.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
  });

/** What a new person does: one `npm start` on an empty folder; the journeys walk through it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort();
  const folder = path.join(os.tmpdir(), `okienko-e2e-${process.pid}`);
  const server = spawn(process.execPath, ['bin/okienko.mjs', 'start'], {
    cwd: path.dirname(path.dirname(import.meta.dirname)),
    env: {
      ...process.env,
      PORT: String(port),
      OKIENKO_DATA: folder,
      OKIENKO_PUBLIC_READS: '100000',
      OKIENKO_PUBLIC_WRITES: '10000',
      NODE_OPTIONS: process.env['SCAN_PRELOAD'] ?? '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(server);
  project.provide('address', `http://127.0.0.1:${port}`);
  return async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
}
