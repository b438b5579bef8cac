import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { copyOver } from '../database/copy.ts';
import type { Applied } from '../database/migrate.ts';
import {
  enterCentre,
  readCentres,
  readMigrations,
  readReferences,
  readTables,
  type Table,
} from './catalogue.ts';
import type { Progress } from './dump.ts';
import { blockSchema, endOfRows, type Header, headerSchema, type Sums, sumsSchema } from './form.ts';
import { linesOf } from './lines.ts';
import { BackupFault } from './sealed.ts';

export interface Loaded {
  header: Header;
  sums: Sums;
  /** Centres whose audit chain was walked from its first entry to its head. */
  centres: number;
}

/**
 * Nothing was begun: the database is not empty, its schema is of another release than the backup, or the backup is of a
 * release that this program does not know.
 */
export class CannotLoad extends Error {
  readonly kind: 'notEmpty' | 'release' | 'unknown';
  constructor(kind: CannotLoad['kind']) {
    super(kind);
    this.kind = kind;
  }
}

const parsed = (line: Buffer | undefined): unknown => {
  try {
    return JSON.parse(line?.toString('utf8') ?? '');
  } catch {
    throw new BackupFault('content', 'a line of no known form');
  }
};

const quoted = pg.escapeIdentifier;
const newline = Buffer.from('\n');

/** Rows may come in any order: no key is checked and no trigger runs until all are there. */
async function unchecked(client: pg.ClientBase, tables: readonly Table[]): Promise<() => Promise<void>> {
  const references = await readReferences(client);
  for (const { table, name } of references)
    await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of tables)
    await client.query(`alter table ${quoted(name)} disable trigger user, no force row level security`);
  return async () => {
    for (const { name, forced } of tables)
      await client.query(
        `alter table ${quoted(name)} enable trigger user${forced ? ', force row level security' : ''}`,
      );
    // Made again, each key is checked against every row.
    for (const { table, name, definition } of references)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  };
}

/** Rows of one block, until the line that ends it. */
async function* rowsOf(lines: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) throw new BackupFault('cut', 'the rows of a table have no end');
    if (value.length === endOfRows.length && value.toString('latin1') === endOfRows) return;
    yield value;
    yield newline;
  }
}

/** Pieces of a size worth sending. */
async function* gathered(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const row of rows) {
    held.push(row);
    length += row.length;
    if (length < 1 << 16) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  yield Buffer.concat(held);
}

/** How the rows of one table are put into it; gives how many came. */
type Put = (client: pg.ClientBase, table: Table, rows: AsyncIterable<Buffer>) => Promise<number>;

const listOf = ({ columns }: Table): string => columns.map(quoted).join(', ');

const put: Put = async (client, table, rows) =>
  await copyOver(client, `copy ${quoted(table.name)} (${listOf(table)}) from stdin`, rows);

/** What belongs to no centre (communes) may be there already, and then stays as it is. */
const putBeside: Put = async (client, table, rows) => {
  if (table.ofCentre || table.name === 'centre') return await put(client, table, rows);
  await client.query(`create temporary table arriving (like ${quoted(table.name)}) on commit drop`);
  const came = await copyOver(client, `copy arriving (${listOf(table)}) from stdin`, rows);
  await client.query(
    `insert into ${quoted(table.name)} (${listOf(table)}) select ${listOf(table)} from arriving on conflict do nothing`,
  );
  await client.query('drop table arriving');
  return came;
};

/** Copies every block into its table, and gives the sums that the backup states once they are those that came. */
async function copyBlocks(
  client: pg.ClientBase,
  lines: AsyncGenerator<Buffer>,
  tables: ReadonlyMap<string, Table>,
  { progress, into }: { progress: Progress; into: Put },
): Promise<Sums> {
  const came: Sums = Object.fromEntries([...tables.keys()].map((name) => [name, 0]));
  for (;;) {
    const line = parsed((await lines.next()).value);
    const end = sumsSchema.safeParse(line);
    if (end.success) {
      if (!isDeepStrictEqual(end.data.sums, came)) throw new BackupFault('content', 'sums differ');
      return came;
    }
    const block = blockSchema.safeParse(line);
    const table = block.success ? tables.get(block.data.table) : undefined;
    if (!table || !isDeepStrictEqual(block.data?.columns, table.columns))
      throw new BackupFault('content', 'rows of a table that is not ours');
    const rows = await into(client, table, gathered(rowsOf(lines)));
    came[table.name] = (came[table.name] ?? 0) + rows;
    if (rows > 0) progress(table.name, rows);
  }
}

async function checkChains(client: pg.ClientBase, centres: readonly string[]): Promise<number> {
  for (const id of centres) {
    await enterCentre(client, id);
    const { rows } = await client.query<{ broken: number | null }>(
      'select app.audit_first_broken($1) as broken',
      [id],
    );
    if (rows[0]?.broken !== null) throw new BackupFault('content', `the audit chain of ${id} is broken`);
  }
  return centres.length;
}

