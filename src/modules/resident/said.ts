import type { Said } from '../../lang.ts';
import { notReadyWords } from '../records/index.ts';

/** What the resident's own pages can say beyond their words. */
export const said: readonly Said[] = [
  {
    pl: notReadyWords,
    uk: 'Лист саме готується. Оновіть сторінку за хвилину.',
    en: 'The letter is being made right now. Reload the page in a moment.',
  },
];
