// Every check and every test, one after the other; the last line counts them: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled } from './install.mjs';
import { node24, root } from './node24.mjs';

ensureInstalled();
ensureBrowser();

const bin = (name) => path.join(root, 'node_modules/.bin', name);
const scratch = mkdtempSync(path.join(os.tmpdir(), 'okienko-tests-'));
const totals = { passed: 0, failed: 0 };

/** What the program leaves where others see it, through the whole run: read by the last check. */
const record = path.join(scratch, 'nagranie');
mkdirSync(record);
const preload = `--import ${pathToFileURL(path.join(root, 'test/scan/record.mjs')).href}`;
// The journeys give their servers an environment of their own: they pass the second on as the first.
const recording = { SCAN_RECORD: record, NODE_OPTIONS: preload, SCAN_PRELOAD: preload };

function run(title, command, args, more = {}) {
  const began = Date.now();
  console.log(`\n── ${title}`);
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CI: 'true', NODE_OPTIONS: '', ...more },
  });
  console.log(
    `── ${title}: ${done.status === 0 ? 'w porządku' : 'BŁĄD'} (${((Date.now() - began) / 1000).toFixed(1)} s)`,
  );
  return done.status === 0;
}

function check(title, command, args) {
  totals[run(title, command, args) ? 'passed' : 'failed'] += 1;
}

function tests(title, config) {
  const report = path.join(scratch, `${config}.json`);
  const fine = run(
    title,
    node24(),
    [
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    recording,
  );
  if (!existsSync(report)) {
    totals.failed += 1;
    return;
  }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  totals.passed += numPassedTests;
  // A run can fail without a failed test (a file that does not load, an error outside any test): that counts too.
  totals.failed += numFailedTests || (fine ? 0 : 1);
}

// Each checker reads the libraries anew: four of them take 5 GB and twice the processor.
check('Typy', bin('tsc'), ['--noEmit', '--checkers', '2']);
check('Reguły stylu', bin('oxlint'), ['--type-aware', '--deny-warnings']);
check('Układ tekstu', bin('biome'), ['format', '.']);
check('Reguły zależności', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'src']);
check('Nieużywany kod', bin('knip'), []);
check('Typy bazy zgodne z migracjami', node24(), ['bin/schema.mjs', '--check']);
check('Dokumenty tworzone z kodu', process.execPath, ['bin/okienko.mjs', 'docs', '--check']);
tests('Reguły, baza, strony', 'vitest.config.ts');
tests('Podróże w przeglądarce', 'vitest.e2e.config.ts');
check('Bez danych osób w dziennikach, adresach, tytułach i listach', node24(), [
  path.join(root, 'test/scan/main.ts'),
  record,
]);

rmSync(scratch, { recursive: true, force: true });
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
