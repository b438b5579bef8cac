import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { AccessibilityFeature } from '../domain/codes.ts';
import type { Point } from '../domain/point.ts';
import { directoryChanged } from './directory-version.ts';

/** A place as a form sends it; with `id` it is one that the card already has. */
export interface WrittenPlace {
  id?: string | undefined;
  name?: string | undefined;
  street?: string | undefined;
  city?: string | undefined;
  postalCode?: string | undefined;
  teryt?: string | undefined;
  /** null: there is none; undefined: it stays as it is. */
  point?: Point | null | undefined;
  accessibility: readonly AccessibilityFeature[];
  accessibilityWords?: string | undefined;
}

interface KnownPlace {
  id: string;
  latitude: number | null;
  longitude: number | null;
}

/** A point that somebody set is no longer approximate; one that was sent back as it was says nothing new. */
function pointColumns(
  point: Point | null | undefined,
  before: KnownPlace | undefined,
): { latitude?: number | null; longitude?: number | null; approximate?: boolean } {
  if (point === undefined) return {};
  const { latitude = null, longitude = null } = point ?? {};
  const same = (before?.latitude ?? null) === latitude && (before?.longitude ?? null) === longitude;
  return same ? {} : { latitude, longitude, approximate: false };
}

/** Writes the places of a card in their order; a place that is left out stays for the cards that also name it. */
export async function writePlaces(
  tx: Db,
  centreId: string,
  serviceId: string,
  known: readonly KnownPlace[],
  places: readonly WrittenPlace[],
): Promise<void> {
  const kept = places.map((place) => ({
    place,
    id: known.some((one) => one.id === place.id) && place.id ? place.id : newId(),
  }));
  for (const { place, id } of kept) {
    const columns = {
      name: place.name ?? null,
      street: place.street ?? null,
      city: place.city ?? null,
      postal_code: place.postalCode ?? null,
      teryt: place.teryt ?? null,
      ...pointColumns(
        place.point,
        known.find((one) => one.id === id),
      ),
      accessibility: place.accessibility.length > 0 ? [...place.accessibility] : null,
      accessibility_words: place.accessibilityWords ?? null,
    };
    await tx
      .insertInto('location')
      .values({ centre_id: centreId, id, ...columns })
      .onConflict((conflict) =>
        conflict
          .columns(['centre_id', 'id'])
          .doUpdateSet((set) => ({ ...columns, version: set('location.version', '+', 1) })),
      )
      .execute();
  }
  let gone = tx
    .deleteFrom('service_location')
    .where('centre_id', '=', centreId)
    .where('service_id', '=', serviceId);
  if (kept.length > 0)
    gone = gone.where(
      'location_id',
      'not in',
      kept.map((one) => one.id),
    );
  await gone.execute();
  for (const [position, { id }] of kept.entries())
    await tx
      .insertInto('service_location')
      .values({ centre_id: centreId, id: newId(), service_id: serviceId, location_id: id, position })
      .onConflict((conflict) =>
        conflict.columns(['centre_id', 'service_id', 'location_id']).doUpdateSet({ position }),
      )
      .execute();
  await directoryChanged(tx, centreId, [serviceId, ...(await othersAt(tx, centreId, serviceId, kept))]);
}

/** The other cards that name these places: they change with them. */
async function othersAt(
  tx: Db,
  centreId: string,
  serviceId: string,
  places: readonly { id: string }[],
): Promise<string[]> {
  const rows = await tx
    .selectFrom('service_location')
    .select('service_id')
    .distinct()
    .where('centre_id', '=', centreId)
    .where('service_id', '!=', serviceId)
    .where(sql<boolean>`location_id = any(${places.map((one) => one.id)}::uuid[])`)
    .execute();
  return rows.map((one) => one.service_id);
}
