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

const originColumns = (record: Origin) => ({
  source_system: record.sourceSystem,
  external_id: record.externalId,
  foreign_facts: record.foreignFacts,
});

type Row = Record<string, unknown>;
type Table = 'organization' | 'location' | 'service' | 'service_location';

const atOnce = 2000;

/**
 * Adds rows, or replaces those of the same id, many in one statement: they travel as one JSON text, because a parameter
 * for every value of ten thousand cards takes half a minute. All rows have the keys of the first.
 */
async function putRows(tx: Db, table: Table, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const changed = columns.filter((name) => name !== 'centre_id' && name !== 'id');
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const values = sql.join(
    columns.map((name) => (name === 'changed_at' ? sql`coalesce(changed_at, now())` : sql.ref(name))),
  );
  const replaced = [
    ...changed.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`),
    ...(table === 'service_location' ? [] : [sql`version = ${sql.ref(`${table}.version`)} + 1`]),
  ];
  for (let start = 0; start < rows.length; start += atOnce)
    await sql`insert into ${sql.table(table)} (${names})
      select ${values} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.slice(start, start + atOnce))}::jsonb)
      on conflict (centre_id, id) do update set ${sql.join(replaced)}`.execute(tx);
}

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
  await putRows(tx, 'organization', rows);
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
  await putRows(tx, 'location', rows);
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
    .where(sql<boolean>`service_id = any (${records.map((one) => one.id)}::uuid[])`)
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
  await putRows(tx, 'service_location', rows);
}

/** Adds services, or replaces those of the same id, with their places; what they name must be there. */
export async function putServices(
  tx: Db,
  centreId: string,
  records: readonly ServiceRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map((one) => ({
    centre_id: centreId,
    id: one.id,
    ...columnsOf(one.facts),
    // Here a value of JSON is JSON within JSON, and not a text to be read as such.
    schedules: one.facts.schedules,
    match: one.facts.match,
    translations: one.facts.translations,
    track_assumed: one.trackAssumed,
    ...capacityColumns(one.capacity),
    state: one.state,
    state_reason: one.stateReason,
    source_as_of: one.sourceAsOf,
    confirmed_on: one.confirmedOn,
    confirm_by: one.confirmBy,
    changed_at: one.changedAt ?? null,
    ...originColumns(one),
  }));
  await putRows(tx, 'service', rows);
  await putServiceLocations(tx, centreId, records);
  await directoryChanged(
    tx,
    centreId,
    records.map((one) => one.id),
  );
}
