import type { CardRecord, LocationRecord, OrganizationRecord } from '../../directory/index.ts';
import type { Around } from './around.ts';
import { type Facet, give, inOrder, type Kept } from './facet.ts';
import { organizationFacets, placeFacets, siteFacets } from './place-facets.ts';
import { programFacet, serviceFacets } from './service-facets.ts';
import type { JsonObject, ObjectName } from './spec.ts';

/** How records are said: against what, and to whom. */
export interface Saying {
  around: Around;
  /** To everybody: without anybody's name. Else from office to office. */
  open: boolean;
}

/** What cards stand on, by id. */
export interface Ground extends Saying {
  organizations: ReadonlyMap<string, JsonObject>;
  locations: ReadonlyMap<string, JsonObject>;
}

/** What names people: persons to contact, who changed what, who vouches. */
const personal = new Set(['contacts', 'metadata', 'attention', 'assurer_email']);

/** The same without what names people. */
function withoutPeople<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutPeople) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value))
    if (!personal.has(name)) kept[name] = typeof inner === 'object' ? withoutPeople(inner) : inner;
  return kept as T;
}

/**
 * A record as the standard says it. Of our own facts only the contacts name people; what else may name them stands in
 * what was kept of another system's record.
 */
function say<Card extends { id: string; foreignFacts: Record<string, unknown> }>(
  name: ObjectName,
  facets: readonly Facet<Card, Around>[],
  card: Card,
  { around, open }: Saying,
  more: JsonObject,
): JsonObject {
  const kept: Kept = open ? withoutPeople(card.foreignFacts) : card.foreignFacts;
  const said = give(facets, card, around, kept);
  if (open) delete said['contacts'];
  said['id'] = card.id;
  return inOrder(name, Object.assign(said, more));
}

/** An organization as the standard says it, without its services. */
export const giveOrganization = (record: OrganizationRecord, saying: Saying): JsonObject =>
  say('organization', organizationFacets, record, saying, {});

/** A place as the standard says it. */
export const giveLocation = (record: LocationRecord, saying: Saying): JsonObject =>
  say(
    'location',
    placeFacets,
    record,
    saying,
    record.organizationId === null ? {} : { organization_id: record.organizationId },
  );

function giveSites(card: CardRecord, ground: Ground): JsonObject[] {
  return card.locations.map((site) => {
    const schedules = card.schedules.filter((one) => one.locationId === site.locationId);
    const location = ground.locations.get(site.locationId);
    const more = location ? { location } : {};
    return say('service_at_location', siteFacets, { ...site, schedules }, ground, more);
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
  const { organizationId } = card;
  const organization = organizationId === null ? undefined : ground.organizations.get(organizationId);
  return say('service', serviceFacets, general, ground, {
    ...(organization ? { organization_id: organizationId, organization } : {}),
    ...(sites.length > 0 ? { service_at_locations: sites } : {}),
    // What the council has resolved stands before what a file once said.
    ...programFacet.write(card, ground.around),
  });
}
