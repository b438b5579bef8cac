import { sql } from 'kysely';
import type { Role } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';

export interface Persona {
  id: string;
  login: string;
  name: string;
  position: string;
  persona: string;
  roles: Role[];
}

/** Whether the centre is a demonstration: then what residents said and needed is made up, and every figure of it says so. */
export async function isDemonstration(db: Db, centreId: string): Promise<boolean> {
  const centre = await db
    .selectFrom('centre')
    .select('demonstration')
    .where('id', '=', centreId)
    .executeTakeFirst();
  return centre?.demonstration === true;
}

/** Accounts that may be entered with one click, only where the centre is a demonstration. */
export async function listPersonas(db: Db, centreId: string): Promise<Persona[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('centre', 'centre.id', 'account.centre_id')
    .where('account.centre_id', '=', centreId)
    .where('centre.demonstration', '=', true)
    .where('account.state', '=', 'active')
    .where('persona', 'is not', null)
    .select(['account.id', 'account.login', 'account.name', 'account.position', 'account.persona'])
    .select(
      sql<Role[]>`(select coalesce(array_agg(r.role order by r.valid_from, r.role), '{}') from account_role r
        where r.centre_id = account.centre_id and r.account_id = account.id)`.as('roles'),
    )
    .orderBy('account.created_at')
    .orderBy('account.id')
    .execute();
  return rows.map((row) => ({ ...row, persona: row.persona ?? '' }));
}
