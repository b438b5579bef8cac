import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { OfferFee, Unit } from '../domain/fee.ts';
import type { Offer } from '../domain/offer.ts';

const json = (value: unknown) => sql<string>`${JSON.stringify(value)}::jsonb`;

/** What a version says of a service it offers. */
export interface OfferTerms {
  limitPeople: number | null;
  limitGrosze: number | null;
  unit: Unit;
  unitPriceGrosze: number | null;
  maxMonths: number | null;
  conditions: Offer['conditions'];
}

/** Offers a service in a version, or rewrites the terms of its offer. */
export async function saveOffer(
  tx: Db,
  centreId: string,
  versionId: string,
  serviceId: string,
  terms: OfferTerms,
): Promise<void> {
  const columns = {
    limit_people: terms.limitPeople,
    limit_grosze: terms.limitGrosze,
    unit: terms.unit,
    unit_price_grosze: terms.unitPriceGrosze,
    max_months: terms.maxMonths,
    conditions: json(terms.conditions),
  };
  await tx
    .insertInto('programme_service')
    .values({
      centre_id: centreId,
      id: newId(),
      programme_version_id: versionId,
      service_id: serviceId,
      ...columns,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'programme_version_id', 'service_id'])
        .doUpdateSet({ ...columns, version: sql`programme_service.version + 1` }),
    )
    .execute();
}

/** Writes how an offered service is charged; null: the programme does not say. */
export async function saveFee(tx: Db, centreId: string, id: string, fee: OfferFee | null): Promise<void> {
  await tx
    .updateTable('programme_service')
    .set((set) => ({ fee: fee === null ? null : json(fee), version: set('version', '+', 1) }))
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}

/** Takes a service out of a draft. */
export async function deleteOffer(tx: Db, centreId: string, id: string): Promise<void> {
  await tx.deleteFrom('programme_service').where('centre_id', '=', centreId).where('id', '=', id).execute();
}

/** Copies the offers of a version to another one; nothing is used of the copies. */
export async function copyOffers(tx: Db, centreId: string, from: string, to: string): Promise<void> {
  const rows = await tx
    .selectFrom('programme_service')
    .select([
      'service_id',
      'limit_people',
      'limit_grosze',
      'unit',
      'unit_price_grosze',
      'max_months',
      'conditions',
      'fee',
      'fee_note',
    ])
    .where('centre_id', '=', centreId)
    .where('programme_version_id', '=', from)
    .execute();
  if (rows.length === 0) return;
  await tx
    .insertInto('programme_service')
    .values(
      rows.map((row) => ({
        ...row,
        centre_id: centreId,
        id: newId(),
        programme_version_id: to,
        conditions: json(row.conditions),
        fee: row.fee === null ? null : json(row.fee),
      })),
    )
    .execute();
}

/**
 * A version that comes into force takes over what its predecessor has used: people accepted earlier still hold their
 * places. More than the new limit allows is stopped by the limit's own check.
 */
export async function carryUse(tx: Db, centreId: string, from: string, to: string): Promise<void> {
  await tx
    .updateTable('programme_service as next')
    .from('programme_service as before')
    .set((set) => ({
      used_people: set.ref('before.used_people'),
      used_grosze: set.ref('before.used_grosze'),
    }))
    .where('next.centre_id', '=', centreId)
    .where('before.centre_id', '=', centreId)
    .where('next.programme_version_id', '=', to)
    .where('before.programme_version_id', '=', from)
    .whereRef('next.service_id', '=', 'before.service_id')
    .execute();
}
