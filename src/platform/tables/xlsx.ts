import writeXlsxFile from 'write-excel-file/node';
import type { Cell } from './csv.ts';

/** A sheet of a workbook: its name (at most 31 characters), its head and its rows. */
export type SheetTable = {
  name: string;
  /** Printed bold and kept in view; empty: a sheet of text. */
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Width of the columns in characters; default 18. */
  widths?: readonly number[];
};

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

// A name of a sheet holds at most 31 characters, none of : \ / ? * [ ] (ECMA-376, 18.2.19).
const sheetName = (name: string): string => name.replaceAll(/[:\\/?*[\]]/g, ' ').slice(0, 31);

const cellOf = (cell: Cell) =>
  cell === null
    ? null
    : typeof cell === 'number'
      ? { value: cell, type: Number }
      : { value: cell, type: String, wrap: cell.length > 60 };

/** A workbook of tables (ECMA-376); numbers stay numbers, unknown cells stay empty, text never becomes a formula. */
export async function xlsxOf(sheets: readonly SheetTable[]): Promise<Buffer> {
  const made = sheets.map(({ name, head, rows, widths }) => {
    const columns = Math.max(head.length, ...rows.map((row) => row.length));
    return {
      sheet: sheetName(name),
      data: [
        ...(head.length > 0
          ? [head.map((cell) => ({ value: cell, type: String, fontWeight: 'bold' as const, wrap: true }))]
          : []),
        ...rows.map((row) => row.map(cellOf)),
      ],
      columns: Array.from({ length: columns }, (_, at) => ({ width: widths?.[at] ?? 18 })),
      ...(head.length > 0 ? { stickyRowsCount: 1 } : {}),
    };
  });
  return await writeXlsxFile(made).toBuffer();
}
