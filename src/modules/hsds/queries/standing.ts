import {
  type CardRecord,
  selectKnown,
  selectOrganizationRecords,
  selectRecords,
  selectSiteOwners,
  serviceStates,
} from '../../directory/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { selectAround } from '../db/around.ts';
import { idHere, type Standing } from '../domain/plan-import.ts';
import type { ReadService } from '../domain/read-file.ts';
import { servicesOf } from './read.ts';

const atOnce = 2000;

async function cardsOf(db: Db, centreId: string, ids: readonly string[]): Promise<CardRecord[]> {
  const cards: CardRecord[] = [];
  for (let start = 0; start < ids.length; start += atOnce)
    cards.push(
      ...(await selectRecords(
        db,
        centreId,
        { states: serviceStates, ids: ids.slice(start, start + atOnce) },
        { limit: atOnce },
      )),
    );
  return cards;
}

/** The directory as far as a file speaks of it. */
export async function standingFor(
  db: Db,
  centreId: string,
  today: string,
  source: string,
  read: readonly ReadService[],
): Promise<Standing> {
  const [around, services, locations, organizations, knownOrganizations, sites] = await Promise.all([
    selectAround(db, centreId, today),
    selectKnown(db, centreId, 'service', source),
    selectKnown(db, centreId, 'location', source),
    selectOrganizationRecords(db, centreId),
    selectKnown(db, centreId, 'organization', source),
    selectSiteOwners(db, centreId),
  ]);
  const spoken = [...new Set(read.map((one) => idHere(services, 'service', source, one.givenId)))].filter(
    (id) => services.ids.has(id),
  );
  const cards = await cardsOf(db, centreId, spoken);
  const said = await servicesOf(db, centreId, cards, { around, open: false });
  return {
    around,
    services,
    locations,
    organizations,
    knownOrganizations,
    sites,
    cards: new Map(cards.map((card, index) => [card.id, { card, said: said[index] ?? {} }])),
  };
}
