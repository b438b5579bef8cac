import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';

/** Cards past their confirmation, cards sent to be checked, and cards that somebody would change; of one owner or of all. */
export async function countWaiting(
  db: Db,
  centreId: string,
  today: string,
  owner: string | null,
): Promise<{ confirm: number; check: number; proposals: number }> {
  let query = db.selectFrom('service').where('service.centre_id', '=', centreId);
  if (owner !== null) query = query.where(sql`coalesce(owner_id, organization_id)`, '=', owner);
  return await query
    .select([
      sql<number>`(count(*) filter (where state = 'to_confirm'
        or state = 'published' and (confirm_by is null or confirm_by < ${today}::date)))::int`.as('confirm'),
      sql<number>`(count(*) filter (where state in ('submitted', 'verified')))::int`.as('check'),
      sql<number>`(count(*) filter (where exists (select from card_proposal p
        where p.centre_id = service.centre_id and p.service_id = service.id and p.state = 'open')))::int`.as(
        'proposals',
      ),
    ])
    .executeTakeFirstOrThrow();
}
