import { type Kind, spec } from './spec.ts';
import type { Table } from './tables.ts';

/** Types of Table Schema by what a property holds. Source: Frictionless Table Schema 1.0. */
const types: Readonly<Record<Exclude<Kind, readonly string[]>, Record<string, unknown>>> = {
  uuid: { type: 'string', format: 'uuid' },
  text: { type: 'string' },
  uri: { type: 'string', format: 'uri' },
  email: { type: 'string', format: 'email' },
  number: { type: 'number' },
  day: { type: 'date' },
  instant: { type: 'datetime', format: 'any' },
  flag: { type: 'boolean' },
  json: { type: 'any' },
};

const typeOf = (kind: Kind | undefined): Record<string, unknown> => {
  if (kind === undefined) return types.uuid;
  return typeof kind === 'string' ? types[kind] : { type: 'string', constraints: { enum: kind } };
};

/** The description of a tabular data package with these tables. Source: Tabular Data Package 1.0. */
export const datapackage = (used: readonly Table[]): Record<string, unknown> => ({
  name: 'hsds-pl-cus',
  profile: 'tabular-data-package',
  resources: used.map(({ name, file, columns }) => ({
    name: spec[name].file,
    path: file,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      primaryKey: 'id',
      fields: columns.map((column) => ({
        name: column,
        ...(column === 'link_entity' || column === 'resource_type'
          ? types.text
          : typeOf(spec[name].fields[column] ?? spec[name].added?.[column])),
      })),
    },
  })),
});
