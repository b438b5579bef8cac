import { z } from 'zod';
import {
  countRecords,
  fold,
  type LocationRecord,
  type OrganizationRecord,
  publicStates,
  type RecordFilter,
  selectLocationRecords,
  selectOfferingIds,
  selectOrganizationRecords,
  selectRecords,
  searchPublic,
  selectSites,
} from '../../directory/index.ts';
import { cite } from '../../../law/index.ts';
import { anyone } from '../../../platform/actor.ts';
import { integer, optionalId, optionalInteger, optionalText, tick } from '../../../platform/fields.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { query } from '../../../platform/runner/query.ts';
import { selectAround } from '../db/around.ts';
import { type Around, textOf } from '../domain/around.ts';
import { openDataBasis } from '../domain/basis.ts';
import { type Asked, filterOf } from '../domain/filter.ts';
import { giveLocation, giveOrganization } from '../domain/give.ts';
import { shaped, shapes } from '../domain/shapes.ts';
import type { JsonObject } from '../domain/spec.ts';
import { servicesOf } from './read.ts';

const most = 1000;
/** Services that a page of organizations brings at most. */
const mostOffered = 5000;

const page = {
  id: optionalId(),
  // A million pages of the largest size: past the end stands an empty page, not a mistake.
  offset: integer(0, 1_000_000_000).optional().default(0),
  limit: integer(0, most).optional().default(50),
};

const filters = {
  search: optionalText(200),
  taxonomyTermId: optionalId(),
  taxonomyId: optionalId(),
  organizationId: optionalId(),
  modifiedAfter: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.iso.datetime({ offset: true }).optional(),
  ),
  postcode: optionalText(10),
  proximity: optionalInteger(1, 1_000_000),
};

const shape = z.enum(shapes).optional().default('list');

const output = z.object({
  /** How many there are, of which these are some. */
  total: z.number(),
  contents: z.array(z.custom<JsonObject>((value) => typeof value === 'object' && value !== null)),
});

/** Objects of one centre, and how many there are. */
export type Listed = z.infer<typeof output>;

const nothing: Listed = { total: 0, contents: [] };

const publicOnly: RecordFilter = { states: publicStates };

/** What the cards are said against, and which of them are meant; undefined: none can be. */
async function narrowed(
  db: Db,
  input: Asked,
  { actor, today }: { actor: { centreId: string }; today: string },
): Promise<{ around: Around; filter: RecordFilter } | undefined> {
  const around = await selectAround(db, actor.centreId, today);
  const filter = filterOf(input, around.gminas);
  return filter && { around, filter: { ...publicOnly, ...filter } };
}

/** What was searched for, found by the engine of the directory: the same words find the same for people and machines. */
const rankedBy = async (
  db: Db,
  centreId: string,
  words: string | undefined,
): Promise<Pick<RecordFilter, 'ranked'>> =>
  words === undefined ? {} : { ranked: await searchPublic(db, centreId, words) };

/** Whether a text holds every word that was searched for, or a piece that begins so: case and diacritics do not count. */
export const holds = (text: string, search: string): boolean => {
  const [words, held] = [fold(search), ` ${fold(text)}`];
  return words !== '' && words.split(' ').every((word) => held.includes(` ${word}`));
};

/** What of an organization, or of a place, is read beside its services when words are searched for. */
const wordsOf = {
  organization: (one: OrganizationRecord) => [
    one.name,
    one.description,
    one.address,
    one.phone,
    one.email,
    one.web,
    one.nip,
    one.regon,
    one.krs,
  ],
  location: (one: LocationRecord) => [one.name, one.description, one.street, one.city, one.postalCode],
} as const;

/**
 * Ids of the organizations or places of a filter. Searched for, those whose own words are meant come first, then those
 * whose services answer, as the services are ranked.
 */
async function offering<Row extends { id: string }>(
  db: Db,
  centreId: string,
  of: 'organization' | 'location',
  filter: RecordFilter,
  {
    select,
    words,
    search,
  }: {
    select: (db: Db, centreId: string, ids: readonly string[]) => Promise<Row[]>;
    words: (row: Row) => readonly (string | null)[];
    search: string | undefined;
  },
): Promise<string[]> {
  const ids = await selectOfferingIds(db, centreId, of, filter);
  if (search === undefined) return ids;
  const ranked = await rankedBy(db, centreId, search);
  const [rows, answering] = await Promise.all([
    select(db, centreId, ids),
    selectOfferingIds(db, centreId, of, { ...filter, ...ranked }),
  ]);
  const named = rows.filter((row) => holds(words(row).join(' '), search)).map((row) => row.id);
  return [...new Set([...named, ...answering])];
}

/** Rows in the order of ids. */
const inOrderOf = <Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] => {
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []);
};

const listed = {
  output,
  basis: cite(openDataBasis),
  allow: anyone(),
  discloses: () => undefined,
} as const;

export const listOpenServices = query({
  name: 'hsds.list-services',
  summary: 'Published services as HSDS says them, page by page',
  input: z.object({ ...page, ...filters, shape }),
  ...listed,
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const found = await narrowed(db, input, moment);
    if (found === undefined) return nothing;
    const { around } = found;
    const ranked = await rankedBy(db, centreId, input.search);
    const filter = { ...found.filter, ...ranked, ...(input.id ? { ids: [input.id] } : {}) };
    const [{ count }, cards] = await Promise.all([
      countRecords(db, centreId, filter),
      input.limit === 0 ? [] : selectRecords(db, centreId, filter, input),
    ]);
    const services = await servicesOf(db, centreId, cards, { around, open: true });
    return { total: count, contents: services.map((one) => shaped('service', one, input.shape)) };
  },
});

