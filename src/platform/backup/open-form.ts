import { createHash } from 'node:crypto';
import pg from 'pg';
import { copyOut, copyOver } from '../database/copy.ts';
import type { ZipArchive } from '../files/zip-archive.ts';
import type { ZipFile } from '../files/zip-stream.ts';
import { enterCentre, readCentres, readMigrations, readTables, type Table } from './catalogue.ts';
import type { Progress } from './dump.ts';
import { CannotLoad, fill } from './load.ts';
import { BackupFault } from './sealed.ts';

/** Names in the archive of a centre that leaves; Polish, because people open it. */
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

async function* textOf(text: string): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(text));
}

/** Told as its last value how many rows were written. */
export interface OpenForm {
  files: AsyncGenerator<ZipFile>;
  rows(): number;
}

/**
 * Everything of a database with one centre as files, as CSV (RFC 4180, UTF-8): one for each table, the dictionary of the
 * schema, counts and sums, and at the end SHA-256 sums of all of them in the form of `sha256sum -c`. Each must be read to its
 * end before the next is asked for.
 * @param first further files that belong to it and come first
 */
export function openForm(
  client: pg.ClientBase,
  first: readonly ZipFile[],
  progress: Progress = () => undefined,
): OpenForm {
  let rows = 0;
  const hashes: string[] = [];
  const hashed = ({ name, content }: ZipFile): ZipFile => ({
    name,
    content: (async function* () {
      const hash = createHash('sha256');
      for await (const piece of content) {
        hash.update(piece);
        yield piece;
      }
      hashes.push(`${hash.digest('hex')}  ${name}\n`);
    })(),
  });
  async function* rowsOf(table: Table): AsyncGenerator<Buffer> {
    const own = yield* copyOut(client, csv(`select ${columnsOf(table)} from ${quoted(table.name)}`));
    rows += own;
    progress(table.name, own);
  }
  async function* files(): AsyncGenerator<ZipFile> {
    for (const one of first) yield hashed(one);
    const tables = await readTables(client);
    const [centre = ''] = await readCentres(client);
    await client.query('begin isolation level repeatable read read only');
    try {
      await enterCentre(client, centre);
      for (const table of tables)
        yield hashed({ name: `${names.rows}/${table.name}.csv`, content: rowsOf(table) });
      yield hashed({ name: names.dictionary, content: copyOut(client, dictionary) });
      yield hashed({ name: names.sums, content: textOf(await sumsOf(client, tables)) });
      yield hashed({ name: names.release, content: textOf(await releaseOf(client)) });
    } finally {
      await client.query('rollback');
    }
    yield { name: names.hashes, content: textOf(hashes.join('')) };
  }
  return { files: files(), rows: () => rows };
}

/** A file of so many bytes is none of those that are read at once. */
const largestText = 16 << 20;

/** A short file of an archive. @throws BackupFault when it is not there, or not short */
export async function textIn(archive: ZipArchive, name: string): Promise<string> {
  const content = archive.read(name);
  if (!content) throw new BackupFault('form', `no ${name}`);
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of content) {
    pieces.push(piece);
    length += piece.length;
    if (length > largestText) throw new BackupFault('form', `${name} is too long`);
  }
  return Buffer.concat(pieces).toString('utf8');
}

async function hashIn(archive: ZipArchive, name: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of archive.read(name) ?? []) hash.update(piece);
  return hash.digest('hex');
}

/** What a damaged archive throws when it is unpacked is no fault of ours. */
const changed = (name: string) => (): never => {
  throw new BackupFault('changed', `${name} was changed`);
};

/**
 * Fills an empty, migrated database from such an archive, in one transaction: hashes of all files, counts, sums, foreign keys
 * and audit chains are checked before it is kept.
 * @returns how many rows
 * @throws BackupFault: a file was changed or sums differ; CannotLoad: another release, or the database is not empty
 */
export async function readOpenForm(client: pg.ClientBase, archive: ZipArchive): Promise<number> {
  const text = async (name: string): Promise<string> =>
    await textIn(archive, name).catch((error: unknown) => {
      if (error instanceof BackupFault) throw error;
      return changed(name)();
    });
  const hashes = (await text(names.hashes)).split('\n').filter(Boolean);
  for (const line of hashes) {
    const [, hash, name = ''] = /^([0-9a-f]{64}) {2}([\w./-]+)$/.exec(line) ?? [];
    if (hash === undefined) throw new BackupFault('form', 'a line of no known form');
    if ((await hashIn(archive, name).catch(() => '')) !== hash) changed(name)();
  }
  if ((await text(names.release)) !== (await releaseOf(client))) throw new CannotLoad('release');
  const sums = await text(names.sums);
  const { value } = await fill(client, async (tables) => {
    let rows = 0;
    for (const table of tables)
      rows += await copyOver(
        client,
        `copy ${quoted(table.name)} (${columnsOf(table)}) from stdin (format csv, header match)`,
        archive.read(`${names.rows}/${table.name}.csv`) ?? [],
      );
    if ((await sumsOf(client, tables)) !== sums) throw new BackupFault('content', 'sums differ');
    return rows;
  });
  return value;
}
