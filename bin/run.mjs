import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './node24.mjs';

// What was compiled once is not compiled again at every start; where it cannot be kept, it is.
enableCompileCache(path.join(root, 'node_modules/.cache/okienko-compiled'));
await import(pathToFileURL(await build()).href);
