import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Asset } from '../../platform/http/parts.ts';
import { projectRoot } from '../../platform/root.ts';
import { assetUrl } from '../../ui/index.ts';
import { tablet } from './tablet/pl.ts';

/** The address of the interviewer's tablet; its service worker (tablet/worker.js) knows it too. */
export const tabletPath = '/praca/tablet';

/** What bin/tablet.mjs makes of survey/tablet: the program for the browser and the icons. */
const built = path.join(projectRoot, 'build/tablet');
const written = path.join(projectRoot, 'src/modules/survey/tablet');

const hashOf = (body: string | Uint8Array): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 10);

interface File extends Asset {
  url: string;
}

const file = (name: string, type: string, body: string | Uint8Array): File => {
  const { name: stem, ext } = path.parse(name);
  return { url: `/assets/${stem}-${hashOf(body)}${ext}`, type, body };
};

const png = (name: string): File => file(name, 'image/png', readFileSync(path.join(built, name)));

const program = file(
  'tablet.js',
  'text/javascript; charset=utf-8',
  readFileSync(path.join(built, 'tablet.js'), 'utf8'),
);
const style = file(
  'tablet.css',
  'text/css; charset=utf-8',
  readFileSync(path.join(written, 'tablet.css'), 'utf8'),
);
const icons = { small: png('tablet-192.png'), large: png('tablet-512.png'), apple: png('tablet-180.png') };

const manifest = file(
  'tablet.webmanifest',
  'application/manifest+json',
  JSON.stringify({
    id: tabletPath,
    name: tablet.title,
    short_name: tablet.shortName,
    lang: 'pl',
    start_url: tabletPath,
    // The door of the centre too: signing in again does not leave the installed window.
    scope: '/',
    display: 'standalone',
    background_color: '#f7f2e6',
    theme_color: '#1e3f9e',
    icons: [
      { src: icons.small.url, sizes: '192x192', type: 'image/png' },
      { src: icons.large.url, sizes: '512x512', type: 'image/png' },
      { src: icons.large.url, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }),
);

/** Addresses that the page of the tablet names. */
export const tabletUrls = {
  program: program.url,
  style: style.url,
  manifest: manifest.url,
  appleIcon: icons.apple.url,
};

const hashed = [program, style, manifest, icons.small, icons.large, icons.apple];

/** The service worker, with the files that it keeps; another byte in one of them is another worker. */
export function tabletWorker(page: string): string {
  const files = [tabletPath, assetUrl.css, assetUrl.icon, ...hashed.map(({ url }) => url)];
  const kept = `okienko-tablet-${hashOf([page, ...files].join('\n'))}`;
  const source = readFileSync(path.join(written, 'worker.js'), 'utf8');
  return `const files = ${JSON.stringify(files)};\nconst kept = ${JSON.stringify(kept)};\n${source}`;
}

/** What the tablet needs, for the application to serve. */
export const tabletAssets = hashed;
