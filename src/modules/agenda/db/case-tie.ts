import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { hasOpenGrant } from '../../access/index.ts';

/** What ties a worker to a case, as far as a meeting about it needs. */
export interface CaseTie {
  coordinatorId: string | null;
  /** Handed over to the social assistance team of the centre and not given back (art. 38(1)). */
  transferredToTeam: boolean;
  /** The worker has opened the person by necessity and the hour has not run out. */
  granted: boolean;
}

/** How the actor stands to a case; undefined: there is no such case in the centre. */
export async function findCaseTie(tx: Db, caseId: string, moment: Moment): Promise<CaseTie | undefined> {
  const { centreId, accountId } = moment.actor;
  const row = await tx
    .selectFrom('case_file')
    .select([
      'coordinator_id',
      'person_id',
      sql<boolean>`exists (select from transfer t where t.centre_id = case_file.centre_id and t.case_id = case_file.id
        and t.target_kind = 'team' and t.answer is distinct from 'returned')`.as('to_team'),
    ])
    .where('centre_id', '=', centreId)
    .where('id', '=', caseId)
    .executeTakeFirst();
  if (!row) return undefined;
  const granted =
    row.person_id !== null && (await hasOpenGrant(tx, centreId, accountId, row.person_id, moment.now));
  return { coordinatorId: row.coordinator_id, transferredToTeam: row.to_team, granted };
}
