import { areaOf } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { changedSince, directoryVersion } from '../db/directory-version.ts';
import { listLayWords } from '../db/lay-words.ts';
import { cardsBefore, type PublicCard, selectPublicCards } from '../db/public-cards.ts';
import type { Service } from '../domain/service.ts';
import { answersOf, type ServiceAnswers } from '../search/answers.ts';
import type { SearchDocument } from '../search/document.ts';
import { buildIndex, type DocumentChange } from '../search/index.ts';
import { type LayWords, layOver } from '../search/lay-words.ts';
import { changedEngine, type Engine, engineOf, facets, search } from '../search/search.ts';
import { polish, shippedLayWords, withOwnWords } from '../search/shipped.ts';

/** The public directory of a centre as this process holds it. */
export interface PublicIndex {
  version: number;
  engine: Engine;
  /** Made when somebody asks for it, once. */
  answers(): ServiceAnswers;
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

function townsOf(cards: Iterable<PublicCard>): Map<string, Point> {
  const placesIn = new Map<string, Point[]>();
  for (const { cities, position } of cards) {
    const [city] = cities;
    if (city === undefined || !position) continue;
    const places = placesIn.get(city);
    if (places) places.push(position);
    else placesIn.set(city, [position]);
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

interface Kept extends PublicIndex {
  words: LayWords;
}

function around(version: number, engine: Engine, cards: Map<string, PublicCard>, words: LayWords): Kept {
  let answers: ServiceAnswers | undefined;
  return {
    version,
    engine,
    answers: () => (answers ??= answersOf(engine)),
    cards,
    words,
    areas: facets(engine.index.documents).area,
    towns: townsOf(cards.values()),
  };
}

async function load(db: Db, centreId: string, version: number): Promise<Kept> {
  const [cards, own] = await Promise.all([selectPublicCards(db, centreId), listLayWords(db, centreId)]);
  const { forms, lemmas } = polish();
  const words = withOwnWords(shippedLayWords(), own);
  const index = buildIndex(cards.map(documentOf), forms, lemmas);
  return around(
    version,
    engineOf(index, layOver(index, words)),
    new Map(cards.map((card) => [card.id, card])),
    words,
  );
}

/** How many cards may change one by one: as many together take longer than making the index anew, in a small centre. */
const oneByOne = 8;

/**
 * The index with the cards that changed since it was made. undefined: too much changed, or it changed further while
 * it was read, so that a card stands behind one that is not known here yet.
 */
async function brought(db: Db, centreId: string, known: Kept): Promise<Kept | undefined> {
  const { version, cards: ids } = await changedSince(db, centreId, known.version);
  if (!ids || ids.length > oneByOne) return undefined;
  const [fresh, before] = await Promise.all([
    selectPublicCards(db, centreId, ids),
    cardsBefore(db, centreId, ids),
  ]);
  const cards = new Map(known.cards);
  let { engine } = known;
  const numberOf = (id: string): number => engine.index.documents.findIndex((one) => one.id === id);
  const change = (one: DocumentChange): void => {
    engine = changedEngine(engine, known.words, one);
  };
  // A card that keeps its place is replaced in one pass; all others leave before any comes back, in the order of names.
  const moved = fresh.filter((card) => {
    const at = numberOf(card.id);
    const stays = at >= 0 && engine.index.documents[at - 1]?.id === before.get(card.id);
    if (stays) change({ out: at, put: { at, document: documentOf(card) } });
    return !stays;
  });
  const present = new Set(fresh.map((card) => card.id));
  for (const id of ids) {
    const at = numberOf(id);
    const leaves = at >= 0 && (!present.has(id) || moved.some((card) => card.id === id));
    if (leaves) change({ out: at });
    if (!present.has(id)) cards.delete(id);
  }
  for (const card of moved) {
    const previous = before.get(card.id);
    const after = previous === undefined ? -1 : numberOf(previous);
    if (previous !== undefined && after < 0) return undefined;
    change({ put: { at: after + 1, document: documentOf(card) } });
  }
  for (const card of fresh) cards.set(card.id, card);
  return around(version, engine, cards, known.words);
}

/** How the public services of a centre answer needs. */
export async function publicAnswers(db: Db, centreId: string): Promise<ServiceAnswers> {
  const { answers } = await publicIndex(db, centreId);
  return answers();
}

/** As many services as a search of machines gives. */
const mostFound = 1000;

/** Public services that answer words of people, the best first: what may only help instead is left out. */
export async function searchPublic(db: Db, centreId: string, text: string): Promise<string[]> {
  const { engine } = await publicIndex(db, centreId);
  const { hits, meanings } = search(engine, text, {}, mostFound);
  return hits
    .filter((hit) => hit.words.length > 0 || hit.meanings.some((one) => meanings.includes(one)))
    .map((hit) => hit.id);
}

/** How services that stand in no database answer needs. */
export function answersAmong(services: readonly Service[]): ServiceAnswers {
  const { forms, lemmas } = polish();
  const cards = services.map((one) => ({
    ...one,
    performer: one.organization ?? one.performerWords,
    cities: [],
    position: null,
  }));
  const index = buildIndex(cards.map(documentOf), forms, lemmas);
  return answersOf(engineOf(index, layOver(index, shippedLayWords())));
}

const kept = new Map<string, Kept>();
const loading = new Map<string, Promise<Kept>>();

/**
 * The index of a centre's public directory as it stands. Each search asks for the number of its last change, in this
 * process or another, which costs one look-up by key; only the cards that changed are read again.
 */
export async function publicIndex(db: Db, centreId: string): Promise<PublicIndex> {
  // The number is read before the cards: a change in between is seen by the next search.
  const version = await directoryVersion(db, centreId);
  const known = kept.get(centreId);
  if (known?.version === version) return known;
  // Searches that come while the cards are read wait for the same reading.
  const waiting = loading.get(`${centreId} ${version}`);
  if (waiting) return await waiting;
  const fresh = (async () =>
    (known && (await brought(db, centreId, known))) ?? (await load(db, centreId, version)))();
  loading.set(`${centreId} ${version}`, fresh);
  try {
    const index = await fresh;
    kept.set(centreId, index);
    return index;
  } finally {
    loading.delete(`${centreId} ${version}`);
  }
}
