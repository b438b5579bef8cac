import type { Lang } from '../../lang.ts';
import { enWeb } from './en-web.ts';
import { plWeb, type WebWords } from './pl-web.ts';
import { ukWeb } from './uk-web.ts';

const words: Record<Lang, WebWords> = { pl: plWeb, uk: ukWeb, en: enWeb };

/** Words of the public pages of programmes in a language. */
export const webWordsOf = (lang: Lang): WebWords => words[lang];
