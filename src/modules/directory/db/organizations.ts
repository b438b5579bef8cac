import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { directoryChanged } from './directory-version.ts';

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

const organizationColumns = [
  'id',
  'name',
  'description',
  'performer_type as performerType',
  'teryt',
  'address',
  'phone',
  'email',
  'web',
  'nip',
  'regon',
  'krs',
  'source',
  'version',
] as const;

/** Everything that is known of an organization; null is unknown. */
export interface OrganizationCard extends Organization {
  description: string | null;
  teryt: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  web: string | null;
  nip: string | null;
  regon: string | null;
  krs: string | null;
  source: string | null;
  version: number;
}

/** One organization; undefined when this centre has none of that id. */
export async function findOrganization(
  db: Db,
  centreId: string,
  id: string,
): Promise<OrganizationCard | undefined> {
  return await db
    .selectFrom('organization')
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .select(organizationColumns)
    .executeTakeFirst();
}

/** Organizations with the number of their cards and of those that wait for a confirmation. */
export async function listKeepers(
  db: Db,
  centreId: string,
): Promise<(Organization & { email: string | null; cards: number; waiting: number })[]> {
  return await db
    .selectFrom('organization')
    .leftJoin('service', (join) =>
      join
        .onRef('service.centre_id', '=', 'organization.centre_id')
        .on(sql<boolean>`coalesce(service.owner_id, service.organization_id) = organization.id`)
        .on('service.state', '<>', 'withdrawn'),
    )
    .where('organization.centre_id', '=', centreId)
    .groupBy(['organization.centre_id', 'organization.id'])
    .select([
      'organization.id',
      'organization.name',
      'organization.performer_type as performerType',
      'organization.email',
      sql<number>`count(service.id)::int`.as('cards'),
      sql<number>`(count(*) filter (where service.state = 'to_confirm'))::int`.as('waiting'),
    ])
    .orderBy('organization.name')
    .orderBy('organization.id')
    .limit(2000)
    .execute();
}

/** Where a centre is reached: its part of the address, its name, its phone. */
export async function centreAddress(
  db: Db,
  centreId: string,
): Promise<{ slug: string; name: string; phone: string | null }> {
  return await db
    .selectFrom('centre')
    .where('id', '=', centreId)
    .select(['slug', 'name', sql<string | null>`letterhead ->> 'phone'`.as('phone')])
    .executeTakeFirstOrThrow();
}

/** Writes down an organization, new or known. */
export async function putOrganization(
  tx: Db,
  centreId: string,
  { id, performerType, version: _version, ...facts }: OrganizationCard,
): Promise<void> {
  const columns = { ...facts, performer_type: performerType };
  await tx
    .insertInto('organization')
    .values({ centre_id: centreId, id, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'id'])
        .doUpdateSet((set) => ({ ...columns, version: set('organization.version', '+', 1) })),
    )
    .execute();
  const cards = await tx
    .selectFrom('service')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('organization_id', '=', id)
    .execute();
  await directoryChanged(
    tx,
    centreId,
    cards.map((one) => one.id),
  );
}
