import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { DB, Organization as OrganizationTable } from '../../../platform/database/generated/schema.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { ServiceState } from '../domain/lifecycle.ts';
import { placeSchema, type Service } from '../domain/service.ts';
import type { LocationRecord, Origin, OrganizationRecord, ServiceLocationRecord } from './exchange.ts';
import { serviceOf } from './services.ts';

/** A card with where it came from, when it last changed, and its places by reference. */
export interface CardRecord extends Service, Origin {
  /** Instant, ISO 8601 UTC. */
  changedAt: string;
  locations: ServiceLocationRecord[];
}

/** A coded fact of a card: `value` absent means that any is said. */
export interface CodedFact {
  column: 'area' | 'track' | 'recipient_type' | 'recipient_groups' | 'reach' | 'apply_channels';
  value?: string | number;
}

/** Which records; every part narrows. */
export interface RecordFilter {
  states: readonly ServiceState[];
  ids?: readonly string[];
  organizationId?: string;
  /** Performed by one of these. */
  organizationIds?: readonly string[];
  /** Changed at this instant or later. */
  changedSince?: string;
  coded?: readonly CodedFact[];
  /** Only these, in this order: what a search found, the best first. */
  ranked?: readonly string[];
  /** Offered in the gmina where this postal code lies; a card that names no gmina is offered in `gminas`. */
  covers?: { postalCode: string; gminas: readonly string[] };
  /** Given at a place with this postal code. */
  postalCode?: string;
  /** With a postal code: as far as this from the middle of the places that have it, in metres. */
  metres?: number;
}

type Services<O> = SelectQueryBuilder<DB, 'service', O>;

const lists = new Set(['recipient_groups', 'reach', 'apply_channels']);

function coded<O>(query: Services<O>, { column, value }: CodedFact): Services<O> {
  const name = sql.ref(`service.${column}`);
  if (lists.has(column))
    return query.where(
      value === undefined ? sql<boolean>`cardinality(${name}) > 0` : sql<boolean>`${value} = any (${name})`,
    );
  if (value === undefined)
    return query.where(
      column === 'track' ? sql<boolean>`not service.track_assumed` : sql<boolean>`${name} is not null`,
    );
  return query
    .where(sql<boolean>`${name}::text = ${String(value)}`)
    .$if(column === 'track', (tracked) => tracked.where('service.track_assumed', '=', false));
}

const metresOfDegree = 111_320;

/** That a row of `location` lies where the filter says; of a few kilometres the earth is flat enough. */
function lies(centreId: string, { postalCode, metres }: RecordFilter) {
  if (metres === undefined) return sql<boolean>`location.postal_code = ${postalCode}`;
  return sql<boolean>`exists (select from (select avg(latitude) as lat, avg(longitude) as lon from location same
    where same.centre_id = ${centreId} and same.postal_code = ${postalCode}) middle
    where ${metresOfDegree} * sqrt(power(location.latitude - middle.lat, 2)
      + power((location.longitude - middle.lon) * cos(radians(middle.lat)), 2)) <= ${metres})`;
}

/** That a row of `service` covers a gmina in which some place has the postal code: gminas are joined on six digits. */
const covering = (centreId: string, { postalCode, gminas }: NonNullable<RecordFilter['covers']>) =>
  sql<boolean>`exists (select from location same where same.centre_id = ${centreId}
    and same.postal_code = ${postalCode} and left(same.teryt, 6) in (
      select left(covered, 6) from unnest(case when service.gminas = '{}' then ${[...gminas]}::text[]
        else service.gminas end) covered))`;

function matching<O>(start: Services<O>, centreId: string, filter: RecordFilter): Services<O> {
  let query = start.where('service.centre_id', '=', centreId).where('state', 'in', [...filter.states]);
  if (filter.ids) query = query.where(sql<boolean>`service.id = any (${[...filter.ids]}::uuid[])`);
  if (filter.organizationId) query = query.where('service.organization_id', '=', filter.organizationId);
  if (filter.organizationIds)
    query = query.where(sql<boolean>`service.organization_id = any (${[...filter.organizationIds]}::uuid[])`);
  if (filter.changedSince)
    query = query.where(sql<boolean>`service.changed_at >= ${filter.changedSince}::timestamptz`);
  for (const fact of filter.coded ?? []) query = coded(query, fact);
  if (filter.ranked) query = query.where(sql<boolean>`service.id = any (${[...filter.ranked]}::uuid[])`);
  if (filter.covers) query = query.where(covering(centreId, filter.covers));
  if (filter.postalCode !== undefined)
    query = query.where(
      sql<boolean>`exists (select from service_location at join location on location.centre_id = at.centre_id
        and location.id = at.location_id where at.centre_id = service.centre_id and at.service_id = service.id
        and ${lies(centreId, filter)})`,
    );
  return query;
}

