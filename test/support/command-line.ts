import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { DatabaseAddress } from '../../src/platform/database/pool.ts';
import { projectRoot } from '../../src/platform/root.ts';

/** The environment of a process that reaches a test's own database. */
export const reaching = (address: DatabaseAddress): Record<string, string> => ({
  DATABASE_URL:
    'socket' in address
      ? `postgres:///${address.database}?host=${encodeURIComponent(address.socket)}&user=postgres`
      : address.url,
});

/** Runs `okienko <args>` as a person would and gives what it said and how it ended. */
export async function okienko(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number | null; said: string; complained: string }> {
  const child = spawn(process.execPath, ['bin/okienko.mjs', ...args], {
    cwd: projectRoot,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    child.exitCode === null ? once(child, 'exit') : undefined,
  ]);
  return { code: child.exitCode, said, complained };
}
