// Bundles the server into build/main.js when a source is newer than the bundle. Packages stay outside.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './node24.mjs';

const output = path.join(root, 'build/main.js');

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|json)$/.test(entry.name))
    .reduce(
      (latest, entry) => Math.max(latest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
      0,
    );
}

/** Gives the path of an up-to-date bundle, building it if needed (about half a second). */
export async function build() {
  const sources = ['src', 'data', 'bench', 'test'].map((name) => path.join(root, name)).filter(existsSync);
  if (existsSync(output) && statSync(output).mtimeMs > Math.max(...sources.map(newest))) return output;
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: path.join(root, 'src/app/main.ts'),
    cwd: root,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
    logLevel: 'warn',
  });
  await bundle.write({
    dir: path.join(root, 'build'),
    format: 'esm',
    sourcemap: true,
    entryFileNames: 'main.js',
    chunkFileNames: '[name].js',
    cleanDir: true,
  });
  await bundle.close();
  return output;
}
