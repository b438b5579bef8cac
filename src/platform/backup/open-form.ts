import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { copyOut, copyOver } from '../database/copy.ts';
import { enterCentre, readCentres, readMigrations, readTables, type Table } from './catalogue.ts';
import { CannotLoad, fill } from './load.ts';
import { BackupFault } from './sealed.ts';

/** Names in the folder of a centre that leaves; Polish, because people open it. */
const names = {
  rows: 'dane',
  dictionary: 'slownik.csv',
  sums: 'sumy.csv',
  release: 'wydanie.csv',
  hashes: 'SHA256SUMS',
} as const;

const csv = (select: string): string => `copy (${select}) to stdout (format csv, header)`;
const quoted = pg.escapeIdentifier;

const columnsOf = ({ columns }: Table): string => columns.map(quoted).join(', ');

/** What every table and column is, as the schema itself says: type, whether it may be missing, key, what it points to. */
const dictionary = csv(`
  select c.relname as tabela, a.attname as kolumna, format_type(a.atttypid, a.atttypmod) as typ,
    case when a.attnotnull then 'nie' else 'tak' end as moze_brakowac,
    case when exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey))
      then 'tak' else '' end as klucz,
    coalesce((select string_agg(distinct f.confrelid::regclass::text, ' ') from pg_constraint f
      where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey)), '') as wskazuje_na,
    coalesce(col_description(c.oid, a.attnum), '') as opis
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  order by c.relname, a.attnum`);

/** Of each table: how many rows, and the sum of every column of numbers (grosze, minutes, pieces), in one text. */
async function sumsOf(client: pg.ClientBase, tables: readonly Table[]): Promise<string> {
  const { rows: numbers } = await client.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and a.atttypid in ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype)
    order by 1, a.attnum`);
  const lines = ['tabela,co,ile'];
  for (const { name } of tables) {
    const own = numbers.filter(({ table }) => table === name).map(({ column }) => column);
    const sums = own.map((column) => `coalesce(sum(${quoted(column)}), 0)::text`);
    const { rows } = await client.query<string[]>({
      text: `select ${['count(*)::text', ...sums].join(', ')} from ${quoted(name)}`,
      rowMode: 'array',
    });
    ['wierszy', ...own].forEach((what, at) => lines.push(`${name},${what},${rows[0]?.[at] ?? ''}`));
  }
  return `${lines.join('\n')}\n`;
}

const releaseOf = async (client: pg.ClientBase): Promise<string> =>
  ['migracja,sha256', ...(await readMigrations(client)).map((one) => `${one.name},${one.checksum}`), ''].join(
    '\n',
  );

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/**
 * Writes everything of a database with one centre into a new folder, as CSV (RFC 4180, UTF-8): a file for each table, the
 * dictionary of the schema, counts and sums, and SHA-256 sums of all files in the form of `sha256sum -c`.
 * @param more further files that belong to it, written before: their names
 * @returns how many rows
 */
export async function writeOpenForm(
  client: pg.ClientBase,
  folder: string,
  more: readonly string[],
): Promise<number> {
  const tables = await readTables(client);
  const [centre = ''] = await readCentres(client);
  await mkdir(path.join(folder, names.rows), { recursive: true, mode: 0o700 });
  let rows = 0;
  const files = [...more, names.dictionary, names.sums, names.release];
  await client.query('begin');
  await enterCentre(client, centre);
  const write = async (name: string, statement: string): Promise<number> => {
    let count = 0;
    async function* counted(): AsyncGenerator<Buffer> {
      count = yield* copyOut(client, statement);
    }
    await pipeline(counted(), createWriteStream(path.join(folder, name), { mode: 0o600, flags: 'wx' }));
    return count;
  };
  try {
    for (const table of tables) {
      const name = path.posix.join(names.rows, `${table.name}.csv`);
      rows += await write(name, csv(`select ${columnsOf(table)} from ${quoted(table.name)}`));
      files.push(name);
    }
    await write(names.dictionary, dictionary);
    await writeFile(path.join(folder, names.sums), await sumsOf(client, tables), { mode: 0o600 });
    await writeFile(path.join(folder, names.release), await releaseOf(client), { mode: 0o600 });
  } finally {
    await client.query('rollback');
  }
  const hashes = await Promise.all(
    files.map(async (name) => `${await hashOf(path.join(folder, name))}  ${name}\n`),
  );
  await writeFile(path.join(folder, names.hashes), hashes.join(''), { mode: 0o600 });
  return rows;
}

/**
 * Fills an empty, migrated database from such a folder, in one transaction: hashes of all files, counts, sums, foreign keys and
 * audit chains are checked before it is kept.
 * @returns how many rows
 * @throws BackupFault: a file was changed or sums differ; CannotLoad: another release, or the database is not empty
 */
export async function readOpenForm(client: pg.ClientBase, folder: string): Promise<number> {
  const text = async (name: string): Promise<string> =>
    await readFile(path.join(folder, name), 'utf8').catch(() => {
      throw new BackupFault('form', `no ${name}`);
    });
  const hashes = (await text(names.hashes)).split('\n').filter(Boolean);
  for (const line of hashes) {
    const [, hash, name = ''] = /^([0-9a-f]{64}) {2}([\w./-]+)$/.exec(line) ?? [];
    if (hash === undefined || name.includes('..')) throw new BackupFault('form', 'a line of no known form');
    if ((await hashOf(path.join(folder, name)).catch(() => '')) !== hash)
      throw new BackupFault('changed', `${name} was changed`);
  }
  if ((await text(names.release)) !== (await releaseOf(client))) throw new CannotLoad('release');
  const sums = await text(names.sums);
  const { value } = await fill(client, async (tables) => {
    let rows = 0;
    for (const table of tables)
      rows += await copyOver(
        client,
        `copy ${quoted(table.name)} (${columnsOf(table)}) from stdin (format csv, header match)`,
        createReadStream(path.join(folder, names.rows, `${table.name}.csv`)),
      );
    if ((await sumsOf(client, tables)) !== sums) throw new BackupFault('content', 'sums differ');
    return rows;
  });
  return value;
}
