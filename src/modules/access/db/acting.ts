import { sql } from 'kysely';
import type { Actor, Role } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { insteadOf, listSubstitutions } from './substitutions.ts';

/**
 * Everybody of a centre who can act on a day, as the policies know them: active accounts with the roles that hold. Of
 * residents, who are many, only the accounts of the persons named. Who stands in for another that day is there twice.
 */
export async function listActing(
  db: Db,
  centreId: string,
  today: string,
  persons: readonly string[],
): Promise<Actor[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    position: string;
    organization_id: string | null;
    person_id: string | null;
    roles: Role[];
  }>`
    select a.id, a.name, a.position, a.organization_id, a.person_id, array_agg(r.role order by r.role) as roles
    from account a join account_role r on r.centre_id = a.centre_id and r.account_id = a.id
    where a.centre_id = ${centreId} and r.centre_id = ${centreId} and a.state = 'active'
      and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today})
      and (a.person_id is null or a.person_id = any(${[...persons]}::uuid[]))
    group by a.id, a.name, a.position, a.organization_id, a.person_id order by a.name, a.id`.execute(db);
  const accounts = rows.map(
    (row): Actor => ({
      centreId,
      accountId: row.id,
      name: row.name,
      position: row.position,
      roles: row.roles,
      ...(row.organization_id ? { organizationId: row.organization_id } : {}),
      ...(row.person_id ? { personId: row.person_id } : {}),
    }),
  );
  const running = (await listSubstitutions(db, centreId, today)).filter(
    ({ validFrom }) => validFrom <= today,
  );
  const instead = running.map(async (one) => {
    const deputy = accounts.find(({ accountId }) => accountId === one.deputyId);
    return deputy && (await insteadOf(db, deputy, one, today));
  });
  return [...accounts, ...(await Promise.all(instead)).filter((actor) => actor !== undefined)];
}
