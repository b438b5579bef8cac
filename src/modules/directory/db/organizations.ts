import type { Db } from '../../../platform/database/tenant.ts';

/** An organization of the gmina: who performs services or feeds the directory. */
export interface Organization {
  id: string;
  name: string;
  /** Kind of performer by art. 7(2); null: the source does not say. */
  performerType: string | null;
}

/** Organizations of the centre by name. */
export async function listOrganizations(db: Db, centreId: string): Promise<Organization[]> {
  return await db
    .selectFrom('organization')
    .select(['id', 'name', 'performer_type as performerType'])
    .where('centre_id', '=', centreId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** An agreement by which an organization performs a service. */
export interface Contract {
  id: string;
  organizationId: string;
  organization: string;
  serviceId: string;
  number: string;
  validFrom: string;
  validTo: string | null;
  unitPriceGrosze: number | null;
  limitUnits: number | null;
}

/** Contracts in force on a day, of one service or of all. */
export async function contractsOn(
  db: Db,
  centreId: string,
  on: string,
  serviceId?: string,
): Promise<Contract[]> {
  let query = db
    .selectFrom('contract')
    .innerJoin('organization', (join) =>
      join
        .onRef('organization.centre_id', '=', 'contract.centre_id')
        .onRef('organization.id', '=', 'contract.organization_id'),
    )
    .where('contract.centre_id', '=', centreId)
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', on)]));
  if (serviceId) query = query.where('service_id', '=', serviceId);
  return await query
    .select([
      'contract.id',
      'organization_id as organizationId',
      'organization.name as organization',
      'service_id as serviceId',
      'number',
      'valid_from as validFrom',
      'valid_to as validTo',
      'unit_price_grosze as unitPriceGrosze',
      'limit_units as limitUnits',
    ])
    .orderBy('organization.name')
    .orderBy('contract.id')
    .execute();
}

/** Gminas that the centre serves on a day. */
export async function gminasOn(
  db: Db,
  centreId: string,
  on: string,
): Promise<{ teryt: string; name: string }[]> {
  return await db
    .selectFrom('centre_gmina')
    .innerJoin('gmina', 'gmina.teryt', 'centre_gmina.teryt')
    .where('centre_id', '=', centreId)
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', on)]))
    .select(['gmina.teryt', 'gmina.name'])
    .orderBy('gmina.name')
    .execute();
}
