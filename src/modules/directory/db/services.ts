import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Service as ServiceTable } from '../../../platform/database/generated/schema.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { conditionSchema } from '../domain/conditions.ts';
import { type Capacity, type Service, serviceSchema, type ServiceState } from '../domain/service.ts';

type Row = Selectable<ServiceTable> & { organization: string | null; gmina_name: string | null };

const conditionList = z.array(conditionSchema);

// Parsed, not cast: what the columns may hold is narrower than what PostgreSQL tells.
const serviceOf = (row: Row): Service => ({
  id: row.id,
  gmina: row.gmina,
  gminaName: row.gmina_name,
  organizationId: row.organization_id,
  organization: row.organization,
  performerWords: row.performer_words,
  name: row.name,
  description: row.description,
  area: row.area,
  track: serviceSchema.shape.track.parse(row.track),
  trackAssumed: row.track_assumed,
  handledBy: row.handled_by,
  recipients: row.recipients,
  conditions: row.conditions,
  fee: row.fee,
  hours: row.hours,
  place: row.place,
  contactName: row.contact_name,
  phone: row.phone,
  email: row.email,
  maxMonths: row.max_months,
  match: conditionList.parse(row.match),
  capacity: {
    status: serviceSchema.shape.capacity.shape.status.parse(row.capacity_status),
    free: row.capacity_free,
    until: row.capacity_until,
  },
  state: serviceSchema.shape.state.parse(row.state),
  stateReason: row.state_reason,
  source: row.source,
  sourceAsOf: row.source_as_of,
  note: row.note,
  confirmedOn: row.confirmed_on,
  version: row.version,
});

const selectServices = (db: Db, centreId: string) =>
  db
    .selectFrom('service')
    .leftJoin('organization', (join) =>
      join
        .onRef('organization.centre_id', '=', 'service.centre_id')
        .onRef('organization.id', '=', 'service.organization_id'),
    )
    .leftJoin('gmina', 'gmina.teryt', 'service.gmina')
    .selectAll('service')
    .select(['organization.name as organization', 'gmina.name as gmina_name'])
    .where('service.centre_id', '=', centreId);

/** Services of the centre by name; `states` and `ids` narrow them. */
export async function selectServiceList(
  db: Db,
  centreId: string,
  { states, ids }: { states?: readonly ServiceState[]; ids?: readonly string[] } = {},
): Promise<Service[]> {
  let query = selectServices(db, centreId);
  if (states) query = query.where('service.state', 'in', [...states]);
  if (ids) query = query.where('service.id', 'in', [...ids]);
  const rows = await query.orderBy('service.name').orderBy('service.id').limit(2000).execute();
  return rows.map(serviceOf);
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

/** The facts of a card that a person writes. */
export type ServiceFacts = Pick<
  Service,
  | 'gmina'
  | 'organizationId'
  | 'performerWords'
  | 'name'
  | 'description'
  | 'area'
  | 'track'
  | 'handledBy'
  | 'recipients'
  | 'conditions'
  | 'fee'
  | 'hours'
  | 'place'
  | 'contactName'
  | 'phone'
  | 'email'
  | 'maxMonths'
  | 'match'
  | 'source'
  | 'note'
>;

const columnsOf = (facts: ServiceFacts) => ({
  gmina: facts.gmina,
  organization_id: facts.organizationId,
  performer_words: facts.performerWords,
  name: facts.name,
  description: facts.description,
  area: facts.area,
  track: facts.track,
  handled_by: facts.handledBy,
  recipients: facts.recipients,
  conditions: facts.conditions,
  fee: facts.fee,
  hours: facts.hours,
  place: facts.place,
  contact_name: facts.contactName,
  phone: facts.phone,
  email: facts.email,
  max_months: facts.maxMonths,
  match: sql<string>`${JSON.stringify(facts.match)}::jsonb`,
  source: facts.source,
  note: facts.note,
});

/** Adds a published card, confirmed on the day it was written. */
export async function insertService(
  tx: Db,
  centreId: string,
  id: string,
  facts: ServiceFacts,
  today: string,
): Promise<void> {
  await tx
    .insertInto('service')
    .values({ centre_id: centreId, id, ...columnsOf(facts), confirmed_on: today })
    .execute();
}

/** Replaces the facts of a card: who corrects it also confirms it, and says the track themselves. */
export async function updateFacts(
  tx: Db,
  centreId: string,
  id: string,
  facts: ServiceFacts,
  today: string,
): Promise<void> {
  await tx
    .updateTable('service')
    .set((set) => ({
      ...columnsOf(facts),
      track_assumed: false,
      confirmed_on: today,
      version: set('version', '+', 1),
    }))
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}

/** Changes the state, the confirmation or the capacity of a card. */
export async function updateService(
  tx: Db,
  centreId: string,
  id: string,
  change: { state?: ServiceState; stateReason?: string; confirmedOn?: string; capacity?: Capacity },
): Promise<void> {
  const { state, stateReason, confirmedOn, capacity } = change;
  await tx
    .updateTable('service')
    .set((set) => ({
      version: set('version', '+', 1),
      ...(state ? { state, state_reason: stateReason ?? null } : {}),
      ...(confirmedOn ? { confirmed_on: confirmedOn } : {}),
      ...(capacity
        ? { capacity_status: capacity.status, capacity_free: capacity.free, capacity_until: capacity.until }
        : {}),
    }))
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}
