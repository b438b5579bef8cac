import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Service as ServiceTable } from '../../../platform/database/generated/schema.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { conditionSchema } from '../domain/conditions.ts';
import type { ServiceState } from '../domain/lifecycle.ts';
import { scheduleSchema } from '../domain/schedule.ts';
import { placeSchema, type Service, serviceSchema, translationsSchema } from '../domain/service.ts';

type Row = Selectable<ServiceTable> & {
  organization: string | null;
  gmina_names: string[];
  places: unknown;
};

const shape = serviceSchema.shape;
const conditionList = z.array(conditionSchema);
const scheduleList = z.array(scheduleSchema);
const placeList = z.array(placeSchema);

/** A card as its row says it. Parsed, not cast: what the columns may hold is narrower than what PostgreSQL tells. */
export const serviceOf = (row: Row): Service => ({
  id: row.id,
  gminas: row.gminas,
  gminaNames: row.gmina_names,
  organizationId: row.organization_id,
  organization: row.organization,
  performerWords: row.performer_words,
  ownerId: row.owner_id ?? row.organization_id,
  name: row.name,
  description: row.description,
  area: row.area,
  track: shape.track.parse(row.track),
  trackAssumed: row.track_assumed,
  handledBy: row.handled_by,
  recipientType: shape.recipientType.parse(row.recipient_type),
  recipientGroups: shape.recipientGroups.parse(row.recipient_groups),
  ageFrom: row.age_from,
  ageTo: row.age_to,
  recipients: row.recipients,
  conditions: row.conditions,
  documents: row.documents,
  reach: shape.reach.parse(row.reach),
  place: row.place,
  places: placeList.parse(row.places),
  hours: row.hours,
  schedules: scheduleList.parse(row.schedules),
  contactName: row.contact_name,
  phone: row.phone,
  email: row.email,
  web: row.web,
  feeKind: shape.feeKind.parse(row.fee_kind),
  fee: row.fee,
  feeGrosze: row.fee_grosze,
  feeUnit: shape.feeUnit.parse(row.fee_unit),
  applyChannels: shape.applyChannels.parse(row.apply_channels),
  applyWords: row.apply_words,
  applyLink: row.apply_link,
  maxMonths: row.max_months,
  match: conditionList.parse(row.match),
  capacity: shape.capacity.parse({
    status: row.capacity_status,
    free: row.capacity_free,
    places: row.capacity_places,
    wait: row.wait_value === null ? null : { value: row.wait_value, unit: row.wait_unit },
    on: row.capacity_on,
    until: row.capacity_until,
  }),
  languages: row.languages,
  financing: row.financing,
  financingFrom: row.financing_from,
  financingTo: row.financing_to,
  translations: translationsSchema.parse(row.translations),
  state: shape.state.parse(row.state),
  stateReason: row.state_reason,
  source: row.source,
  sourceAsOf: row.source_as_of,
  note: row.note,
  confirmedOn: row.confirmed_on,
  confirmBy: row.confirm_by,
  askedOn: row.asked_on,
  version: row.version,
});

const gminaNames = sql<string[]>`array(
  select gmina.name from gmina where gmina.teryt = any (service.gminas) order by gmina.name)`;

const placesJson = sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', location.id, 'name', location.name, 'kind', location.kind,
    'street', street, 'city', city, 'postalCode', postal_code, 'teryt', teryt, 'latitude', latitude,
    'longitude', longitude, 'approximate', approximate, 'url', url, 'accessibility', accessibility,
    'accessibilityWords', accessibility_words) order by service_location.position, service_location.id)
  from service_location
  join location on location.centre_id = service_location.centre_id and location.id = service_location.location_id
  where service_location.centre_id = service.centre_id and service_location.service_id = service.id), '[]')`;

const selectServices = (db: Db, centreId: string) =>
  db
    .selectFrom('service')
    .leftJoin('organization', (join) =>
      join
        .onRef('organization.centre_id', '=', 'service.centre_id')
        .onRef('organization.id', '=', 'service.organization_id'),
    )
    .selectAll('service')
    .select(['organization.name as organization', gminaNames.as('gmina_names'), placesJson.as('places')])
    .where('service.centre_id', '=', centreId);

/** Which services; left out: all of the centre. */
export interface ServiceFilter {
  states?: readonly ServiceState[];
  ids?: readonly string[];
  /** Whose cards: the organization that keeps them. */
  owner?: string;
}

/** Services of the centre by name, at most 2,000. */
export async function selectServiceList(
  db: Db,
  centreId: string,
  { states, ids, owner }: ServiceFilter = {},
): Promise<Service[]> {
  let query = selectServices(db, centreId);
  if (states) query = query.where('service.state', 'in', [...states]);
  if (ids) query = query.where(sql<boolean>`service.id = any(${ids}::uuid[])`);
  if (owner) query = query.where(sql`coalesce(service.owner_id, service.organization_id)`, '=', owner);
  const rows = await query.orderBy('service.name').orderBy('service.id').limit(2000).execute();
  return rows.map(serviceOf);
}

/** What the list of workers narrows cards by. */
export type ListedService = Pick<
  Service,
  | 'id'
  | 'name'
  | 'description'
  | 'recipients'
  | 'organization'
  | 'performerWords'
  | 'place'
  | 'area'
  | 'track'
  | 'gminas'
  | 'organizationId'
  | 'ownerId'
  | 'state'
  | 'confirmBy'
>;

/** Every card of the centre by name, with no more than a list asks of it: however many there are. */
export async function selectListed(db: Db, centreId: string): Promise<ListedService[]> {
  const rows = await db
    .selectFrom('service')
    .leftJoin('organization', (join) =>
      join
        .onRef('organization.centre_id', '=', 'service.centre_id')
        .onRef('organization.id', '=', 'service.organization_id'),
    )
    .where('service.centre_id', '=', centreId)
    .select([
      'service.id',
      'service.name',
      'service.description',
      'recipients',
      'organization.name as organization',
      'performer_words as performerWords',
      'place',
      'area',
      'track',
      'gminas',
      'organization_id as organizationId',
      sql<string | null>`coalesce(owner_id, organization_id)`.as('ownerId'),
      'state',
      'confirm_by as confirmBy',
    ])
    .orderBy('service.name')
    .orderBy('service.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    track: shape.track.parse(row.track),
    state: shape.state.parse(row.state),
  }));
}

/** One service; undefined when this centre has none of that id. */
export async function selectService(db: Db, centreId: string, id: string): Promise<Service | undefined> {
  const row = await selectServices(db, centreId).where('service.id', '=', id).executeTakeFirst();
  return row ? serviceOf(row) : undefined;
}

/** One service, locked until the transaction ends. */
export async function lockService(tx: Db, centreId: string, id: string): Promise<Service | undefined> {
  const row = await selectServices(tx, centreId)
    .where('service.id', '=', id)
    .forUpdate('service')
    .executeTakeFirst();
  return row ? serviceOf(row) : undefined;
}
