import type { Db } from '../../../platform/database/tenant.ts';
import { type OfferInForce, offersInForce } from '../../programmes/index.ts';

/** Services that the programmes of one gmina offer on a day: a plan spends nothing of another gmina (art. 4, 11). */
export const offersOfGmina = async (
  db: Db,
  centreId: string,
  gmina: string,
  on: string,
): Promise<OfferInForce[]> =>
  (await offersInForce(db, centreId, on)).filter((offer) => offer.gmina === gmina);

/** The organizations that the directory names as performers, by offered service. */
export async function performersOf(
  db: Db,
  centreId: string,
  programmeServiceIds: readonly string[],
): Promise<Map<string, string>> {
  if (programmeServiceIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('programme_service')
    .innerJoin('service', (join) =>
      join
        .onRef('service.centre_id', '=', 'programme_service.centre_id')
        .onRef('service.id', '=', 'programme_service.service_id'),
    )
    .where('programme_service.centre_id', '=', centreId)
    .where('programme_service.id', 'in', [...programmeServiceIds])
    .select(['programme_service.id', 'service.organization_id'])
    .execute();
  return new Map(
    rows.flatMap((row) => (row.organization_id ? [[row.id, row.organization_id] as const] : [])),
  );
}

/** Settings of the centre that plans depend on (`centre.settings`). */
export interface PlanSettings {
  /** The Act lets a director organise services too; by default another person approves (domain reference 17.3). */
  approverMayBeAuthor: boolean;
  /** Where fees are paid (art. 43); null: the letterhead does not say. */
  bankAccount: string | null;
  phone: string | null;
  email: string | null;
  /** The letterhead has an address, so a paper may point at it. */
  hasAddress: boolean;
}

/** What the centre has set for plans and what their papers say of it. */
export async function findPlanSettings(db: Db, centreId: string): Promise<PlanSettings> {
  const row = await db
    .selectFrom('centre')
    .select(['settings', 'letterhead'])
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow();
  const settings = row.settings as { approverMayBeAuthor?: boolean };
  const head = row.letterhead as {
    addressLines?: string[];
    bankAccount?: string | null;
    phone?: string | null;
    email?: string | null;
  };
  return {
    approverMayBeAuthor: settings.approverMayBeAuthor === true,
    bankAccount: head.bankAccount ?? null,
    phone: head.phone ?? null,
    email: head.email ?? null,
    hasAddress: (head.addressLines ?? []).length > 0,
  };
}
