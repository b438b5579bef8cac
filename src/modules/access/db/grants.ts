import type { Db } from '../../../platform/database/tenant.ts';

/** Whether the account has opened this person by necessity and the hour has not run out (`now`: ISO 8601 UTC). */
export async function hasOpenGrant(
  db: Db,
  centreId: string,
  accountId: string,
  personId: string,
  now: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('access_grant')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('granted_at', '<=', now)
    .where('until', '>', now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
