import { derivedId } from './identity.ts';
import type { Place } from './tables.ts';
import { taxonomyOf } from './taxonomies.ts';
import { type Json, type JsonObject, type Kind, type ObjectName, type ObjectSpec, spec } from './spec.ts';

/** Why something of a file was not taken, or not whole. The words are in pl.ts. */
export type FaultCode =
  | 'not-object'
  | 'not-service'
  | 'no-id'
  | 'missing'
  | 'not-text'
  | 'not-number'
  | 'not-date'
  | 'not-instant'
  | 'not-address'
  | 'not-email'
  | 'not-one-of'
  | 'not-flag'
  | 'not-value'
  | 'too-long'
  | 'too-many'
  | 'not-list'
  | 'doubled'
  | 'doubled-row'
  | 'no-organization'
  | 'no-location'
  | 'no-parent'
  | 'cut'
  | 'not-json'
  | 'not-csv'
  | 'no-services'
  | 'unknown-file'
  | 'unknown-column'
  | 'not-utf8'
  | 'bomb'
  | 'damaged'
  | 'empty';

export interface Fault {
  code: FaultCode;
  /** Where in the file; absent when it is about the file as a whole. */
  line?: number;
  file?: string;
  /** Name of the record, as far as it has one. */
  record?: string;
  /** What in it: `phones.0.number`. */
  path?: string;
  /** The value as it stood there, or what it may be. */
  value?: string;
  /** True: the whole record was refused; else only what the path names. */
  refused: boolean;
}

const longest = 20_000;
const mostInList = 500;

// What a person cannot see and a database cannot keep.
const unseen = /(?![\n\t])\p{Cc}/gu;
const tidy = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n').replace(unseen, '');

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const isDay = (text: string): boolean => {
  const read = new Date(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text) && text >= '1800' && text < '2300'
  );
};

/** RFC 3339: a day, the clock, and how far it is from UTC, which some systems leave out or write without a colon. */
const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?)(?:Z|([+-](?:[01]\d|2[0-3])):?([0-5]\d))?$/;

type Read = { value: Json } | { fault: FaultCode; value?: string };

const isWeb = (text: string): boolean => /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text);

const readers: Readonly<Record<Exclude<Kind, readonly string[]>, (value: Json) => Read>> = {
  text: (value) => {
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    if (typeof text !== 'string') return { fault: 'not-text' };
    return text.length > longest ? { fault: 'too-long' } : { value: tidy(text) };
  },
  uuid: (value) => {
    const text = typeof value === 'string' ? value.toLowerCase() : '';
    return uuid.test(text) ? { value: text } : { fault: 'no-id' };
  },
  uri: (value) => {
    const text = typeof value === 'string' ? tidy(value).trim() : '';
    return isWeb(text) && text.length <= 2000 ? { value: text } : { fault: 'not-address' };
  },
  email: (value) => {
    const text = typeof value === 'string' ? tidy(value).trim() : '';
    return emailPattern.test(text) && text.length <= 254 ? { value: text } : { fault: 'not-email' };
  },
  number: (value) => {
    const read = typeof value === 'string' && value.trim() !== '' ? Number(value.replace(',', '.')) : value;
    return typeof read === 'number' && Number.isFinite(read) ? { value: read } : { fault: 'not-number' };
  },
  day: (value) => {
    const text = typeof value === 'string' ? value.trim().slice(0, 10) : '';
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text) ? { value: text } : { fault: 'not-date' };
  },
  instant: (value) => {
    const text = typeof value === 'string' ? value.trim() : '';
    const [, day, clock, hours, minutes] = instantPattern.exec(text) ?? [];
    if (day === undefined || clock === undefined || !isDay(day)) return { fault: 'not-instant' };
    // Who names no zone is read as UTC: a record without one is no instant of the standard.
    return { value: `${day}T${clock}${hours ? `${hours}:${minutes}` : 'Z'}` };
  },
  flag: (value) => {
    if (typeof value === 'boolean') return { value };
    return value === 'true' || value === 'false' ? { value: value === 'true' } : { fault: 'not-flag' };
  },
  json: (value) => {
    const fits =
      typeof value === 'object' &&
      value !== null &&
      isShallow(value, deepest) &&
      JSON.stringify(value).length <= 100_000;
    return fits ? { value: tidied(value) } : { fault: 'not-value' };
  },
};

