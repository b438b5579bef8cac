import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expandDictionary } from '../../src/modules/directory/search/polish/expand.ts';

/** A word of the dictionary with its forms, as written without diacritics. */
export interface Lexeme {
  lemma: string;
  forms: readonly string[];
}

/** Numbers between 0 and 1, the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const fewestForms = 5;
const mostForms = 14;

/** Lexemes of the real dictionary with their real forms, taken evenly from A to Z. */
export function lexemes(count: number): Lexeme[] {
  const folder = path.dirname(createRequire(import.meta.url).resolve('dictionary-pl'));
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const formsOf = new Map<string, Set<string>>();
  expandDictionary(
    read('index.aff'),
    read('index.dic'),
    {},
    (form, lemma) => {
      if (form.length < 4 || form.length > 16) return;
      const forms = formsOf.get(lemma);
      if (!forms) formsOf.set(lemma, new Set([form]));
      else if (forms.size < mostForms) forms.add(form);
    },
    () => true,
  );
  const usable = [...formsOf].filter(
    ([lemma, forms]) => lemma.length >= 4 && lemma.length <= 13 && forms.size >= fewestForms,
  );
  const step = usable.length / count;
  const chosen = Array.from({ length: count }, (_, at) => usable[Math.floor(at * step)]);
  const random = seeded(7);
  return chosen
    .flatMap((one) => (one ? [{ lemma: one[0], forms: [...one[1]], order: random() }] : []))
    .sort((a, b) => a.order - b.order)
    .map(({ lemma, forms }) => ({ lemma, forms }));
}
