import type { Lang } from '../lang.ts';
import { en } from './en.ts';
import { pl, type Words } from './pl.ts';
import { uk } from './uk.ts';
import { serverContext } from './server-context.ts';

export type { Lang, Words };

/** The meta element by which the validator of accessibility statements finds one: the same in every language. */
export const statementMeta = 'deklaracja-dostępności';

const all: Record<Lang, Words> = { pl, en, uk };

/** The language of the page being rendered; `Page` sets it for everything inside. */
export const LangContext = serverContext<Lang>('pl');

/** Words of the components in the language of the page. */
export const useWords = (): Words => all[LangContext.use()];

/** The language of the page being rendered. */
export const useLang = (): Lang => LangContext.use();

/** Words of the components in a named language, for code that runs outside a page. */
export const wordsOf = (lang: Lang): Words => all[lang];
