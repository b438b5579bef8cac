import path from 'node:path';
import { rolldown } from 'rolldown';
import { projectRoot } from '../src/platform/root.ts';

/** What a module of Preact is in React. */
const shims: Record<string, string> = {
  preact: `export { Fragment } from 'react';`,
  './server-context.ts': `import { createContext, useContext } from 'react';
    export const serverContext = (initial) => {
      const context = createContext(initial);
      return { Provider: context.Provider, use: () => useContext(context) };
    };`,
  // React refuses such addresses by itself.
  './safe-links.ts': `export const keepLinksSafe = () => undefined;`,
  './as-text.ts': `import { createElement } from 'react';
    export const drawn = (picture) => () => picture;
    export const writtenOption = (attributes, label) =>
      createElement('option', { key: attributes.value, ...attributes }, label);`,
  'preact-render-to-string': `export { renderToString } from 'react-dom/server';`,
};

/** Attributes that React knows by another name only. */
const attributes: Record<string, string> = { spellcheck: 'spellCheck', novalidate: 'noValidate' };

const renamed = (code: string): string =>
  code.replace(
    new RegExp(`(\\s)(${Object.keys(attributes).join('|')})(?==|\\s|/?>)`, 'g'),
    (_all, space: string, name: string) => `${space}${attributes[name] ?? name}`,
  );

/**
 * Builds the React peer: the very pages, components and words of the product, compiled for React instead of Preact.
 * Beside node_modules, so that it finds the packages; the product's own build is not touched.
 * @returns the path of its script
 */
export async function buildReactPeer(): Promise<string> {
  const folder = path.join(projectRoot, 'node_modules/.cache/okienko-bench');
  const bundle = await rolldown({
    input: path.join(projectRoot, 'bench/peers/react-main.ts'),
    cwd: projectRoot,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !path.isAbsolute(id) && !(id in shims),
    tsconfig: false,
    transform: { jsx: { runtime: 'automatic', importSource: 'react' } },
    plugins: [
      {
        name: 'react-instead',
        resolveId: (id) => (id in shims ? `\0${id}` : null),
        load: (id) => (id.startsWith('\0') ? (shims[id.slice(1)] ?? null) : null),
        transform: (code, id) => (id.endsWith('.tsx') ? { code: renamed(code), moduleType: 'tsx' } : null),
      },
    ],
    logLevel: 'warn',
  });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'react-peer.js' });
  await bundle.close();
  return path.join(folder, 'react-peer.js');
}
