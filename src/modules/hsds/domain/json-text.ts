import type { Json, JsonObject } from './spec.ts';

/** Texts of objects that many services share (an organization, a place, a term), for as long as the objects live. */
const texts = new WeakMap<object, string>();

function sharedText(object: object): string {
  const known = texts.get(object);
  if (known !== undefined) return known;
  const text = JSON.stringify(object);
  texts.set(object, text);
  return text;
}

/** Properties whose object is the same in many services. */
const shared = new Set(['organization', 'program', 'location', 'taxonomy_term']);
/** Properties whose objects hold such. */
const holders = new Set(['service_at_locations', 'attributes']);

function textOf(name: string, value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (shared.has(name)) return sharedText(value);
  if (!holders.has(name) || !Array.isArray(value)) return JSON.stringify(value);
  return `[${value.map((one) => (isObject(one) ? objectText(one) : JSON.stringify(one))).join(',')}]`;
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectText(object: JsonObject): string {
  let text = '';
  for (const name in object) {
    const value = object[name];
    if (value !== undefined)
      text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${textOf(name, value)}`;
  }
  return `{${text}}`;
}

/**
 * What `JSON.stringify` gives of each service, in less than half the time: most of a service's text is that of its
 * organization, place and terms, which are written once and said again.
 */
export const serviceTexts = (services: readonly JsonObject[]): string[] => services.map(objectText);
