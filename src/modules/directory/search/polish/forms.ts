import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../../../platform/root.ts';
import type { Automaton } from './automaton.ts';
import { automatonBuilder } from './build.ts';
import { expandDictionary } from './expand.ts';
import { fold } from '../fold.ts';

const fieldWords = z.object({
  inflected: z.record(z.string(), z.string()),
  same: z.record(z.string(), z.string()),
});

const dictionaryFolder = (): string =>
  path.dirname(createRequire(path.join(projectRoot, 'package.json')).resolve('dictionary-pl'));

const fieldWordsFile = path.join(projectRoot, 'data/search/field-words.json');

// Raised when the way of expanding or the layout of the file changes.
const layout = 2;

function fileName(): string {
  const version: unknown = JSON.parse(readFileSync(path.join(dictionaryFolder(), 'package.json'), 'utf8'));
  const key = createHash('sha256')
    .update(JSON.stringify([layout, z.object({ version: z.string() }).parse(version).version]))
    .update(readFileSync(fieldWordsFile))
    .digest('hex');
  return path.join(projectRoot, 'node_modules/.cache/okienko', `polish-${key.slice(0, 16)}.bin`);
}

function expanded(): Automaton {
  const words = fieldWords.parse(JSON.parse(readFileSync(fieldWordsFile, 'utf8')));
  const builder = automatonBuilder();
  // Irregular words ("dzieci" of "dziecko") are what our list says and nothing else: "mam" is no form of "mama".
  for (const [form, lemma] of Object.entries(words.same)) builder.take(fold(form), fold(lemma));
  const read = (name: string): string => readFileSync(path.join(dictionaryFolder(), name), 'utf8');
  const settled = new Set(Object.keys(words.same).map(fold));
  const take = (form: string, lemma: string): void => {
    if (!settled.has(form)) builder.take(form, lemma);
  };
  expandDictionary(read('index.aff'), read('index.dic'), words.inflected, take, builder.isForm);
  return builder.build();
}

const header = 3;

function encode({ arcs, ends, sets }: Automaton): Buffer {
  const text = Buffer.from(JSON.stringify(sets.map((set) => set.map(({ cut, add }) => [cut, add]))));
  const sizes = Uint32Array.of(arcs.length, ends.length, text.length);
  return Buffer.concat(
    [sizes, arcs, ends, text].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)),
  );
}

const setsSchema = z.array(z.array(z.tuple([z.number(), z.string()])));

function decode(file: Buffer): Automaton {
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  const [arcCount = 0, endCount = 0] = new Uint32Array(bytes, 0, header);
  const endsAt = (header + arcCount) * 4;
  const text = Buffer.from(bytes, endsAt + endCount * 2).toString('utf8');
  return {
    arcs: new Uint32Array(bytes, header * 4, arcCount),
    ends: new Uint16Array(bytes, endsAt, endCount),
    sets: setsSchema.parse(JSON.parse(text)).map((set) => set.map(([cut, add]) => ({ cut, add }))),
  };
}

/** Expands the dictionary into its file unless it is there: some seconds of work, done by the build. */
export function writePolishForms(): void {
  const name = fileName();
  if (existsSync(name)) return;
  mkdirSync(path.dirname(name), { recursive: true });
  const unfinished = `${name}.${process.pid}`;
  writeFileSync(unfinished, encode(expanded()));
  // Renamed when whole: two starters may write at once, and nobody reads half a file.
  renameSync(unfinished, name);
}

let loaded: Automaton | undefined;

/** Polish word forms, read once for the process (a few milliseconds; seconds when no build has written the file). */
export function polishForms(): Automaton {
  if (!loaded) {
    writePolishForms();
    loaded = decode(readFileSync(fileName()));
  }
  return loaded;
}
