import type { Json, JsonObject } from './spec.ts';

/** Bytes of objects that many services share (an organization, a place, a term), for as long as the objects live. */
const sharedBytes = new WeakMap<object, Buffer>();

function bytesOf(object: object): Buffer {
  const known = sharedBytes.get(object);
  if (known) return known;
  const bytes = Buffer.from(JSON.stringify(object));
  sharedBytes.set(object, bytes);
  return bytes;
}

/** Properties whose object is the same in many services. */
const shared = new Set(['organization', 'program', 'location', 'taxonomy_term']);
/** Properties whose objects hold such. */
const holders = new Set(['service_at_locations', 'attributes']);

/** Stands where the bytes of a shared object go: no database keeps this character, so no service says it. */
const hole = '\u0000';
const writtenHole = Buffer.from(JSON.stringify(hole));

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object with a hole for each shared one; their bytes are added to `fill`, in the order of the holes. */
function withHoles(object: JsonObject, fill: Buffer[]): JsonObject {
  const holed: JsonObject = {};
  for (const name in object) {
    const value = object[name];
    if (shared.has(name) && isObject(value)) {
      fill.push(bytesOf(value));
      holed[name] = hole;
    } else if (holders.has(name) && Array.isArray(value))
      holed[name] = value.map((one) => (isObject(one) ? withHoles(one, fill) : one));
    else if (value !== undefined) holed[name] = value;
  }
  return holed;
}

/** The bytes with each hole filled. @throws when there are not as many holes as fillings */
function filled(holed: Buffer, fill: readonly Buffer[]): Buffer {
  const more = fill.reduce((sum, { length }) => sum + length - writtenHole.length, 0);
  const bytes = Buffer.allocUnsafe(holed.length + more);
  let [from, at] = [0, 0];
  for (const one of fill) {
    const end = holed.indexOf(writtenHole, from);
    if (end < 0) throw new Error('a shared object has no place');
    at += holed.copy(bytes, at, from, end);
    at += one.copy(bytes, at);
    from = end + writtenHole.length;
  }
  holed.copy(bytes, at, from);
  if (holed.includes(writtenHole, from)) throw new Error('a place has no shared object');
  return bytes;
}

/**
 * What `JSON.stringify` gives of each service, as bytes, `between` standing between them; in a third of the time: most of
 * a service is its organization, place and terms, which are written once and then copied.
 */
export function serviceBytes(services: readonly JsonObject[], between: string): Buffer {
  const fill: Buffer[] = [];
  const text = services.map((one) => JSON.stringify(withHoles(one, fill))).join(between);
  return filled(Buffer.from(text), fill);
}
