import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { doneWordsOf, routes, translate } from '../src/app/modules.ts';
import { projectRoot } from '../src/platform/root.ts';
import type { FormRoute } from '../src/platform/http/route.ts';
import { anything, errorsOf, refusalsOf } from './support/sentences.ts';

const inLanguage = (file: string, lang: string): string =>
  file.replace(/\/uk((?:-[a-z-]+)?\.ts)$/, `/${lang}$1`);

/** Every file of words in Ukrainian with its Polish one (questions of the application have theirs in the catalogue). */
const wordFiles = readdirSync(path.join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|\/)uk(-[a-z-]+)?\.ts$/.test(name))
  .map((name) => path.join(projectRoot, 'src', name))
  .filter((file) => existsSync(inLanguage(file, 'pl')));

const treeOf = async (file: string): Promise<unknown> => {
  const words: Record<string, unknown> = await import(file);
  return Object.values(words).find((value) => typeof value === 'object');
};

/** Leaves of a tree of words by their place; a function by what it makes of anything. */
function leavesOf(tree: unknown, at = ''): [string, string][] {
  if (typeof tree === 'string') return [[at, tree]];
  if (typeof tree === 'function') {
    try {
      const made = leavesOf((tree as (...given: unknown[]) => unknown)(anything, anything, anything), at);
      return made.length > 0 ? made : [[at, '?']];
    } catch {
      // Words that look something up by what they are given: that they are there is all that can be told here.
      return [[at, '?']];
    }
  }
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => leavesOf(value, at === '' ? key : `${at}.${key}`));
}

/** A word may be the same in two languages; a sentence of three words is not. */
const isSentence = (text: string): boolean => (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3;

/** Names that are the same everywhere. */
const sameEverywhere = /^(https?:|Okienko|PESEL|PDF)/;

describe('words of the residents’ pages', () => {
  it.each(wordFiles.map((file) => [path.relative(projectRoot, file), file] as const))(
    '%s and its English say everything that the Polish says',
    async (_name, file) => {
      const [pl, uk, en] = await Promise.all(
        ['pl', 'uk', 'en'].map(async (lang) => leavesOf(await treeOf(inLanguage(file, lang)))),
      );
      const polish = new Map(pl);
      for (const leaves of [uk ?? [], en ?? []]) {
        expect(leaves.map(([at]) => at).toSorted()).toEqual([...polish.keys()].toSorted());
        const wrong = leaves.filter(([at, words]) => {
          const original = polish.get(at) ?? '';
          if (original === '') return false;
          return (
            (words.trim() === '' && isSentence(original)) ||
            (isSentence(words) && words === original && !sameEverywhere.test(words))
          );
        });
        expect(wrong).toEqual([]);
      }
    },
  );
});

/** Forms under the address of a centre are a resident's. */
const residentForms = routes.filter(
  (route): route is FormRoute =>
    route.kind === 'form' && (route.door === 'public' || route.path.startsWith('/:centre')),
);
/** An organization answers about its own card by a link from Polish mail: its pages have one language. */
const byLink = /by-link$/;
const commands = [...new Set(residentForms.map(({ command }) => command))].filter(
  ({ name }) => !byLink.test(name),
);

/** What only a page itself sends wrongly, never a person: zod's own words about ids, keys and addresses. */
const ofThePageItself = /^(Invalid|Too |Unrecognized)/;

const untranslated = (sentences: readonly string[]): string[] =>
  sentences.filter(
    (sentence) =>
      !ofThePageItself.test(sentence) &&
      (['uk', 'en'] as const).some((lang) => translate(lang, sentence) === sentence),
  );

describe('what a command behind a resident’s form can say', () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    '%s says every error of a field in three languages',
    (_name, { input }) => {
      expect(untranslated(errorsOf(input))).toEqual([]);
    },
  );

  it.each(commands.map((command) => command.name))('%s refuses in three languages', async (name) => {
    const refusals = await refusalsOf(name);
    expect(refusals.filter(({ sentences }) => sentences.length === 0).map(({ at }) => at)).toEqual([]);
    expect(
      refusals.filter(({ sentences }) => untranslated(sentences).length > 0).map(({ at }) => at),
    ).toEqual([]);
  });

  it.each(commands.map((command) => command.name))('%s tells in three languages that it is done', (name) => {
    const done = doneWordsOf(name);
    expect(done ? untranslated([done]) : []).toEqual([]);
  });
});
