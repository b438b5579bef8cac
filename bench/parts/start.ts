import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { projectRoot } from '../../src/platform/root.ts';
import { scratchFolder } from '../house.ts';
import { cleanEnvironment, freePort } from '../processes.ts';
import { atMost, type Figure, median, say } from '../report.ts';

const markSchema = z.object({ name: z.string(), at: z.number() });

/** The stretches of a start, each from the one before to a mark (the name of a mark begins like this). */
const stretches: readonly { words: string; until: string }[] = [
  { words: 'npm', until: `process ${path.join(projectRoot, 'bin/okienko.mjs')}` },
  { words: 'check of what is installed, Node', until: `process ${path.join(projectRoot, 'bin/run.mjs')}` },
  { words: 'check of the build, loading the program', until: 'okienko.program' },
  { words: 'PostgreSQL', until: 'okienko.database' },
  { words: 'migrations', until: 'okienko.schema' },
  { words: 'demonstration, routes, listening', until: 'okienko.listening' },
  { words: 'first page', until: 'page' },
];

/** One `npm start` on a folder until the first page; gives milliseconds until each mark. */
async function startOnce(folder: string): Promise<Map<string, number>> {
  const port = await freePort();
  const marks = path.join(os.tmpdir(), `okienko-marks-${process.pid}`);
  rmSync(marks, { force: true });
  const began = Date.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: projectRoot,
    detached: true,
    stdio: 'ignore',
    env: cleanEnvironment({
      PORT: String(port),
      OKIENKO_DATA: folder,
      OKIENKO_MARKS: marks,
      NODE_OPTIONS: `--import ${path.join(projectRoot, 'bench/marks.mjs')}`,
    }),
  });
  const gone = once(child, 'exit');
  let page: Response | undefined;
  while (page === undefined && child.exitCode === null) {
    page = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (page?.status !== 200) await pause(5);
  }
  await page?.text();
  const total = Date.now() - began;
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  await gone;
  const noted = readFileSync(marks, 'utf8')
    .trim()
    .split('\n')
    .map((line) => markSchema.parse(JSON.parse(line)));
  rmSync(marks);
  const at = new Map<string, number>([['page', total]]);
  for (const { name, at: when } of noted) if (!at.has(name)) at.set(name, when - began);
  return at;
}

/** `npm start` on a folder that holds the demonstration, until the first page. */
export async function startPart(): Promise<Figure[]> {
  const { folder, remove } = scratchFolder();
  mkdirSync(folder, { recursive: true });
  try {
    say('  loading the demonstration once');
    const first = await startOnce(folder);
    const again: Map<string, number>[] = [];
    for (let round = 0; round < 5; round++) {
      const one = await startOnce(folder);
      again.push(one);
      say(`  ${round + 1}/5  ${((one.get('page') ?? 0) / 1000).toFixed(2)} s`);
    }
    let before = 0;
    for (const { words, until } of stretches) {
      const at = median(again.map((one) => one.get(until) ?? Number.NaN));
      say(`  ${words}: ${Math.round(at - before)} ms`);
      before = at;
    }
    const seconds = median(again.map((one) => one.get('page') ?? Number.NaN)) / 1000;
    return [
      {
        part: 'start',
        measured: '`npm start` until the first page, on an initialised folder',
        ours: `${seconds.toFixed(2)} s`,
        beside: `first start ever, with the demonstration: ${((first.get('page') ?? 0) / 1000).toFixed(1)} s`,
        target: atMost(4, seconds, ' s'),
      },
    ];
  } finally {
    remove();
  }
}
