import { hasLeaked, isExpected } from './known-passwords.ts';

/** Shortest password that is accepted, in characters. */
export const shortestPassword = 12;
export const longestPassword = 200;

/** Fewer different characters than this is a pattern, not a password. */
const fewestDifferent = 6;

export type PasswordFault = 'too_short' | 'too_plain' | 'tells_who' | 'leaked' | 'expected';

const plain = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');

/** What is wrong with a password that its owner chose; undefined: nothing. Length matters, kinds of characters do not. */
export function passwordFault(
  password: string,
  owner: { login: string; name: string },
): PasswordFault | undefined {
  const characters = Array.from(password.normalize('NFC'));
  if (characters.length < shortestPassword) return 'too_short';
  if (new Set(characters).size < fewestDifferent) return 'too_plain';
  const known = [owner.login, ...owner.name.split(/[\s-]+/)].map(plain).filter((word) => word.length >= 4);
  if (known.some((word) => plain(password).includes(word))) return 'tells_who';
  if (hasLeaked(password)) return 'leaked';
  return isExpected(plain(password)) ? 'expected' : undefined;
}
