import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import path from 'node:path';

const root = path.dirname(path.dirname(import.meta.dirname));

/** One run of the command line, with everything it said. */
export interface Run {
  process: ChildProcess;
  said(): string;
  /** Resolves when it has said something that fits; rejects when it ends before. */
  says(words: RegExp): Promise<void>;
  /** Its exit code; null: it was killed. */
  ended: Promise<number | null>;
}

/** Runs `okienko <words>` as a process of its own, on the bundle that the journeys have built. */
export function okienko(words: readonly string[], env: NodeJS.ProcessEnv, options: SpawnOptions = {}): Run {
  const child = spawn(process.execPath, ['bin/run.mjs', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', NODE_OPTIONS: process.env['SCAN_PRELOAD'] ?? '', ...env },
    ...options,
  });
  let said = '';
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      said += part.toString();
      for (const listen of heard) listen();
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    process: child,
    said: () => said,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const listen = (): void => {
          if (pattern.test(said)) resolve();
        };
        heard.add(listen);
        listen();
        void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
      }),
    ended,
  };
}

/** A server on a free port of this computer, closed by `close()`. */
export async function listenAnywhere(
  server: Server = createServer(),
): Promise<{ port: number; close(): Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  return {
    port: typeof at === 'object' && at ? at.port : 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const { port, close } = await listenAnywhere();
  await close();
  return port;
}
