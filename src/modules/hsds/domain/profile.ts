import { terms } from '../pl-terms.ts';
import type { JsonObject, Json, Kind, ObjectName } from './spec.ts';
import { availabilities, objectNames, spec, statuses } from './spec.ts';
import { taxonomies } from './taxonomies.ts';

/**
 * The profile hsds-pl-cus as the standard wants it: for every object that it touches an RFC 7386 merge patch over the
 * published schema of the same name. It adds, requires and restricts; it removes nothing and changes no meaning.
 */

type Described = JsonObject;

const jsonTypes: Readonly<Record<Exclude<Kind, readonly string[]>, JsonObject>> = {
  uuid: { type: 'string', format: 'uuid' },
  text: { type: 'string' },
  uri: { type: 'string', format: 'uri' },
  email: { type: 'string', format: 'email' },
  number: { type: 'number' },
  day: { type: 'string', format: 'date' },
  instant: { type: 'string', format: 'date-time' },
  flag: { type: 'boolean' },
  json: {},
};

/** A property's JSON Schema. */
export const schemaOf = (kind: Kind): JsonObject =>
  typeof kind === 'string' ? { ...jsonTypes[kind] } : { type: 'string', enum: [...kind] };

/** What the added properties mean, in English, as the standard's own are described. */
const meanings: Readonly<Record<string, string>> = {
  eligibility_recipients:
    'For whom the service is, apart from the conditions. Both stand together in eligibility_description.',
  eligibility_conditions: 'Conditions of the service in words, apart from the recipients.',
  qualification:
    'Conditions as data: a list of objects with a kind (age, residence, disability, group, livesAlone, income, status, workerConfirms, anyOf, allOf). A condition that is not there is unknown, not met.',
  maximum_months: 'The longest time for which the service is given, in months.',
  handled_by: 'Where a service under a separate statute is decided (art. 19 of the Act).',
  performer_description: 'The performer as the source writes it, where it names none or several.',
  place_description: 'The place as the source writes it, besides service_at_locations.',
  availability: 'Free places: free, none, waiting (a waiting list), ask. Absent: nobody has said.',
  availability_reported: 'The day on which free places were reported.',
  availability_until: 'The last day on which the report holds; afterwards availability is unknown.',
  capacity_total: 'All places, free and taken.',
  next_confirmation: 'By when somebody is to confirm the information again.',
  source_url: 'The page from which the information was taken.',
  source_as_of: 'The day, month or year of that page.',
  note: 'A remark for readers.',
  translations:
    'The texts in other languages: { "uk": { "name": … }, "en": { … } }. What is missing is read in Polish.',
  address_description: 'The address in one line.',
  teryt: 'The gmina of the organization by its seven-digit TERYT code.',
  coordinates_approximate: 'The coordinates are the middle of the gmina or locality, not of the building.',
  street: 'Street and number, where the address is too incomplete for an address object.',
  city: 'Town, where the address is too incomplete for an address object.',
  postal_code: 'Postal code, where the address is too incomplete for an address object.',
  valid_from: 'The first day of the financing.',
  valid_to: 'The last day of the financing.',
};

/**
 * What the profile restricts of what the standard has, and how it reads it. A record of another system is given back as
 * it was: what such a one may break is an example here, and no rule.
 */
const restricted: Readonly<Partial<Record<ObjectName, Readonly<Record<string, Described>>>>> = {
  service: {
    status: { enum: [...statuses] },
    wait_time: { description: 'An ISO 8601 duration of days or months.', examples: ['P14D', 'P3M'] },
    assured_date: { format: 'date' },
    organization_id: {
      description: 'Absent where the source names no organization; then performer_description says who.',
    },
  },
  service_area: {
    extent: {
      description:
        'With extent_type "teryt": the seven-digit TERYT code of a gmina. Gminas are joined on the first six digits; the seventh is the kind and may change.',
    },
    extent_type: { enum: ['geojson', 'topojson', 'kml', 'text', 'teryt'] },
    uri: { examples: ['urn:teryt:3006023'] },
  },
  organization_identifier: {
    identifier_scheme: { examples: ['PL-KRS', 'PL-NIP', 'PL-REGON'] },
    identifier: {
      description:
        'For PL-KRS ten digits, for PL-NIP ten digits, for PL-REGON nine or fourteen; without signs between.',
    },
  },
  cost_option: {
    currency: { examples: ['PLN'] },
    option: { examples: ['free', 'paid', 'byIncome'] },
    amount_description: { examples: ['hour', 'visit', 'day', 'month', 'item'] },
  },
  service_capacity: {
    available: { description: 'Free places. The unit is "place" of the scheme hsds-pl-cus.' },
  },
  schedule: {
    opens_at: {
      examples: ['08:00'],
      description: 'By the clock in Poland (Europe/Warsaw), summer time included.',
    },
    closes_at: {
      examples: ['24:00'],
      description: 'By the clock in Poland (Europe/Warsaw), summer time included.',
    },
  },
  language: { code: { description: 'ISO 639-1; Polish sign language is pso of ISO 639-3.' } },
  location: {
    external_identifier_type: { examples: ['TERYT'] },
  },
};

