import { randomFillSync } from 'node:crypto';

/** A row that is taken. */
export interface Line {
  row: number;
  sheet: Readonly<Record<'id' | 'day' | 'mode' | 'lang' | 'minutes' | 'stratum', string>>;
  codes: Int32Array;
  open: readonly string[];
  /** By the place of the open question; holes where there is no text. */
  texts: readonly (string | undefined)[];
  flags: readonly string[];
}

const tab = 9;
const newline = 10;
const comma = 44;
const minus = 45;
const zero = 48;
const [opening, closing] = [123, 125];

/** A name for a sheet that brings none: made by chance (UUID version 4), so that the order of the file is not kept. */
function chanceIds(): () => string {
  const bytes = Buffer.alloc(16 * 1024);
  let at = bytes.length;
  return () => {
    if (at === bytes.length) {
      randomFillSync(bytes);
      at = 0;
    }
    bytes[at + 6] = ((bytes[at + 6] ?? 0) & 0x0f) | 0x40;
    bytes[at + 8] = ((bytes[at + 8] ?? 0) & 0x3f) | 0x80;
    at += 16;
    return bytes.toString('hex', at - 16, at);
  };
}

/**
 * Rows as lines of COPY in its text format (PostgreSQL, "File Formats"): row, id, mode, day, lang, stratum, minutes, codes,
 * texts, flags. Written as bytes: a million rows of forty codes go through here.
 */
export function copyLines(): { put(line: Line): void; take(): Uint8Array } {
  const chance = chanceIds();
  let bytes = Buffer.alloc(256 * 1024);
  let at = 0;

  const room = (wanted: number): void => {
    if (at + wanted <= bytes.length) return;
    const larger = Buffer.alloc(Math.max(bytes.length * 2, at + wanted));
    bytes.copy(larger, 0, 0, at);
    bytes = larger;
  };

  const ascii = (text: string): void => {
    for (let index = 0; index < text.length; index++) bytes[at++] = text.charCodeAt(index);
  };

  const number = (value: number): void => {
    let left = value;
    if (left < 0) {
      bytes[at++] = minus;
      left = -left;
    }
    if (left < 10) bytes[at++] = zero + left;
    else ascii(String(left));
  };

  const cell = (text: string): void => {
    bytes[at++] = tab;
    ascii(text === '' ? '\\N' : text);
  };

  const textsOf = ({ open, texts }: Line): string => {
    if (texts.length === 0) return '';
    const given = open.flatMap((name, place) => {
      const text = texts[place];
      return text === undefined ? [] : [[name, text] as const];
    });
    // JSON has already turned every control character into letters: only its backslashes mean something to COPY.
    return JSON.stringify(Object.fromEntries(given)).replaceAll('\\', '\\\\');
  };

  return {
    put(line) {
      const { sheet, codes, flags } = line;
      const texts = textsOf(line);
      room(400 + 12 * codes.length + 3 * texts.length + 100 * flags.length);
      ascii(String(line.row));
      cell(sheet.id === '' ? chance() : sheet.id);
      cell(sheet.mode);
      cell(sheet.day);
      cell(sheet.lang);
      cell(sheet.stratum);
      cell(sheet.minutes);
      bytes[at++] = tab;
      bytes[at++] = opening;
      for (let column = 0; column < codes.length; column++) {
        if (column > 0) bytes[at++] = comma;
        number(codes[column] ?? 0);
      }
      bytes[at++] = closing;
      bytes[at++] = tab;
      if (texts === '') ascii('\\N');
      else at += bytes.write(texts, at, 'utf8');
      cell(`{${flags.join()}}`);
      bytes[at++] = newline;
    },
    take() {
      const taken = Buffer.from(bytes.subarray(0, at));
      at = 0;
      return taken;
    },
  };
}
