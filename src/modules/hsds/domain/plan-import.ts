import type { CardRecord, LocationRecord, OrganizationRecord, ServiceRecord } from '../../directory/index.ts';
import { type Around, objectsOf, textOf } from './around.ts';
import type { Fault } from './check.ts';
import { same } from './facet.ts';
import { giveLocation, giveOrganization, giveService, type Saying } from './give.ts';
import { derivedId, insideId } from './identity.ts';
import type { ReadService } from './read-file.ts';
import { statusOf } from './service-facets.ts';
import type { JsonObject } from './spec.ts';
import { takeLocation, takeOrganization, takeService } from './taken.ts';

/** Ids of one kind of record that are here, and by which id of the other system they came. */
export interface Known {
  ids: ReadonlySet<string>;
  byExternal: ReadonlyMap<string, string>;
}

/** The directory as it stands before a file is taken over. */
export interface Standing {
  around: Around;
  services: Known;
  locations: Known;
  organizations: readonly OrganizationRecord[];
  knownOrganizations: Known;
  /** The cards that the file speaks of, as they are now, and as the standard says them. */
  cards: ReadonlyMap<string, { card: CardRecord; said: JsonObject }>;
  /** Site id -> the service that it belongs to. */
  sites: ReadonlyMap<string, string>;
}

export type Action = 'added' | 'changed' | 'unchanged';

/** What becomes of one record of the file. */
export interface Item {
  action: Action;
  id: string;
  name: string;
  line: number;
  file?: string;
  /** Properties of the standard that will say something else. */
  changes: string[];
}

export interface ImportPlan {
  organizations: OrganizationRecord[];
  locations: LocationRecord[];
  services: ServiceRecord[];
  items: Item[];
  faults: Fault[];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Our id of a record of another system: the one it already has here, its own where that is a UUID, else one worked out. */
export const idHere = (known: Known, kind: string, source: string, externalId: string): string =>
  known.byExternal.get(externalId) ??
  (uuid.test(externalId) ? externalId : derivedId('import', source, kind, externalId));

const registers = ['nip', 'regon', 'krs'] as const;

const sameInRegister = (
  all: readonly OrganizationRecord[],
  one: OrganizationRecord,
): OrganizationRecord | undefined =>
  all.find((other) =>
    registers.some((register) => one[register] !== null && one[register] === other[register]),
  );

/** Origin of a record: said of what comes in for the first time, or came from there before. */
const originOf = (
  known: Known,
  id: string,
  sourceSystem: string,
  externalId: string,
): { sourceSystem: string | null; externalId: string | null } =>
  !known.ids.has(id) || known.byExternal.get(externalId) === id
    ? { sourceSystem, externalId }
    : { sourceSystem: null, externalId: null };

/** Properties in which two services differ; when they were last changed does not count. */
function differences(before: JsonObject, after: JsonObject): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => name !== 'last_modified' && !same(before[name], after[name]));
}

interface Making {
  standing: Standing;
  source: string;
  now: string;
  organizations: Map<string, OrganizationRecord>;
  locations: Map<string, LocationRecord>;
  said: { organizations: Map<string, JsonObject>; locations: Map<string, JsonObject> };
  sites: Map<string, string>;
  faults: Fault[];
}

/** What is compared is said from office to office: whole. */
const office = ({ around }: Standing): Saying => ({ around, open: false });

type Told = Pick<Fault, 'line' | 'file' | 'record'>;

function organizationOf(making: Making, service: JsonObject, told: Told): string | null {
  const { standing, source } = making;
  const given = service['organization'];
  const named = textOf(service['organization_id'])?.toLowerCase() ?? null;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    if (named === null) return null;
    const id = idHere(standing.knownOrganizations, 'organization', source, named);
    if (standing.knownOrganizations.ids.has(id) || making.organizations.has(id)) return id;
    making.faults.push({ code: 'no-organization', ...told, value: named, refused: false });
    return null;
  }
  const externalId = textOf(given['id'])?.toLowerCase() ?? '';
  const id = idHere(standing.knownOrganizations, 'organization', source, externalId);
  if (making.organizations.has(id)) return id;
  const record = takeOrganization(given, id, standing.around);
  const known = standing.knownOrganizations.ids.has(id)
    ? undefined
    : sameInRegister(standing.organizations, record);
  if (known) {
    making.said.organizations.set(known.id, giveOrganization(known, office(standing)));
    return known.id;
  }
  const origin = originOf(standing.knownOrganizations, id, source, externalId);
  making.organizations.set(id, { ...record, ...origin });
  making.said.organizations.set(id, giveOrganization(record, office(standing)));
  return id;
}

