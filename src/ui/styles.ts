import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** One address per version of the bytes: the app serves them with an unlimited cache. */
export type Asset = { url: string; type: string; body: Buffer };

const sheets = [
  'tokens',
  'base',
  'header',
  'nav',
  'page',
  'forms',
  'buttons',
  'content',
  'process',
  'tables',
  'drawings',
  'figures',
  'maps',
] as const;

const require = createRequire(import.meta.url);

/** The folder with package.json: the code may run from src/ui or from the bundle in build/. */
const root = (from: string): string =>
  existsSync(path.join(from, 'package.json')) || from === path.dirname(from)
    ? from
    : root(path.dirname(from));

const folder = path.join(root(path.dirname(fileURLToPath(import.meta.url))), 'src/ui/styles');

const hashed = (name: string, extension: string, type: string, body: Buffer): Asset => {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { url: `/assets/${name}-${hash}.${extension}`, type, body };
};

const font = (weight: string): Asset =>
  hashed(
    `lato-${weight}`,
    'woff2',
    'font/woff2',
    readFileSync(require.resolve(`lato-font/fonts/lato-${weight}/lato-${weight}.woff2`)),
  );

const fonts = { normal: font('normal'), bold: font('bold') };

const sheet = (name: string): string => readFileSync(path.join(folder, `${name}.css`), 'utf8');

/** A table becomes a list where its own place is narrow; an old browser asks the screen instead. */
const stacked = (name: string, width: string): string =>
  `@container (max-width: ${width}) {\n${sheet(name)}}\n` +
  `@supports not (container-type: inline-size) {\n@media (max-width: 60rem) {\n${sheet(name)}}\n}\n`;

/** The whole style sheet, with the addresses of the fonts filled in. */
export const stylesheet: string = [
  ...sheets.map(sheet),
  stacked('stacked-table', '36rem'),
  stacked('stacked-week', '44rem'),
  sheet('print'),
]
  .join('\n')
  .replace('url(lato-normal)', `url(${fonts.normal.url})`)
  .replace('url(lato-bold)', `url(${fonts.bold.url})`);

const css = hashed('okienko', 'css', 'text/css; charset=utf-8', Buffer.from(stylesheet, 'utf8'));
const icon = hashed('okienko', 'svg', 'image/svg+xml', readFileSync(path.join(folder, 'icon.svg')));

/** Everything a page of the design system needs, for the app to serve. */
export const assets: readonly Asset[] = [css, icon, fonts.normal, fonts.bold];

/** Addresses that `Page` writes into the head. */
export const assetUrl = { css: css.url, icon: icon.url };
