import { checkPesel } from '../../src/law/index.ts';

/** Whom and what nobody may meet in a log, an address, a title or a letter. */
export interface Known {
  /** Full names, as "Given Family". */
  names: readonly string[];
  /** Nine digits each. */
  phones: readonly string[];
  emails: readonly string[];
  /** Street and house number. */
  addresses: readonly string[];
}

export interface Found {
  line: number;
  kind: 'pesel' | 'name' | 'phone' | 'email' | 'address';
  /** Where in the line, without saying what stands there again. */
  column: number;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const anyOf = (words: readonly string[]): RegExp | undefined =>
  words.length === 0
    ? undefined
    : new RegExp(`(?<![\\p{L}\\d])(?:${words.map(escaped).join('|')})(?![\\p{L}\\d])`, 'giu');

/** The text of an address as a person reads it; half an escape is left as it stands. */
const decoded = (line: string): string =>
  line
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
      try {
        return decodeURIComponent(bytes);
      } catch {
        return bytes;
      }
    })
    .replaceAll('&amp;', '&');

/** Looks for personal data line by line. PESELs are told by their shape, date and checksum, whoever they belong to. */
export function scanner(known: Known): (text: string) => Found[] {
  const reversed = known.names.map((name) => name.split(' ').toReversed().join(' '));
  const phones = known.phones.flatMap((phone) => [phone, phone.replace(/(\d{3})(\d{3})(\d{3})/, '$1 $2 $3')]);
  const words: [Found['kind'], RegExp | undefined][] = [
    ['name', anyOf([...known.names, ...reversed])],
    ['phone', anyOf(phones)],
    ['email', anyOf(known.emails)],
    ['address', anyOf(known.addresses)],
  ];
  return (text) =>
    text.split('\n').flatMap((raw, at): Found[] => {
      const line = decoded(raw);
      const numbers = [...line.matchAll(/(?<![\d.-])\d{11}(?![\d.-]*\d)/g)].filter(
        ([digits]) => checkPesel(digits).ok,
      );
      return [
        ...numbers.map((one): Found => ({ line: at + 1, kind: 'pesel', column: one.index + 1 })),
        ...words.flatMap(([kind, pattern]) =>
          pattern === undefined
            ? []
            : [...line.matchAll(pattern)].map(
                (one): Found => ({ line: at + 1, kind, column: one.index + 1 }),
              ),
        ),
      ];
    });
}
