import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { caseStates, isOpen } from '../domain/lifecycle.ts';

const openStates = caseStates.filter(isOpen);

/** Gives cases to another coordinator: all open ones of a worker, or one. Gives the ids of those that moved. */
export async function handOverCases(
  tx: Db,
  centreId: string,
  from: { accountId: string; caseId?: string },
  toAccountId: string,
): Promise<string[]> {
  let moved = tx
    .updateTable('case_file')
    .set({ coordinator_id: toAccountId, version: sql`version + 1` })
    .where('centre_id', '=', centreId)
    .where('coordinator_id', '=', from.accountId)
    .where('state', 'in', openStates);
  if (from.caseId) moved = moved.where('id', '=', from.caseId);
  return (await moved.returning('id').execute()).map((row) => row.id);
}

/** Open cases that a worker leads. */
export async function countOpenCases(db: Db, centreId: string, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('case_file')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('centre_id', '=', centreId)
    .where('coordinator_id', '=', accountId)
    .where('state', 'in', openStates)
    .executeTakeFirstOrThrow();
  return row.count;
}
