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

/** So many rows with a quote that is never closed are passed over in one file. */
const mostUnclosed = 100;

/** Records with their lines. A quote that is never closed would swallow all that follows: reading goes on at the next line. */
function recordsOf(
  text: string,
  file: string,
): { records: { record: string[]; line: number }[]; faults: Fault[] } {
  const delimiter = signOf(/^[^\n]*/.exec(text)?.[0] ?? '');
  const records: { record: string[]; line: number }[] = [];
  const faults: Fault[] = [];
  let [rest, before] = [text, 0];
  for (let unclosed = 0; unclosed <= mostUnclosed; unclosed += 1) {
    let open = false;
    const parsed = parse(rest, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: 2_000_000,
      on_skip: (error) => {
        if (error?.code === 'CSV_QUOTE_NOT_CLOSED') open = true;
        else
          faults.push({ code: 'not-csv', file, line: before + Number(error?.['lines'] ?? 0), refused: true });
        return undefined;
      },
    }) as unknown as Row[];
    const lines = rest.split('\n');
    let last = 0;
    const next = (): number => {
      while (last < lines.length && lines[last]?.trim() === '') last += 1;
      return last;
    };
    for (const { record, info } of parsed) {
      records.push({ record, line: before + next() + 1 });
      last = info.lines;
    }
    if (!open) break;
    const broken = next() + 1;
    faults.push({ code: 'not-csv', file, line: before + broken, refused: true });
    rest = lines.slice(broken).join('\n');
    before += broken;
  }
  return { records, faults };
}

/** Rows of a CSV file by the names of its columns; a row that cannot be read is told with its line. */
export function readCsv(
  text: string,
  file: string,
  columns: readonly string[],
): { header: readonly string[]; rows: ReadRow[]; faults: Fault[] } {
  const { records: parsed, faults } = recordsOf(text, file);
  const [first, ...rest] = parsed;
  if (!first) return { header: [], rows: [], faults };
  const header = first.record.map((name) => unguard(name).trim().toLowerCase());
  for (const name of header)
    if (name !== '' && !columns.includes(name))
      faults.push({ code: 'unknown-column', file, line: 1, value: name.slice(0, 60), refused: false });
  const rows = rest.map(({ record, line }) => {
    const cells: Record<string, string> = {};
    for (const [index, name] of header.entries())
      if (columns.includes(name)) cells[name] = unguard(record[index] ?? '');
    return { cells, line };
  });
  return { header, rows, faults };
}
