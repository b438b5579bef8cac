// Builds the program of the interviewer's tablet (src/modules/survey/tablet) for the browser, and its icons, when a source is
// newer. It shares the domain of the survey and the components of the design system with the server; nothing else gets in.
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './node24.mjs';

const folder = path.join(root, 'build/tablet');
const output = path.join(folder, 'tablet.js');

const newest = (place) =>
  statSync(place).isFile()
    ? statSync(place).mtimeMs
    : readdirSync(place, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .reduce(
          (latest, entry) => Math.max(latest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
          0,
        );

/** A file is there whole or not at all, whoever else writes it at the same time. */
export function writeWhole(file, content) {
  const part = `${file}.${process.pid}`;
  writeFileSync(part, content);
  renameSync(part, file);
}

/** A window in the middle of the accent: all of it stays when a system cuts a circle out of it. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -16 68 68">
<rect x="-16" y="-16" width="68" height="68" fill="#1e3f9e"/>
<g fill="none" stroke="#fffdf8" stroke-width="2.6" stroke-linejoin="round">
<rect x="12.5" y="4" width="9.5" height="25" fill="#f2b93b" stroke="none"/>
<path d="M3 4h19v25H3zM12.5 4v25M3 13h9.5M22 4l10 4v26l-10-5zM22 13l10 4.5"/></g></svg>`;

/** Brings the tablet's program and icons up to date (a third of a second, when something changed). */
export async function buildTablet() {
  const sources = [
    'src/modules/survey',
    'src/ui',
    'src/lang.ts',
    'src/platform/http/form-data.ts',
    'bin/tablet.mjs',
  ];
  const latest = Math.max(...sources.map((place) => newest(path.join(root, place))));
  if (existsSync(output) && statSync(output).mtimeMs > latest) return;
  mkdirSync(folder, { recursive: true });
  const { Resvg } = await import('@resvg/resvg-js');
  for (const width of [180, 192, 512]) {
    const picture = new Resvg(icon, { fitTo: { mode: 'width', value: width } }).render().asPng();
    writeWhole(path.join(folder, `tablet-${width}.png`), picture);
  }
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: path.join(root, 'src/modules/survey/tablet/main.tsx'),
    cwd: root,
    platform: 'browser',
    external: /^node:/,
    // Only what is used: the design system also has parts that read files of the server.
    treeshake: { moduleSideEffects: (id) => id.endsWith('tablet/main.tsx') },
    logLevel: 'warn',
  });
  const {
    output: [program],
  } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  writeWhole(output, program.code);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildTablet();
