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

interface Read {
  found: Found[];
  faults: Fault[];
}

const notJson = (piece: string, line: number): Fault => ({
  code: 'not-json',
  line,
  value: piece.slice(0, 60),
  refused: true,
});

const parsed = (piece: string, line: number): { found: Found } | { fault: Fault } => {
  try {
    return { found: { given: JSON.parse(piece) as Json, line } };
  } catch {
    return { fault: notJson(piece, line) };
  }
};

/** Records by their braces, on however many lines each stands. */
function byBraces(text: string): Read {
  const { depth, from } = shapeOf(text);
  const { pieces, cut } = scanObjects(text, depth, from);
  const read = pieces.map(({ text: piece, line }) => parsed(piece, line));
  const faults = read.flatMap((one) => ('fault' in one ? one.fault : []));
  if (cut !== undefined) faults.push({ code: 'cut', line: cut, refused: true });
  return { found: read.flatMap((one) => ('found' in one ? one.found : [])), faults };
}

/** Records that stand each on a line of its own, as most programs write them: lines of JSON, or a list of such lines. */
function byLines(text: string): Read {
  const read = text.split('\n').flatMap((line, index) => {
    const piece = line
      .trim()
      .replace(/^\[/, '')
      .replace(/[,\]]+$/, '');
    return /^\s*\{/.test(piece) ? [parsed(piece, index + 1)] : [];
  });
  return {
    found: read.flatMap((one) => ('found' in one ? one.found : [])),
    faults: read.flatMap((one) => ('fault' in one ? one.fault : [])),
  };
}

/**
 * Records of a JSON file: one service, a list, a page of the API, or lines of JSON. A broken record is told with its
 * line, and the others are read: a brace or a quote that is missing in one would swallow all that follow, so that a
 * broken file is read by its lines where that gives more.
 */
export function readJson(text: string): Read {
  const whole = byBraces(text);
  const lines = whole.faults.length > 0 ? byLines(text) : whole;
  const read = lines.found.length > whole.found.length ? lines : whole;
  return read.found.length === 0 && read.faults.length === 0
    ? { found: [], faults: [{ code: 'no-services', refused: true }] }
    : read;
}
