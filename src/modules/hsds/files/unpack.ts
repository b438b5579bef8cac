import { readZipEntry, zipEntries } from '../../../platform/files/zip.ts';
import type { Fault } from '../domain/check.ts';
import { readFiles, type ReadFile, type TextFile } from '../domain/read-file.ts';

/** Past these an archive is a trap: files, unpacked bytes, and unpacked bytes for each packed one. */
const limits = { files: 100, unpacked: 150 * 1024 * 1024, ratio: 200 } as const;

/** What is no UTF-8 is read as the encoding of older Polish programs, and told. */
function decode(bytes: Uint8Array, name: string): { file: TextFile; faults: Fault[] } {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return { file: { name, text: new TextDecoder(wide, { fatal: true }).decode(bytes) }, faults: [] };
  } catch {
    const text = new TextDecoder('windows-1250').decode(bytes);
    return { file: { name, text }, faults: [{ code: 'not-utf8', value: name, refused: false }] };
  }
}

const refusal = (code: Fault['code']): ReadFile => ({ services: [], faults: [{ code, refused: true }] });

function unpack(bytes: Buffer): { name: string; content: Buffer }[] | Fault['code'] {
  const entries = zipEntries(bytes);
  if (entries === undefined) return 'damaged';
  const wanted = entries.filter((entry) => !entry.name.endsWith('/') && !entry.name.includes('__MACOSX'));
  const size = wanted.reduce((sum, entry) => sum + entry.size, 0);
  if (
    wanted.length > limits.files ||
    size > limits.unpacked ||
    size > 1_000_000 + bytes.length * limits.ratio
  )
    return 'bomb';
  const files: { name: string; content: Buffer }[] = [];
  let room: number = limits.unpacked;
  for (const entry of wanted) {
    // The size that an entry declares may be a lie: what unpacks to more is not read.
    const content = entry.encrypted ? undefined : readZipEntry(bytes, entry, Math.min(room, entry.size + 1));
    if (content === undefined || content.length > entry.size) return 'damaged';
    room -= content.length;
    files.push({ name: entry.name, content });
  }
  return files;
}

/** Reads a sent file: what of it can be taken over, and what cannot and why. Never throws by what is in it. */
export function readSent(content: Uint8Array, name: string): ReadFile {
  const bytes = Buffer.from(content);
  if (bytes.length === 0) return refusal('empty');
  if (bytes.toString('latin1', 0, 2) !== 'PK') {
    const { file, faults } = decode(bytes, name);
    const read = readFiles([file]);
    return { ...read, faults: [...faults, ...read.faults] };
  }
  const unpacked = unpack(bytes);
  if (typeof unpacked === 'string') return refusal(unpacked);
  const decoded = unpacked.map((one) => decode(one.content, one.name));
  const read = readFiles(decoded.map((one) => one.file));
  return { ...read, faults: [...decoded.flatMap((one) => one.faults), ...read.faults] };
}
