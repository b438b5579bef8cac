/** Eleven digits in a row are a PESEL, or might be; an address of mail is somebody's. */
const personal: readonly [RegExp, string][] = [
  [/(?<!\d)\d{11}(?!\d)/g, '[numer]'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[adres]'],
];

/**
 * One event of this process as one line of JSON. The message of an error may repeat what was typed or to whom a letter
 * went: numbers and addresses that may be a person's are left out, wherever they stand.
 */
export const logLine = (at: string, event: Readonly<Record<string, unknown>>): string =>
  `${personal.reduce((text, [what, instead]) => text.replace(what, instead), JSON.stringify({ at, ...event }))}\n`;
