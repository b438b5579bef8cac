import { type JsonObject, type ObjectName, spec } from './spec.ts';

/** How much of an object a list gives. */
export const shapes = ['list', 'full', 'minimal'] as const;
export type Shape = (typeof shapes)[number];

const alone = (name: ObjectName): readonly string[] =>
  Object.keys({ ...spec[name].fields, ...spec[name].added });

const flat: Readonly<Record<'service' | 'organization' | 'location', readonly string[]>> = {
  service: alone('service'),
  organization: alone('organization'),
  location: alone('location'),
};

const only = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.flatMap((name) => (object[name] === undefined ? [] : [[name, object[name]]])));

/** An object in the shape that was asked for: whole, without what stands in lists, or just that it is there and since when. */
export function shaped(
  name: 'service' | 'organization' | 'location',
  object: JsonObject,
  shape: Shape,
): JsonObject {
  if (shape === 'full') return object;
  if (shape === 'list') return only(object, flat[name]);
  return { id: object['id'], modified_date: object['last_modified'] };
}
