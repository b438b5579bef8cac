import type { Said } from '../../lang.ts';
import { enWeb } from './en-web.ts';
import { pl } from './pl.ts';
import { plWeb } from './pl-web.ts';
import { ukWeb } from './uk-web.ts';

const { fields, commands } = pl;

/** What the sign-in can say. */
export const said: readonly Said[] = [
  { pl: plWeb.failed, uk: ukWeb.failed, en: enWeb.failed },
  { pl: fields.password, uk: 'Введіть пароль.', en: 'Type the password.' },
  { pl: fields.passwordTooLong, uk: 'Не більше ніж 200 знаків.', en: 'At most 200 characters.' },
  { pl: commands['access.sign-in'].done, uk: 'Ви всередині.', en: 'You are in.' },
  {
    pl: commands['access.sign-out'].done,
    uk: 'Ви вийшли на всіх пристроях.',
    en: 'You are signed out on every device.',
  },
];
