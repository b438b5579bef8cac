import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Capacity } from '../domain/capacity.ts';
import type { ServiceState } from '../domain/lifecycle.ts';
import type { Place } from '../domain/service.ts';
import { directoryChanged } from './directory-version.ts';
import { capacityColumns, columnsOf, type ServiceFacts } from './write-services.ts';

/** Where a record comes from, and what of it has no place in ours: given back when it is exported. */
export interface Origin {
  sourceSystem: string | null;
  externalId: string | null;
  foreignFacts: Record<string, unknown>;
}

export interface OrganizationRecord extends Origin {
  id: string;
  name: string;
  description: string | null;
  /** Kind of performer by art. 7(2): `gmina_unit`, `ngo`, ... */
  performerType: string | null;
  teryt: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  web: string | null;
  nip: string | null;
  regon: string | null;
  krs: string | null;
  source: string | null;
}

export interface LocationRecord extends Origin, Place {
  organizationId: string | null;
  description: string | null;
}

/** A service at one of its places. */
export interface ServiceLocationRecord extends Origin {
  id: string;
  locationId: string;
  position: number;
  description: string | null;
}

export interface ServiceRecord extends Origin {
  id: string;
  facts: ServiceFacts;
  trackAssumed: boolean;
  capacity: Capacity;
  state: ServiceState;
  stateReason: string | null;
  sourceAsOf: string | null;
  confirmedOn: string | null;
  confirmBy: string | null;
  /** When it changed, ISO 8601 UTC; left out: now. */
  changedAt?: string;
  locations: readonly ServiceLocationRecord[];
}

const json = (value: unknown) => sql<string>`${JSON.stringify(value)}::jsonb`;

const originColumns = (record: Origin) => ({
  source_system: record.sourceSystem,
  external_id: record.externalId,
  foreign_facts: json(record.foreignFacts),
});

// PostgreSQL takes 65,535 values in one statement; a card has about 60.
const atOnce = 500;

function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += atOnce) yield all.slice(start, start + atOnce);
}

/** Every column but the key, taken from the row that could not be inserted; the version grows. */
const fromExcluded = (row: Record<string, unknown>, table: string | undefined) => ({
  ...Object.fromEntries(
    Object.keys(row)
      .filter((name) => name !== 'centre_id' && name !== 'id')
      .map((name) => [name, sql`excluded.${sql.id(name)}`]),
  ),
  ...(table ? { version: sql<number>`${sql.id(table)}.version + 1` } : {}),
});

/** Adds organizations, or replaces those of the same id. */
export async function putOrganizations(
  tx: Db,
  centreId: string,
  records: readonly OrganizationRecord[],
): Promise<void> {
  const rows = records.map((one) => ({
    centre_id: centreId,
    id: one.id,
    name: one.name,
    description: one.description,
    performer_type: one.performerType,
    teryt: one.teryt,
    address: one.address,
    phone: one.phone,
    email: one.email,
    web: one.web,
    nip: one.nip,
    regon: one.regon,
    krs: one.krs,
    source: one.source,
    ...originColumns(one),
  }));
  for (const [first, ...rest] of chunks(rows))
    if (first)
      await tx
        .insertInto('organization')
        .values([first, ...rest])
        .onConflict((conflict) =>
          conflict.columns(['centre_id', 'id']).doUpdateSet(fromExcluded(first, 'organization')),
        )
        .execute();
  if (records.length > 0) await directoryChanged(tx, centreId);
}

/** Adds places, or replaces those of the same id. */
export async function putLocations(
  tx: Db,
  centreId: string,
  records: readonly LocationRecord[],
): Promise<void> {
  const rows = records.map((one) => ({
    centre_id: centreId,
    id: one.id,
    organization_id: one.organizationId,
    name: one.name,
    description: one.description,
    kind: one.kind,
    street: one.street,
    city: one.city,
    postal_code: one.postalCode,
    teryt: one.teryt,
    latitude: one.latitude,
    longitude: one.longitude,
    approximate: one.approximate,
    url: one.url,
    accessibility: one.accessibility,
    accessibility_words: one.accessibilityWords,
    ...originColumns(one),
  }));
  for (const [first, ...rest] of chunks(rows))
    if (first)
      await tx
        .insertInto('location')
        .values([first, ...rest])
        .onConflict((conflict) =>
          conflict.columns(['centre_id', 'id']).doUpdateSet(fromExcluded(first, 'location')),
        )
        .execute();
  if (records.length > 0) await directoryChanged(tx, centreId);
}

async function putServiceLocations(
  tx: Db,
  centreId: string,
  records: readonly ServiceRecord[],
): Promise<void> {
  await tx
    .deleteFrom('service_location')
    .where('centre_id', '=', centreId)
    .where(
      'service_id',
      'in',
      records.map((one) => one.id),
    )
    .execute();
  const rows = records.flatMap((service) =>
    service.locations.map((one) => ({
      centre_id: centreId,
      id: one.id,
      service_id: service.id,
      location_id: one.locationId,
      position: one.position,
      description: one.description,
      ...originColumns(one),
    })),
  );
  for (const [first, ...rest] of chunks(rows))
    if (first)
      await tx
        .insertInto('service_location')
        .values([first, ...rest])
        .execute();
}

/** Adds services, or replaces those of the same id, with their places; what they name must be there. */
export async function putServices(
  tx: Db,
  centreId: string,
  records: readonly ServiceRecord[],
): Promise<void> {
  for (const part of chunks(records)) {
    const [first, ...rest] = part.map((one) => ({
      centre_id: centreId,
      id: one.id,
      ...columnsOf(one.facts),
      track_assumed: one.trackAssumed,
      ...capacityColumns(one.capacity),
      state: one.state,
      state_reason: one.stateReason,
      source_as_of: one.sourceAsOf,
      confirmed_on: one.confirmedOn,
      confirm_by: one.confirmBy,
      changed_at:
        one.changedAt === undefined ? sql<string>`now()` : sql<string>`${one.changedAt}::timestamptz`,
      ...originColumns(one),
    }));
    if (!first) continue;
    await tx
      .insertInto('service')
      .values([first, ...rest])
      .onConflict((conflict) =>
        conflict.columns(['centre_id', 'id']).doUpdateSet(fromExcluded(first, 'service')),
      )
      .execute();
    await putServiceLocations(tx, centreId, part);
  }
  if (records.length > 0) await directoryChanged(tx, centreId);
}
