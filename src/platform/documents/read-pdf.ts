import { inflateSync } from 'node:zlib';

/**
 * A piece of shown text with the place of its first glyph, in millimetres from the top left corner of the page, and its
 * size in points. Hard spaces are made plain and invisible marks are left out, so that words can be looked for.
 */
export type Shown = {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
};

const MILLIMETRES = 25.4 / 72;
const PAGE_HEIGHT = 297;

/**
 * What the pages of our own letters show, for tests: glyphs go back to letters through each font's ToUnicode map,
 * the way a screen reader and a search do it. Understands what Typst writes, not PDF in general.
 */
export function readPdf(pdf: Uint8Array): Shown[] {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const file = bytes.toString('latin1');
  const object = (id: string): string =>
    new RegExp(`(?:^|\\n)${id} 0 obj\\n([^]*?)\\nendobj`).exec(file)?.[1] ?? '';
  const kids = /\/Type \/Pages\s+\/Count \d+\s+\/Kids \[([^\]]*)\]/.exec(file)?.[1] ?? '';
  return Array.from(kids.matchAll(/(\d+) 0 R/g)).flatMap(([, id = ''], index) => {
    const page = object(id);
    const fonts = new Map(
      Array.from(page.matchAll(/\/(f\d+) (\d+) 0 R/g)).map(([, name = '', font = '']) => [
        name,
        glyphMap(streamOf(object(/\/ToUnicode (\d+)/.exec(object(font))?.[1] ?? ''))),
      ]),
    );
    return readContent(streamOf(object(/\/Contents (\d+)/.exec(page)?.[1] ?? '')), fonts, index + 1);
  });
}

/** All shown text in reading order, a line break where the next piece stands lower or on another page. */
export function textOf(pdf: Uint8Array): string {
  let text = '';
  let last: Shown | undefined;
  for (const piece of readPdf(pdf)) {
    if (last !== undefined && (last.page !== piece.page || Math.abs(last.y - piece.y) > 0.5)) text += '\n';
    text += piece.text;
    last = piece;
  }
  return text;
}

function streamOf(object: string): string {
  const raw = /stream\n([^]*)\nendstream/.exec(object)?.[1] ?? '';
  return object.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
}

function glyphMap(cmap: string): Map<number, string> {
  const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  return new Map(
    Array.from(cmap.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>\n/g)).map(([, glyph = '', hex = '']) => [
      Number.parseInt(glyph, 16),
      utf16(hex),
    ]),
  );
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Two-byte glyph codes of a literal string (ISO 32000-1, 7.3.4.2). */
function glyphs(literal: string): number[] {
  const raw = literal.replace(/\\([0-7]{1,3}|[^])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
  return Array.from(
    { length: raw.length / 2 },
    (_, index) => raw.charCodeAt(index * 2) * 256 + raw.charCodeAt(index * 2 + 1),
  );
}

/** Where the literal string that opens before `from` closes: parentheses inside it may be bare when they balance. */
function literalEnd(content: string, from: number): number {
  let depth = 1;
  for (let at = from; at < content.length; at += 1) {
    const sign = content[at];
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return content.length;
}

const operators =
  /\/ActualText <FEFF([0-9A-F]*)>\s*>> BDC|\b(EMC)\b|1 0 0 -1 (-?[\d.]+) (-?[\d.]+) (cm)\b|\/(f\d+) ([\d.]+) Tf|\/Lang \([\w-]+\)|(\()/g;

function readContent(
  content: string,
  fonts: ReadonlyMap<string, Map<number, string>>,
  page: number,
): Shown[] {
  const shown: Shown[] = [];
  let [left, top, size, moved] = [0, 0, 0, true];
  let font: Map<number, string> | undefined;
  let replaced = false;
  const show = (raw: string): void => {
    const text = raw.replaceAll('\u00a0', ' ').replace(/[\u200b\u00ad]/g, '');
    const last = shown.at(-1);
    if (!moved && last !== undefined) shown.splice(-1, 1, { ...last, text: last.text + text });
    else shown.push({ page, x: left * MILLIMETRES, y: PAGE_HEIGHT - top * MILLIMETRES, size, text });
    moved = false;
  };
  const scan = new RegExp(operators);
  for (let match = scan.exec(content); match !== null; match = scan.exec(content)) {
    const [, actual, end, x, y, operator, name, points, opened] = match;
    if (actual !== undefined) {
      show(Buffer.from(actual, 'hex').swap16().toString('utf16le'));
      replaced = true;
    } else if (end !== undefined) replaced = false;
    else if (operator !== undefined) [left, top, moved] = [Number(x), Number(y), true];
    else if (name !== undefined) [font, size] = [fonts.get(name), Number(points)];
    else if (opened !== undefined) {
      const from = scan.lastIndex;
      scan.lastIndex = literalEnd(content, from);
      const codes = glyphs(content.slice(from, scan.lastIndex));
      if (!replaced) show(codes.map((glyph) => font?.get(glyph) ?? '\ufffd').join(''));
    }
  }
  return shown;
}
