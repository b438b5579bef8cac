import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';

await import(pathToFileURL(await build()).href);
