import type { Said } from '../../lang.ts';
import { pl } from './pl.ts';

const { web } = pl;

/** What the command behind the residents' form can say. */
export const said: readonly Said[] = [
  { pl: web.words, uk: 'Напишіть зауваження.', en: 'Write a remark.' },
  {
    pl: web.over,
    uk: 'Консультації не тривають. Ваше зауваження не записано. Зверніться до центру.',
    en: 'There is no consultation now. Your remark was not saved. Please contact the centre.',
  },
  {
    pl: web.tooMany,
    uk: 'Сьогодні надійшло дуже багато зауважень, і ми більше не приймаємо. Надішліть завтра.',
    en: 'Very many remarks came today and we take no more. Please send yours tomorrow.',
  },
  {
    pl: pl.commands['diagnosis.remark'].done,
    uk: 'Дякуємо. Зауваження записано.',
    en: 'Thank you. The remark is saved.',
  },
];