const paged = <T>(all: readonly T[], { offset, limit }: { offset: number; limit: number }): T[] =>
  all.slice(offset, offset + limit);

const withoutOrganization = ({ organization: _inside, ...service }: JsonObject): JsonObject => service;
const inShort = (service: JsonObject): JsonObject => ({
  id: service['id'],
  name: service['name'],
  status: service['status'],
});

/** Published services of organizations, by the organization's id: whole, or by their names. */
async function offeredBy(
  db: Db,
  centreId: string,
  organizations: readonly { id: string }[],
  around: Around,
  whole: boolean,
): Promise<Map<string, JsonObject[]>> {
  const organizationIds = organizations.map((one) => one.id);
  const cards = await selectRecords(db, centreId, { ...publicOnly, organizationIds }, { limit: mostOffered });
  const services = await servicesOf(db, centreId, cards, { around, open: true });
  const offered = new Map<string, JsonObject[]>();
  for (const [index, card] of cards.entries()) {
    const service = services[index];
    const id = card.organizationId;
    if (id === null || !service) continue;
    const before = offered.get(id) ?? [];
    offered.set(id, [...before, whole ? withoutOrganization(service) : inShort(service)]);
  }
  return offered;
}

/** Organizations with at least one published service, each with the services it gives. */
export const listOpenOrganizations = query({
  name: 'hsds.list-organizations',
  summary: 'Organizations that give published services, as HSDS says them',
  input: z.object({ ...page, ...filters, shape, fullService: tick().optional() }),
  ...listed,
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const found = await narrowed(db, input, moment);
    if (found === undefined) return nothing;
    const { around, filter } = found;
    const ids = await offering(db, centreId, 'organization', filter, {
      select: selectOrganizationRecords,
      words: wordsOf.organization,
      search: input.search,
    });
    const wanted = input.id ? ids.filter((id) => id === input.id) : ids;
    const shown = paged(wanted, input);
    const page = inOrderOf(shown, await selectOrganizationRecords(db, centreId, shown));
    const contents = page.map((one) => giveOrganization(one, { around, open: true }));
    if (input.shape !== 'full' && input.fullService !== true)
      return { total: wanted.length, contents: contents.map((one) => shaped('organization', one, 'list')) };
    const offered = await offeredBy(db, centreId, page, around, input.fullService === true);
    return {
      total: wanted.length,
      contents: contents.map((one) => ({ ...one, services: offered.get(textOf(one['id']) ?? '') ?? [] })),
    };
  },
});

/** Places where published services are given. */
export const listOpenLocations = query({
  name: 'hsds.list-locations',
  summary: 'Places where published services are given, as HSDS says them',
  input: z.object({ ...page, ...filters, shape }),
  ...listed,
  async read(db, { postcode, proximity, ...input }, moment) {
    const { centreId } = moment.actor;
    const found = await narrowed(db, input, moment);
    if (found === undefined) return nothing;
    const { around } = found;
    // A place has its own postcode: here it is asked for, and not who serves it.
    const at = postcode === undefined ? {} : { postalCode: postcode };
    const near = postcode === undefined || proximity === undefined ? {} : { metres: proximity };
    const ids = await offering(
      db,
      centreId,
      'location',
      { ...found.filter, ...at, ...near },
      {
        select: selectLocationRecords,
        words: wordsOf.location,
        search: input.search,
      },
    );
    const wanted = input.id ? ids.filter((id) => id === input.id) : ids;
    const shown = paged(wanted, input);
    const records = inOrderOf(shown, await selectLocationRecords(db, centreId, shown));
    const contents = records.map((one) =>
      shaped('location', giveLocation(one, { around, open: true }), input.shape),
    );
    return { total: wanted.length, contents };
  },
});

/** Which published service is given where. */
export const listOpenSites = query({
  name: 'hsds.list-service-at-locations',
  summary: 'Published services at their places, as HSDS says them',
  input: z.object({ ...page, ...filters, shape }),
  ...listed,
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const found = await narrowed(db, input, moment);
    if (found === undefined) return nothing;
    const { around } = found;
    const ranked = await rankedBy(db, centreId, input.search);
    const { total, sites } = await selectSites(db, centreId, { ...found.filter, ...ranked }, input);
    const ids = [...new Set(sites.map((one) => one.serviceId))];
    const cards = await selectRecords(db, centreId, { ...publicOnly, ids }, { limit: most });
    const services = await servicesOf(db, centreId, cards, { around, open: true });
    const inside = new Map(
      services.flatMap((service) =>
        ((service['service_at_locations'] ?? []) as JsonObject[]).map((site): [string, JsonObject] => [
          textOf(site['id']) ?? '',
          { service_id: service['id'], ...site },
        ]),
      ),
    );
    const contents = sites.flatMap(({ id }) => {
      const site = inside.get(id);
      if (!site) return [];
      if (input.shape === 'full') return [site];
      const { id: siteId, service_id, description, location } = site;
      const place = location as JsonObject | undefined;
      return [
        {
          id: siteId,
          service_id,
          location_id: place?.['id'],
          ...(description === undefined ? {} : { description }),
          ...(place ? { location: shaped('location', place, 'list') } : {}),
        },
      ];
    });
    return { total, contents };
  },
});
