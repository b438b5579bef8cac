import { type CardRecord, selectLocationRecords, selectOrganizationRecords } from '../../directory/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Around } from '../domain/around.ts';
import { giveLocation, giveOrganization, giveService, type Ground, withoutPeople } from '../domain/give.ts';
import type { JsonObject } from '../domain/spec.ts';

const keyed = <T extends { id: string }>(
  records: readonly T[],
  give: (record: T) => JsonObject,
): Map<string, JsonObject> => new Map(records.map((one) => [one.id, give(one)]));

/** What cards stand on: their organizations and places. */
async function groundOf(
  db: Db,
  centreId: string,
  cards: readonly CardRecord[],
  around: Around,
): Promise<Ground> {
  const organizationIds = new Set(cards.flatMap((one) => one.organizationId ?? []));
  const locationIds = new Set(cards.flatMap((one) => one.locations.map((site) => site.locationId)));
  const [organizations, locations] = await Promise.all([
    organizationIds.size === 0 ? [] : selectOrganizationRecords(db, centreId, [...organizationIds]),
    locationIds.size === 0 ? [] : selectLocationRecords(db, centreId, [...locationIds]),
  ]);
  return {
    organizations: keyed(organizations, (one) => giveOrganization(one, around)),
    locations: keyed(locations, (one) => giveLocation(one, around)),
    around,
  };
}

/** Cards as whole services of the standard; `open` for everybody, without the names of people. */
export async function servicesOf(
  db: Db,
  centreId: string,
  cards: readonly CardRecord[],
  around: Around,
  { open }: { open: boolean },
): Promise<JsonObject[]> {
  const ground = await groundOf(db, centreId, cards, around);
  const services = cards.map((card) => giveService(card, ground));
  return open ? withoutPeople(services) : services;
}
