import pg from 'pg';
import { copyOut } from '../database/copy.ts';
import { enterCentre, readCentres, readMigrations, readTables, type Table } from './catalogue.ts';
import { type Block, endOfRows, lineOf, type Sums } from './form.ts';

/** Told after each table. */
export type Progress = (table: string, rows: number) => void;

const list = (columns: readonly string[]): string => columns.map(pg.escapeIdentifier).join(', ');

/** What belongs to the installation and not to a centre that leaves it. */
const ofInstallation = new Set(['key_check', 'web_process', 'backup_run', 'alarm_told', 'centre_export']);

/** A table that belongs to no centre is copied once; of another the rows of each centre, as row-level security shows them. */
function statementOf({ name, columns }: Table, centre: string | null, only: string | undefined): string {
  const from = `select ${list(columns)} from ${pg.escapeIdentifier(name)}`;
  if (only !== undefined && ofInstallation.has(name)) return `copy (${from} where false) to stdout`;
  if (centre !== null) return `copy (${from} where centre_id = ${pg.escapeLiteral(centre)}) to stdout`;
  if (only === undefined) return `copy (${from}) to stdout`;
  const own = name === 'centre' ? 'id' : columns.includes('centre_id') ? 'centre_id' : undefined;
  const which = own ? `${own} = ${pg.escapeLiteral(only)}` : 'true';
  return `copy (${from} where ${which}) to stdout`;
}

/**
 * Everything in the database as one stream, as it stood at one moment, while others go on working. Needs no superuser: an
 * owner reads as each centre in turn.
 * @param now instant, ISO 8601 UTC
 * @param only one centre, and what belongs to none: for a centre that leaves
 * @returns as its last value how many rows each table has
 */
export async function* dump(
  client: pg.ClientBase,
  now: string,
  progress: Progress = () => undefined,
  only?: string,
): AsyncGenerator<Buffer, Sums> {
  await client.query('begin isolation level repeatable read read only');
  try {
    yield lineOf({ backup: 1, madeAt: now, migrations: await readMigrations(client) });
    const centres = only === undefined ? await readCentres(client) : [only];
    const sums: Sums = {};
    for (const table of await readTables(client)) {
      let rows = 0;
      for (const centre of table.ofCentre ? centres : [null]) {
        if (centre !== null) await enterCentre(client, centre);
        const block: Block = { table: table.name, centre, columns: table.columns };
        yield lineOf(block);
        rows += yield* copyOut(client, statementOf(table, centre, only));
        yield Buffer.from(`${endOfRows}\n`);
      }
      sums[table.name] = rows;
      progress(table.name, rows);
    }
    yield lineOf({ sums });
    return sums;
  } finally {
    await client.query('rollback');
  }
}
