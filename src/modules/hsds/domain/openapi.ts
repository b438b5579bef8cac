import type { Json, JsonObject } from './spec.ts';

type Named = readonly [name: string, description: string, schema: JsonObject];

const text: JsonObject = { type: 'string' };
const id: JsonObject = { type: 'string', format: 'uuid' };
const flag: JsonObject = { type: 'boolean', default: false };

/** Parameters of the standard, by their names. Source: HSDS 3.1.1, OpenAPI. */
const known = {
  search: [
    'search',
    'Full text: forms of words, lay words and typing errors are understood, the best comes first; organizations and places are found by their own words and by their services',
    { ...text, maxLength: 200 },
  ],
  page: ['page', 'Number of the page, from 1', { type: 'integer', minimum: 1, default: 1 }],
  per_page: ['per_page', 'Records on a page', { type: 'integer', minimum: 1, maximum: 1000, default: 50 }],
  format: [
    'format',
    'ndjson gives everything, one record a line, without pages',
    { ...text, enum: ['json', 'ndjson'] },
  ],
  taxonomy_term_id: ['taxonomy_term_id', 'Said by this term', id],
  taxonomy_id: ['taxonomy_id', 'Said by any term of this taxonomy', id],
  organization_id: ['organization_id', 'Given by this organization', id],
  modified_after: [
    'modified_after',
    'Changed here on or after this day or instant',
    { ...text, format: 'date-time' },
  ],
  minimal: ['minimal', 'Only id and modified_date', flag],
  full: ['full', 'With everything that stands inside', flag],
  full_service: ['full_service', 'Organizations with their whole services', flag],
  postcode: [
    'postcode',
    'Services that cover the gmina where this postal code lies; of /locations: places that have it',
    { ...text, pattern: '^[0-9]{2}-[0-9]{3}$' },
  ],
  proximity: [
    'proximity',
    'With postcode: at most so many metres from the middle of the places that have it',
    { type: 'integer', minimum: 1 },
  ],
  parent_id: ['parent_id', 'Terms below this one', id],
  top_only: ['top_only', 'Only terms that stand below no other', flag],
} satisfies Record<string, Named>;

type Parameter = keyof typeof known;

const paging: readonly Parameter[] = ['search', 'page', 'per_page', 'format'];
const narrowing: readonly Parameter[] = [
  'taxonomy_term_id',
  'taxonomy_id',
  'organization_id',
  'modified_after',
];

interface List {
  path: string;
  of: string;
  summary: string;
  parameters: readonly Parameter[];
}

const lists: readonly List[] = [
  {
    path: '/services',
    of: 'service',
    summary: 'Published services',
    parameters: [...paging, ...narrowing, 'minimal', 'full'],
  },
  {
    path: '/organizations',
    of: 'organization',
    summary: 'Organizations that give them',
    parameters: [...paging, 'taxonomy_term_id', 'taxonomy_id', 'full', 'full_service'],
  },
  {
    path: '/locations',
    of: 'location',
    summary: 'Places where they are given',
    parameters: [...paging, ...narrowing, 'full', 'postcode', 'proximity'],
  },
  {
    path: '/service_at_locations',
    of: 'service_at_location',
    summary: 'Which is given where',
    parameters: [...paging, ...narrowing, 'full', 'postcode', 'proximity'],
  },
  { path: '/taxonomies', of: 'taxonomy', summary: 'Taxonomies of the profile', parameters: paging },
  {
    path: '/taxonomy_terms',
    of: 'taxonomy_term',
    summary: 'Their terms',
    parameters: [...paging, 'taxonomy_id', 'parent_id', 'top_only'],
  },
];

const parameterOf = (name: Parameter): JsonObject => {
  const [key, description, schema] = known[name];
  return { name: key, in: 'query', required: false, description, schema };
};

const inPath = (name: string, description: string): JsonObject => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: text,
});

const answer = (description: string, type: string, schema: JsonObject): JsonObject => ({
  description,
  content: { [type]: { schema } },
});

