import {
  type CardRecord,
  type LocationRecord,
  type OrganizationRecord,
  type Schedule,
  type ServiceLocationRecord,
  unknownService,
} from '../../directory/index.ts';
import type { Around } from './around.ts';
import { objectsOf, textOf } from './around.ts';
import { take, type Kept } from './facet.ts';
import { organizationFacets, placeFacets, type Site, siteFacets } from './place-facets.ts';
import { serviceFacets } from './service-facets.ts';
import type { JsonObject } from './spec.ts';

const nowhere = { sourceSystem: null, externalId: null, foreignFacts: {} };

const origin = (kept: Kept): { foreignFacts: Record<string, unknown> } => ({ foreignFacts: { ...kept } });

const blankOrganization: OrganizationRecord = {
  id: '',
  name: '',
  description: null,
  performerType: null,
  teryt: null,
  address: null,
  phone: null,
  email: null,
  web: null,
  nip: null,
  regon: null,
  krs: null,
  source: null,
  ...nowhere,
};

const blankPlace: LocationRecord = {
  id: '',
  organizationId: null,
  name: null,
  description: null,
  kind: 'physical',
  street: null,
  city: null,
  postalCode: null,
  teryt: null,
  latitude: null,
  longitude: null,
  approximate: false,
  url: null,
  accessibility: null,
  accessibilityWords: null,
  ...nowhere,
};

const blankSite: Site = {
  id: '',
  locationId: '',
  position: 0,
  description: null,
  schedules: [],
  ...nowhere,
};

/** Reads an organization; its id is given by who takes it over. */
export function takeOrganization(object: JsonObject, id: string, around: Around): OrganizationRecord {
  const { card, kept } = take(
    organizationFacets,
    object,
    around,
    { ...blankOrganization, id },
    {
      beside: ['id'],
    },
  );
  return { ...card, ...origin(kept) };
}

/** Reads a place. */
export function takeLocation(
  object: JsonObject,
  id: string,
  organizationId: string | null,
  around: Around,
): LocationRecord {
  const { card, kept } = take(
    placeFacets,
    object,
    around,
    { ...blankPlace, id, organizationId },
    {
      beside: ['id', 'organization_id'],
    },
  );
  return { ...card, ...origin(kept) };
}

/** Ids under which the records inside a service are kept here, by the ids that they came with. */
export interface Ids {
  id: string;
  organizationId: string | null;
  /** Site id in the file -> our ids. */
  sites: ReadonlyMap<string, { id: string; locationId: string }>;
}

function takeSite(
  object: JsonObject,
  ids: { id: string; locationId: string },
  position: number,
  around: Around,
): { site: ServiceLocationRecord; schedules: Schedule[] } {
  const blank = { ...blankSite, ...ids, position };
  const { card, kept } = take(siteFacets, object, around, blank, { beside: ['id', 'location'] });
  const { schedules, ...site } = card;
  return {
    site: { ...site, ...origin(kept) },
    schedules: schedules.map((one) => ({ ...one, locationId: ids.locationId })),
  };
}

/** Reads a service: the facts of a card, and what of it has no place in one. `now`: when it is taken over. */
export function takeService(object: JsonObject, ids: Ids, around: Around, now: string): CardRecord {
  const modified = textOf(object['last_modified']);
  const blank: CardRecord = {
    ...unknownService,
    id: ids.id,
    name: '',
    organizationId: ids.organizationId,
    ownerId: ids.organizationId,
    changedAt: now,
    locations: [],
    ...nowhere,
    foreignFacts: modified === null ? {} : { taken: { at: now, modified } },
  };
  const { card, kept } = take(serviceFacets, object, around, blank, {
    beside: ['id', 'organization_id', 'organization', 'service_at_locations'],
  });
  const sites = objectsOf(object['service_at_locations']).flatMap((one, position) => {
    const known = ids.sites.get(textOf(one['id']) ?? '');
    return known ? [takeSite(one as JsonObject, known, position, around)] : [];
  });
  return {
    ...card,
    schedules: [...card.schedules, ...sites.flatMap((one) => one.schedules)],
    locations: sites.map((one) => one.site),
    foreignFacts: { ...kept, ...card.foreignFacts },
  };
}
