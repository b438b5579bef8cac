import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { build } from './build.mjs';
import { root } from './node24.mjs';

// V8 notes which places in the program make what lives long, and then makes it old from birth. With a large directory
// what was made for a page was old as well, and held the dead page through every small collection: pauses of 12 ms
// instead of 1 (docs/benchmarks.md).
setFlagsFromString('--no-allocation-site-pretenuring');
// After some quiet seconds V8 gives memory back, and then has to look through all of it again at the first load: with a
// large directory a quarter of a second, on two processors felt by every page. A server keeps what it will need again.
setFlagsFromString('--no-memory-reducer');

// What was compiled once is not compiled again at every start; where it cannot be kept, it is.
enableCompileCache(path.join(root, 'node_modules/.cache/okienko-compiled'));
await import(pathToFileURL(await build()).href);
