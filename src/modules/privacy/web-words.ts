import type { Lang } from '../../lang.ts';
import { web as en } from './en-web.ts';
import { web as pl, type WebWords } from './pl-web.ts';
import { web as uk } from './uk-web.ts';

const words: Readonly<Record<Lang, WebWords>> = { pl, uk, en };

/** The words of the public page in a language. */
export const webWordsOf = (lang: Lang): WebWords => words[lang];
