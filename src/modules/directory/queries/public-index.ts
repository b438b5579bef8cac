import { areaOf } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { directoryVersion } from '../db/directory-version.ts';
import { listLayWords } from '../db/lay-words.ts';
import { type PublicCard, selectPublicCards } from '../db/public-cards.ts';
import type { SearchDocument } from '../search/document.ts';
import { buildIndex } from '../search/index.ts';
import { layOver } from '../search/lay-words.ts';
import { type Engine, engineOf, facets } from '../search/search.ts';
import { polish, shippedLayWords, withOwnWords } from '../search/shipped.ts';

/** The public directory of a centre as this process holds it. */
export interface PublicIndex {
  version: number;
  engine: Engine;
  cards: ReadonlyMap<string, PublicCard>;
  /** How many services there are in each area. */
  areas: Readonly<Record<string, number>>;
  /** Towns of the cards, each at the middle of its places, in the order of letters. */
  towns: ReadonlyMap<string, Point>;
}

interface Point {
  latitude: number;
  longitude: number;
}

function townsOf(cards: readonly PublicCard[]): Map<string, Point> {
  const placesIn = new Map<string, Point[]>();
  for (const { cities, position } of cards) {
    const [city] = cities;
    if (city !== undefined && position) placesIn.set(city, [...(placesIn.get(city) ?? []), position]);
  }
  const middle = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  return new Map(
    [...placesIn]
      .sort(([a], [b]) => a.localeCompare(b, 'pl'))
      .map(([city, places]) => [
        city,
        {
          latitude: middle(places.map((one) => one.latitude)),
          longitude: middle(places.map((one) => one.longitude)),
        },
      ]),
  );
}

const translated = ({ uk, en }: PublicCard['translations']): string[] =>
  [uk, en].flatMap((one) => [one?.name, one?.description].flatMap((words) => words ?? []));

const documentOf = (card: PublicCard): SearchDocument => ({
  id: card.id,
  words: {
    name: card.name,
    place: [...card.gminaNames, ...card.cities, card.place ?? ''].join(', '),
    about: [card.description ?? '', ...translated(card.translations)].join('. '),
    recipients: card.recipients,
    performer: card.performer,
    conditions: card.conditions,
    area: card.area === null ? null : (areaOf(card.area)?.name ?? null),
  },
  area: card.area,
  gminas: card.gminas,
  groups: card.recipientGroups,
  reach: card.reach,
  free: card.feeKind === null ? null : card.feeKind === 'free',
  placesUntil: card.capacity.status === 'free' ? (card.capacity.until ?? 'always') : null,
  position: card.position,
});

async function load(db: Db, centreId: string, version: number): Promise<PublicIndex> {
  const [cards, own] = await Promise.all([selectPublicCards(db, centreId), listLayWords(db, centreId)]);
  const { forms, lemmas } = polish();
  const index = buildIndex(cards.map(documentOf), forms, lemmas);
  return {
    version,
    engine: engineOf(index, layOver(index, withOwnWords(shippedLayWords(), own))),
    cards: new Map(cards.map((card) => [card.id, card])),
    areas: facets(index.documents).area,
    towns: townsOf(cards),
  };
}

const kept = new Map<string, PublicIndex>();
const loading = new Map<string, Promise<PublicIndex>>();

/**
 * The index of a centre's public directory as it stands. Each search asks for the number of its last change, in this
 * process or another, which costs one look-up by key; the cards are read again only when it is another one.
 */
export async function publicIndex(db: Db, centreId: string): Promise<PublicIndex> {
  // The number is read before the cards: a change in between is seen by the next search.
  const version = await directoryVersion(db, centreId);
  const known = kept.get(centreId);
  if (known?.version === version) return known;
  // Searches that come while the cards are read wait for the same reading.
  const waiting = loading.get(`${centreId} ${version}`);
  if (waiting) return await waiting;
  const fresh = load(db, centreId, version);
  loading.set(`${centreId} ${version}`, fresh);
  try {
    const index = await fresh;
    kept.set(centreId, index);
    return index;
  } finally {
    loading.delete(`${centreId} ${version}`);
  }
}
