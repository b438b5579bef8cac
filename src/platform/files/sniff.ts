import { type FileExtension, type FileFault, fileTypes, MAX_UPLOAD_BYTES, type Sniffed } from './kinds.ts';
import { nameFault } from './name.ts';
import { isPackedOffice } from './office.ts';
import { zipEnd } from './zip.ts';

type Verdict = 'ok' | FileFault;

const startsWith = (bytes: Buffer, ...signature: number[]): boolean =>
  signature.every((value, index) => bytes[index] === value);

const contentChecks: Record<FileExtension, (bytes: Buffer) => Verdict> = {
  pdf: (bytes) => {
    if (bytes.toString('latin1', 0, 5) !== '%PDF-') return 'FILE_MISMATCH';
    return bytes.subarray(-2048).includes('%%EOF') ? 'ok' : 'FILE_DAMAGED';
  },
  jpg: (bytes) => {
    if (!startsWith(bytes, 0xff, 0xd8, 0xff)) return 'FILE_MISMATCH';
    // Phones append a film or a depth map after the picture, so the end marker is looked for, not expected last.
    return bytes.includes(Buffer.from([0xff, 0xd9])) ? 'ok' : 'FILE_DAMAGED';
  },
  png: (bytes) => {
    if (!startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'FILE_MISMATCH';
    return bytes.toString('latin1', 12, 16) === 'IHDR' && bytes.includes('IEND') ? 'ok' : 'FILE_DAMAGED';
  },
  docx: (bytes) => isPackedOffice(bytes, 'docx'),
  xlsx: (bytes) => isPackedOffice(bytes, 'xlsx'),
  odt: (bytes) => isPackedOffice(bytes, 'odt'),
  ods: (bytes) => isPackedOffice(bytes, 'ods'),
  txt: (bytes) => (isPlainText(bytes) ? 'ok' : 'FILE_MISMATCH'),
  csv: (bytes) => (isPlainText(bytes) ? 'ok' : 'FILE_MISMATCH'),
};

const packed: ReadonlySet<FileExtension> = new Set(['docx', 'xlsx', 'odt', 'ods']);

/**
 * What a sent file really is, judged by its bytes; the name only says what it must agree with.
 * Gives the type to store and serve it under, or one code. It does not look for viruses.
 */
export function sniff(content: Uint8Array, claimedName: string): Sniffed {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const name = nameFault(claimedName);
  if (name !== undefined) return { ok: false, code: name };
  const extension = extensionOf(claimedName);
  if (extension === undefined) return { ok: false, code: 'FILE_KIND' };
  if (bytes.length === 0) return { ok: false, code: 'FILE_EMPTY' };
  if (bytes.length > MAX_UPLOAD_BYTES) return { ok: false, code: 'FILE_TOO_LARGE' };
  if (isProgram(bytes)) return { ok: false, code: 'FILE_EXECUTABLE' };
  const verdict = contentChecks[extension](bytes);
  if (verdict !== 'ok') return { ok: false, code: verdict };
  // A PDF or a picture that also ends as an archive runs as a JAR or unpacks as something else.
  if (!packed.has(extension) && bytes.length > 22 && zipEnd(bytes) >= 0)
    return { ok: false, code: 'FILE_EXECUTABLE' };
  return { ok: true, type: fileTypes[extension], extension };
}

function extensionOf(name: string): FileExtension | undefined {
  const written = name.toLowerCase().split('.').slice(1).at(-1) ?? '';
  if (written === 'jpeg') return 'jpg';
  return isExtension(written) ? written : undefined;
}

const isExtension = (text: string): text is FileExtension => Object.hasOwn(fileTypes, text);

/** First bytes of what an operating system or a browser runs; the text ones after spaces and a byte order mark. */
function isProgram(bytes: Buffer): boolean {
  const windows = startsWith(bytes, 0x4d, 0x5a) && bytes.subarray(0, 128).includes(0);
  const unix = startsWith(bytes, 0x7f, 0x45, 0x4c, 0x46);
  const apple = [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe].includes(
    bytes.length < 4 ? 0 : bytes.readUInt32BE(0),
  );
  const head = bytes
    .toString('latin1', 0, 512)
    .replace(/^(?:\s|\u00ef\u00bb\u00bf)+/, '')
    .toLowerCase();
  return windows || unix || apple || /^(#!|<\?php|<!doctype|<html|<script|<svg|<\?xml|@echo off)/.test(head);
}

const notText = /[^\t\n\f\r\x20-\x7e\x80-\xff]/;

/** Text in UTF-8 or in a one-byte code page (Polish spreadsheets still write Windows-1250): no control characters. */
const isPlainText = (bytes: Buffer): boolean => !notText.test(bytes.toString('latin1'));
