import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { hasOpenGrant } from '../../access/index.ts';
import type { Reach } from '../domain/reach.ts';

/** What ties the actor to a person; asked only for a coordinator, whose right hangs on it. */
export async function findReach(db: Db, personId: string, { actor, now }: Moment): Promise<Reach> {
  if (!actor.roles.includes('plan_coordinator')) return 'none';
  const { centreId, accountId } = actor;
  const [ties, granted] = await Promise.all([
    sql<{ has_case: boolean; registered: boolean }>`
      select exists (select from case_file c where c.centre_id = ${centreId} and c.person_id = ${personId}
          and (c.coordinator_id = ${accountId} or (c.coordinator_id is null and c.closed_on is null)))
        or exists (select from case_file c join plan p on p.centre_id = c.centre_id and p.case_id = c.id
          where c.centre_id = ${centreId} and c.person_id = ${personId} and p.centre_id = ${centreId}
            and p.coordinator_id = ${accountId}) as has_case,
        exists (select from person p where p.centre_id = ${centreId} and p.id = ${personId}
          and p.registered_by = ${accountId}) as registered`.execute(db),
    hasOpenGrant(db, centreId, accountId, personId, now),
  ]);
  const [tie] = ties.rows;
  if (tie?.has_case) return 'case';
  if (tie?.registered) return 'registered';
  return granted ? 'grant' : 'none';
}
