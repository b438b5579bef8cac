import { sql } from 'kysely';
import type { Pool } from '../../../platform/database/pool.ts';
import { inTransaction, readerFor } from '../../../platform/database/tenant.ts';

/**
 * What a database holds: `empty` no centre, `whole` the demonstration, `half` one whose loading was cut off, `real` a
 * centre that is no demonstration. `half` can only be told apart because the mark is written last.
 */
export type Standing = 'empty' | 'half' | 'whole' | 'real';

const mark = 'demonstrationLoadedAt';

/** What the database holds. */
export async function standingOf(pool: Pool): Promise<Standing> {
  const centres = await readerFor(pool, '')
    .selectFrom('centre')
    .select(['demonstration', 'settings'])
    .execute();
  if (centres.length === 0) return 'empty';
  if (centres.some((centre) => !centre.demonstration)) return 'real';
  const marked = ({ settings }: (typeof centres)[number]): boolean =>
    typeof settings === 'object' && settings !== null && mark in settings;
  return centres.every(marked) ? 'whole' : 'half';
}

/** Says that the demonstration is whole. The commit waits for the disk, and with it for all that came before. */
export async function markWhole(owner: Pool, at: string): Promise<void> {
  await owner.query('update centre set settings = settings || jsonb_build_object($1::text, $2::text)', [
    mark,
    at,
  ]);
}

/** Empties every table: only for a demonstration whose loading was cut off, where nothing else can be. */
export async function emptyDatabase(owner: Pool): Promise<void> {
  const tables = await owner.query<{ name: string }>(
    `select format('%I', relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration'`,
  );
  await owner.query(`truncate ${tables.rows.map(({ name }) => name).join(', ')}`);
}

/** Runs `work` while no other process loads into the same database. */
export async function alone<T>(owner: Pool, work: () => Promise<T>): Promise<T> {
  const client = await owner.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('okienko.demonstration'))`);
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release();
  }
}

/** Brings the statistics of the planner up to date after a bulk load. */
export async function analyse(owner: Pool): Promise<void> {
  await owner.query('analyze');
}

export interface Persona {
  name: string;
  position: string;
  persona: string;
}

/** The personas of every centre, in the order in which they were opened. */
export async function personasByCentre(
  pool: Pool,
): Promise<{ name: string; slug: string; personas: Persona[] }[]> {
  const centres = await readerFor(pool, '')
    .selectFrom('centre')
    .where('demonstration', '=', true)
    .select(['id', 'name', 'slug'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return await Promise.all(
    centres.map(async ({ id, name, slug }) => ({
      name,
      slug,
      personas: await inTransaction(
        pool,
        id,
        async (tx) =>
          await tx
            .selectFrom('account')
            .where('centre_id', '=', id)
            .where('persona', 'is not', null)
            .where('state', '=', 'active')
            .select(['name', 'position', sql<string>`persona`.as('persona')])
            .orderBy('created_at')
            .orderBy('id')
            .execute(),
      ),
    })),
  );
}