function locationOf(making: Making, given: JsonObject, organizationId: string | null): string {
  const { standing, source } = making;
  const externalId = textOf(given['id'])?.toLowerCase() ?? '';
  const id = idHere(standing.locations, 'location', source, externalId);
  if (making.locations.has(id)) return id;
  // A place keeps its own organization where that is one of those that come in or are here.
  const owner = textOf(given['organization_id'])?.toLowerCase();
  const ownerId = owner ? idHere(standing.knownOrganizations, 'organization', source, owner) : null;
  const there =
    ownerId !== null &&
    (ownerId === organizationId ||
      making.organizations.has(ownerId) ||
      standing.knownOrganizations.ids.has(ownerId));
  const record = takeLocation(given, id, there ? ownerId : null, standing.around);
  making.locations.set(id, { ...record, ...originOf(standing.locations, id, source, externalId) });
  making.said.locations.set(id, giveLocation(record, office(standing)));
  return id;
}

function sitesOf(
  making: Making,
  service: JsonObject,
  serviceId: string,
  organizationId: string | null,
  told: Told,
): Map<string, { id: string; locationId: string }> {
  const sites = new Map<string, { id: string; locationId: string }>();
  const taken = new Set<string>();
  for (const [index, site] of objectsOf(service['service_at_locations']).entries()) {
    const given = textOf(site['id']) ?? '';
    const path = `service_at_locations.${index}`;
    const location = site['location'] as JsonObject | undefined;
    if (!location) {
      making.faults.push({ code: 'no-location', ...told, path, refused: false });
      continue;
    }
    const locationId = locationOf(making, location, organizationId);
    if (taken.has(locationId)) {
      making.faults.push({ code: 'doubled-row', ...told, path, refused: false });
      continue;
    }
    taken.add(locationId);
    const owner = making.sites.get(given) ?? making.standing.sites.get(given) ?? serviceId;
    const id = owner === serviceId ? given : insideId(serviceId, `service_at_locations/${locationId}`);
    making.sites.set(id, serviceId);
    sites.set(given, { id, locationId });
  }
  return sites;
}

/** Open data name no people: that a file does not say whom to ask is no reason to forget it. */
const withContacts = (service: JsonObject, before: JsonObject | undefined): JsonObject =>
  service['contacts'] === undefined && before?.['contacts'] !== undefined
    ? { ...service, contacts: before['contacts'] }
    : service;

/** A card that was read, over the one that is here: what the file does not know of stays. */
function recordOf(card: CardRecord, before: CardRecord | undefined): ServiceRecord {
  // The standard has one word for several states of ours: as long as it is the same word, the state stays.
  const stays = before !== undefined && statusOf[before.state] === statusOf[card.state];
  return {
    id: card.id,
    facts: { ...card, ownerId: before?.ownerId ?? card.organizationId },
    trackAssumed: card.trackAssumed,
    capacity: card.capacity,
    state: stays ? before.state : card.state,
    stateReason: stays ? before.stateReason : null,
    sourceAsOf: card.sourceAsOf,
    confirmedOn: card.confirmedOn,
    confirmBy: card.confirmBy,
    changedAt: card.changedAt,
    locations: card.locations,
    sourceSystem: card.sourceSystem,
    externalId: card.externalId,
    foreignFacts: card.foreignFacts,
  };
}

/**
 * What taking a file over would do: which records come in, which change and in what, which are already so. The same
 * file again changes nothing, because a record is known by its id in the system it comes from.
 */
export function planImport(
  read: readonly ReadService[],
  standing: Standing,
  { source, now }: { source: string; now: string },
): ImportPlan {
  const making: Making = {
    standing,
    source,
    now,
    organizations: new Map(),
    locations: new Map(),
    said: { organizations: new Map(), locations: new Map() },
    sites: new Map(),
    faults: [],
  };
  const services: ServiceRecord[] = [];
  const items: Item[] = [];
  const planned = new Set<string>();
  for (const { givenId, service, line, file } of read) {
    const place = { line, ...(file ? { file } : {}) };
    const name = textOf(service['name']) ?? '';
    const id = idHere(standing.services, 'service', source, givenId);
    if (planned.has(id)) {
      making.faults.push({ code: 'doubled', ...place, record: name, refused: true });
      continue;
    }
    planned.add(id);
    const told = { ...place, record: name };
    const organizationId = organizationOf(making, service, told);
    const sites = sitesOf(making, service, id, organizationId, told);
    const before = standing.cards.get(id);
    const whole = withContacts(service, before?.said);
    const taken = takeService(whole, { id, organizationId, sites }, standing.around, now);
    const card = { ...taken, ...originOf(standing.services, id, source, givenId) };
    const said = giveService(card, { ...making.said, ...office(standing) });
    const changes = before ? differences(before.said, said) : [];
    const action = !before ? 'added' : changes.length > 0 ? 'changed' : 'unchanged';
    items.push({ action, id, name, ...place, changes });
    if (action !== 'unchanged') services.push(recordOf(card, before?.card));
  }
  const named = new Set(
    services.flatMap((one) => [one.facts.organizationId, ...one.locations.map((at) => at.locationId)]),
  );
  const locations = [...making.locations.values()].filter((one) => named.has(one.id));
  for (const one of locations) named.add(one.organizationId);
  return {
    organizations: [...making.organizations.values()].filter((one) => named.has(one.id)),
    locations,
    services,
    items,
    faults: making.faults,
  };
}
