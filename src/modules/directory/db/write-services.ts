import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Capacity } from '../domain/capacity.ts';
import type { ServiceState } from '../domain/lifecycle.ts';
import type { Service } from '../domain/service.ts';
import { directoryChanged } from './directory-version.ts';

/** The facts of a card that a person writes. */
export type ServiceFacts = Omit<
  Service,
  | 'id'
  | 'gminaNames'
  | 'organization'
  | 'trackAssumed'
  | 'places'
  | 'capacity'
  | 'state'
  | 'stateReason'
  | 'sourceAsOf'
  | 'confirmedOn'
  | 'confirmBy'
  | 'askedOn'
  | 'version'
>;

const json = (value: unknown) => sql<string>`${JSON.stringify(value)}::jsonb`;

/** The columns of written facts; JSON and what the driver does not know are spelled out. */
export const columnsOf = (facts: ServiceFacts) => ({
  gminas: facts.gminas,
  organization_id: facts.organizationId,
  performer_words: facts.performerWords,
  owner_id: facts.ownerId === facts.organizationId ? null : facts.ownerId,
  name: facts.name,
  description: facts.description,
  area: facts.area,
  track: facts.track,
  handled_by: facts.handledBy,
  recipient_type: facts.recipientType,
  recipient_groups: facts.recipientGroups,
  age_from: facts.ageFrom,
  age_to: facts.ageTo,
  recipients: facts.recipients,
  conditions: facts.conditions,
  documents: facts.documents,
  reach: facts.reach,
  place: facts.place,
  hours: facts.hours,
  schedules: json(facts.schedules),
  contact_name: facts.contactName,
  phone: facts.phone,
  email: facts.email,
  web: facts.web,
  fee_kind: facts.feeKind,
  fee: facts.fee,
  fee_grosze: facts.feeGrosze,
  fee_unit: facts.feeUnit,
  apply_channels: facts.applyChannels,
  apply_words: facts.applyWords,
  apply_link: facts.applyLink,
  max_months: facts.maxMonths,
  match: json(facts.match),
  languages: facts.languages,
  financing: facts.financing,
  financing_from: facts.financingFrom,
  financing_to: facts.financingTo,
  translations: json(facts.translations),
  source: facts.source,
  note: facts.note,
});

/** The columns of a report of places. */
export const capacityColumns = (capacity: Capacity) => ({
  capacity_status: capacity.status,
  capacity_free: capacity.free,
  capacity_places: capacity.places,
  wait_value: capacity.wait?.value ?? null,
  wait_unit: capacity.wait?.unit ?? null,
  capacity_on: capacity.on,
  capacity_until: capacity.until,
});

/** When a card was confirmed and by when it is to be again. */
export interface Confirmed {
  on: string;
  by: string;
}

const confirmedColumns = (confirmed: Confirmed | undefined) =>
  confirmed ? { confirmed_on: confirmed.on, confirm_by: confirmed.by, asked_on: null } : {};

/** Adds a card in a state; `confirmed` when its author vouches for it by writing it. */
export async function insertService(
  tx: Db,
  centreId: string,
  id: string,
  facts: ServiceFacts,
  { state, confirmed }: { state: ServiceState; confirmed?: Confirmed | undefined },
): Promise<void> {
  await tx
    .insertInto('service')
    .values({ centre_id: centreId, id, ...columnsOf(facts), state, ...confirmedColumns(confirmed) })
    .execute();
  await directoryChanged(tx, centreId, [id]);
}

/** Replaces the facts of a card. `saysTrack`: its writer named the track, which is then assumed no more. */
export async function updateFacts(
  tx: Db,
  centreId: string,
  id: string,
  facts: ServiceFacts,
  { confirmed, saysTrack }: { confirmed: Confirmed | undefined; saysTrack: boolean },
): Promise<void> {
  await tx
    .updateTable('service')
    .set((set) => ({
      ...columnsOf(facts),
      ...confirmedColumns(confirmed),
      // Whoever vouches for a card that waited for it brings it back.
      ...(confirmed
        ? { state: sql<string>`case when state = 'to_confirm' then 'published' else state end` }
        : {}),
      ...(saysTrack ? { track_assumed: false } : {}),
      changed_at: sql<string>`now()`,
      version: set('version', '+', 1),
    }))
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
  await directoryChanged(tx, centreId, [id]);
}

/** What of a card changes besides its facts. */
export interface ServiceChange {
  state?: ServiceState;
  stateReason?: string | null;
  confirmed?: Confirmed;
  capacity?: Capacity;
  askedOn?: string;
}

/** Changes the state, the confirmation or the places of cards, however many. */
export async function updateServices(
  tx: Db,
  centreId: string,
  ids: readonly string[],
  { state, stateReason, confirmed, capacity, askedOn }: ServiceChange,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('service')
    .set((set) => ({
      version: set('version', '+', 1),
      changed_at: sql<string>`now()`,
      ...(state ? { state, state_reason: stateReason ?? null } : {}),
      ...confirmedColumns(confirmed),
      ...(capacity ? capacityColumns(capacity) : {}),
      ...(askedOn ? { asked_on: askedOn } : {}),
    }))
    .where('centre_id', '=', centreId)
    // One parameter, not one for each card: a statement carries at most 65,535 of them.
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  await directoryChanged(tx, centreId, ids);
}
