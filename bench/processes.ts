import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { flags } from '../bin/flags.mjs';
import { projectRoot } from '../src/platform/root.ts';

/** A process of ours that has said it is ready. */
export interface Running {
  process: ChildProcess;
  port: number;
  url: string;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

/** A port of the loopback that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const at = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof at !== 'object' || at === null) throw new Error('no port');
  return at.port;
}

/**
 * What a process of this repository inherits: nothing that would change what is measured.
 * With OKIENKO_PROFILE=<folder> each leaves a processor profile there (`node --cpu-prof`).
 */
export function cleanEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const profile = process.env['OKIENKO_PROFILE'];
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NODE_ENV: 'production',
    // A benchmark writes faster than any person: the limit still counts, and is never reached.
    OKIENKO_ACCOUNT_WRITES: '1000000000',
    ...(profile ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profile}` } : {}),
    ...more,
  };
}

/** Runs a script of this repository on this Node, its output piped. */
export function launch(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, args, { cwd: projectRoot, env });
}

/** Waits for a text on the standard output. @throws with all that was said when the process ends before */
export function said(child: ChildProcessWithoutNullStreams, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const listen = (part: Buffer): void => {
      heard += part.toString();
      if (!heard.includes(text)) return;
      for (const stream of [child.stdout, child.stderr]) stream.off('data', listen).resume();
      resolve();
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', listen);
    child.once('exit', (code) => reject(new Error(`ended with ${code} before saying „${text}”: ${heard}`)));
  });
}

async function ready(child: ChildProcessWithoutNullStreams, port: number, text: string): Promise<Running> {
  await said(child, text);
  // A fault under load is worth seeing; what a server says while it is being killed is not.
  child.stderr.on('data', (part: Buffer) => child.killed || process.stderr.write(part));
  return {
    process: child,
    port,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** The product itself on a data folder, started as `npm start` starts it. */
export async function startOkienko(folder: string, more: Record<string, string> = {}): Promise<Running> {
  const port = await freePort();
  const env = cleanEnvironment({
    PORT: String(port),
    OKIENKO_DATA: folder,
    OKIENKO_DEMO: '0',
    // Limits of a person stay on and are never reached: one address and one account are all that the load has.
    OKIENKO_PUBLIC_READS: '100000000',
    OKIENKO_PUBLIC_WRITES: '100000000',
    OKIENKO_ACCOUNT_WRITES: '100000000',
    ...more,
  });
  return await ready(launch([...flags, 'bin/run.mjs', 'start'], env), port, 'Okienko działa');
}

/** One of the benchmark's own processes: within the whole program by its name, or alone by its script. */
const processOf = (name: string): string[] => [
  ...flags,
  ...(/\.[jt]s$/.test(name) ? [name] : ['bin/run.mjs', 'bench', 'process', name]),
];

/** One of the benchmark's own processes, which says `ready` when it listens on PORT: by name, or by its script. */
export async function startPeer(peer: string, more: Record<string, string>): Promise<Running> {
  const port = await freePort();
  const env = cleanEnvironment({ PORT: String(port), ...more });
  return await ready(launch(processOf(peer), env), port, 'ready');
}

/** Runs one of the benchmark's own processes on a JSON task and gives its JSON answer. */
export async function runTask(name: string, task: unknown): Promise<unknown> {
  const child = launch(processOf(name), cleanEnvironment());
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stderr.pipe(process.stderr);
  const gone = once(child, 'close');
  child.stdin.end(JSON.stringify(task));
  const [code] = await gone;
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}`);
  return JSON.parse(Buffer.concat(parts).toString());
}
