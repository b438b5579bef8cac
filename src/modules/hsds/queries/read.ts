import { type CardRecord, selectLocationRecords, selectOrganizationRecords } from '../../directory/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { giveLocation, giveOrganization, giveService, type Ground, type Saying } from '../domain/give.ts';
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
  saying: Saying,
): Promise<Ground> {
  const organizationIds = new Set(cards.flatMap((one) => one.organizationId ?? []));
  const locationIds = new Set(cards.flatMap((one) => one.locations.map((site) => site.locationId)));
  const [organizations, locations] = await Promise.all([
    organizationIds.size === 0 ? [] : selectOrganizationRecords(db, centreId, [...organizationIds]),
    locationIds.size === 0 ? [] : selectLocationRecords(db, centreId, [...locationIds]),
  ]);
  return {
    organizations: keyed(organizations, (one) => giveOrganization(one, saying)),
    locations: keyed(locations, (one) => giveLocation(one, saying)),
    ...saying,
  };
}

/** Cards as whole services of the standard. */
export async function servicesOf(
  db: Db,
  centreId: string,
  cards: readonly CardRecord[],
  saying: Saying,
): Promise<JsonObject[]> {
  const ground = await groundOf(db, centreId, cards, saying);
  return cards.map((card) => giveService(card, ground));
}
