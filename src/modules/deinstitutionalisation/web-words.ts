import type { Lang } from '../../lang.ts';
import { enWeb } from './en-web.ts';
import { plWeb, type WebWords } from './pl-web.ts';
import { ukWeb } from './uk-web.ts';

const byLang: Record<Lang, WebWords> = { pl: plWeb, uk: ukWeb, en: enWeb };

/** The words of the residents' pages of this module in a language. */
export const webWordsOf = (lang: Lang): WebWords => byLang[lang];
