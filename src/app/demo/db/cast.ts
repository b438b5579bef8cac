import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';

/** A line of the newest version of a plan. */
export interface PlanLine {
  id: string;
  originId: string;
  programmeServiceId: string;
  serviceId: string;
  units: number;
  startsOn: string;
  endsOn: string;
}

/** The lines of a plan's newest version. */
export async function findPlanLines(db: Db, centreId: string, planId: string): Promise<PlanLine[]> {
  return await db
    .selectFrom('plan_line as l')
    .innerJoin('plan_version as v', (join) =>
      join.onRef('v.centre_id', '=', 'l.centre_id').onRef('v.id', '=', 'l.plan_version_id'),
    )
    .innerJoin('programme_service as o', (join) =>
      join.onRef('o.centre_id', '=', 'l.centre_id').onRef('o.id', '=', 'l.programme_service_id'),
    )
    .where('l.centre_id', '=', centreId)
    .where('v.plan_id', '=', planId)
    .where('v.number', '=', (newest) =>
      newest
        .selectFrom('plan_version as n')
        .where('n.centre_id', '=', centreId)
        .where('n.plan_id', '=', planId)
        .select(({ fn }) => fn.max('n.number').as('number')),
    )
    .select([
      'l.id',
      'l.origin_id as originId',
      'l.programme_service_id as programmeServiceId',
      'o.service_id as serviceId',
      'l.units',
      'l.starts_on as startsOn',
      'l.ends_on as endsOn',
    ])
    .execute();
}

/** Fees that nobody has paid yet, by the day they are due. */
export async function findFees(
  db: Db,
  centreId: string,
): Promise<{ id: string; amountGrosze: number; dueOn: string }[]> {
  return await db
    .selectFrom('fee')
    .where('centre_id', '=', centreId)
    .where('state', '=', 'set')
    .select(['id', 'amount_grosze as amountGrosze', 'due_on as dueOn'])
    .orderBy('due_on')
    .orderBy('id')
    .execute();
}

const filing = z.object({ cell: z.string(), classes: z.record(z.string(), z.string()) });

/** The centre's filing plan: the sign of its cell and the classes of its records. */
export async function findFiling(db: Db, centreId: string): Promise<z.infer<typeof filing>> {
  const row = await db
    .selectFrom('centre')
    .where('id', '=', centreId)
    .select('filing')
    .executeTakeFirstOrThrow();
  return filing.parse(row.filing);
}
