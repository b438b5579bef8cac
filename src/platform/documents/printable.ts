/** Which code points the fonts of a letter can draw. */
export type Coverage = (codePoint: number) => boolean;

/** Scripts written from right to left that Typst's built-in fonts draw; every code point here is proved by a test. */
export const rightToLeft = /[\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]+/u;

/** Joiners, variation selectors and skin tones: they change a glyph we do not have, and mean nothing alone. */
const droppedRanges = [
  [0x200c, 0x200d],
  [0xfe00, 0xfe0f],
  [0x1f3fb, 0x1f3ff],
  [0xe0100, 0xe01ef],
] as const;

const isDropped = (codePoint: number): boolean =>
  droppedRanges.some(([from, to]) => codePoint >= from && codePoint <= to);

/** Controls and overrides of direction: they would let a typed name reorder an official letter. */
const refused = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

const ZERO_WIDTH_SPACE = '\u200b';

/**
 * The same text, safe to set: composed (NFC), with each character that no font draws, each control character and each
 * override of direction written out as its code, e.g. `[U+1F600]`. Line breaks stay; a tab becomes a space.
 * Typst refuses a whole PDF/UA letter for one missing glyph, so the code is what keeps the letter and the trace.
 */
export function printable(text: string, covers: Coverage): string {
  const source = text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
  let result = '';
  for (const character of source) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isDropped(codePoint)) continue;
    const keeps =
      character === '\n' || (!refused.test(character) && (covers(codePoint) || rightToLeft.test(character)));
    result += keeps ? character : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return result;
}

/** Lets a run of more than `limit` characters without a space break anywhere, so that it never leaves the paper. */
export function breakable(text: string, limit: number): string {
  const step = Math.ceil(limit / 2);
  return text.replace(/\S+/g, (word) =>
    word.length <= limit ? word : Array.from(chunks(word, step)).join(ZERO_WIDTH_SPACE),
  );
}

function* chunks(word: string, step: number): Generator<string> {
  const characters = Array.from(word);
  for (let at = 0; at < characters.length; at += step) yield characters.slice(at, at + step).join('');
}

/** The text without what XML 1.0 forbids (section 2.2, Char); everything else is escaped by the writer of the file. */
export function xmlSafe(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

/** A value of the same shape with every string in it passed through `change`. */
export function mapStrings<T>(value: T, change: (text: string) => string): T;
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapStrings(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapStrings<unknown>(item, change)]),
  );
}