/** Deeper than this nobody writes, and deeper than the stack nothing can be written. */
const deepest = 40;

function isShallow(value: unknown, room: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return room > 0 && Object.values(value).every((inner) => isShallow(inner, room - 1));
}

function tidied(value: Json): Json {
  if (typeof value === 'string') return tidy(value);
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [tidy(key), inner === undefined ? null : tidied(inner)]),
  );
}

const readValue = (kind: Kind, value: Json): Read => {
  if (typeof kind === 'string') return readers[kind](value);
  const found =
    typeof value === 'string'
      ? kind.find((one) => one.toLowerCase() === value.trim().toLowerCase())
      : undefined;
  return found === undefined ? { fault: 'not-one-of', value: kind.join(', ') } : { value: found };
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => {
  const text =
    typeof value === 'string' ? value : isShallow(value, deepest) ? (JSON.stringify(value) ?? '') : '[…]';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

/** What a checking goes by: where it writes faults down, and where objects stood. */
interface Checking {
  faults: Fault[];
  placeOf(object: object): Place | undefined;
}

interface At {
  path: string;
  /** Id of the object around it, for what has none of its own. */
  parent: string;
}

function note(checking: Checking, object: unknown, fault: Omit<Fault, 'refused'>): void {
  const place = typeof object === 'object' && object !== null ? checking.placeOf(object) : undefined;
  checking.faults.push({ ...fault, ...place, refused: false });
}

const joined = (path: string, name: string | number): string =>
  path === '' ? String(name) : `${path}.${name}`;

function scalars(
  { fields, added, required }: ObjectSpec,
  object: JsonObject,
  at: At,
  checking: Checking,
): JsonObject {
  const read: JsonObject = {};
  for (const [property, kind] of Object.entries({ ...fields, ...added })) {
    const given = object[property];
    const empty = given === undefined || given === null || given === '';
    if (property === 'id' || (empty && !(given === '' && kind === 'text' && required.includes(property))))
      continue;
    const found = readValue(kind, given ?? '');
    if ('fault' in found)
      note(checking, object, {
        code: found.fault,
        path: joined(at.path, property),
        value: found.value ?? shown(given),
      });
    else if (found.value !== '' || required.includes(property)) read[property] = found.value;
  }
  return read;
}

/** What an object cannot be without, by the profile or by what it is for, and not only by the letter of the standard. */
const essential: Readonly<Partial<Record<ObjectName, readonly string[]>>> = {
  organization: ['name'],
  phone: ['number'],
  url: ['url'],
  unit: ['name'],
  taxonomy: ['name'],
  taxonomy_term: ['name'],
  program: ['name'],
  organization_identifier: ['identifier', 'identifier_scheme'],
  attribute: ['taxonomy_term'],
  address: ['city'],
  service_capacity: ['available', 'updated', 'unit'],
  metadata: ['last_action_date'],
};

/** Fills what the standard requires and a record can be read without: a blank text, a place that one can go to. */
function completed(
  name: ObjectName,
  read: JsonObject,
  at: string,
  object: JsonObject,
  checking: Checking,
): void {
  for (const property of spec[name].required) {
    if (read[property] !== undefined) continue;
    const kind = spec[name].fields[property];
    read[property] = kind === 'text' ? '' : typeof kind === 'string' ? null : (kind?.[0] ?? null);
    note(checking, object, { code: 'missing', path: joined(at, property) });
  }
}

/** An object inside a record, as far as it can be read; undefined when it lacks what it cannot be without. */
function inner(name: ObjectName, object: JsonObject, at: At, checking: Checking): JsonObject | undefined {
  const given = readers.uuid(object['id'] ?? '');
  const id =
    'value' in given && typeof given.value === 'string' ? given.value : derivedId(at.parent, at.path);
  const read: JsonObject = { id, ...scalars(spec[name], object, at, checking) };
  nested(name, object, read, { path: at.path, parent: id }, checking);
  const missing = essential[name]?.find((property) => read[property] === undefined);
  if (missing !== undefined) {
    note(checking, object, { code: 'missing', path: joined(at.path, missing) });
    return undefined;
  }
  completed(name, read, at.path, object, checking);
  // Taxonomies of ours are known: a term of theirs need not say again what they are.
  if (name === 'taxonomy_term' && taxonomyOf(read['taxonomy_id'])) delete read['taxonomy_detail'];
  return read;
}

function nested(name: ObjectName, object: JsonObject, into: JsonObject, at: At, checking: Checking): void {
  for (const [property, { of }] of Object.entries(spec[name].one ?? {})) {
    const given = object[property];
    if (given === undefined || given === null) continue;
    const path = joined(at.path, property);
    if (!isObject(given)) {
      note(checking, object, { code: 'not-object', path });
      continue;
    }
    const read = inner(of, given, { path, parent: at.parent }, checking);
    if (read) into[property] = read;
  }
  for (const [property, of] of Object.entries(spec[name].many ?? {})) {
    const given = object[property];
    if (given === undefined || given === null) continue;
    const path = joined(at.path, property);
    if (!Array.isArray(given)) {
      note(checking, object, { code: 'not-list', path });
      continue;
    }
    if (given.length > mostInList)
      note(checking, object, { code: 'too-many', path, value: String(mostInList) });
    const read: Json[] = given.slice(0, mostInList).flatMap((one, index): JsonObject[] => {
      const inside = joined(path, index);
      if (isObject(one)) {
        const taken = inner(of, one, { path: inside, parent: at.parent }, checking);
        return taken ? [taken] : [];
      }
      note(checking, object, { code: 'not-object', path: inside });
      return [];
    });
    if (read.length > 0) into[property] = read;
  }
}

/** What an organization has and a service has not. */
const marksOfOrganization = [
  'website',
  'legal_status',
  'tax_status',
  'locations',
  'programs',
  'organization_identifiers',
];

const isOrganization = (given: JsonObject): boolean =>
  given['status'] === undefined && marksOfOrganization.some((mark) => given[mark] !== undefined);

/** A service of a file as far as it can be read. */
export interface Checked {
  /** The id that the file gives it: a UUID, or whatever stands there. */
  givenId: string;
  service: JsonObject;
}

/**
 * Reads one service of a file: what is right is taken, the rest is told. A service without an id or a name is refused;
 * one without a status is taken as active, because a directory lists what there is.
 */
export function checkService(
  given: Json,
  place: { file?: string; line: number },
  placeOf: (object: object) => Place | undefined,
): { checked?: Checked; faults: Fault[] } {
  const refusal = (code: FaultCode, path: string, record?: string): { faults: Fault[] } => ({
    faults: [{ code, path, ...place, ...(record ? { record } : {}), refused: true }],
  });
  if (!isObject(given)) return refusal('not-object', '');
  if (isOrganization(given)) return refusal('not-service', '');
  const faults: Fault[] = [];
  const checking = { faults, placeOf: (object: object) => placeOf(object) ?? { file: '', ...place } };
  const rawId = given['id'];
  const givenId = typeof rawId === 'string' || typeof rawId === 'number' ? tidy(String(rawId)).trim() : '';
  const name = readers.text(given['name'] ?? '');
  const record = 'value' in name && typeof name.value === 'string' ? name.value.trim().slice(0, 120) : '';
  if (givenId === '' || givenId.length > 200) return refusal('no-id', 'id', record);
  if (record === '') return refusal('missing', 'name', givenId);
  const service = scalars(spec.service, given, { path: '', parent: givenId }, checking);
  nested('service', given, service, { path: '', parent: givenId }, checking);
  service['status'] ??= 'active';
  return {
    checked: { givenId: givenId.toLowerCase(), service },
    faults: faults.map((fault) => {
      const { file, ...rest } = fault;
      return { ...rest, ...(file ? { file } : {}), record };
    }),
  };
}
