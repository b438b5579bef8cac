import {
  accessibilityFeatures,
  type LocationRecord,
  type OrganizationRecord,
  type Schedule,
  type ServiceLocationRecord,
} from '../../directory/index.ts';
import { type Around, numberOf, objectsOf, present, textOf } from './around.ts';
import { scheduleObject, scheduleOf } from './coded-facets.ts';
import { type Facet, plainFacet } from './facet.ts';
import { insideId } from './identity.ts';
import { attributeOf, codesIn, foreignAttributes } from './taxonomies.ts';
import { oneOf } from './terms-facets.ts';

const kinds = ['physical', 'postal', 'virtual'] as const;
const country = 'PL';

type PlaceFacet = Facet<LocationRecord, Around>;

const kind: PlaceFacet = {
  name: 'location_type',
  properties: ['location_type'],
  fields: ['kind'],
  write: (place) => ({ location_type: place.kind }),
  read: (given) => ({ kind: oneOf(kinds, given['location_type']) ?? 'physical' }),
};

/** The address as the standard wants it needs a street or house and a town; less than that is said by the profile. */
const address: PlaceFacet = {
  name: 'address',
  properties: ['addresses', 'street', 'city', 'postal_code'],
  fields: ['street', 'city', 'postalCode'],
  write: ({ id, kind: type, street, city, postalCode, teryt }, around) =>
    street === null || city === null
      ? present({ street, city, postal_code: postalCode })
      : {
          addresses: [
            {
              id: insideId(id, 'addresses/0'),
              address_1: street,
              city,
              state_province: (teryt === null ? undefined : around.voivodeshipOf(teryt)) ?? '',
              postal_code: postalCode ?? '',
              country,
              address_type: type,
            },
          ],
        },
  read: (given) => {
    const [first] = objectsOf(given['addresses']);
    return first
      ? {
          street: textOf(first['address_1']),
          city: textOf(first['city']),
          postalCode: textOf(first['postal_code']),
        }
      : {
          street: textOf(given['street']),
          city: textOf(given['city']),
          postalCode: textOf(given['postal_code']),
        };
  },
};

const within = (value: unknown, most: number): number | null => {
  const number = numberOf(value);
  return number !== null && Math.abs(number) <= most ? number : null;
};

const coordinates: PlaceFacet = {
  name: 'coordinates',
  properties: ['latitude', 'longitude', 'coordinates_approximate'],
  fields: ['latitude', 'longitude', 'approximate'],
  write: ({ latitude, longitude, approximate }) =>
    present({ latitude, longitude, coordinates_approximate: approximate || null }),
  read: (given) => {
    const [latitude, longitude] = [within(given['latitude'], 90), within(given['longitude'], 180)];
    const whole = latitude !== null && longitude !== null;
    return {
      latitude: whole ? latitude : null,
      longitude: whole ? longitude : null,
      approximate: given['coordinates_approximate'] === true,
    };
  },
};

const identifier: PlaceFacet = {
  name: 'external_identifier',
  properties: ['external_identifier', 'external_identifier_type'],
  fields: ['teryt'],
  write: ({ teryt }) =>
    teryt === null ? {} : { external_identifier: teryt, external_identifier_type: 'TERYT' },
  read: (given, around) => {
    const code = given['external_identifier_type'] === 'TERYT' ? textOf(given['external_identifier']) : null;
    // A gmina that this installation does not know cannot be pointed at.
    return { teryt: code !== null && around.nameOf(code) !== undefined ? code : null };
  },
};

const nothing = 'none';

/** No list: nobody has said. An empty one: there is nothing to make the place usable, and this is said. */
const accessibility: PlaceFacet = {
  name: 'accessibility',
  properties: ['accessibility'],
  fields: ['accessibility', 'accessibilityWords'],
  write: ({ id, accessibility: features, accessibilityWords }, _around, kept) => {
    if (features === null && accessibilityWords === null) return {};
    const [before] = objectsOf(kept?.['accessibility']);
    const attributes = [
      ...(features ?? []).map((code) => attributeOf(id, 'accessibility', code)),
      ...foreignAttributes(before?.['attributes']),
    ];
    const one = present({
      id: insideId(id, 'accessibility/0'),
      description: accessibilityWords,
      details: features?.length === 0 ? nothing : null,
      attributes: attributes.length > 0 ? attributes : null,
    });
    return { accessibility: [one] };
  },
  read: (given) => {
    const all = objectsOf(given['accessibility']);
    const [first] = all;
    if (!first) return { accessibility: null, accessibilityWords: null };
    const codes = codesIn(first['attributes'], 'accessibility');
    const features = [...new Set(codes.flatMap((code) => oneOf(accessibilityFeatures, code) ?? []))];
    return {
      accessibility: features.length === 0 && first['details'] !== nothing ? null : features,
      accessibilityWords: all.flatMap((one) => textOf(one['description']) ?? []).join('\n') || null,
    };
  },
};

