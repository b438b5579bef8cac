import { sql } from 'kysely';
import { prepared } from '../../../platform/database/prepared.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { CaseState } from '../domain/lifecycle.ts';
import type { CaseRelation } from '../domain/relation.ts';

export type RelatedCase = CaseRelation & { id: string; state: CaseState; transferredToTeam: boolean };

const relationOf = prepared<{ centreId: string; caseId: string }>()((db, place) =>
  db
    .selectFrom('case_file')
    .where('case_file.centre_id', '=', place('centreId'))
    .where('case_file.id', '=', place('caseId'))
    .select(['id', 'state', 'person_id', 'coordinator_id', transferredToTeam()]),
);

/** What the right to a case hangs on, without locking it: for what only adds to the case. */
export async function findRelation(
  db: Db,
  centreId: string,
  caseId: string,
): Promise<RelatedCase | undefined> {
  const row = await relationOf.first(db, { centreId, caseId });
  return (
    row && {
      id: row.id,
      state: row.state as CaseState,
      personId: row.person_id,
      coordinatorId: row.coordinator_id,
      transferredToTeam: row.transferred_to_team,
    }
  );
}

/** Whether the application was handed over to the team and not given back: a column of a query on case_file. */
export const transferredToTeam = () =>
  sql<boolean>`exists (select from transfer t where t.centre_id = case_file.centre_id and t.case_id = case_file.id
    and t.target_kind = 'team' and t.answer is distinct from 'returned')`.as('transferred_to_team');
