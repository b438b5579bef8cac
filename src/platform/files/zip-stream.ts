import { crc32, createDeflateRaw } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';

/** One file of an archive: its pieces are asked for when its turn comes. */
export interface ZipFile {
  name: string;
  content: AsyncIterable<Uint8Array>;
}

interface Written {
  name: Buffer;
  crc: number;
  size: bigint;
  packed: bigint;
  offset: bigint;
}

/** 1 January 1980, the first day that an archive can tell. */
const date = 0x0021;
const deflated = 8;
/** ZIP64: sizes of more than 4 GB (APPNOTE 4.5.3). */
const version = 45;
/** Names are UTF-8, and sizes stand after the content (APPNOTE 4.4.4, bits 11 and 3). */
const flags = 0x0808;
const inExtra = 0xffff_ffff;

type Field = readonly [bytes: 1 | 2 | 4 | 8, value: number | bigint];

/** Numbers one after the other, little-endian. */
function record(...fields: Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [length]) => sum + length, 0));
  let at = 0;
  for (const [length, value] of fields) {
    if (length === 8) bytes.writeBigUInt64LE(BigInt(value), at);
    else bytes.writeUIntLE(Number(value), at, length);
    at += length;
  }
  return bytes;
}

const common = (crc: number, nameLength: number, extraLength: number): Field[] => [
  [2, version],
  [2, flags],
  [2, deflated],
  [2, 0],
  [2, date],
  [4, crc],
  [4, inExtra],
  [4, inExtra],
  [2, nameLength],
  [2, extraLength],
];

const localHeader = (name: Buffer): Buffer =>
  Buffer.concat([
    record([4, 0x0403_4b50], ...common(0, name.length, 20)),
    name,
    record([2, 1], [2, 16], [8, 0], [8, 0]),
  ]);

const descriptor = ({ crc, size, packed }: Written): Buffer =>
  record([4, 0x0807_4b50], [4, crc], [8, packed], [8, size]);

const centralHeader = ({ name, crc, size, packed, offset }: Written): Buffer =>
  Buffer.concat([
    record(
      [4, 0x0201_4b50],
      [2, version],
      ...common(crc, name.length, 28),
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, inExtra],
    ),
    name,
    record([2, 1], [2, 24], [8, size], [8, packed], [8, offset]),
  ]);

const endOf = (count: number, start: bigint, length: bigint): Buffer =>
  Buffer.concat([
    record([4, 0x0606_4b50], [8, 44], [2, version], [2, version], [4, 0], [4, 0]),
    record([8, count], [8, count], [8, length], [8, start]),
    record([4, 0x0706_4b50], [4, 0], [8, start + length], [4, 1]),
    record([4, 0x0605_4b50], [2, 0], [2, 0], [2, 0xffff], [2, 0xffff], [4, inExtra], [4, inExtra], [2, 0]),
  ]);

/**
 * A ZIP archive (APPNOTE 6.3, always ZIP64) of files in the order in which they come, piece by piece: no file is held in
 * memory, and nothing is written twice. Without times.
 */
export async function* zipStream(files: AsyncIterable<ZipFile>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0n;
  for await (const { name: text, content } of files) {
    const one: Written = { name: Buffer.from(text), crc: 0, size: 0n, packed: 0n, offset: at };
    const header = localHeader(one.name);
    yield header;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const piece of content) {
        one.crc = crc32(piece, one.crc);
        one.size += BigInt(piece.length);
        yield piece;
      }
    }
    const packed = new PassThrough();
    // What goes wrong with the content is told by whoever reads the end of the pipe.
    const piping = pipeline(counted(), createDeflateRaw({ level: 6 }), packed).catch(() => undefined);
    try {
      for await (const piece of packed as AsyncIterable<Buffer>) {
        one.packed += BigInt(piece.length);
        yield piece;
      }
    } finally {
      packed.destroy();
      await piping;
    }
    const after = descriptor(one);
    yield after;
    at += BigInt(header.length + after.length) + one.packed;
    written.push(one);
  }
  const start = at;
  for (const one of written) {
    const central = centralHeader(one);
    at += BigInt(central.length);
    yield central;
  }
  yield endOf(written.length, start, at - start);
}
