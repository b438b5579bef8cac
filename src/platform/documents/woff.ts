import { inflateSync } from 'node:zlib';

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

type Table = { readonly entry: Buffer; readonly data: Buffer };

const pad4 = (length: number): number => (length + 3) & ~3;

/**
 * The plain sfnt font (TTF or OTF) inside a WOFF 1.0 file: same tables, no compression (W3C WOFF 1.0, sections 4-5).
 * Typst reads sfnt only, while the font package ships what browsers read; one source keeps print and screen alike.
 * Throws `RangeError` when the bytes are not WOFF 1.0.
 */
export function woffToSfnt(woff: Buffer): Buffer {
  if (woff.length < WOFF_HEADER || woff.toString('latin1', 0, 4) !== 'wOFF') {
    throw new RangeError('Not a WOFF 1.0 font');
  }
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) =>
    readTable(woff, WOFF_HEADER + index * WOFF_ENTRY),
  );
  const directory = SFNT_HEADER + count * SFNT_ENTRY;
  const size = tables.reduce((sum, table) => sum + pad4(table.data.length), directory);

  const sfnt = Buffer.alloc(size);
  woff.copy(sfnt, 0, 4, 8);
  sfnt.writeUInt16BE(count, 4);
  const selector = Math.floor(Math.log2(count));
  sfnt.writeUInt16BE(2 ** selector * SFNT_ENTRY, 6);
  sfnt.writeUInt16BE(selector, 8);
  sfnt.writeUInt16BE((count - 2 ** selector) * SFNT_ENTRY, 10);

  let offset = directory;
  tables.forEach((table, index) => {
    const at = SFNT_HEADER + index * SFNT_ENTRY;
    table.entry.copy(sfnt, at, 0, 4);
    table.entry.copy(sfnt, at + 4, 16, 20);
    sfnt.writeUInt32BE(offset, at + 8);
    sfnt.writeUInt32BE(table.data.length, at + 12);
    table.data.copy(sfnt, offset);
    offset += pad4(table.data.length);
  });
  return sfnt;
}

/** A table whose stored length equals its original length is stored raw, otherwise as a zlib stream. */
function readTable(woff: Buffer, at: number): Table {
  const entry = woff.subarray(at, at + WOFF_ENTRY);
  const [offset, stored, original] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)];
  const raw = woff.subarray(offset, offset + stored);
  const data = stored === original ? raw : inflateSync(raw);
  if (data.length !== original) throw new RangeError('Damaged WOFF font');
  return { entry, data };
}
