import type { ServiceKindKey } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Figure } from '../../../statistics/figure.ts';
import { plannedFigure, type PlannedPlaces } from '../domain/planned.ts';
import { kindKeys } from '../domain/resource.ts';

/** Writes down what a plan adds to the capacity, in the place of what it said before; called whenever a plan changes. */
export async function keepPlanned(
  tx: Db,
  centreId: string,
  planId: string,
  rows: readonly PlannedPlaces[],
): Promise<void> {
  await tx
    .deleteFrom('planned_capacity')
    .where('centre_id', '=', centreId)
    .where('plan_id', '=', planId)
    .execute();
  if (rows.length === 0) return;
  await tx
    .insertInto('planned_capacity')
    .values(
      rows.map(({ actionId, year, amount, kind, gmina, plan, action, card, adoptedOn }) => ({
        centre_id: centreId,
        plan_id: planId,
        action_id: actionId,
        year,
        amount,
        kind,
        gmina,
        plan,
        action,
        card,
        adopted_on: adoptedOn,
      })),
    )
    .execute();
}

/** All that plans of the centre add, whichever of them counts. */
export async function listPlanned(db: Db, centreId: string): Promise<PlannedPlaces[]> {
  const rows = await db
    .selectFrom('planned_capacity')
    .where('centre_id', '=', centreId)
    .select([
      'plan_id as planId',
      'action_id as actionId',
      'year',
      'amount',
      'kind',
      'gmina',
      'plan',
      'action',
      'card',
      'adopted_on as adoptedOn',
    ])
    .orderBy('year')
    .orderBy('action')
    .execute();
  return rows.flatMap((row) => {
    const kind = kindKeys.find((key) => key === row.kind);
    return kind ? [{ ...row, kind }] : [];
  });
}

/**
 * Capacity that plans add until the end of a year, by kind and gmina, read once. Of several plans of a gmina one counts
 * (`planThatCounts`); undefined: none is planned, which is not 0.
 */
export async function plannedCapacity(
  db: Db,
  centreId: string,
  untilYear: number,
): Promise<(kind: ServiceKindKey, gmina: string) => Figure | undefined> {
  const rows = await listPlanned(db, centreId);
  return (kind, gmina) => plannedFigure(rows, kind, gmina, untilYear);
}
