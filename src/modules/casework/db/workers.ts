import type { Db } from '../../../platform/database/tenant.ts';
import { caseStates, isOpen } from '../domain/lifecycle.ts';

const openStates = caseStates.filter(isOpen);

export interface Coordinator {
  id: string;
  name: string;
  /** Open cases that this coordinator leads today. */
  cases: number;
}

/** Coordinators of individual plans who work on the day, by name, with how much each carries. */
export async function listCoordinators(db: Db, centreId: string, today: string): Promise<Coordinator[]> {
  return await db
    .selectFrom('account')
    .innerJoin('account_role', (join) =>
      join
        .onRef('account_role.centre_id', '=', 'account.centre_id')
        .onRef('account_role.account_id', '=', 'account.id'),
    )
    .where('account.centre_id', '=', centreId)
    .where('account.state', '=', 'active')
    .where('account_role.role', '=', 'plan_coordinator')
    .where('account_role.valid_from', '<=', today)
    .where((where) =>
      where.or([where('account_role.valid_to', 'is', null), where('account_role.valid_to', '>=', today)]),
    )
    .select((select) => [
      'account.id',
      'account.name',
      select
        .selectFrom('case_file')
        .whereRef('case_file.centre_id', '=', 'account.centre_id')
        .whereRef('case_file.coordinator_id', '=', 'account.id')
        .where('case_file.state', 'in', openStates)
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('cases'))
        .as('cases'),
    ])
    .distinct()
    .orderBy('account.name')
    .execute()
    .then((rows) => rows.map((row) => ({ id: row.id, name: row.name, cases: row.cases ?? 0 })));
}

/** Whether the account is a coordinator who works on the day. */
export async function isCoordinator(
  db: Db,
  centreId: string,
  accountId: string,
  today: string,
): Promise<boolean> {
  return (await listCoordinators(db, centreId, today)).some((one) => one.id === accountId);
}