/** What is required once more, in the order in which it is required: a merge patch replaces the whole list. */
const requiredOf = (name: ObjectName): string[] => [...spec[name].required, ...(spec[name].insists ?? [])];

function patchOf(name: ObjectName): JsonObject | undefined {
  const { added, insists } = spec[name];
  const properties: JsonObject = {};
  for (const [property, described] of Object.entries(restricted[name] ?? {}))
    properties[property] = described;
  for (const [property, kind] of Object.entries(added ?? {}))
    properties[property] = {
      name: property,
      ...schemaOf(kind),
      description: meanings[property] ?? '',
    };
  const all = Object.keys(properties).length > 0;
  if (!all && !insists) return undefined;
  return {
    ...(all ? { properties } : {}),
    ...(insists ? { required: requiredOf(name) } : {}),
  };
}

/** Merge patches by the name of the schema file that each one changes. */
export const patches: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  objectNames.flatMap((name) => {
    const patch = patchOf(name);
    return patch ? [[`${name}.json`, patch]] : [];
  }),
);

/** The machine form of the profile: what it is, what it is over, and where its parts are. */
export const profileDocument = (base: string, address: string): Json => ({
  name: 'hsds-pl-cus',
  title: 'HSDS profile of Polish social services centres (CUS)',
  version: '1.0.0',
  profile_of: 'HSDS 3.1.1',
  uri: `${base}${address}`,
  documentation: `${base}${address}/documentation`,
  patches: Object.fromEntries(Object.keys(patches).map((file) => [file, `${base}${address}/${file}`])),
  schemas: Object.fromEntries(objectNames.map((name) => [name, `${base}${address}/schema/${name}.json`])),
  value_sets: {
    taxonomies: `${base}/hsds/taxonomies`,
    status: {
      active: 'published, also while it waits to be confirmed',
      inactive: 'not yet published',
      'temporarily closed': 'suspended',
      defunct: 'withdrawn',
    },
    availability: [...availabilities],
    organization_identifier_schemes: { 'PL-KRS': 'KRS', 'PL-NIP': 'NIP', 'PL-REGON': 'REGON' },
    service_area_extent_types: { teryt: 'Seven-digit TERYT code of a gmina' },
    units: [{ scheme: 'hsds-pl-cus', identifier: 'place', name: terms.place }],
    areas: taxonomies[0]?.['id'] ?? null,
  },
  endpoints_added: ['/locations', '/locations/{id}', '/export.json', '/export.ndjson', '/export.zip'],
});

/** The whole schema of an object under the profile: the published one with the patch laid over it, in our words. */
export function wholeSchema(name: ObjectName, root: string): JsonObject {
  const { fields, added, one, many } = spec[name];
  const reference = (of: ObjectName): JsonObject => ({ $ref: `${root}/${of}.json` });
  const properties: JsonObject = {};
  for (const [property, kind] of Object.entries({ ...fields, ...added }))
    properties[property] = { ...schemaOf(kind), ...restricted[name]?.[property] };
  for (const [property, { of }] of Object.entries(one ?? {})) properties[property] = reference(of);
  for (const [property, of] of Object.entries(many ?? {}))
    properties[property] = { type: 'array', items: reference(of) };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${root}/${name}.json`,
    type: 'object',
    properties,
    required: requiredOf(name),
  };
}
