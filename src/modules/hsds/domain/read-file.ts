import { type Checked, checkService, type Fault } from './check.ts';
import { readCsv } from './read-csv.ts';
import { type Found, readJson } from './read-json.ts';
import { textOf } from './around.ts';
import type { ObjectName } from './spec.ts';
import { assemble, type Place, type ReadRow, tables } from './tables.ts';

/** A file with its content as text; an archive is several. */
export interface TextFile {
  name: string;
  text: string;
}

/** A service of a file with the place where it stood. */
export interface ReadService extends Checked {
  line: number;
  file?: string;
}

export interface ReadFile {
  services: ReadService[];
  faults: Fault[];
}

const tableOf = (name: string): (typeof tables)[number] | undefined =>
  tables.find((table) => table.file === name.split('/').at(-1)?.toLowerCase());

const services = tables.find((table) => table.name === 'service');

/** Objects that name a parent which is not in the file. */
function orphans(given: ReadonlyMap<ObjectName, readonly ReadRow[]>): Fault[] {
  const ids = new Map(
    [...given].map(([name, rows]) => [name, new Set(rows.map((row) => row.cells['id'] ?? ''))] as const),
  );
  const faults: Fault[] = [];
  for (const { name, file, columns } of tables) {
    const parents = columns.flatMap((column) => {
      const parent = tables.find((one) => column === `${one.name}_id`)?.name;
      return parent && !columns.includes('link_id') ? [{ column, parent }] : [];
    });
    for (const row of given.get(name) ?? [])
      for (const { column, parent } of parents) {
        const id = row.cells[column] ?? '';
        // Whether an organization is known is asked of the directory, too.
        if (id === '' || ids.get(parent)?.has(id) || (name === 'service' && parent === 'organization'))
          continue;
        faults.push({
          code: 'no-parent',
          file,
          line: row.line,
          path: column,
          value: id.slice(0, 60),
          refused: false,
        });
      }
  }
  return faults;
}

function readTables(
  files: readonly TextFile[],
  single: boolean,
): {
  found: Found[];
  faults: Fault[];
  placeOf(object: object): Place | undefined;
} {
  const faults: Fault[] = [];
  const given = new Map<ObjectName, ReadRow[]>();
  for (const { name, text } of files) {
    const table = single ? services : tableOf(name);
    if (!table) {
      if (!name.endsWith('datapackage.json'))
        faults.push({ code: 'unknown-file', value: name.slice(0, 80), refused: false });
      continue;
    }
    const read = readCsv(text, single ? name : table.file, table.columns);
    if (single && !read.header.includes('name')) {
      faults.push({ code: 'no-services', refused: true });
      continue;
    }
    faults.push(...read.faults);
    given.set(table.name, [...(given.get(table.name) ?? []), ...read.rows]);
  }
  faults.push(...orphans(given));
  const { services: nested, places } = assemble(given);
  const found = nested.map((one) => {
    const place = places.get(one);
    return {
      given: one,
      line: place?.line ?? 0,
      file: single ? (files[0]?.name ?? '') : (place?.file ?? ''),
    };
  });
  return { found, faults, placeOf: (object) => places.get(object) };
}

const isJson = (text: string): boolean => /^\s*[[{]/.test(text);

/** Everything that can be read of the services in a file (JSON, lines of JSON, CSV, or a package of CSV), and what cannot. */
export function readFiles(files: readonly TextFile[]): ReadFile {
  const [first] = files;
  const json = files.filter((file) => isJson(file.text) && !file.name.endsWith('datapackage.json'));
  const csv = files.filter((file) => !json.includes(file));
  const fromJson = json.map((file) => {
    const read = readJson(file.text);
    return files.length === 1
      ? read
      : {
          found: read.found.map((one) => ({ ...one, file: file.name })),
          faults: read.faults.map((one) => ({ ...one, file: file.name })),
        };
  });
  const fromCsv = readTables(csv, files.length === 1 && first !== undefined && csv.length === 1);
  const found = [...fromJson.flatMap((one) => one.found), ...fromCsv.found];
  const faults = [...fromJson.flatMap((one) => one.faults), ...fromCsv.faults];
  const read: ReadService[] = [];
  const seen = new Map<string, number>();
  for (const { given, line, file } of found) {
    const place = { line, ...(file ? { file } : {}) };
    const { checked, faults: told } = checkService(given, place, fromCsv.placeOf);
    faults.push(...told);
    if (!checked) continue;
    const before = seen.get(checked.givenId);
    if (before === undefined) {
      seen.set(checked.givenId, line);
      read.push({ ...checked, ...place });
    } else
      faults.push({
        code: 'doubled',
        ...place,
        record: (textOf(checked.service['name']) ?? '').slice(0, 120),
        value: String(before),
        refused: true,
      });
  }
  // A table with nothing but its header, an archive of other things: no row is wrong, and yet there is nothing.
  if (read.length === 0 && faults.every((fault) => !fault.refused))
    faults.push({ code: 'no-services', refused: true });
  return { services: read, faults };
}
