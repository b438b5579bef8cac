import { en } from './en.ts';
import type { LetterLanguage } from './letter.ts';
import { type FrameWords, pl } from './pl.ts';
import { uk } from './uk.ts';

export type { FrameWords };

const byLanguage: Record<LetterLanguage, FrameWords> = { pl, uk, en };

/** Words of the frame in the language of a letter. */
export const frameWords = (lang: LetterLanguage): FrameWords => byLanguage[lang];

/** A date written out, e.g. "21 listopada 2026 r."; `date` is 'YYYY-MM-DD'. */
export function writtenDate(date: string, lang: LetterLanguage): string {
  const words = frameWords(lang);
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${words.months[(month ?? 1) - 1]} ${year}${words.yearSuffix}`;
}
