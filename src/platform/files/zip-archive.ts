import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** An archive on a disk: read a piece at a time, however large it is. */
export interface ZipArchive {
  readonly names: readonly string[];
  /** The unpacked content of a file, undefined: there is none of this name. */
  read(name: string): AsyncIterable<Buffer> | undefined;
}

interface Entry {
  name: string;
  method: number;
  packed: number;
  offset: number;
}

const endSignature = 0x0605_4b50;
const endLength = 22;
const longestComment = 0xffff;
const locatorLength = 20;
/** The directory of an archive of ours takes some kilobytes; one of so many is no archive of ours. */
const largestDirectory = 16 << 20;

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  if (bytesRead < length) throw new Error('the archive is cut');
  return bytes;
}

/** Where the directory of the archive lies (APPNOTE 4.3.14 to 4.3.16). */
async function directoryOf(file: FileHandle): Promise<{ start: number; length: number }> {
  const { size } = await file.stat();
  const from = Math.max(0, size - endLength - longestComment);
  const tail = await bytesAt(file, from, size - from);
  let end = tail.length - endLength;
  while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < 0) throw new Error('no archive: it has no end');
  const locator = end - locatorLength;
  if (locator < 0 || tail.readUInt32LE(locator) !== 0x0706_4b50)
    return { length: tail.readUInt32LE(end + 12), start: tail.readUInt32LE(end + 16) };
  const wide = await bytesAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56);
  if (wide.readUInt32LE(0) !== 0x0606_4b50) throw new Error('no end of a wide archive');
  return { length: Number(wide.readBigUInt64LE(40)), start: Number(wide.readBigUInt64LE(48)) };
}

/** The values that did not fit into four bytes, in their order (APPNOTE 4.5.3). */
function wideValues(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      const values = extra.subarray(at + 4, at + 4 + length);
      return Array.from({ length: Math.floor(values.length / 8) }, (_, n) =>
        Number(values.readBigUInt64LE(n * 8)),
      );
    }
    at += 4 + length;
  }
  return [];
}

function entriesOf(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < directory.length; ) {
    if (directory.readUInt32LE(at) !== 0x0201_4b50) throw new Error('no entry of a directory');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      directory.readUInt16LE(at + field),
    ) as [number, number, number];
    const extra = at + 46 + nameLength;
    const wide = wideValues(directory.subarray(extra, extra + extraLength));
    const [, packed = 0, offset = 0] = [24, 20, 42].map((field) => {
      const value = directory.readUInt32LE(at + field);
      return value === 0xffff_ffff ? (wide.shift() ?? value) : value;
    });
    const name = directory.toString('utf8', at + 46, extra);
    entries.push({ name, method: directory.readUInt16LE(at + 10), packed, offset });
    at = extra + extraLength + commentLength;
  }
  return entries;
}

/**
 * Opens an archive that lies on a disk, ZIP64 or not.
 * @throws Error when it is none
 */
export async function openZip(path: string): Promise<ZipArchive> {
  const file = await open(path);
  let entries: Map<string, Entry>;
  try {
    const { start, length } = await directoryOf(file);
    if (length > largestDirectory) throw new Error('a directory of no possible length');
    entries = new Map(entriesOf(await bytesAt(file, start, length)).map((one) => [one.name, one]));
  } finally {
    await file.close();
  }
  async function* unpacked({ offset, packed, method }: Entry): AsyncGenerator<Buffer> {
    const again = await open(path);
    let begin: number;
    try {
      const header = await bytesAt(again, offset, 30);
      begin = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    } finally {
      await again.close();
    }
    if (packed === 0) return;
    const stored = createReadStream(path, { start: begin, end: begin + packed - 1 });
    if (method === 0) yield* stored as AsyncIterable<Buffer>;
    else yield* pipeline(stored, createInflateRaw(), () => undefined) as AsyncIterable<Buffer>;
  }
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      return entry && unpacked(entry);
    },
  };
}
