import type { CardRecord, LocationRecord, OrganizationRecord } from '../../directory/index.ts';
import type { Around } from './around.ts';
import { give, inOrder, type Kept } from './facet.ts';
import { organizationFacets, placeFacets, siteFacets } from './place-facets.ts';
import { serviceFacets } from './service-facets.ts';
import type { JsonObject, ObjectName } from './spec.ts';

/** What cards stand on, by id, and how to say it. */
export interface Ground {
  organizations: ReadonlyMap<string, JsonObject>;
  locations: ReadonlyMap<string, JsonObject>;
  around: Around;
}

const keptOf = (record: { foreignFacts: Record<string, unknown> }): Kept => record.foreignFacts;

const own = (name: ObjectName, id: string, given: JsonObject): JsonObject => inOrder(name, { id, ...given });

/** An organization as the standard says it, without its services. */
export const giveOrganization = (record: OrganizationRecord, around: Around): JsonObject =>
  own('organization', record.id, give(organizationFacets, record, around, keptOf(record)));

/** A place as the standard says it. */
export function giveLocation(record: LocationRecord, around: Around): JsonObject {
  const { organizationId } = record;
  return own('location', record.id, {
    ...give(placeFacets, record, around, keptOf(record)),
    ...(organizationId === null ? {} : { organization_id: organizationId }),
  });
}

function giveSites(card: CardRecord, { locations, around }: Ground): JsonObject[] {
  return card.locations.map((site) => {
    const schedules = card.schedules.filter((one) => one.locationId === site.locationId);
    const location = locations.get(site.locationId);
    return own('service_at_location', site.id, {
      ...give(siteFacets, { ...site, schedules }, around, keptOf(site)),
      ...(location ? { location } : {}),
    });
  });
}

/** A card as the standard says it, with its organization and places inside. */
export function giveService(card: CardRecord, ground: Ground): JsonObject {
  const at = new Set(card.locations.map((one) => one.locationId));
  const elsewhere = card.schedules.some((one) => one.locationId !== undefined);
  const general = elsewhere
    ? { ...card, schedules: card.schedules.filter((one) => !at.has(one.locationId ?? '')) }
    : card;
  const sites = giveSites(card, ground);
  const organization =
    card.organizationId === null ? undefined : ground.organizations.get(card.organizationId);
  return own('service', card.id, {
    ...give(serviceFacets, general, ground.around, keptOf(card)),
    ...(organization ? { organization_id: card.organizationId, organization } : {}),
    ...(sites.length > 0 ? { service_at_locations: sites } : {}),
  });
}

/** What names people: said between offices, never to everybody. */
const personal = new Set(['contacts', 'metadata', 'attention', 'assurer_email']);

/** The same without anybody's name: contacts, who changed what, who vouches. Not changed where it names nobody. */
export function withoutPeople<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutPeople) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value))
    if (!personal.has(name)) kept[name] = typeof inner === 'object' ? withoutPeople(inner) : inner;
  return kept as T;
}
