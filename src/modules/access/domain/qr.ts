import { codewords, versionFor } from './qr-bits.ts';

/** The modules of a QR code, row by row: true is dark. */
export type QrCode = readonly (readonly boolean[])[];

/** The eight masks of ISO/IEC 18004, table 10: true turns a data module over. */
const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** A square under construction: what is set, and which modules no mask may turn. */
interface Board {
  size: number;
  dark: boolean[][];
  fixed: boolean[][];
}

const square = (size: number): boolean[][] =>
  Array.from({ length: size }, () => Array.from({ length: size }, () => false));

function fix(board: Board, x: number, y: number, dark: boolean): void {
  const row = board.dark[y];
  const fixedRow = board.fixed[y];
  if (!row || !fixedRow || x < 0 || x >= board.size) return;
  row[x] = dark;
  fixedRow[x] = true;
}

/** Concentric squares: a finder (radius 4, with its light border) or an alignment mark (radius 2). */
function rings(
  board: Board,
  centreX: number,
  centreY: number,
  radius: number,
  light: readonly number[],
): void {
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++)
      fix(board, centreX + dx, centreY + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
}

function markPositions(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (2 * count - 2)) * 2;
  const last = version * 4 + 10;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => last - step * (count - 2 - index))];
}

/** Remainder of a value times x^`degree` by a polynomial over GF(2). */
function remainder(value: number, degree: number, polynomial: number): number {
  let rest = value;
  for (let step = 0; step < degree; step++) rest = (rest << 1) ^ ((rest >>> (degree - 1)) * polynomial);
  return rest;
}

const bitOf = (value: number, index: number): boolean => ((value >>> index) & 1) === 1;

function drawFormat(board: Board, mask: number): void {
  // Level M is 00, so that the five data bits are the mask alone.
  const bits = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
  const far = board.size - 1;
  for (let index = 0; index < 15; index++) {
    const dark = bitOf(bits, index);
    fix(board, 8, index < 6 ? index : index < 8 ? index + 1 : far - 14 + index, dark);
    fix(board, index < 8 ? far - index : index === 8 ? 7 : 14 - index, 8, dark);
  }
  fix(board, 8, board.size - 8, true);
}

function drawVersion(board: Board, version: number): void {
  if (version < 7) return;
  const bits = (version << 12) | remainder(version, 12, 0x1f25);
  for (let index = 0; index < 18; index++) {
    const far = board.size - 11 + (index % 3);
    const near = Math.floor(index / 3);
    fix(board, far, near, bitOf(bits, index));
    fix(board, near, far, bitOf(bits, index));
  }
}

function drawPatterns(board: Board, version: number): void {
  for (let index = 0; index < board.size; index++) {
    fix(board, 6, index, index % 2 === 0);
    fix(board, index, 6, index % 2 === 0);
  }
  const far = board.size - 4;
  for (const [x, y] of [
    [3, 3],
    [far, 3],
    [3, far],
  ] as const)
    rings(board, x, y, 4, [2, 4]);
  const marks = markPositions(version);
  const [first, last] = [marks[0], marks.at(-1)];
  for (const x of marks)
    for (const y of marks) {
      const onFinder =
        (x === first && y === first) || (x === first && y === last) || (x === last && y === first);
      if (!onFinder) rings(board, x, y, 2, [1]);
    }
  drawFormat(board, 0);
  drawVersion(board, version);
}

/** Every free module in the order of the standard: columns in pairs from the right, up and down in turn. */
function* freeModules(board: Board): Generator<[x: number, y: number]> {
  let upward = true;
  for (let right = board.size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < board.size; step++) {
      const y = upward ? board.size - 1 - step : step;
      for (const x of [right, right - 1]) if (board.fixed[y]?.[x] === false) yield [x, y];
    }
    upward = !upward;
  }
}

const finderLike = ['00001011101', '10111010000'];

/** The penalty of a masked code (ISO/IEC 18004, 7.8.3): the mask with the least is used. */
function penalty(dark: QrCode): number {
  const size = dark.length;
  const rows = dark.map((row) => row.map(Number).join(''));
  const columns = rows.map((_, x) => rows.map((row) => row[x]).join(''));
  let sum = 0;
  for (const line of [...rows, ...columns]) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
    for (let at = 0; at + 11 <= size; at++) if (finderLike.includes(line.slice(at, at + 11))) sum += 40;
  }
  for (let y = 0; y + 1 < size; y++)
    for (let x = 0; x + 1 < size; x++) {
      const corner = dark[y]?.[x];
      if (corner === dark[y]?.[x + 1] && corner === dark[y + 1]?.[x] && corner === dark[y + 1]?.[x + 1])
        sum += 3;
    }
  const share = dark.flat().filter(Boolean).length / (size * size);
  return sum + 10 * Math.floor(Math.abs(share * 100 - 50) / 5);
}

function masked(board: Board, mask: number): boolean[][] {
  const turn = masks[mask];
  const copy: Board = {
    ...board,
    dark: board.dark.map((row, y) =>
      row.map((dark, x) => dark !== (board.fixed[y]?.[x] === false && turn?.(x, y) === true)),
    ),
  };
  drawFormat(copy, mask);
  return copy.dark;
}

/**
 * The QR code of a text (UTF-8, level M).
 * @throws RangeError when the text is longer than 412 bytes
 */
export function qrCode(text: string): QrCode {
  const content = new TextEncoder().encode(text);
  const version = versionFor(content.length);
  if (version === undefined) throw new RangeError('too long for a QR code of version 15');
  const size = version * 4 + 17;
  const board: Board = { size, dark: square(size), fixed: square(size) };
  drawPatterns(board, version);
  const bits = codewords(content, version).flatMap((byte) =>
    Array.from({ length: 8 }, (_, index) => bitOf(byte, 7 - index)),
  );
  let next = 0;
  for (const [x, y] of freeModules(board)) {
    const row = board.dark[y];
    if (row) row[x] = bits[next++] === true;
  }
  const codes = masks.map((_, mask) => masked(board, mask));
  return codes.reduce((best, code) => (penalty(code) < penalty(best) ? code : best));
}
