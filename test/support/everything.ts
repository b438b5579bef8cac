import type { Pool } from '../../src/platform/database/pool.ts';

/**
 * Where a text stands in the database: `table.column` of every row of every table, index tables and journals included.
 * Files are searched as bytes.
 */
export async function placesOf(owner: Pool, text: string): Promise<string[]> {
  const { rows } = await owner.query<{ table: string; column: string; type: string }>(
    `select table_name::text as table, column_name::text as column, data_type::text as type
     from information_schema.columns where table_schema = 'public' order by 1, 2`,
  );
  const found: string[] = [];
  for (const { table, column, type } of rows) {
    const holds =
      type === 'bytea'
        ? `position(convert_to($1, 'UTF8') in "${column}") > 0`
        : `position(lower($1) in lower("${column}"::text)) > 0`;
    const { rowCount } = await owner.query(`select from "${table}" where ${holds} limit 1`, [text]);
    if (rowCount) found.push(`${table}.${column}`);
  }
  return found;
}
