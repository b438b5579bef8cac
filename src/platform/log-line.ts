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

/** Where lines go besides this process: nowhere, until a start says so. Process-wide, as standard error is. */
const elsewhere = new Set<(line: string) => void>();

/** From here on every line goes there too. @returns what ends it */
export function logAlsoTo(sink: (line: string) => void): () => void {
  elsewhere.add(sink);
  return () => void elsewhere.delete(sink);
}

/** Tells only those elsewhere: what stands in the journal of the database anyway and is watched for from outside. */
export function tellElsewhere(at: string, event: Readonly<Record<string, unknown>>): void {
  if (elsewhere.size === 0) return;
  const line = logLine(at, event);
  for (const sink of elsewhere) sink(line);
}

/** Writes one event into the log of this process, and wherever else it goes. */
export function writeLog(at: string, event: Readonly<Record<string, unknown>>): void {
  process.stderr.write(logLine(at, event));
  tellElsewhere(at, event);
}