/** A place and how the standard says it. */
export const placeFacets: readonly PlaceFacet[] = [
  kind,
  plainFacet('url', 'url'),
  plainFacet('name', 'name'),
  plainFacet('description', 'description'),
  coordinates,
  identifier,
  address,
  accessibility,
];

type OrganizationFacet = Facet<OrganizationRecord, Around>;

/** Registers of art. 7(2) performers, by the prefixes of org-id.guide. */
const registers = [
  { field: 'krs', scheme: 'PL-KRS', type: 'KRS' },
  { field: 'nip', scheme: 'PL-NIP', type: 'NIP' },
  { field: 'regon', scheme: 'PL-REGON', type: 'REGON' },
] as const;

const digits = (value: unknown): string | null => {
  const text = textOf(value)?.replaceAll(/[\s-]/g, '').replace(/^PL/i, '') ?? '';
  return /^\d{9,14}$/.test(text) ? text : null;
};

const identifiers: OrganizationFacet = {
  name: 'organization_identifiers',
  properties: ['organization_identifiers'],
  fields: ['krs', 'nip', 'regon'],
  write: (organization) => {
    const all = registers.flatMap(({ field, scheme, type }) => {
      const number = organization[field];
      if (number === null) return [];
      const id = insideId(organization.id, `organization_identifiers/${scheme}`);
      return [{ id, identifier_scheme: scheme, identifier_type: type, identifier: number }];
    });
    return all.length === 0 ? {} : { organization_identifiers: all };
  },
  read: (given) => {
    const all = objectsOf(given['organization_identifiers']);
    return Object.fromEntries(
      registers.map(({ field, scheme }) => [
        field,
        digits(all.find((one) => one['identifier_scheme'] === scheme)?.['identifier']),
      ]),
    );
  },
};

/** The standard requires a description; where there is none the name stands for it. */
const described: OrganizationFacet = {
  name: 'description',
  properties: ['name', 'description'],
  fields: ['name', 'description'],
  write: ({ name, description }) => ({ name, description: description ?? name }),
  read: (given) => {
    const [name, description] = [textOf(given['name']) ?? '', textOf(given['description'])];
    return { name, description: description === name ? null : description };
  },
};

const phones: OrganizationFacet = {
  name: 'phones',
  properties: ['phones'],
  fields: ['phone'],
  write: ({ id, phone }) =>
    phone === null ? {} : { phones: [{ id: insideId(id, 'phones/0'), number: phone }] },
  read: (given) => ({
    phone:
      objectsOf(given['phones'])
        .flatMap((one) => textOf(one['number']) ?? [])
        .join(', ') || null,
  }),
};

const performer: OrganizationFacet = {
  name: 'attributes',
  properties: ['attributes'],
  fields: ['performerType'],
  write: ({ id, performerType }, _around, kept) => {
    const all = [
      ...(performerType === null ? [] : [attributeOf(id, 'performers', performerType)]),
      ...(kept ? foreignAttributes(kept['attributes']) : []),
    ];
    return all.length === 0 ? {} : { attributes: all };
  },
  read: ({ attributes }) => ({ performerType: codesIn(attributes, 'performers')[0] ?? null }),
};

const gmina: OrganizationFacet = {
  name: 'teryt',
  properties: ['teryt'],
  fields: ['teryt'],
  write: ({ teryt }) => present({ teryt }),
  read: (given, around) => {
    const code = textOf(given['teryt']);
    return { teryt: code !== null && around.nameOf(code) !== undefined ? code : null };
  },
};

/** An organization and how the standard says it. */
export const organizationFacets: readonly OrganizationFacet[] = [
  described,
  plainFacet('email', 'email'),
  plainFacet('website', 'web'),
  plainFacet('address_description', 'address'),
  gmina,
  plainFacet('source_url', 'source'),
  phones,
  identifiers,
  performer,
];

/** A service at one of its places, with the hours that hold there. */
export interface Site extends ServiceLocationRecord {
  schedules: readonly Schedule[];
}

type SiteFacet = Facet<Site, Around>;

const siteSchedules: SiteFacet = {
  name: 'schedules',
  properties: ['schedules'],
  fields: ['schedules'],
  write: ({ id, schedules }) =>
    schedules.length === 0 ? {} : { schedules: schedules.map((one) => scheduleObject(id, one)) },
  read: (given) => ({ schedules: objectsOf(given['schedules']).flatMap((one) => scheduleOf(one) ?? []) }),
};

export const siteFacets: readonly SiteFacet[] = [plainFacet('description', 'description'), siteSchedules];
