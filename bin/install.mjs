// Installs what package-lock.json names, only when it changed since the last time. Runs on Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './node24.mjs';

const stamp = path.join(root, 'node_modules/.installed');

/** Brings node_modules in line with the lock file; ends the process with one sentence when that fails. */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Instaluję biblioteki (raz, około minuty)…');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (npm.status !== 0) {
    const last = (npm.stderr ?? '')
      .split('\n')
      .filter((line) => line.includes('error'))
      .slice(0, 3)
      .join(' ');
    console.error(
      `Nie udało się zainstalować bibliotek: sprawdź połączenie z rejestrem npm i miejsce na dysku, potem spróbuj ponownie. ${last}`,
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
