import pg from 'pg';
import { copyOut } from '../database/copy.ts';
import { enterCentre, readCentres, readMigrations, readTables, type Table } from './catalogue.ts';
import { type Block, endOfRows, lineOf, type Sums } from './form.ts';

/** Told after each table. */
export type Progress = (table: string, rows: number) => void;

const list = (columns: readonly string[]): string => columns.map(pg.escapeIdentifier).join(', ');

/** A table that belongs to no centre is copied once; of another the rows of each centre, as row-level security shows them. */
function statementOf({ name, columns }: Table, centre: string | null): string {
  const from = `select ${list(columns)} from ${pg.escapeIdentifier(name)}`;
  const rows = centre === null ? from : `${from} where centre_id = ${pg.escapeLiteral(centre)}`;
  return `copy (${rows}) to stdout`;
}

/**
 * Everything in the database as one stream, as it stood at one moment, while others go on working. Needs no superuser: an
 * owner reads as each centre in turn.
 * @param now instant, ISO 8601 UTC
 * @returns as its last value how many rows each table has
 */
export async function* dump(
  client: pg.ClientBase,
  now: string,
  progress: Progress = () => undefined,
): AsyncGenerator<Buffer, Sums> {
  await client.query('begin isolation level repeatable read read only');
  try {
    yield lineOf({ backup: 1, madeAt: now, migrations: await readMigrations(client) });
    const centres = await readCentres(client);
    const sums: Sums = {};
    for (const table of await readTables(client)) {
      let rows = 0;
      for (const centre of table.ofCentre ? centres : [null]) {
        if (centre !== null) await enterCentre(client, centre);
        const block: Block = { table: table.name, centre, columns: table.columns };
        yield lineOf(block);
        rows += yield* copyOut(client, statementOf(table, centre));
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
