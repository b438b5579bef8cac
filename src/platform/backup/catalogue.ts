import type pg from 'pg';
import type { Applied } from '../database/migrate.ts';

/** A table of ours as the database knows it. */
export interface Table {
  name: string;
  /** In the order of the table; what the database computes by itself is left out. */
  columns: string[];
  /** Its rows belong to centres, and row-level security shows those of one. */
  ofCentre: boolean;
  forced: boolean;
}

/** Every table but the list of migrations, by name. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name, c.relforcerowsecurity as forced,
      bool_or(a.attname = 'centre_id') and c.relrowsecurity as "ofCentre",
      array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
      and a.attnum > 0 and not a.attisdropped
    group by c.oid order by c.relname`);
  return rows;
}

/** The migrations that made the schema. */
export async function readMigrations(client: pg.ClientBase): Promise<Applied[]> {
  const { rows } = await client.query<Applied>('select name, checksum from migration order by name');
  return rows;
}

export interface Reference {
  table: string;
  name: string;
  definition: string;
}

/** Every foreign key, with the words that make it again. */
export async function readReferences(client: pg.ClientBase): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
    order by 1, 2`);
  return rows;
}

/** Identifiers of all centres. */
export async function readCentres(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select id from centre order by id');
  return rows.map(({ id }) => id);
}

/** From here to the end of the transaction, rows of this centre are seen. */
export async function enterCentre(client: pg.ClientBase, centreId: string): Promise<void> {
  await client.query(`select set_config('app.centre', $1, true)`, [centreId]);
}
