import {
  type CardRecord,
  selectLocationRecords,
  selectOrganizationRecords,
  selectStanding,
} from '../../directory/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { giveLocation, giveOrganization, giveService, type Ground, type Saying } from '../domain/give.ts';
import type { JsonObject } from '../domain/spec.ts';

const mostSaid = 5000;

/**
 * Organizations and places as they were said to everybody, by all that the words depend on: a large directory says each of
 * them a hundred times in one export. Nobody may change them.
 */
const saidBefore = new Map<string, JsonObject>();

function remember(key: string, object: JsonObject): void {
  saidBefore.set(key, Object.freeze(object));
  for (const oldest of saidBefore.keys()) {
    if (saidBefore.size <= mostSaid) return;
    saidBefore.delete(oldest);
  }
}

/** Organizations or places of these ids as the standard says them; only what was not said to everybody before is read. */
async function said<Card extends { id: string }>(
  of: 'organization' | 'location',
  select: (db: Db, centreId: string, ids: readonly string[]) => Promise<Card[]>,
  give: (card: Card, saying: Saying) => JsonObject,
  [db, centreId, saying]: readonly [Db, string, Saying],
  ids: ReadonlySet<string>,
): Promise<Map<string, JsonObject>> {
  const found = new Map<string, JsonObject>();
  const missing = new Map<string, string>();
  const standing = ids.size === 0 ? [] : await selectStanding(db, centreId, of, [...ids]);
  for (const { id, mark, teryt } of standing) {
    const voivodeship = teryt === null ? '' : saying.around.voivodeshipOf(teryt);
    const key = [centreId, id, mark, voivodeship].join(' ');
    const before = saying.open ? saidBefore.get(key) : undefined;
    if (before) found.set(id, before);
    else missing.set(id, key);
  }
  const cards = missing.size === 0 ? [] : await select(db, centreId, [...missing.keys()]);
  for (const card of cards) {
    const object = give(card, saying);
    found.set(card.id, object);
    // What names people, from office to office, is kept nowhere.
    if (saying.open) remember(missing.get(card.id) ?? '', object);
  }
  return found;
}

/** What cards stand on: their organizations and places. */
async function groundOf(
  db: Db,
  centreId: string,
  cards: readonly CardRecord[],
  saying: Saying,
): Promise<Ground> {
  const organizationIds = new Set(cards.flatMap((one) => one.organizationId ?? []));
  const locationIds = new Set(cards.flatMap((one) => one.locations.map((site) => site.locationId)));
  const where = [db, centreId, saying] as const;
  const [organizations, locations] = await Promise.all([
    said('organization', selectOrganizationRecords, giveOrganization, where, organizationIds),
    said('location', selectLocationRecords, giveLocation, where, locationIds),
  ]);
  return { organizations, locations, ...saying };
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
