import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Asset } from '../platform/http/parts.ts';
import { projectRoot } from '../platform/root.ts';
import { passkeyScript } from '../modules/access/index.ts';
import { tabletAssets } from '../modules/survey/index.ts';
import { assets as uiAssets } from '../ui/index.ts';

/** Scripts that a page may ask for by name; each works as an addition to a page that works without it. */
const script = (name: string): { url: string; body: string } => {
  const body = readFileSync(path.join(projectRoot, 'src/app/scripts', `${name}.js`), 'utf8');
  return { url: `/assets/${name}-${createHash('sha256').update(body).digest('hex').slice(0, 10)}.js`, body };
};

const autosave = script('autosave');

/** The address of the script that saves forms by itself. */
export const autosaveUrl = autosave.url;

export const assets: ReadonlyMap<string, Asset> = new Map<string, Asset>([
  ...uiAssets.map((asset) => [asset.url, { type: asset.type, body: asset.body }] as const),
  ...tabletAssets.map(({ url, type, body }) => [url, { type, body }] as const),
  [passkeyScript.url, passkeyScript],
  [autosave.url, { type: 'text/javascript; charset=utf-8', body: autosave.body }],
]);
