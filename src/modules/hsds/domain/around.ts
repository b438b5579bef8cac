import type { Json, JsonObject } from './spec.ts';

/** What a card is said against: the gminas of its centre, and the names of places by TERYT. */
export interface Around {
  /** TERYT of the centre's gminas, sorted. */
  gminas: readonly string[];
  nameOf(teryt: string): string | undefined;
  voivodeshipOf(teryt: string): string | undefined;
  /** The programme of social services in force that offers a service; of several the first by name. */
  programmeOf(serviceId: string): Programme | undefined;
}

/** A programme of social services (art. 4) as it stands in a resolution. */
export interface Programme {
  id: string;
  name: string;
  gmina: string;
  resolution: string | null;
}

/** Reads a given value as text; anything else, and nothing, is null. */
export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

export const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** The list of objects that a property holds. */
export const objectsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value)
    ? value.filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
    : [];

/** An object of what is known: null and undefined are left out. */
export function present(entries: Record<string, Json | null | undefined>): JsonObject {
  const known: JsonObject = {};
  for (const name in entries) {
    const value = entries[name];
    if (value !== null && value !== undefined) known[name] = value;
  }
  return known;
}

/**
 * When a card last changed. The origin's word holds for as long as nobody here has changed it since it was taken over:
 * `taken` is written beside the facts by who takes it over.
 */
export function modifiedOf(card: { changedAt: string; foreignFacts: Record<string, unknown> }): string {
  const { taken } = card.foreignFacts;
  if (typeof taken !== 'object' || taken === null || !('at' in taken) || !('modified' in taken))
    return card.changedAt;
  return taken.at === card.changedAt && typeof taken.modified === 'string' ? taken.modified : card.changedAt;
}
