/**
 * Objects of HSDS 3.1.1 as this house reads and writes them: properties in the order in which they are written, what
 * is required, which objects stand inside which, and the file that holds each in a tabular data package. Schemas,
 * columns, the profile and the OpenAPI document are all derived from this one table.
 * Source: Open Referral HSDS 3.1.1, schema reference (CC BY-SA 4.0), written anew.
 */

/** What a property holds; a list is a closed set of words. `json` is a value that a CSV cell holds as JSON text. */
export type Kind =
  | 'uuid'
  | 'text'
  | 'uri'
  | 'email'
  | 'number'
  | 'day'
  | 'instant'
  | 'flag'
  | 'json'
  | readonly string[];

export interface ObjectSpec {
  /** File of a tabular data package. */
  file: string;
  fields: Readonly<Record<string, Kind>>;
  required: readonly string[];
  /** Properties added by the profile hsds-pl-cus. */
  added?: Readonly<Record<string, Kind>>;
  /** Required by the profile besides what the standard requires. */
  insists?: readonly string[];
  /** Property -> object that stands there once; in a table the row has `<property>_id`, or the column named here. */
  one?: Readonly<Record<string, { of: ObjectName; column: string }>>;
  /** Property -> objects that stand there in a list; in a table each names its parent. */
  many?: Readonly<Record<string, ObjectName>>;
}

export type ObjectName =
  | 'service'
  | 'organization'
  | 'location'
  | 'service_at_location'
  | 'address'
  | 'phone'
  | 'schedule'
  | 'service_area'
  | 'language'
  | 'funding'
  | 'cost_option'
  | 'program'
  | 'required_document'
  | 'contact'
  | 'service_capacity'
  | 'unit'
  | 'organization_identifier'
  | 'accessibility'
  | 'url'
  | 'attribute'
  | 'taxonomy_term'
  | 'taxonomy'
  | 'metadata';

const told = { attributes: 'attribute', metadata: 'metadata' } as const;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const places = ['physical', 'postal', 'virtual'] as const;

export const statuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;
export type Status = (typeof statuses)[number];

export const availabilities = ['free', 'none', 'waiting', 'ask'] as const;