const sameRelease = (one: readonly Applied[], other: readonly Applied[]): boolean =>
  isDeepStrictEqual([...one], [...other]);

/** What a backup says of itself before its rows. @throws BackupFault when it is none */
export async function readHeader(pieces: AsyncIterable<Uint8Array>): Promise<Header> {
  const lines = linesOf(pieces);
  const header = headerSchema.safeParse(parsed((await lines.next()).value));
  await lines.return(undefined);
  if (!header.success) throw new BackupFault('form', 'no header');
  return header.data;
}

/**
 * The last migration of the release that made a backup, when this program goes the same way up to there.
 * @throws CannotLoad: made by a later release, or by a program that is not ours
 */
export function lastOf({ migrations }: Header, own: readonly Applied[]): string | undefined {
  const ours = own.slice(0, migrations.length).map(({ name, checksum }) => ({ name, checksum }));
  if (!sameRelease(migrations, ours)) throw new CannotLoad('unknown');
  return migrations.at(-1)?.name;
}

/**
 * Work on an empty, migrated database, in one transaction: all of it or nothing. Before it no key is checked and no trigger
 * runs; after it every foreign key is checked and every audit chain is walked.
 * @throws CannotLoad when the database is not empty; whatever `work` throws
 */
export async function fill<T>(
  client: pg.ClientBase,
  work: (tables: readonly Table[]) => Promise<T>,
): Promise<{ value: T; centres: number }> {
  await client.query('begin');
  try {
    if ((await readCentres(client)).length > 0) throw new CannotLoad('notEmpty');
    const tables = await readTables(client);
    const finish = await unchecked(client, tables);
    await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`);
    const value = await work(tables);
    await finish();
    const centres = await checkChains(client, await readCentres(client));
    await client.query('commit');
    return { value, centres };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** A stream of `dump` from its header on. @throws BackupFault, CannotLoad when it is of another release than the database */
async function begun(
  client: pg.ClientBase,
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ header: Header; lines: AsyncGenerator<Buffer> }> {
  const lines = linesOf(pieces);
  const header = headerSchema.safeParse(parsed((await lines.next()).value));
  if (!header.success) throw new BackupFault('form', 'no header');
  if (!sameRelease(header.data.migrations, await readMigrations(client))) throw new CannotLoad('release');
  return { header: header.data, lines };
}

async function copied(
  client: pg.ClientBase,
  lines: AsyncGenerator<Buffer>,
  tables: readonly Table[],
  how: { progress: Progress; into: Put },
): Promise<Sums> {
  const came = await copyBlocks(client, lines, new Map(tables.map((one) => [one.name, one])), how);
  if (!(await lines.next()).done) throw new BackupFault('content', 'something stands after the end');
  return came;
}

/**
 * Fills an empty, migrated database with what `dump` gave, in one transaction: all of it or nothing. Rows are counted
 * against the sums of the backup, every foreign key is checked, and every audit chain is walked before it is kept.
 * @throws CannotLoad, BackupFault; the database is then as it was
 */
export async function load(
  client: pg.ClientBase,
  pieces: AsyncIterable<Uint8Array>,
  progress: Progress = () => undefined,
): Promise<Loaded> {
  const { header, lines } = await begun(client, pieces);
  const { value: sums, centres } = await fill(
    client,
    async (tables) => await copied(client, lines, tables, { progress, into: put }),
  );
  return { header, sums, centres };
}

/** A centre does not come: it, or one of its name, is there already; or one is a demonstration and the other is not. */
export class CannotJoin extends Error {
  readonly kind: 'there' | 'mixed';
  constructor(kind: CannotJoin['kind']) {
    super(kind);
    this.kind = kind;
  }
}

/** A centre as its neighbours must know it. */
export interface Arriving {
  id: string;
  slug: string;
  demonstration: boolean;
}

/**
 * Puts what `dump` gave of one centre beside the centres that are there, in one transaction: all of it or nothing. Nobody may
 * work meanwhile: every table is locked. Rows are counted, every foreign key is checked, its audit chain is walked.
 * @throws CannotJoin, CannotLoad, BackupFault; the database is then as it was
 */
export async function join(
  client: pg.ClientBase,
  pieces: AsyncIterable<Uint8Array>,
  { id, slug, demonstration }: Arriving,
): Promise<Sums> {
  const { lines } = await begun(client, pieces);
  await client.query('begin');
  try {
    const { rows: others } = await client.query<Arriving>('select id, slug, demonstration from centre');
    if (others.some((one) => one.id === id || one.slug === slug)) throw new CannotJoin('there');
    if (others.some((one) => one.demonstration !== demonstration)) throw new CannotJoin('mixed');
    const tables = await readTables(client);
    const finish = await unchecked(client, tables);
    const sums = await copied(client, lines, tables, { progress: () => undefined, into: putBeside });
    await finish();
    await checkChains(client, [id]);
    await client.query('commit');
    return sums;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
