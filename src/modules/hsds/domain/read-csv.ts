import { parse } from 'csv-parse/sync';
import type { Fault } from './check.ts';
import { unguard } from './csv.ts';
import type { ReadRow } from './tables.ts';

/** The sign between cells: a Polish spreadsheet writes semicolons. */
const signOf = (header: string): ',' | ';' | '\t' =>
  ([';', '\t'] as const).find((sign) => header.split(sign).length > header.split(',').length) ?? ',';

interface Row {
  record: string[];
  info: { lines: number };
}

/** Rows of a CSV file by the names of its columns; a row that cannot be read is told with its line. */
export function readCsv(
  text: string,
  file: string,
  columns: readonly string[],
): { header: readonly string[]; rows: ReadRow[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const parsed = parse(text, {
    delimiter: signOf(/^[^\n]*/.exec(text)?.[0] ?? ''),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: 2_000_000,
    on_skip: (error) => {
      faults.push({ code: 'not-csv', file, line: Number(error?.['lines'] ?? 0), refused: true });
      return undefined;
    },
  }) as unknown as Row[];
  const [first, ...rest] = parsed;
  if (!first) return { header: [], rows: [], faults };
  const header = first.record.map((name) => unguard(name).trim().toLowerCase());
  for (const name of header)
    if (name !== '' && !columns.includes(name))
      faults.push({ code: 'unknown-column', file, line: 1, value: name.slice(0, 60), refused: false });
  let before = first.info.lines;
  const rows = rest.map(({ record, info }) => {
    const line = before + 1;
    before = info.lines;
    const cells: Record<string, string> = {};
    for (const [index, name] of header.entries())
      if (columns.includes(name)) cells[name] = unguard(record[index] ?? '');
    return { cells, line };
  });
  return { header, rows, faults };
}