/** How many cards there are, and when one of them last changed. */
export async function countRecords(
  db: Db,
  centreId: string,
  filter: RecordFilter,
): Promise<{ count: number; changedAt: string }> {
  const row = await matching(db.selectFrom('service'), centreId, filter)
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<string>`coalesce(max(changed_at), 'epoch')::text`.as('changed_at'),
    ])
    .executeTakeFirstOrThrow();
  return { count: row.count, changedAt: row.changed_at };
}

const facts = z.record(z.string(), z.unknown());

const originOf = (row: {
  source_system: string | null;
  external_id: string | null;
  foreign_facts: unknown;
}): Origin => ({
  sourceSystem: row.source_system,
  externalId: row.external_id,
  foreignFacts: facts.parse(row.foreign_facts),
});

async function locationsOf(
  db: Db,
  centreId: string,
  serviceIds: readonly string[],
): Promise<Map<string, ServiceLocationRecord[]>> {
  const rows = await db
    .selectFrom('service_location')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where(sql<boolean>`service_id = any (${[...serviceIds]}::uuid[])`)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const found = new Map<string, ServiceLocationRecord[]>();
  for (const row of rows) {
    const one = {
      id: row.id,
      locationId: row.location_id,
      position: row.position,
      description: row.description,
      ...originOf(row),
    };
    const before = found.get(row.service_id);
    if (before) before.push(one);
    else found.set(row.service_id, [one]);
  }
  return found;
}

/** Cards in the order of their ids, or as ranked: those after `after`, or from `offset` on, at most `limit`. */
export async function selectRecords(
  db: Db,
  centreId: string,
  filter: RecordFilter,
  { limit, offset = 0, after }: { limit: number; offset?: number; after?: string | undefined },
): Promise<CardRecord[]> {
  let query = matching(db.selectFrom('service'), centreId, filter).selectAll('service');
  if (after) query = query.where('service.id', '>', after);
  if (filter.ranked) query = query.orderBy(sql`array_position(${[...filter.ranked]}::uuid[], service.id)`);
  const rows = await query.orderBy('service.id').limit(limit).offset(offset).execute();
  if (rows.length === 0) return [];
  const locations = await locationsOf(
    db,
    centreId,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...serviceOf({ ...row, organization: null, gmina_names: [], places: [] }),
    ...originOf(row),
    changedAt: new Date(row.changed_at).toISOString(),
    locations: locations.get(row.id) ?? [],
  }));
}

const organizationOf = (row: Selectable<OrganizationTable>): OrganizationRecord => ({
  id: row.id,
  name: row.name,
  description: row.description,
  performerType: row.performer_type,
  teryt: row.teryt,
  address: row.address,
  phone: row.phone,
  email: row.email,
  web: row.web,
  nip: row.nip,
  regon: row.regon,
  krs: row.krs,
  source: row.source,
  ...originOf(row),
});

/** Organizations of these ids, or all, in the order of their ids. */
export async function selectOrganizationRecords(
  db: Db,
  centreId: string,
  ids?: readonly string[],
): Promise<OrganizationRecord[]> {
  let query = db.selectFrom('organization').selectAll().where('centre_id', '=', centreId);
  if (ids) query = query.where(sql<boolean>`id = any (${[...ids]}::uuid[])`);
  return (await query.orderBy('id').execute()).map(organizationOf);
}

/** Places of these ids, or all, in the order of their ids. */
export async function selectLocationRecords(
  db: Db,
  centreId: string,
  ids?: readonly string[],
): Promise<LocationRecord[]> {
  let query = db.selectFrom('location').selectAll().where('centre_id', '=', centreId);
  if (ids) query = query.where(sql<boolean>`id = any (${[...ids]}::uuid[])`);
  const rows = await query.orderBy('id').execute();
  return rows.map((row) => ({
    ...placeSchema.parse({
      id: row.id,
      name: row.name,
      kind: row.kind,
      street: row.street,
      city: row.city,
      postalCode: row.postal_code,
      teryt: row.teryt,
      latitude: row.latitude,
      longitude: row.longitude,
      approximate: row.approximate,
      url: row.url,
      accessibility: row.accessibility,
      accessibilityWords: row.accessibility_words,
    }),
    organizationId: row.organization_id,
    description: row.description,
    ...originOf(row),
  }));
}

/** How a shared record stands, and in which gmina. */
export interface Standing {
  id: string;
  /** Changes whenever the row is written, also when it is put back under its old id and version. */
  mark: string;
  teryt: string | null;
}

/** Of organizations or places of these ids: how each stands, in no order. */
export async function selectStanding(
  db: Db,
  centreId: string,
  of: 'organization' | 'location',
  ids: readonly string[],
): Promise<Standing[]> {
  return await db
    .selectFrom(of)
    .select(['id', 'teryt', sql<string>`concat_ws('.', version, xmin)`.as('mark')])
    .where('centre_id', '=', centreId)
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .execute();
}

/**
 * Ids of the organizations that perform, or of the places that hold, some card of the filter: as its best card is
 * ranked, else in the order of ids.
 */
