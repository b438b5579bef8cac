import type { Said } from '../../lang.ts';
import { pl } from './pl.ts';

const { commands, fields, refusals } = pl;

/** What a change of the own account can say to a resident. */
export const saidOfOwnAccount: readonly Said[] = [
  {
    pl: refusals.wrongPassword,
    uk: 'Це не теперішній пароль до цього облікового запису.',
    en: 'This is not the current password of this account.',
  },
  {
    pl: refusals.wrongCode,
    uk: 'Цей код не підходить. Зачекайте на наступний і перепишіть його одразу. Перевірте також, чи правильно йде годинник у телефоні.',
    en: 'This code does not fit. Wait for the next one and copy it at once. Check too that the clock of the phone is right.',
  },
  {
    pl: refusals.passwordUnchanged,
    uk: 'Новий пароль такий самий, як теперішній. Придумайте інший.',
    en: 'The new password is the same as the current one. Think of another.',
  },
  {
    pl: refusals.passwordRepeated,
    uk: 'Обидва нові паролі мають бути однакові.',
    en: 'Both new passwords must be the same.',
  },
  {
    pl: refusals.password.too_short,
    uk: 'Пароль закороткий: потрібно щонайменше 12 знаків.',
    en: 'The password is too short: it takes at least 12 characters.',
  },
  {
    pl: refusals.password.too_plain,
    uk: 'Пароль складається з кількох повторюваних знаків. Використайте щонайменше шість різних.',
    en: 'The password is made of a few repeated characters. Use at least six different ones.',
  },
  {
    pl: refusals.password.tells_who,
    uk: 'Пароль містить ваше ім’я, прізвище або назву облікового запису. Придумайте такий, що нічого про вас не каже.',
    en: 'The password holds your name or the name of the account. Think of one that tells nothing about you.',
  },
  {
    pl: refusals.password.leaked,
    uk: 'Цей пароль уже знають зламувачі: він витік з інших сервісів. Придумайте інший, наприклад чотири слова, ніяк не пов’язані між собою.',
    en: 'Burglars know this password already: it leaked from other services. Think of another, for example four words that have nothing to do with each other.',
  },
  {
    pl: refusals.password.expected,
    uk: 'Цей пароль складається зі слів, які кожен перевірить найперше. Додайте щось, про що ніхто не здогадається.',
    en: 'This password is made of words that anybody would try first. Add something that nobody would guess.',
  },
  {
    pl: fields.email,
    uk: 'Введіть адресу електронної пошти, наприклад a.nowak@gmina.pl.',
    en: 'Type an e-mail address, for example a.nowak@gmina.pl.',
  },
  {
    pl: commands['access.change-password'].done,
    uk: 'Пароль змінено. Сеанси на інших пристроях завершено.',
    en: 'Password changed. Other devices are signed out.',
  },
  {
    pl: commands['access.enrol-second-factor'].done,
    uk: 'Телефон під’єднано. Під час наступного входу використайте код із цього застосунку.',
    en: 'Phone connected. Next time use the code from this app to sign in.',
  },
  {
    pl: commands['access.make-recovery-codes'].done,
    uk: 'Запасні коди створено.',
    en: 'Recovery codes made.',
  },
  {
    pl: commands['access.save-notice-address'].done,
    uk: 'Адресу для сповіщень збережено.',
    en: 'Address for messages saved.',
  },
];
