import { sql } from 'kysely';
import { inTransaction } from '../../platform/database/tenant.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';
import { pl } from './pl.ts';

const words = pl.verifyAudit;

/** Walks every centre's audit chain; names the first broken link and ends with 1 if there is one. */
export async function verifyAudit(config: Config): Promise<void> {
  const database = await openDatabase(config);
  const centres = await database.owner.query<{ id: string; slug: string }>(
    'select id, slug from centre order by slug',
  );
  let whole = true;
  for (const { id, slug } of centres.rows) {
    // As the centre: without it an owner who is no superuser sees no rows, and an empty chain looks whole.
    const found = await inTransaction(database.owner, id, (tx) =>
      sql<{ seq: number | null; head: string | null; broken: number | null }>`
        select h.seq, encode(h.hash, 'hex') as head, app.audit_first_broken(c.id) as broken
        from centre c left join audit_head h on h.centre_id = c.id where c.id = ${id}`.execute(tx),
    );
    const chain = found.rows[0];
    const broken = chain?.broken ?? null;
    console.log(
      broken === null ? words.whole(slug, chain?.seq ?? 0, chain?.head ?? '–') : words.broken(slug, broken),
    );
    whole &&= broken === null;
  }
  await database.close();
  if (!whole) process.exit(1);
}