export const spec: Readonly<Record<ObjectName, ObjectSpec>> = {
  service: {
    file: 'services',
    fields: {
      id: 'uuid',
      organization_id: 'uuid',
      name: 'text',
      alternate_name: 'text',
      description: 'text',
      url: 'uri',
      email: 'email',
      status: statuses,
      interpretation_services: 'text',
      application_process: 'text',
      fees_description: 'text',
      wait_time: 'text',
      fees: 'text',
      accreditations: 'text',
      eligibility_description: 'text',
      minimum_age: 'number',
      maximum_age: 'number',
      assured_date: 'day',
      assurer_email: 'email',
      licenses: 'text',
      alert: 'text',
      last_modified: 'instant',
    },
    required: ['id', 'name', 'status'],
    insists: ['last_modified', 'service_areas'],
    added: {
      eligibility_recipients: 'text',
      eligibility_conditions: 'text',
      qualification: 'json',
      maximum_months: 'number',
      handled_by: 'text',
      performer_description: 'text',
      place_description: 'text',
      availability: availabilities,
      availability_reported: 'day',
      availability_until: 'day',
      capacity_total: 'number',
      next_confirmation: 'day',
      source_url: 'text',
      source_as_of: 'text',
      note: 'text',
      translations: 'json',
    },
    one: {
      organization: { of: 'organization', column: 'organization_id' },
      program: { of: 'program', column: 'program_id' },
    },
    many: {
      additional_urls: 'url',
      phones: 'phone',
      schedules: 'schedule',
      service_areas: 'service_area',
      service_at_locations: 'service_at_location',
      languages: 'language',
      funding: 'funding',
      cost_options: 'cost_option',
      required_documents: 'required_document',
      contacts: 'contact',
      capacities: 'service_capacity',
      ...told,
    },
  },
  organization: {
    file: 'organizations',
    fields: {
      id: 'uuid',
      name: 'text',
      alternate_name: 'text',
      description: 'text',
      email: 'email',
      website: 'uri',
      tax_status: 'text',
      tax_id: 'text',
      year_incorporated: 'number',
      legal_status: 'text',
      logo: 'text',
      uri: 'uri',
      parent_organization_id: 'uuid',
    },
    required: ['id', 'name', 'description'],
    added: { address_description: 'text', teryt: 'text', source_url: 'text' },
    many: {
      additional_websites: 'url',
      funding: 'funding',
      contacts: 'contact',
      phones: 'phone',
      locations: 'location',
      programs: 'program',
      organization_identifiers: 'organization_identifier',
      ...told,
    },
  },
  location: {
    file: 'locations',
    fields: {
      id: 'uuid',
      location_type: places,
      url: 'uri',
      organization_id: 'uuid',
      name: 'text',
      alternate_name: 'text',
      description: 'text',
      transportation: 'text',
      latitude: 'number',
      longitude: 'number',
      external_identifier: 'text',
      external_identifier_type: 'text',
    },
    required: ['id', 'location_type'],
    added: { coordinates_approximate: 'flag', street: 'text', city: 'text', postal_code: 'text' },
    many: {
      languages: 'language',
      addresses: 'address',
      contacts: 'contact',
      accessibility: 'accessibility',
      phones: 'phone',
      schedules: 'schedule',
      ...told,
    },
  },
  service_at_location: {
    file: 'service_at_location',
    fields: { id: 'uuid', description: 'text' },
    required: ['id'],
    insists: ['location'],
    one: { location: { of: 'location', column: 'location_id' } },
    many: {
      service_areas: 'service_area',
      contacts: 'contact',
      phones: 'phone',
      schedules: 'schedule',
      ...told,
    },
  },
  address: {
    file: 'addresses',
    fields: {
      id: 'uuid',
      attention: 'text',
      address_1: 'text',
      address_2: 'text',
      city: 'text',
      region: 'text',
      state_province: 'text',
      postal_code: 'text',
      country: 'text',
      address_type: places,
    },
    required: ['id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
    many: told,
  },
  phone: {
    file: 'phones',
    fields: { id: 'uuid', number: 'text', extension: 'number', type: 'text', description: 'text' },
    required: ['id', 'number'],
    many: { languages: 'language', ...told },
  },
  schedule: {
    file: 'schedules',
    fields: {
      id: 'uuid',
      valid_from: 'day',
      valid_to: 'day',
      dtstart: 'day',
      timezone: 'number',
      until: 'day',
      count: 'number',
      wkst: weekdays,
      freq: ['WEEKLY', 'MONTHLY'],
      interval: 'number',
      byday: 'text',
      byweekno: 'text',
      bymonthday: 'text',
      byyearday: 'text',
      description: 'text',
      opens_at: 'text',
      closes_at: 'text',
      schedule_link: 'uri',
      attending_type: 'text',
      notes: 'text',
    },
    required: ['id'],
    many: told,
  },
  service_area: {
    file: 'service_areas',
    fields: {
      id: 'uuid',
      name: 'text',
      description: 'text',
      extent: 'text',
      extent_type: 'text',
      uri: 'text',
    },
    required: ['id'],
    many: told,
  },
  language: {
    file: 'languages',
    fields: { id: 'uuid', name: 'text', code: 'text', note: 'text' },
    required: ['id'],
    many: told,
  },
  funding: {
    file: 'funding',
    fields: { id: 'uuid', source: 'text' },
    required: ['id'],
    added: { valid_from: 'day', valid_to: 'day' },
    many: told,
  },
  cost_option: {
    file: 'cost_options',
    fields: {
      id: 'uuid',
      valid_from: 'day',
      valid_to: 'day',
      option: 'text',
      currency: 'text',
      amount: 'number',
      amount_description: 'text',
    },
    required: ['id'],
    many: told,
  },
  program: {
    file: 'programs',
    fields: { id: 'uuid', name: 'text', alternate_name: 'text', description: 'text' },
    required: ['id', 'name', 'description'],
    many: told,
  },
  required_document: {
    file: 'required_documents',
    fields: { id: 'uuid', document: 'text', uri: 'uri' },
    required: ['id'],
    many: told,
  },
  contact: {
    file: 'contacts',
    fields: { id: 'uuid', name: 'text', title: 'text', department: 'text', email: 'email' },
    required: ['id'],
    many: { phones: 'phone', ...told },
  },
  service_capacity: {
    file: 'service_capacity',
    fields: {
      id: 'uuid',
      available: 'number',
      maximum: 'number',
      description: 'text',
      updated: 'instant',
    },
    required: ['id', 'unit', 'available', 'updated'],
    one: { unit: { of: 'unit', column: 'unit_id' } },
    many: told,
  },
  unit: {
    file: 'units',
    fields: { id: 'uuid', name: 'text', scheme: 'text', identifier: 'text', uri: 'uri' },
    required: ['id', 'name'],
    many: told,
  },
  organization_identifier: {
    file: 'organization_identifiers',
    fields: { id: 'uuid', identifier_scheme: 'text', identifier_type: 'text', identifier: 'text' },
    required: ['id', 'identifier_type', 'identifier'],
    insists: ['identifier_scheme'],
    many: told,
  },
  accessibility: {
    file: 'accessibility',
    fields: { id: 'uuid', description: 'text', details: 'text', url: 'uri' },
    required: ['id'],
    many: told,
  },
  url: {
    file: 'url',
    fields: { id: 'uuid', label: 'text', url: 'uri' },
    required: ['id', 'url'],
    many: told,
  },
  attribute: {
    file: 'attributes',
    fields: { id: 'uuid', link_type: 'text', value: 'text', label: 'text' },
    required: ['id'],
    insists: ['taxonomy_term'],
    one: { taxonomy_term: { of: 'taxonomy_term', column: 'taxonomy_term_id' } },
    many: { metadata: 'metadata' },
  },
  taxonomy_term: {
    file: 'taxonomy_terms',
    fields: {
      id: 'uuid',
      code: 'text',
      name: 'text',
      description: 'text',
      parent_id: 'uuid',
      taxonomy: 'text',
      language: 'text',
      taxonomy_id: 'uuid',
      term_uri: 'uri',
    },
    required: ['id', 'name', 'description'],
    one: { taxonomy_detail: { of: 'taxonomy', column: 'taxonomy_id' } },
    many: { metadata: 'metadata' },
  },
  taxonomy: {
    file: 'taxonomies',
    fields: { id: 'uuid', name: 'text', description: 'text', uri: 'uri', version: 'text' },
    required: ['id', 'name', 'description'],
    many: { metadata: 'metadata' },
  },
  metadata: {
    file: 'metadata',
    fields: {
      id: 'uuid',
      last_action_date: 'day',
      last_action_type: 'text',
      field_name: 'text',
      previous_value: 'text',
      replacement_value: 'text',
      updated_by: 'text',
    },
    required: [
      'id',
      'last_action_date',
      'last_action_type',
      'field_name',
      'previous_value',
      'replacement_value',
      'updated_by',
    ],
  },
};

export const objectNames = Object.keys(spec) as ObjectName[];

/** A value of JSON; an object of the standard. What is undefined is not there. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json | undefined };

const orders = new Map(
  objectNames.map((name): [ObjectName, readonly string[]] => {
    const { fields, added, one, many } = spec[name];
    return [name, [fields, added, one, many].flatMap((part) => Object.keys(part ?? {}))];
  }),
);

/** Names of all properties of an object, in the order in which they are written. */
export const propertiesOf = (name: ObjectName): readonly string[] => orders.get(name) ?? [];
