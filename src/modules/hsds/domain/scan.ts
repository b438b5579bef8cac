/** A piece of a JSON text: an object, with the line on which it begins. */
export interface Piece {
  text: string;
  line: number;
}

const quote = 34;
const backslash = 92;
const newline = 10;
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93];

interface Scanned {
  pieces: Piece[];
  /** The line on which the text breaks off inside an object. */
  cut?: number;
}

/**
 * Cuts the objects out of a JSON text that stand at one depth: 0 in lines of JSON, 1 in a list, 2 in the `contents` of
 * a page. Needs no whole text: of one that breaks off, everything before the break is given.
 */
export function scanObjects(text: string, depth: number, from = 0): Scanned {
  const pieces: Piece[] = [];
  let [level, line, start, startLine] = [0, 1, -1, 1];
  let inside = false;
  for (let at = 0; at < from; at += 1) if (text.charCodeAt(at) === newline) line += 1;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === newline) line += 1;
    if (inside) {
      if (code === backslash) at += 1;
      else if (code === quote) inside = false;
      continue;
    }
    if (code === quote) inside = true;
    else if (code === openBrace || code === openBracket) {
      if (level === depth && code === openBrace && start < 0) [start, startLine] = [at, line];
      level += 1;
    } else if (code === closeBrace || code === closeBracket) {
      level -= 1;
      if (level < depth && depth > 0) break;
      if (level === depth && start >= 0) {
        pieces.push({ text: text.slice(start, at + 1), line: startLine });
        start = -1;
      }
    }
  }
  return start >= 0 ? { pieces, cut: startLine } : { pieces };
}
