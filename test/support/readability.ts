/** How hard a Polish text is to read: the FOG measure of W. Pisarek's Polish adaptation, linear form. */
export interface Reading {
  /** Mean number of words in a sentence. */
  words: number;
  /** Percent of words of four syllables or more, in their basic form about the same as in the text. */
  hard: number;
  /** One third of the two together plus one: about the years of school that reading takes. */
  index: number;
}

const vowels = /[aąeęioóuy]/gi;

/** Syllables of a Polish word: its vowels, without the i that only softens ("niania" has two). */
export const syllables = (word: string): number =>
  word.replace(/i(?=[aąeęoóu])/gi, '').match(vowels)?.length ?? 0;

/** Sentences of a text; a heading, a label or an item of a list is one of its own. */
const sentencesOf = (text: string): string[] =>
  text
    // An abbreviation and a number do not end a sentence.
    .replace(/\b(art|ust|pkt|nr|ul|godz|np|tel|zł|r)\./gi, '$1')
    .replace(/(\d)\.(?=\d)/g, '$1,')
    .split(/[.!?;\n]+|:\s/)
    .filter((sentence) => /\p{L}/u.test(sentence));

/** Reads a text. */
export function readingOf(text: string): Reading {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}’-]+/gu) ?? []);
  if (sentences.length === 0 || words.length === 0) return { words: 0, hard: 0, index: 0 };
  const mean = words.length / sentences.length;
  const hard = (100 * words.filter((word) => syllables(word) >= 4).length) / words.length;
  return { words: mean, hard, index: (mean + hard) / 3 + 1 };
}