const problem = (description: string): JsonObject =>
  answer(description, 'application/problem+json', { $ref: '#/components/schemas/Problem' });

const problems: JsonObject = {
  '404': problem('There is no such record or address'),
  '422': problem('A parameter cannot be read; errors are by its name'),
  '429': problem('Asked too often; try again in a minute'),
};

function pathsUnder(prefix: string, before: readonly JsonObject[], schemas: string): [string, Json][] {
  const get = (summary: string, parameters: readonly JsonObject[], ok: JsonObject): Json => ({
    get: {
      summary,
      parameters: [...before, ...parameters],
      responses: { '200': ok, ...problems },
    },
  });
  const record = (of: string): JsonObject => ({ $ref: `${schemas}/${of}.json` });
  const files: readonly [string, string][] = [
    ['/export.json', 'application/json'],
    ['/export.ndjson', 'application/x-ndjson'],
    ['/export.zip', 'application/zip'],
  ];
  return [
    [
      prefix,
      get(
        'Version, profile and this document',
        [],
        answer('What this API is', 'application/json', { $ref: '#/components/schemas/Root' }),
      ),
    ],
    ...lists.flatMap(({ path, of, summary, parameters }): [string, Json][] => [
      [
        `${prefix}${path}`,
        get(
          summary,
          parameters.map(parameterOf),
          answer('A page', 'application/json', {
            allOf: [
              { $ref: '#/components/schemas/Page' },
              { type: 'object', properties: { contents: { type: 'array', items: { type: 'object' } } } },
            ],
          }),
        ),
      ],
      [
        `${prefix}${path}/{id}`,
        get(
          `${summary}: one`,
          [inPath('id', 'Its id'), ...(of === 'organization' ? [parameterOf('full_service')] : [])],
          answer('The record with all that stands inside', 'application/json', record(of)),
        ),
      ],
    ]),
    ...files.map(([path, type]): [string, Json] => [
      `${prefix}${path}`,
      get('Everything at once', [], answer('A file', type, {})),
    ]),
  ];
}

/** The OpenAPI 3.1 document of the open data. */
export function openapiDocument(base: string, version: string): JsonObject {
  const schemas = `${base}/hsds/profile/schema`;
  const numbers = ['total_items', 'total_pages', 'page_number', 'size'];
  const flags = ['first_page', 'last_page', 'empty'];
  return {
    openapi: '3.1.0',
    info: {
      title: 'Okienko: open data of social services',
      version: '1.0.0',
      summary: `HSDS ${version} with the profile hsds-pl-cus`,
      description:
        'Published services of the gminas, for everybody: no account, any origin, no data about people. Answers carry an ETag; ask again with If-None-Match.',
    },
    servers: [{ url: base }],
    paths: Object.fromEntries([
      ...pathsUnder('/hsds', [], schemas),
      ...pathsUnder(
        '/{centre}/hsds',
        [inPath('centre', 'The centre by the first part of its address')],
        schemas,
      ),
    ]),
    components: {
      schemas: {
        Root: {
          type: 'object',
          required: ['version', 'profile', 'openapi_url'],
          properties: {
            version: text,
            profile: { type: 'string', format: 'uri' },
            openapi_url: { type: 'string', format: 'uri' },
          },
        },
        Page: {
          type: 'object',
          required: [...numbers, ...flags, 'contents'],
          properties: Object.fromEntries([
            ...numbers.map((name): [string, Json] => [name, { type: 'integer' }]),
            ...flags.map((name): [string, Json] => [name, { type: 'boolean' }]),
            ['contents', { type: 'array', items: { type: 'object' } }],
          ]),
        },
        Problem: {
          type: 'object',
          description: 'RFC 9457',
          required: ['type', 'title', 'status', 'detail', 'code'],
          properties: {
            type: text,
            title: text,
            status: { type: 'integer' },
            detail: text,
            code: text,
            errors: { type: 'object', additionalProperties: text },
          },
        },
      },
    },
  };
}
