import type { Lang } from '../../lang.ts';

/** Heads of columns in each language, as XLSForm wants them: `label::Polski (pl)`. */
export const langHeads: Record<Lang, string> = {
  pl: 'Polski (pl)',
  uk: 'Українська (uk)',
  en: 'English (en)',
};

/** What people call a language in the head of a column. */
export const langNames: Record<Lang, readonly string[]> = {
  pl: ['pl', 'polski', 'polish', 'język polski'],
  uk: ['uk', 'ua', 'українська', 'ukraiński', 'ukrainian'],
  en: ['en', 'english', 'angielski'],
};
