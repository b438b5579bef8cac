// Bundles the server into build/main.js when a source is newer than the bundle. Packages stay outside.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './node24.mjs';
import { buildTablet } from './tablet.mjs';

const target = path.join(root, 'build');
const output = path.join(target, 'main.js');

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

/** Gives the path of an up-to-date bundle, building it if needed (about half a second). */
export async function build() {
  await buildTablet();
  const sources = ['src', 'data', 'bench', 'test'].map((name) => path.join(root, name)).filter(existsSync);
  if (existsSync(output) && statSync(output).mtimeMs > Math.max(...sources.map(newest))) return output;
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: path.join(root, 'src/app/main.ts'),
    cwd: root,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
    plugins: [jsonAsValue],
    logLevel: 'warn',
  });
  // The tablet's program beside it stays (tablet.mjs).
  for (const name of existsSync(target) ? readdirSync(target) : [])
    if (/\.js(\.map)?$/.test(name)) rmSync(path.join(target, name));
  await bundle.write({
    dir: target,
    format: 'esm',
    sourcemap: true,
    entryFileNames: 'main.js',
    chunkFileNames: '[name].js',
  });
  await bundle.close();
  // Polish word forms for the search, expanded once (some seconds); kept until the dictionary or our list changes.
  const { writePolishForms } = await import('../src/modules/directory/search/polish/forms.ts');
  writePolishForms();
  return output;
}
