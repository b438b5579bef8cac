import { inflateRawSync } from 'node:zlib';

const END_RECORD = 0x06054b50;
const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;

export type ZipEntry = {
  readonly name: string;
  readonly encrypted: boolean;
  /** Declared length when unpacked, in bytes. */
  readonly size: number;
  /** Position in the archive of the entry's local header. */
  readonly offset: number;
  readonly method: number;
  readonly packed: number;
};

/**
 * Where the end record of a ZIP archive lies, if the file ends exactly with one (APPNOTE 4.3.16), else -1.
 * Such an ending makes a ZIP (and a JAR) of a file that starts as something else.
 */
export function zipEnd(bytes: Buffer): number {
  const from = Math.max(0, bytes.length - END_LENGTH - MAX_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= from; at -= 1) {
    const ends =
      bytes.readUInt32LE(at) === END_RECORD && at + END_LENGTH + bytes.readUInt16LE(at + 20) === bytes.length;
    if (ends) return at;
  }
  return -1;
}

/** The entries that the central directory names; undefined when the archive is damaged. ZIP64 is not read. */
export function zipEntries(bytes: Buffer): ZipEntry[] | undefined {
  const end = bytes.length < END_LENGTH ? -1 : zipEnd(bytes);
  if (end < 0) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL_ENTRY) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > end) return undefined;
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}

/** The unpacked content of one entry, at most `limit` bytes; undefined when it is damaged, longer or packed unusually. */
export function readZipEntry(bytes: Buffer, entry: ZipEntry, limit: number): Buffer | undefined {
  const { offset } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY) return undefined;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) return undefined;
  if (entry.method === 0) return packed.length <= limit ? packed : undefined;
  if (entry.method !== 8) return undefined;
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch {
    return undefined;
  }
}

/** Whether each entry unpacks to what the directory says of it: one that says less is made to fill the memory of its reader. */
export const sizesAreTrue = (bytes: Buffer, entries: readonly ZipEntry[]): boolean =>
  entries.every((entry) => readZipEntry(bytes, entry, entry.size + 1)?.length === entry.size);
