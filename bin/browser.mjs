// Finds Chromium for the browser journeys, or installs Debian's when it can.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium-like browser; undefined when there is none. */
export const findBrowser = () => places.find((place) => place && existsSync(place));

/** Makes sure there is a browser; ends the process with one sentence when there is none and none can be installed. */
export function ensureBrowser() {
  if (findBrowser()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Instaluję przeglądarkę Chromium do testów (raz)…');
    spawnSync(
      'sh',
      ['-c', 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core'],
      { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
    );
  }
  if (findBrowser()) return;
  console.error(
    'Testy w przeglądarce potrzebują Chromium: zainstaluj je (w Debianie: apt-get install chromium) albo wskaż program w zmiennej CHROMIUM.',
  );
  process.exit(1);
}