export async function selectOfferingIds(
  db: Db,
  centreId: string,
  of: 'organization' | 'location',
  filter: RecordFilter,
): Promise<string[]> {
  const best = sql`min(array_position(${[...(filter.ranked ?? [])]}::uuid[], service.id))`;
  const services = matching(db.selectFrom('service'), centreId, filter);
  const rows =
    of === 'organization'
      ? await services
          .select('service.organization_id as id')
          .where('service.organization_id', 'is not', null)
          .groupBy('service.organization_id')
          .orderBy(best)
          .orderBy('service.organization_id')
          .execute()
      : await services
          .innerJoin('service_location as site', (join) =>
            join
              .onRef('site.centre_id', '=', 'service.centre_id')
              .onRef('site.service_id', '=', 'service.id'),
          )
          .innerJoin('location', (join) =>
            join
              .onRef('location.centre_id', '=', 'site.centre_id')
              .onRef('location.id', '=', 'site.location_id'),
          )
          .$if(filter.postalCode !== undefined, (at) => at.where(lies(centreId, filter)))
          .select('location.id as id')
          .groupBy('location.id')
          .orderBy(best)
          .orderBy('location.id')
          .execute();
  return rows.flatMap((row) => (row.id === null ? [] : [row.id]));
}

/** What is already here of records that come in: by our id, and by the id in the system they come from. */
export async function selectKnown(
  db: Db,
  centreId: string,
  table: 'service' | 'organization' | 'location',
  sourceSystem: string,
): Promise<{ ids: Set<string>; byExternal: Map<string, string> }> {
  const rows = await db
    .selectFrom(table)
    .select(['id', 'source_system', 'external_id'])
    .where('centre_id', '=', centreId)
    .execute();
  return {
    ids: new Set(rows.map((row) => row.id)),
    byExternal: new Map(
      rows.flatMap((row) =>
        row.source_system === sourceSystem && row.external_id !== null ? [[row.external_id, row.id]] : [],
      ),
    ),
  };
}

/** Which service is given at which place, for the cards of a filter, in the order of their ids; and how many there are. */
export async function selectSites(
  db: Db,
  centreId: string,
  filter: RecordFilter,
  page: { id?: string; limit: number; offset: number },
): Promise<{ total: number; sites: { id: string; serviceId: string }[] }> {
  const services = matching(db.selectFrom('service'), centreId, filter).select('service.id');
  let found = db
    .selectFrom('service_location')
    .where('centre_id', '=', centreId)
    .where('service_id', 'in', services);
  if (page.id) found = found.where('id', '=', page.id);
  if (filter.postalCode !== undefined)
    found = found.where(
      sql<boolean>`exists (select from location where location.centre_id = service_location.centre_id
        and location.id = service_location.location_id and ${lies(centreId, filter)})`,
    );
  const [count, rows] = await Promise.all([
    found.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
    found.select(['id', 'service_id']).orderBy('id').limit(page.limit).offset(page.offset).execute(),
  ]);
  return { total: count.count, sites: rows.map((row) => ({ id: row.id, serviceId: row.service_id })) };
}

/** Which service each pair of a service and a place belongs to. */
export async function selectSiteOwners(db: Db, centreId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('service_location')
    .select(['id', 'service_id'])
    .where('centre_id', '=', centreId)
    .execute();
  return new Map(rows.map((row) => [row.id, row.service_id]));
}

/** Neighbouring cards in the order of their ids. */
export interface Stretch {
  /** The last card before it; null for the first stretch. */
  after: string | null;
  /** Changes whenever the row of one of its cards does, or of an organization or a place that they stand on. */
  mark: string;
}

/** Cards in these states, so many in each stretch. */
export async function selectStretches(
  db: Db,
  centreId: string,
  states: readonly ServiceState[],
  cardsInEach: number,
): Promise<Stretch[]> {
  const { rows } = await sql<{ last: string; mark: string }>`
    select max(id) as last, md5(string_agg(said, ',' order by id)) as mark
    from (
      select service.id::text as id, (row_number() over (order by service.id) - 1) / ${cardsInEach}::int as stretch,
        concat_ws('.', service.id, service.version, service.xmin, organization.id, organization.version,
          organization.xmin, site.said) as said
      from service
      left join organization on organization.centre_id = ${centreId} and organization.id = service.organization_id
      left join (
        select at.service_id, string_agg(concat_ws('.', at.id, at.xmin, location.id, location.version, location.xmin), ','
          order by at.id) as said
        from service_location at
        join location on location.centre_id = ${centreId} and location.id = at.location_id
        where at.centre_id = ${centreId}
        group by at.service_id) site on site.service_id = service.id
      where service.centre_id = ${centreId} and service.state = any(${[...states]}::text[])) card
    group by stretch
    order by stretch`.execute(db);
  return rows.map(({ mark }, index) => ({ after: rows[index - 1]?.last ?? null, mark }));
}
