import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/platform/root.ts';
import { readingOf, syllables } from './support/readability.ts';
import { anything } from './support/sentences.ts';

/** The rules are in docs/handbook/prosty-jezyk.md; these are their figures. */
const most = { wordsInSentence: 20, index: 12, wholeFile: 7 };

/** Words that residents read: those that have a translation. */
const files = readdirSync(path.join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(app|modules)\/.*pl-[a-z-]+\.ts$/.test(name))
  .map((name) => path.join(projectRoot, 'src', name))
  .filter((file) => existsSync(file.replace('/pl-', '/uk-')));

/** Texts whose words are not ours to choose, each with its reason. */
const exceptions: readonly RegExp[] = [
  // The clause of art. 36(2) and the declarations of art. 36(1), as the act has them.
  /casework.*:declarations/,
  // The information of art. 13 GDPR names the acts.
  /casework.*:information/,
  // The model statement of decision (EU) 2018/1523 and the technical conditions, word for word.
  /accessibility/,
];

function textsOf(tree: unknown, at = ''): [string, string][] {
  if (typeof tree === 'string') return tree === '' ? [] : [[at, tree]];
  if (typeof tree === 'function') {
    try {
      return textsOf((tree as (...given: unknown[]) => unknown)(anything, anything, anything), at);
    } catch {
      return [];
    }
  }
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => textsOf(value, at === '' ? key : `${at}.${key}`));
}

const texts = await Promise.all(
  files.map(async (file) => {
    const words: Record<string, unknown> = await import(file);
    const name = path.relative(path.join(projectRoot, 'src'), file);
    return Object.values(words)
      .flatMap((value) => textsOf(value))
      .map(([at, text]) => ({ at: `${name}:${at}`, file: name, text }));
  }),
);
const read = texts.flat().filter(({ at }) => !exceptions.some((one) => one.test(at)));

const isText = (text: string): boolean => (text.match(/\p{L}+/gu)?.length ?? 0) >= 8;

describe('plain Polish of the residents’ pages', () => {
  it('is read as a whole: hundreds of texts of every module that residents see', () => {
    expect(read.length).toBeGreaterThan(500);
    expect(files.length).toBeGreaterThan(8);
  });

  it('no sentence is longer than twenty words', () => {
    const long = read.filter(({ text }) =>
      text
        .split(/(?<=[.!?])\s+/)
        .some((sentence) => (sentence.match(/[\p{L}\d]+/gu)?.length ?? 0) > most.wordsInSentence),
    );
    expect(long.map(({ at, text }) => `${at}: ${text}`)).toEqual([]);
  });

  it('no text takes more than the primary school to read (FOG index up to 12)', () => {
    const hard = read
      .filter(({ text }) => isText(text))
      .map(({ at, text }) => ({ at, text, index: readingOf(text).index }))
      .filter(({ index }) => index > most.index);
    expect(hard.map(({ at, text, index }) => `${index.toFixed(1)} ${at}: ${text}`)).toEqual([]);
  });

  it.each([...new Set(read.map(({ file }) => file))])(
    '%s as a whole reads easily (FOG index up to 7)',
    (file) => {
      const whole = read
        .filter((one) => one.file === file)
        .map(({ text }) => text)
        .join('\n');
      expect(readingOf(whole).index).toBeLessThanOrEqual(most.wholeFile);
    },
  );

  it('says “you” and “we”: no petent, no podopieczny, no IPUS', () => {
    const wrong = /\b(petent|podopieczn|IPUS|niniejsz|w\/w|ww\.|celem |przedmiotow|aplikuj)/i;
    expect(read.filter(({ text }) => wrong.test(text)).map(({ at, text }) => `${at}: ${text}`)).toEqual([]);
  });
});

describe('the measure itself', () => {
  it.each([
    ['dom', 1],
    ['niania', 2],
    ['wniosek', 2],
    ['dziewięć', 2],
    ['zgłoszenie', 3],
    ['oświadczenie', 4],
    ['niepełnosprawność', 5],
  ])('%s has %i syllables', (word, count) => {
    expect(syllables(word)).toBe(count);
  });

  it('tells an office from a neighbour', () => {
    const plain = readingOf('Powiedz, co jest trudne. Zadzwonimy jutro rano.');
    const office = readingOf(
      'W celu zainicjowania procedury kwalifikacyjnej wnioskodawca zobowiązany jest do przedłożenia stosownego oświadczenia o niepełnosprawności.',
    );
    expect(plain.index).toBeLessThan(8);
    expect(office.index).toBeGreaterThan(15);
  });
});
