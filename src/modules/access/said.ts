import type { Said } from '../../lang.ts';
import { enWeb } from './en-web.ts';
import { pl } from './pl.ts';
import { plWeb } from './pl-web.ts';
import { saidOfOwnAccount } from './said-own.ts';
import { ukWeb } from './uk-web.ts';

const { fields, commands } = pl;

/** What the sign-in can say. */
export const said: readonly Said[] = [
  { pl: plWeb.failed, uk: ukWeb.failed, en: enWeb.failed },
  { pl: plWeb.passkeyFailed, uk: ukWeb.passkeyFailed, en: enWeb.passkeyFailed },
  {
    pl: pl.refusals.passkeyKnown,
    uk: 'Цей ключ доступу вже приписано до облікового запису. Використайте інший пристрій або інший ключ.',
    en: 'This passkey already belongs to an account. Use another device or another passkey.',
  },
  {
    pl: pl.refusals.lastSecondFactor,
    uk: 'Це останній другий складник цього облікового запису. Спочатку додайте інший ключ, потім вилучіть цей.',
    en: 'This is the last second factor of this account. Add another passkey first, then remove this one.',
  },
  {
    pl: commands['access.add-passkey'].done,
    uk: 'Ключ додано. Наступного разу ввійдете ним без пароля.',
    en: 'Passkey added. Next time it lets you in without a password.',
  },
  {
    pl: commands['access.remove-passkey'].done,
    uk: 'Ключ вилучено. Ніхто ним більше не ввійде.',
    en: 'Passkey removed. Nobody comes in with it any more.',
  },
  {
    pl: commands['access.end-session'].done,
    uk: 'Той пристрій від’єднано.',
    en: 'That device is signed out.',
  },
  {
    pl: commands['access.end-other-sessions'].done,
    uk: 'Інші пристрої від’єднано. Залишився лише цей.',
    en: 'The other devices are signed out. Only this one is left.',
  },
  { pl: plWeb.join.wrong, uk: ukWeb.join.wrong, en: enWeb.join.wrong },
  { pl: plWeb.prove.failed, uk: ukWeb.prove.failed, en: enWeb.prove.failed },
  {
    pl: fields.code,
    uk: 'Введіть шість цифр із застосунку або запасний код.',
    en: 'Type six digits from the app, or a recovery code.',
  },
  {
    pl: pl.refusals.passkeyFailed,
    uk: 'Ключ доступу не прийнято. Нічого не змінилося. Спробуйте ще раз: кожна спроба потребує нового підтвердження на пристрої.',
    en: 'The passkey was not accepted. Nothing has changed. Try again: every try needs a new confirmation on the device.',
  },
  {
    pl: commands['access.prove'].done,
    uk: 'Підтверджено. Можете діяти далі.',
    en: 'Proved. You can go on.',
  },
  { pl: fields.password, uk: 'Введіть пароль.', en: 'Type the password.' },
  { pl: fields.passwordTooLong, uk: 'Не більше ніж 200 знаків.', en: 'At most 200 characters.' },
  { pl: commands['access.sign-in'].done, uk: 'Ви всередині.', en: 'You are in.' },
  {
    pl: commands['access.sign-out'].done,
    uk: 'Ви вийшли на всіх пристроях.',
    en: 'You are signed out on every device.',
  },
  ...saidOfOwnAccount,
];
