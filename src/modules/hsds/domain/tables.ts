import { type Json, type JsonObject, type Kind, type ObjectName, objectNames, spec } from './spec.ts';

/** A table of a tabular data package: one object of the standard, one file. */
export interface Table {
  name: ObjectName;
  file: string;
  columns: readonly string[];
}

/** How an object that stands in a list names the one it stands in. */
const polymorphic: Partial<Record<ObjectName, { id: string; entity: string }>> = {
  attribute: { id: 'link_id', entity: 'link_entity' },
  metadata: { id: 'resource_id', entity: 'resource_type' },
};

/** Which objects may hold it in a list. */
const parentsOf = (name: ObjectName): ObjectName[] =>
  objectNames.filter((parent) => Object.values(spec[parent].many ?? {}).includes(name));

function columnsOf(name: ObjectName): string[] {
  const { fields, added, one } = spec[name];
  const links = polymorphic[name];
  const parents = parentsOf(name);
  const naming = links
    ? [links.id, links.entity]
    : parents.length > 0
      ? parents.map((parent) => `${parent}_id`)
      : [];
  const references = Object.values(one ?? {}).map((reference) => reference.column);
  return [...new Set([...Object.keys(fields), ...Object.keys(added ?? {}), ...references, ...naming])];
}

/** Every table, in the order of the standard's objects. */
export const tables: readonly Table[] = objectNames.map((name) => ({
  name,
  file: `${spec[name].file}.csv`,
  columns: columnsOf(name),
}));

/** Rows of every table; a cell is text, and an empty one is nothing. */
export type Rows = Map<ObjectName, string[][]>;

const scalarOf = (value: Json | undefined): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

interface Plan {
  columns: readonly string[];
  scalars: readonly string[];
  one: readonly { property: string; of: ObjectName; at: number }[];
  many: readonly { property: string; of: ObjectName; links: readonly [number, string][] }[];
}

/** Where a child row says whose it is: in the column of its parent, or in two columns that name any. */
function linksTo(child: ObjectName, parent: ObjectName): readonly [number, string][] {
  const columns = tables.find((one) => one.name === child)?.columns ?? [];
  const links = polymorphic[child];
  return links
    ? [
        [columns.indexOf(links.id), ''],
        [columns.indexOf(links.entity), parent],
      ]
    : [[columns.indexOf(`${parent}_id`), '']];
}

const plans = new Map(
  tables.map(({ name, columns }): [ObjectName, Plan] => {
    const { fields, added, one, many } = spec[name];
    return [
      name,
      {
        columns,
        scalars: columns.map((column) => (column in fields || (added && column in added) ? column : '')),
        one: Object.entries(one ?? {}).map(([property, { of, column }]) => ({
          property,
          of,
          at: columns.indexOf(column),
        })),
        many: Object.entries(many ?? {}).map(([property, of]) => ({
          property,
          of,
          links: linksTo(of, name),
        })),
      },
    ];
  }),
);

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Lays nested objects out in tables. What stands in several places is one row, which names all of them. `taxonomies`
 * are those whose terms name them without saying what they are: every reference has its row.
 */
