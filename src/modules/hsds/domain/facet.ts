import { type JsonObject, type ObjectName, propertiesOf } from './spec.ts';

/**
 * One fact of a card and how the standard says it. `write` of what `read` gave is the same again; what somebody else
 * wrote in another way is kept as they wrote it, for as long as the card still says the same.
 */
export interface Facet<Card, Around> {
  /** Under this name what is kept is kept. */
  name: string;
  properties: readonly string[];
  fields: readonly (keyof Card)[];
  /** The profile requires it of every record: where another system did not say it, what we know is said. */
  always?: true;
  /** `kept`: how the same fact was written where the record was taken over from, and holds no more. */
  write(card: Card, around: Around, kept?: JsonObject): JsonObject;
  read(given: JsonObject, around: Around): Partial<Card>;
}

/** What of a record has no place in a card: facts written in another way, and properties that no facet knows. */
export interface Kept {
  parts?: Record<string, JsonObject>;
  rest?: JsonObject;
}

const pick = (object: JsonObject, names: readonly string[]): JsonObject => {
  const part: JsonObject = {};
  for (const name of names) {
    const value = object[name];
    if (value !== undefined) part[name] = value;
  }
  return part;
};

/** Whether two values say the same, whatever the order of their properties. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((one, index) => same(one, b[index]))
    );
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => same(value, right.get(key)));
}

const holds = <Card, Around>(
  facet: Facet<Card, Around>,
  part: JsonObject,
  card: Card,
  around: Around,
): boolean => {
  const read = facet.read(part, around);
  return facet.fields.every((field) => same(read[field], card[field]));
};

const isSilent = ({ always }: { always?: true }, part: JsonObject): boolean =>
  always === true && Object.keys(part).length === 0;

/** A card as an object of the standard, its properties in the standard's order. */
export function give<Card, Around>(
  facets: readonly Facet<Card, Around>[],
  card: Card,
  around: Around,
  kept: Kept = {},
): JsonObject {
  const given: JsonObject = {};
  for (const facet of facets) {
    const part = kept.parts?.[facet.name];
    const holding = part && !isSilent(facet, part) && holds(facet, part, card, around);
    Object.assign(given, holding ? part : facet.write(card, around, part));
  }
  return Object.assign(given, kept.rest);
}

/** An object of the standard as the facts of a card, and what has no place in it. */
export function take<Card extends object, Around>(
  facets: readonly Facet<Card, Around>[],
  object: JsonObject,
  around: Around,
  blank: Card,
  { beside = [] }: { beside?: readonly string[] } = {},
): { card: Card; kept: Kept } {
  const parts: Record<string, JsonObject> = {};
  const known = new Set(beside);
  const card = { ...blank };
  const given = facets.map((facet) => pick(object, facet.properties));
  for (const [index, facet] of facets.entries()) {
    Object.assign(card, facet.read(given[index] ?? {}, around));
    for (const name of facet.properties) known.add(name);
  }
  for (const [index, facet] of facets.entries()) {
    const part = given[index] ?? {};
    if (!isSilent(facet, part) && !same(facet.write(card, around), part)) parts[facet.name] = part;
  }
  const rest = pick(
    object,
    Object.keys(object).filter((name) => !known.has(name)),
  );
  return {
    card,
    kept: {
      ...(Object.keys(parts).length > 0 ? { parts } : {}),
      ...(Object.keys(rest).length > 0 ? { rest } : {}),
    },
  };
}

/** An object with its properties in the standard's order; undefined ones are left out. */
export function inOrder(name: ObjectName, object: JsonObject): JsonObject {
  return pick(object, propertiesOf(name));
}

/** A property that is one field, both texts. */
export const plainFacet = <Card>(property: string, field: keyof Card): Facet<Card, unknown> => ({
  name: property,
  properties: [property],
  fields: [field],
  write: (card) => (card[field] === null ? {} : ({ [property]: card[field] } as JsonObject)),
  read: (given) => ({ [field]: given[property] ?? null }) as Partial<Card>,
});
