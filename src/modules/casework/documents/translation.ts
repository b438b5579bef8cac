import type { Lang } from '../../../lang.ts';
import { type Block, heading } from '../../../platform/documents/letter.ts';
import { writtenDate } from '../../../platform/documents/words.ts';
import { enTranslations } from '../en-translations.ts';
import type { LetterTranslation } from '../letter-translation.ts';
import { ukTranslations } from '../uk-translations.ts';

const translations: Record<Exclude<Lang, 'pl'>, LetterTranslation> = {
  uk: ukTranslations,
  en: enTranslations,
};

/**
 * The translation that stands below a Polish letter for a person who reads another language; nothing for Polish. The
 * binding letter is never changed by it.
 */
export function translated(
  lang: Lang,
  say: (words: LetterTranslation, day: (iso: string) => string) => readonly Block[],
): Block[] {
  if (lang === 'pl') return [];
  const words = translations[lang];
  return [
    heading(words.title),
    { type: 'notice', paragraphs: [[{ text: words.binding }]] },
    ...say(words, (iso) => writtenDate(iso, lang)),
  ];
}

/** Plain sentences as a list. */
export const listed = (items: readonly string[], ordered = false): Block => ({
  type: 'list',
  ordered,
  items: items.map((text) => [{ text }]),
});
