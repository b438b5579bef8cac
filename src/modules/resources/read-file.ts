import { parse } from 'csv-parse/sync';
import { columnKey, readRow, type ReadRow, registerOf, type RegisterKey } from './domain/pl-registers.ts';

export type ReadFault = 'not_csv' | 'empty' | 'unknown_register';

/** What is no UTF-8 is read as the encoding of older Polish programs. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1250').decode(bytes);
  }
}

const most = 20_000;

/** Rows of a register file (CSV with commas, semicolons or tabs), by the register that its columns tell. */
export function readRegister(
  content: Uint8Array,
):
  | { ok: true; register: RegisterKey; rows: ReadRow[] }
  | { ok: false; fault: ReadFault; columns?: string[] } {
  const text = decode(content).replace(/^\uFEFF/, '');
  const head = /^[^\n]*/.exec(text)?.[0] ?? '';
  const delimiter = [';', '\t'].find((sign) => head.split(sign).length > head.split(',').length) ?? ',';
  let records: string[][];
  try {
    records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: most + 1,
    });
  } catch {
    return { ok: false, fault: 'not_csv' };
  }
  const [first, ...rest] = records;
  if (!first || rest.length === 0) return { ok: false, fault: 'empty' };
  const columns = first.map(columnKey);
  const register = registerOf(columns);
  if (!register) return { ok: false, fault: 'unknown_register', columns: columns.slice(0, 12) };
  return {
    ok: true,
    register,
    rows: rest.map((record, index) =>
      readRow(
        register,
        Object.fromEntries(columns.map((column, at) => [column, record[at] ?? ''])),
        index + 2,
      ),
    ),
  };
}
