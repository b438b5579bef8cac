import type { FileFault } from './kinds.ts';
import { readZipEntry, type ZipEntry, zipEntries } from './zip.ts';

type OfficeExtension = 'docx' | 'xlsx' | 'odt' | 'ods';

/** Bounds past which an archive is a trap: entries, unpacked bytes, and unpacked bytes for each packed one. */
const LIMITS = { entries: 4_000, unpacked: 400 * 1024 * 1024, ratio: 300, identity: 1024 * 1024 } as const;

/** What proves each kind: an entry and what its content must say (ECMA-376 part 2; ODF 1.3 part 2, 3.3). */
const proofs: Record<OfficeExtension, { readonly entry: string; readonly says: RegExp }> = {
  docx: { entry: '[Content_Types].xml', says: /wordprocessingml\.document\.main\+xml/ },
  xlsx: { entry: '[Content_Types].xml', says: /spreadsheetml\.sheet\.main\+xml/ },
  odt: { entry: 'mimetype', says: /^application\/vnd\.oasis\.opendocument\.text$/ },
  ods: { entry: 'mimetype', says: /^application\/vnd\.oasis\.opendocument\.spreadsheet$/ },
};

const macros = /(^|\/)(vbaproject\.bin|vbadata\.xml)$|^(basic|scripts)\//i;
const escaping = /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:/i;

/** Old binary Office files, and every Office file closed with a password, are OLE containers. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** Whether the bytes are an open, honest office document of that kind; otherwise the fault. */
export function isPackedOffice(bytes: Buffer, kind: OfficeExtension): 'ok' | FileFault {
  if (bytes.subarray(0, OLE.length).equals(OLE)) return 'FILE_LOCKED';
  if (bytes.toString('latin1', 0, 4) !== 'PK\u0003\u0004') return 'FILE_MISMATCH';
  const entries = zipEntries(bytes);
  if (entries === undefined || entries.some((entry) => escaping.test(entry.name))) return 'FILE_DAMAGED';
  if (isBomb(entries, bytes.length)) return 'FILE_BOMB';
  if (entries.some((entry) => entry.encrypted)) return 'FILE_LOCKED';
  if (entries.some((entry) => macros.test(entry.name))) return 'FILE_MACROS';
  const proof = proofs[kind];
  const identity = entries.find((entry) => entry.name === proof.entry);
  const content = identity === undefined ? undefined : readZipEntry(bytes, identity, LIMITS.identity);
  return content !== undefined && proof.says.test(content.toString('utf8').trim()) ? 'ok' : 'FILE_MISMATCH';
}

function isBomb(entries: readonly ZipEntry[], length: number): boolean {
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  return entries.length > LIMITS.entries || unpacked > LIMITS.unpacked || unpacked > length * LIMITS.ratio;
}
