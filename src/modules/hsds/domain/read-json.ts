import type { Fault } from './check.ts';
import { scanObjects } from './scan.ts';
import type { Json } from './spec.ts';

/** A record of a file before anybody has looked at what it is. */
export interface Found {
  given: Json;
  line: number;
  file?: string;
}

/** Where the list of records begins: in `contents` of a page or `services` of an export, or at once. */
const containers = /^\s*\{[^[\]{}]*"(?:contents|services)"\s*:\s*\[/;

function shapeOf(text: string): { depth: number; from: number } {
  if (/^\s*\[/.test(text)) return { depth: 1, from: 0 };
  const page = containers.exec(text);
  return page ? { depth: 1, from: page[0].length - 1 } : { depth: 0, from: 0 };
}

/**
 * Records of a JSON file: one service, a list, a page of the API, or lines of JSON. A broken record is told with its
 * line, and the others are read.
 */
export function readJson(text: string): { found: Found[]; faults: Fault[] } {
  const { depth, from } = shapeOf(text);
  const { pieces, cut } = scanObjects(text, depth, from);
  const faults: Fault[] = [];
  const found = pieces.flatMap(({ text: piece, line }): Found[] => {
    try {
      return [{ given: JSON.parse(piece) as Json, line }];
    } catch {
      faults.push({ code: 'not-json', line, value: piece.slice(0, 60), refused: true });
      return [];
    }
  });
  if (cut !== undefined) faults.push({ code: 'cut', line: cut, refused: true });
  if (found.length === 0 && faults.length === 0) faults.push({ code: 'no-services', refused: true });
  return { found, faults };
}
