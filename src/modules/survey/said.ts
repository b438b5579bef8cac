import type { Said } from '../../lang.ts';
import { pl } from './pl.ts';

const { faults, web } = pl;

/** What the commands behind the residents' forms can say. */
export const said: readonly Said[] = [
  { pl: faults.missing, uk: 'Дайте відповідь на це питання.', en: 'Answer this question.' },
  { pl: faults.notOffered, uk: 'Виберіть відповідь із поданих.', en: 'Choose one of the given answers.' },
  {
    pl: faults.tooMany,
    uk: 'Забагато відповідей. Залиште стільки, скільки можна вибрати.',
    en: 'Too many answers. Leave as many as may be chosen.',
  },
  {
    pl: faults.notAlone,
    uk: 'Цю відповідь не можна поєднувати з іншими. Залиште лише її або зніміть позначку.',
    en: 'This answer excludes the others. Leave it alone or untick it.',
  },
  {
    pl: faults.notAllRanked,
    uk: 'Виберіть відповідь на кожному місці.',
    en: 'Choose an answer for every place.',
  },
  {
    pl: faults.twice,
    uk: 'Та сама відповідь стоїть на двох місцях. Виберіть кожну лише раз.',
    en: 'The same answer stands in two places. Choose each one once.',
  },
  {
    pl: faults.notNumber,
    uk: 'Введіть число цифрами, без дробової частини.',
    en: 'Type a whole number in figures.',
  },
  {
    pl: faults.outOfRange,
    uk: 'Це число замале або завелике. Перевірте його.',
    en: 'This number is too small or too large. Check it.',
  },
  {
    pl: faults.tooLong,
    uk: 'Ця відповідь задовга. Скоротіть її.',
    en: 'This answer is too long. Shorten it.',
  },
  {
    pl: faults.hidden,
    uk: 'Це питання було приховане за інших відповідей.',
    en: 'This question was hidden with the other answers.',
  },
  {
    pl: faults.unknown,
    uk: 'Такого питання в анкеті немає.',
    en: 'There is no such question in the survey.',
  },
  {
    pl: web.notOpen,
    uk: 'Ця анкета зараз не збирає відповідей. Нічого не надіслано.',
    en: 'This survey takes no answers now. Nothing was sent.',
  },
  {
    pl: web.code,
    uk: 'Цей код із запрошення не діє. Перевірте літери. Кожен код діє один раз.',
    en: 'This code from the invitation does not work. Check the letters. Each code works once.',
  },
  {
    pl: web.noDraft,
    uk: 'Такої розпочатої анкети немає. Якщо відповіді вже надіслано, нічого робити не треба. Можна також почати спочатку.',
    en: 'There is no such begun survey. If the answers have been sent, there is nothing to do. You can also start again.',
  },
  {
    pl: web.answers,
    uk: 'Ще не все готово. Виправте позначені питання.',
    en: 'Not everything is ready. Correct the marked questions.',
  },
  {
    pl: web.hidden,
    uk: 'Не прийнято: є відповідь на питання, яке було приховане. Відкрийте анкету ще раз.',
    en: 'Not accepted: there is an answer to a question that was hidden. Open the survey again.',
  },
  { pl: web.contact, uk: 'Введіть телефон або e-mail.', en: 'Give a phone number or an e-mail address.' },
  {
    pl: web.wants,
    uk: 'Позначте, у якій справі ми можемо зв’язатися.',
    en: 'Tick what we may get in touch about.',
  },
  {
    pl: web.consent,
    uk: 'Позначте згоду. Без неї ми не можемо записати контакт.',
    en: 'Tick the consent. Without it we cannot keep the contact.',
  },
  {
    pl: pl.commands['survey.leave-contact'].done,
    uk: 'Ми записали контакт. Ми не пов’язуємо його з відповідями.',
    en: 'We have kept the contact. We do not join it to the answers.',
  },
];
