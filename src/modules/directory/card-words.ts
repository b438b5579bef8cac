import type { Lang } from '../../lang.ts';
import { enCard } from './en-card.ts';
import { type CardWords, plCard } from './pl-card.ts';
import { ukCard } from './uk-card.ts';

const words: Record<Lang, CardWords> = { pl: plCard, uk: ukCard, en: enCard };

/** Words of the public card and its leaflet in a language. */
export const cardWordsOf = (lang: Lang): CardWords => words[lang];