export function flatten(services: Iterable<JsonObject>, taxonomies: readonly JsonObject[]): Rows {
  const rows: Rows = new Map(objectNames.map((name) => [name, []]));
  const known = new Map<ObjectName, Map<string, string[]>>(objectNames.map((name) => [name, new Map()]));
  const laid = new WeakSet<JsonObject>();

  const put = (name: ObjectName, object: JsonObject, links: readonly [number, string][], parent: string) => {
    const plan = plans.get(name);
    const id = object['id'];
    if (!plan || typeof id !== 'string') return;
    // What stands in no list names nobody: laid out once, it is whole.
    const again = laid.has(object);
    if (again && links.length === 0) return;
    const row = plan.scalars.map((property) => (property === '' ? '' : scalarOf(object[property])));
    for (const { property, at } of plan.one) {
      const inner = object[property];
      if (isObject(inner)) row[at] = scalarOf(inner['id']);
    }
    const before = known.get(name)?.get(id);
    const free =
      before &&
      links.every(([at, value]) => (before[at] ?? '') === '' || before[at] === (value || parent)) &&
      row.every((cell, index) => cell === '' || cell === before[index]);
    const target = free ? before : row;
    for (const [at, value] of links) target[at] = value || parent;
    if (!free) {
      rows.get(name)?.push(row);
      if (!before) known.get(name)?.set(id, row);
    }
    if (again) return;
    laid.add(object);
    for (const { property, of } of plan.one) {
      const inner = object[property];
      if (isObject(inner)) put(of, inner, [], '');
    }
    for (const { property, of, links: inner } of plan.many) {
      const list = object[property];
      if (Array.isArray(list)) for (const one of list) if (isObject(one)) put(of, one, inner, id);
    }
  };
  for (const service of services) put('service', service, [], '');
  const at = plans.get('taxonomy_term')?.columns.indexOf('taxonomy_id') ?? -1;
  const named = new Set(rows.get('taxonomy_term')?.map((row) => row[at]));
  for (const taxonomy of taxonomies) {
    const id = scalarOf(taxonomy['id']);
    if (named.has(id) && !known.get('taxonomy')?.has(id)) put('taxonomy', taxonomy, [], '');
  }
  return rows;
}

/** A row as it was read: its cells by column, and where it stood. */
export interface ReadRow {
  cells: Readonly<Record<string, string>>;
  line: number;
}

/** Where an object was read from. */
export interface Place {
  file: string;
  line: number;
}

const typed = (kind: Kind, cell: string): Json => {
  if (kind === 'number') return cell.trim() !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell;
  if (kind === 'flag') return cell === 'true' ? true : cell === 'false' ? false : cell;
  if (kind !== 'json') return cell;
  try {
    return JSON.parse(cell) as Json;
  } catch {
    return cell;
  }
};

/** Builds nested services out of tables again; `places` says of each object where its row stood. */
export function assemble(given: ReadonlyMap<ObjectName, readonly ReadRow[]>): {
  services: JsonObject[];
  places: WeakMap<object, Place>;
} {
  const places = new WeakMap<object, Place>();
  const built = new Map<ObjectName, { object: JsonObject; row: ReadRow }[]>();
  const byId = new Map<ObjectName, Map<string, JsonObject>>();

  for (const { name, file } of tables) {
    const { fields, added, required } = spec[name];
    const kinds = Object.entries({ ...fields, ...added });
    const ids = new Map<string, JsonObject>();
    const objects = (given.get(name) ?? []).map((row) => {
      const object: JsonObject = {};
      for (const [property, kind] of kinds) {
        const cell = row.cells[property];
        if (cell === undefined || (cell === '' && !(kind === 'text' && required.includes(property))))
          continue;
        object[property] = typed(kind, cell);
      }
      places.set(object, { file, line: row.line });
      const id = object['id'];
      if (typeof id === 'string' && !ids.has(id)) ids.set(id, object);
      return { object, row };
    });
    built.set(name, objects);
    byId.set(name, ids);
  }

  const findParent = (name: ObjectName, id: string): JsonObject | undefined => byId.get(name)?.get(id);
  const append = (parent: JsonObject, property: string, child: JsonObject): void => {
    const list = parent[property];
    if (Array.isArray(list)) list.push(child);
    else parent[property] = [child];
  };

  for (const parent of objectNames) {
    for (const { object, row } of built.get(parent) ?? [])
      for (const [property, { of, column }] of Object.entries(spec[parent].one ?? {})) {
        const id = row.cells[column] ?? '';
        const inner = id === '' ? undefined : findParent(of, id);
        if (inner) object[property] = inner;
      }
    for (const [property, child] of Object.entries(spec[parent].many ?? {})) {
      // A place names its organization by a fact of its own; it stands in the organization's list where no service uses it.
      if (parent === 'organization' && child === 'location') continue;
      const links = polymorphic[child];
      for (const { object, row } of built.get(child) ?? []) {
        if (links && row.cells[links.entity] !== parent) continue;
        const id = row.cells[links ? links.id : `${parent}_id`] ?? '';
        const holder = id === '' ? undefined : findParent(parent, id);
        if (holder) append(holder, property, object);
      }
    }
  }
  return { services: (built.get('service') ?? []).map(({ object }) => object), places };
}
