import readXlsxFile from 'read-excel-file/node';
import { readZipEntry, sizesAreTrue, zipEntries } from '../../platform/files/zip.ts';
import type { FileFault } from '../../platform/files/kinds.ts';
import { sniff } from '../../platform/files/sniff.ts';
import type { SheetRows, Workbook } from './domain/xlsform/tables.ts';

/** An XLSForm holds texts only; one of 600 questions in three languages takes about 100 kB. */
export const largestXlsform = 600 * 1024;

/** Unpacked sheets and rows past which a workbook is no questionnaire. */
const limits = { unpacked: 30 * 1024 * 1024, rows: 5000, cells: 400_000 } as const;

export type XlsformFault = FileFault | 'tooLarge' | 'notXlsx' | 'tooManyRows';

const textOf = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
};

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** Cells with a formula (`<f>` in a cell, ECMA-376 18.3.1.40) by the name of their sheet; the reader gives only their values. */
function formulasIn(bytes: Buffer): Workbook['formulas'] {
  const entries = zipEntries(bytes) ?? [];
  const textOfEntry = (name: string): string => {
    const entry = entries.find((one) => one.name === name);
    return entry ? String(readZipEntry(bytes, entry, limits.unpacked) ?? '') : '';
  };
  const targets = new Map(
    [...textOfEntry('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  return [...textOfEntry('xl/workbook.xml').matchAll(/<sheet\s[^>]*>/g)].flatMap(([tag]) => {
    const sheet = plain(attribute(tag, 'name'));
    const markup = textOfEntry(targets.get(attribute(tag, 'r:id')) ?? '');
    return [...markup.matchAll(/<c\s([^>]*[^/])>\s*<f[\s>/]/g)].map(([, cell = '']) => {
      const place = attribute(` ${cell}`, 'r');
      return { sheet, row: Number(/\d+$/.exec(place)?.[0] ?? 0), cell: place };
    });
  });
}

const columnOf = (letters: string): number =>
  letters.split('').reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

/**
 * Whether the places that a sheet names fit into the limits. The reader makes a table of everything between the first
 * and the furthest cell: one cell at XFD1048576 would be seventeen thousand million of them.
 */
function fits(markup: string): boolean {
  let [rows, columns] = [0, 0];
  for (const [, , place = ''] of markup.matchAll(/\b(?:r|ref)\s*=\s*(["'])(.*?)\1/g)) {
    // An entity would hide a place from this look, and not from the reader.
    if (place.includes('&')) return false;
    for (const [, letters = '', digits = '0'] of place.matchAll(/([A-Z]*)(\d+)/g)) {
      rows = Math.max(rows, Number(digits));
      columns = Math.max(columns, columnOf(letters));
    }
  }
  return rows <= limits.rows && rows * columns <= limits.cells;
}

const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0);

/** The sheets of an XLSX file as texts; a fault when it is no honest workbook, or too large to be a questionnaire. */
export async function readWorkbook(
  content: Uint8Array,
): Promise<{ ok: true; value: Workbook } | { ok: false; fault: XlsformFault }> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length > largestXlsform) return { ok: false, fault: 'tooLarge' };
  // The bytes decide, whatever the file was called.
  const kind = sniff(bytes, 'xlsform.xlsx');
  if (!kind.ok) return { ok: false, fault: kind.code === 'FILE_MISMATCH' ? 'notXlsx' : kind.code };
  const entries = zipEntries(bytes) ?? [];
  if (sum(entries.map(({ size }) => size)) > limits.unpacked || !sizesAreTrue(bytes, entries))
    return { ok: false, fault: 'FILE_BOMB' };
  if (!entries.every((entry) => fits(String(readZipEntry(bytes, entry, entry.size + 1) ?? ''))))
    return { ok: false, fault: 'tooManyRows' };
  let read: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    read = await readXlsxFile(bytes);
  } catch {
    return { ok: false, fault: 'FILE_DAMAGED' };
  }
  const tooMany = read.some(
    ({ data }) => data.length > limits.rows || data.length * (data[0]?.length ?? 0) > limits.cells,
  );
  if (tooMany) return { ok: false, fault: 'tooManyRows' };
  const sheets: Record<string, SheetRows> = Object.fromEntries(
    read.map(({ sheet, data }) => [sheet.trim().toLowerCase(), data.map((row) => row.map(textOf))]),
  );
  const formulas = formulasIn(bytes).map((one) => ({ ...one, sheet: one.sheet.trim().toLowerCase() }));
  return { ok: true, value: { sheets, formulas } };
}
