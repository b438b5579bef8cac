// Bundles the server into a new folder of build/ when a source is newer than the last bundle. Packages stay outside.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { markup } from './markup.mjs';
import { root } from './node24.mjs';
import { buildTablet, writeWhole } from './tablet.mjs';

const target = path.join(root, 'build');
/** Says which folder is the last whole bundle. */
const pointer = path.join(target, 'server');

/** Bundles of before stay for servers that still run from them and read a part later. */
const kept = 3;

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|json)$/.test(entry.name))
    .reduce(
      (latest, entry) => Math.max(latest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
      0,
    );
}

/**
 * Data as one value: as named exports a file that is imported both at once and later loses some of them (rolldown
 * 1.2.19), and a text is parsed faster than a program.
 */
const jsonAsValue = {
  name: 'json-as-value',
  load: (id) =>
    id.endsWith('.json')
      ? {
          code: `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(id, 'utf8'))))});`,
          moduleType: 'js',
        }
      : null,
};

/** The last whole bundle, when it is newer than every source. */
function built() {
  if (!existsSync(pointer)) return undefined;
  const output = path.join(target, readFileSync(pointer, 'utf8'), 'main.js');
  const sources = ['src', 'data', 'bench', 'test'].map((name) => path.join(root, name)).filter(existsSync);
  return existsSync(output) && statSync(pointer).mtimeMs > Math.max(...sources.map(newest))
    ? output
    : undefined;
}

/** Removes bundles of before, oldest first, and what versions before this one left. */
function clear() {
  const folders = readdirSync(target).filter((name) => name.startsWith('server-'));
  const age = (name) => statSync(path.join(target, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const old = folders.sort((a, b) => age(b) - age(a)).slice(kept);
  const loose = readdirSync(target).filter((name) => /\.js(\.map)?$/.test(name));
  for (const name of [...old, ...loose]) rmSync(path.join(target, name), { recursive: true, force: true });
}

/**
 * Gives the path of an up-to-date bundle, building it if needed (about half a second). Several may build at once: each into a
 * folder of its own, and the pointer is moved when the folder is whole.
 */
export async function build() {
  await buildTablet();
  const there = built();
  if (there) return there;
  // A source that is saved while this runs is newer than the bundle.
  const began = new Date();
  const name = `server-${began.getTime().toString(36)}-${process.pid}`;
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: path.join(root, 'src/app/main.ts'),
    cwd: root,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
    plugins: [jsonAsValue, markup()],
    logLevel: 'warn',
    // Our plugins take longer than the bundler does, which would be said at every build.
    checks: { bundlerTimings: false },
  });
  await bundle.write({
    dir: path.join(target, name),
    format: 'esm',
    sourcemap: true,
    entryFileNames: 'main.js',
    chunkFileNames: '[name].js',
  });
  await bundle.close();
  // Polish word forms for the search, expanded once (some seconds); kept until the dictionary or our list changes.
  const { writePolishForms } = await import('../src/modules/directory/search/polish/forms.ts');
  writePolishForms();
  mkdirSync(target, { recursive: true });
  writeWhole(pointer, name);
  utimesSync(pointer, began, began);
  clear();
  return path.join(target, name, 'main.js');
}
