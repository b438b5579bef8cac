/**
 * The bytes of a QR code (ISO/IEC 18004): byte mode, error correction level M, versions 1 to 15 (up to 412 bytes).
 * The modules (black and white squares) are set in qr.ts.
 */

/** Error correction codewords in each block and number of blocks, level M, by version. */
const blocksOf: readonly { check: number; blocks: number }[] = (
  [
    [10, 1],
    [16, 1],
    [26, 1],
    [18, 2],
    [24, 2],
    [16, 4],
    [18, 4],
    [22, 4],
    [22, 5],
    [26, 5],
    [30, 5],
    [22, 8],
    [22, 9],
    [24, 9],
    [24, 10],
  ] as const
).map(([check, blocks]) => ({ check, blocks }));

export const largestVersion = blocksOf.length;

/** Modules that carry data, in a code of this version. */
export function dataModules(version: number): number {
  const all = (16 * version + 128) * version + 64;
  if (version < 2) return all;
  const marks = Math.floor(version / 7) + 2;
  return all - (25 * marks - 10) * marks + 55 - (version >= 7 ? 36 : 0);
}

const shapeOf = (version: number): { check: number; blocks: number; total: number; data: number } => {
  const { check, blocks } = blocksOf[version - 1] ?? { check: 0, blocks: 1 };
  const total = Math.floor(dataModules(version) / 8);
  return { check, blocks, total, data: total - check * blocks };
};

const lengthBits = (version: number): number => (version < 10 ? 8 : 16);

/** The smallest version that holds so many bytes; undefined: none here does. */
export function versionFor(bytes: number): number | undefined {
  for (let version = 1; version <= largestVersion; version++)
    if (4 + lengthBits(version) + bytes * 8 <= shapeOf(version).data * 8) return version;
  return undefined;
}

/** Multiplication in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1. */
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((other >>> bit) & 1) * one;
  }
  return product;
}

/** Coefficients of the Reed-Solomon generator of a degree, the leading 1 left out. */
function generator(degree: number): number[] {
  const factors: number[] = Array.from({ length: degree }, (_, index) => (index === degree - 1 ? 1 : 0));
  let root = 1;
  for (let step = 0; step < degree; step++) {
    for (let index = 0; index < degree; index++)
      factors[index] = times(factors[index] ?? 0, root) ^ (factors[index + 1] ?? 0);
    root = times(root, 2);
  }
  return factors;
}

function checkBytes(data: readonly number[], factors: readonly number[]): number[] {
  const rest = factors.map(() => 0);
  for (const byte of data) {
    const lead = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    for (const [index, factor] of factors.entries()) rest[index] = (rest[index] ?? 0) ^ times(factor, lead);
  }
  return rest;
}

function dataBytes(content: Uint8Array, version: number): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number): void => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
  };
  const room = shapeOf(version).data * 8;
  push(0b0100, 4);
  push(content.length, lengthBits(version));
  for (const byte of content) push(byte, 8);
  push(0, Math.min(4, room - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) push(pad, 8);
  return Array.from({ length: bits.length / 8 }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((byte, bit) => (byte << 1) | bit, 0),
  );
}

/** Data and error correction in the order in which the modules take them: the blocks interleaved byte by byte. */
export function codewords(content: Uint8Array, version: number): number[] {
  const { check, blocks, total, data } = shapeOf(version);
  const bytes = dataBytes(content, version);
  const factors = generator(check);
  const short = Math.floor(data / blocks);
  const longer = data % blocks;
  const cut = Array.from({ length: blocks }, (_, index) => {
    const start = index * short + Math.max(0, index - (blocks - longer));
    const part = bytes.slice(start, start + short + (index >= blocks - longer ? 1 : 0));
    return { part, check: checkBytes(part, factors) };
  });
  const woven: number[] = [];
  for (let index = 0; index <= short; index++)
    for (const { part } of cut) if (index < part.length) woven.push(part[index] ?? 0);
  for (let index = 0; index < check; index++) for (const block of cut) woven.push(block.check[index] ?? 0);
  return woven.slice(0, total);
}
