import type { Said } from '../lang.ts';
import { fileSaid } from './files/said.ts';
import { pl } from './pl.ts';

const { fields, problems } = pl;

/** What the platform itself says to a resident: errors of fields and what the web server refuses. */
export const said: readonly Said[] = [
  ...fileSaid,
  {
    pl: problems.invalid,
    uk: 'Нічого не пропало. Виправте позначені поля і надішліть форму ще раз.',
    en: 'Nothing is lost. Correct the marked fields and send the form again.',
  },
  {
    pl: problems.forbidden,
    uk: 'Ваш обліковий запис не має права на цю дію. Нічого не змінилося. Якщо це ваша робота, попросіть право в директора.',
    en: 'Your account has no right to do this. Nothing has changed. If it is your job, ask the director for the right.',
  },
  {
    pl: problems.unproved,
    uk: 'Перш ніж це зробити, підтвердьте ще раз, що це ви. Нічого не пропало.',
    en: 'Before you do this, prove once more that it is you. Nothing is lost.',
  },
  {
    pl: problems.restricted,
    uk: 'Обробку даних цієї особи обмежено (ст. 18 GDPR): їх лише зберігають. Нічого не змінилося. Запитайте інспектора із захисту даних.',
    en: 'The processing of this person’s data is restricted (art. 18 GDPR): they are only stored. Nothing has changed. Ask the data protection officer.',
  },
  {
    pl: problems.outsideProgramme,
    uk: 'Заява містить дані, яких програма не називає. Нічого не збережено: приберіть їх і надішліть ще раз.',
    en: 'The application holds data that the programme does not name. Nothing was saved: take them out and send it again.',
  },
  {
    pl: problems.notFound,
    uk: 'Такої сторінки тут немає або вона вам недоступна.',
    en: 'There is no such page here, or you may not open it.',
  },
  {
    pl: problems.onceUsed,
    uk: 'Цю форму вже надіслано раніше, з іншого облікового запису або в іншій справі. Нічого не змінилося: відкрийте сторінку ще раз і надішліть форму знову.',
    en: 'This form was already sent, from another account or in another case. Nothing has changed: open the page again and send the form anew.',
  },
  {
    pl: problems.stale,
    uk: 'Хтось змінив ці дані, поки форма була відкрита. Ваші записи й далі нижче: порівняйте їх із теперішнім станом і надішліть ще раз.',
    en: 'Somebody changed these data while the form was open. What you typed is still below: compare it with what stands now and send it again.',
  },
  {
    pl: problems.foreignOrigin,
    uk: 'Форма надійшла з іншої сторінки, тому її не прийнято. Відкрийте сторінку Okienko і надішліть форму звідти.',
    en: 'The form came from another site, so it was not accepted. Open the page of Okienko and send it from there.',
  },
  {
    pl: problems.robot,
    uk: 'Схоже, що форму заповнила програма, тому ми її не надіслали. Ваші записи нижче. Надішліть їх ще раз або зателефонуйте нам.',
    en: 'The form looks as if a program had filled it in, so we did not send it. What you typed is below. Send it again or call us.',
  },
  {
    pl: problems.tooLarge,
    uk: 'Файл завеликий: найбільший може мати 20 МБ. Нічого не пропало, виберіть менший файл.',
    en: 'The file is too large: 20 MB is the most. Nothing is lost, choose a smaller file.',
  },
  {
    pl: problems.tooMany,
    uk: 'Забагато спроб за короткий час. Зачекайте хвилину і спробуйте ще раз.',
    en: 'Too many tries in a short time. Wait a minute and try again.',
  },
  {
    pl: problems.fault,
    uk: 'Щось зламалося з нашого боку. Цю зміну не збережено, попередні дані в безпеці. Спробуйте ще раз, а якщо це повториться, повідомте нам номер події.',
    en: 'Something broke on our side. This change was not saved, earlier data are safe. Try again, and if it happens again, tell us the incident number.',
  },
  {
    pl: problems.databaseAway,
    uk: 'База даних якусь мить не відповідає. Те, що вже підтверджено, у безпеці. Зачекайте хвилину, поверніться на попередню сторінку й надішліть ще раз: нічого не запишеться двічі.',
    en: 'The database is not answering for a moment. What was already confirmed is safe. Wait a minute, go back and send it again: nothing will be saved twice.',
  },
  {
    pl: problems.malformed,
    uk: 'Цей запит не вдалося прочитати. Нічого не змінилося.',
    en: 'This request could not be read. Nothing has changed.',
  },
  { pl: fields.required, uk: 'Це поле потрібне.', en: 'This field is needed.' },
  { pl: 'Najwyżej {max} znaków.', uk: 'Не більше ніж {max} знаків.', en: 'At most {max} characters.' },
  { pl: fields.date, uk: 'Введіть дату, наприклад 3.11.2026.', en: 'Give a date, for example 3.11.2026.' },
  {
    pl: fields.dateDoesNotExist,
    uk: 'Такого дня немає в календарі.',
    en: 'There is no such day in the calendar.',
  },
  {
    pl: fields.dateTooFar,
    uk: 'Введіть рік від 1800 до 2299.',
    en: 'Give a year from 1800 to 2299.',
  },
  {
    pl: 'Podaj liczbę całkowitą od {min} do {max}.',
    uk: 'Введіть ціле число від {min} до {max}.',
    en: 'Give a whole number from {min} to {max}.',
  },
  {
    pl: fields.money,
    uk: 'Введіть суму в злотих, наприклад 12,50.',
    en: 'Give an amount in złoty, for example 12,50.',
  },
  { pl: fields.tick, uk: 'Позначте це поле, щоб іти далі.', en: 'Tick this box to go on.' },
  { pl: fields.unfit, uk: 'Таке значення тут не підходить.', en: 'This value does not fit here.' },
  { pl: fields.choice, uk: 'Виберіть одну з можливостей.', en: 'Choose one of the answers.' },
];
