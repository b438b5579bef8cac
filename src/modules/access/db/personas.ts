import type { Db } from '../../../platform/database/tenant.ts';

export interface Persona {
  id: string;
  login: string;
  name: string;
  position: string;
  persona: string;
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
    .orderBy('account.created_at')
    .orderBy('account.id')
    .execute();
  return rows.map((row) => ({ ...row, persona: row.persona ?? '' }));
}
