import type { LetterLanguage } from './letter.ts';

const NO_BREAK = '\u00a0';

/** One-letter words that typography does not leave at the end of a line. */
const shortWords: Record<LetterLanguage, RegExp | undefined> = {
  pl: /(?<![^\s(„])([aiouwz]) (?=\S)/gi,
  uk: /(?<![^\s(«„])([аівзуояй]) (?=\S)/gi,
  en: undefined,
};

/** Abbreviations that belong to the number or name after them. */
const beforeName = /(?<![^\s(„])(art\.|ust\.|pkt|nr|poz\.|ul\.|tel\.|§) (?=\S)/gi;

/** Signs that belong to the number before them. */
const afterNumber = /(?<=\d) (?=(?:r\.|р\.|zł|godz\.|min|%)(?:[\s,.;)]|$))/g;

/** The text with hard spaces where a line must not break in that language; nothing else changes. */
export function hardSpaces(text: string, lang: LetterLanguage): string {
  const short = shortWords[lang];
  const joined = short === undefined ? text : text.replace(short, `$1${NO_BREAK}`);
  return joined.replace(beforeName, `$1${NO_BREAK}`).replace(afterNumber, NO_BREAK);
}
