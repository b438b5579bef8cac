import { parse } from 'csv-parse/sync';
import { registerColumns, sexes } from '../pl-register.ts';

/** What is wrong with a row of a register file. */
export const registerFaultKinds = [
  'noName',
  'noAddress',
  'noLocality',
  'wrongSex',
  'notNumber',
  'wrongYear',
  'tooYoung',
  'twice',
] as const;
export type RegisterFaultKind = (typeof registerFaultKinds)[number];

export interface Registered {
  name: string;
  address: string;
  locality: string;
  sex: 'woman' | 'man';
  /** Whole years on the day of the draw, by the year of birth. */
  age: number;
}

export interface RegisterFault {
  line: number;
  kind: RegisterFaultKind;
  value: string;
}

type ColumnKey = keyof typeof registerColumns;

/** Adults are asked: an answer about needs is a statement of a person of full legal age. */
const adult = 18;

const squeezed = (cell: string | undefined): string => (cell ?? '').replace(/[\s\u00a0]+/g, ' ').trim();

/**
 * People of a register file (CSV with commas, semicolons or tabs) on a day, with every row that cannot be drawn and why.
 * A row that repeats a person (same name, address and year) is left out and told with its line.
 */
export function readRegister(
  content: string,
  today: string,
): { people: Registered[]; faults: RegisterFault[]; missing: string[] } {
  const text = content.replace(/^\ufeff/, '');
  const [head = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ';';
  const rows: string[][] = parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
  });
  const headings = (rows[0] ?? []).map((cell) => squeezed(cell).toLowerCase());
  const placeOf = (key: ColumnKey): number =>
    headings.findIndex((heading) => (registerColumns[key] as readonly string[]).includes(heading));
  const places = {
    name: placeOf('name'),
    address: placeOf('address'),
    locality: placeOf('locality'),
    sex: placeOf('sex'),
    born: placeOf('born'),
  };
  const missing = (Object.keys(places) as ColumnKey[])
    .filter((key) => places[key] < 0)
    .map((key) => registerColumns[key][0]);
  if (missing.length > 0) return { people: [], faults: [], missing };
  const year = Number(today.slice(0, 4));
  const seen = new Set<string>();
  const people: Registered[] = [];
  const faults: RegisterFault[] = [];
  for (const [at, row] of rows.slice(1).entries()) {
    const line = at + 2;
    const cell = (key: ColumnKey): string => squeezed(row[places[key]]);
    if (row.every((one) => squeezed(one) === '')) continue;
    const fault = (kind: RegisterFaultKind, value: string): void => {
      faults.push({ line, kind, value: value.slice(0, 40) });
    };
    const sex = sexes[cell('sex').toLowerCase()];
    const born = /^(?:(\d{4})(?:-\d{2}-\d{2})?|\d{1,2}\.\d{1,2}\.(\d{4}))$/.exec(cell('born'));
    const bornIn = Number(born?.[1] ?? born?.[2]);
    const key = [cell('name'), cell('address'), cell('locality'), bornIn].join('|').toLowerCase();
    if (cell('name') === '') fault('noName', '');
    else if (cell('address') === '') fault('noAddress', '');
    else if (cell('locality') === '') fault('noLocality', '');
    else if (!sex) fault('wrongSex', cell('sex'));
    else if (!born) fault('notNumber', cell('born'));
    else if (bornIn < year - 115 || bornIn > year) fault('wrongYear', cell('born'));
    else if (year - bornIn < adult) fault('tooYoung', cell('born'));
    else if (seen.has(key)) fault('twice', '');
    else {
      seen.add(key);
      people.push({
        name: cell('name'),
        address: cell('address'),
        locality: cell('locality'),
        sex,
        age: year - bornIn,
      });
    }
  }
  return { people, faults, missing: [] };
}
