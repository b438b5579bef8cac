import { type Insertable, sql } from 'kysely';
import type { DB } from '../../../platform/database/generated/schema.ts';
import type { Db } from '../../../platform/database/tenant.ts';

/** Rows that travel in one statement: a few megabytes of JSON. */
const batch = 5_000;

/**
 * Inserts rows set-wise: one statement for thousands of them. Every row has the columns of the first; columns that are
 * left out get their defaults.
 */
export async function insertAll<Table extends keyof DB>(
  tx: Db,
  table: Table,
  rows: readonly Insertable<DB[Table]>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  for (let from = 0; from < rows.length; from += batch)
    await sql`insert into ${sql.table(table)} (${columns}) select ${columns}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.slice(from, from + batch))}::jsonb)`.execute(
      tx,
    );
}
