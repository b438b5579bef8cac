import type { Lang } from '../../lang.ts';
import { enFind } from './en-find.ts';
import { type FindWords, plFind } from './pl-find.ts';
import { ukFind } from './uk-find.ts';

const words: Record<Lang, FindWords> = { pl: plFind, uk: ukFind, en: enFind };

/** Words of the front page and of the search in a language. */
export const findWordsOf = (lang: Lang): FindWords => words[lang];
