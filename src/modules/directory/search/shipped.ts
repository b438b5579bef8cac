import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../platform/root.ts';
import { type LayWords, layWordsSchema } from './lay-words.ts';
import { polishForms } from './polish/forms.ts';
import { type Lemmas, lemmatizer } from './words.ts';
import type { Automaton } from './polish/automaton.ts';

let language: { forms: Automaton; lemmas: Lemmas } | undefined;
let shipped: LayWords | undefined;

/** Polish for all indexes of the process. */
export function polish(): { forms: Automaton; lemmas: Lemmas } {
  if (!language) {
    const forms = polishForms();
    language = { forms, lemmas: lemmatizer(forms) };
  }
  return language;
}

/** The dictionary of lay words as it is shipped. @throws when the file is not of its schema */
export function shippedLayWords(): LayWords {
  shipped ??= layWordsSchema.parse(
    JSON.parse(readFileSync(path.join(projectRoot, 'data/search/lay-words.json'), 'utf8')),
  );
  return shipped;
}

/** Names of the meanings of the shipped dictionary by their keys, in Polish: what the organiser chooses from. */
export const meaningChoices = (): { key: string; name: string }[] =>
  Object.entries(shippedLayWords().meanings).map(([key, { name }]) => ({ key, name: name.pl }));

/** The shipped dictionary with what a centre added: another phrase of a meaning, or a meaning of its own. */
export function withOwnWords(
  words: LayWords,
  own: readonly { id: string; phrase: string; meaning: string | null; words: string | null }[],
): LayWords {
  const meanings = { ...words.meanings };
  for (const { id, phrase, meaning, words: found } of own) {
    const known = meaning === null ? undefined : meanings[meaning];
    if (meaning !== null && known)
      meanings[meaning] = { ...known, said: { ...known.said, pl: [...known.said.pl, phrase] } };
    else if (found !== null)
      meanings[`own-${id}`] = {
        name: { pl: found, uk: found, en: found },
        find: [found],
        also: [],
        near: [],
        said: { pl: [phrase], uk: [], en: [] },
      };
  }
  return { ...words, meanings };
}
