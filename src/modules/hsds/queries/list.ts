import { z } from 'zod';
import {
  countRecords,
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
import { filterOf } from '../domain/filter.ts';
import { giveLocation, giveOrganization } from '../domain/give.ts';
import { shaped, shapes } from '../domain/shapes.ts';
import type { JsonObject } from '../domain/spec.ts';
import { servicesOf } from './read.ts';

const most = 1000;
/** Services that a page of organizations brings at most. */
const mostOffered = 5000;

const page = {
  id: optionalId(),
  offset: integer(0, 10_000_000).optional().default(0),
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

/** What was searched for, found by the engine of the directory: the same words find the same for people and machines. */
const rankedBy = async (
  db: Db,
  centreId: string,
  words: string | undefined,
): Promise<Pick<RecordFilter, 'ranked'>> =>
  words === undefined ? {} : { ranked: await searchPublic(db, centreId, words) };

const nothing: Listed = { total: 0, contents: [] };

const publicOnly: RecordFilter = { states: publicStates };

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
    const found = filterOf(input);
    if (found === undefined) return nothing;
    const ranked = await rankedBy(db, centreId, input.search);
    const filter = { ...publicOnly, ...found, ...ranked, ...(input.id ? { ids: [input.id] } : {}) };
    const [{ count }, cards, around] = await Promise.all([
      countRecords(db, centreId, filter),
      input.limit === 0 ? [] : selectRecords(db, centreId, filter, input),
      selectAround(db, centreId, moment.today),
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
    const { search, ...rest } = input;
    const found = filterOf(rest);
    if (found === undefined) return nothing;
    const filter = { ...publicOnly, ...found };
    const [ids, around] = await Promise.all([
      selectOfferingIds(db, centreId, 'organization', filter),
      selectAround(db, centreId, moment.today),
    ]);
    const wanted = input.id ? ids.filter((id) => id === input.id) : ids;
    const records = await selectOrganizationRecords(db, centreId, wanted);
    const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const named = records.filter((one) =>
      words.every((word) => `${one.name} ${one.description ?? ''}`.toLowerCase().includes(word)),
    );
    const page = paged(named, input);
    const contents = page.map((one) => giveOrganization(one, { around, open: true }));
    if (input.shape !== 'full' && input.fullService !== true)
      return { total: named.length, contents: contents.map((one) => shaped('organization', one, 'list')) };
    const offered = await offeredBy(db, centreId, page, around, input.fullService === true);
    return {
      total: named.length,
      contents: contents.map((one) => ({ ...one, services: offered.get(textOf(one['id']) ?? '') ?? [] })),
    };
  },
});

/** Places where published services are given. */
export const listOpenLocations = query({
  name: 'hsds.list-locations',
  summary: 'Places where published services are given, as HSDS says them',
  input: z.object({ ...page, postcode: filters.postcode, organizationId: filters.organizationId, shape }),
  ...listed,
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const [ids, around] = await Promise.all([
      selectOfferingIds(db, centreId, 'location', { ...publicOnly, ...filterOf(input) }),
      selectAround(db, centreId, moment.today),
    ]);
    const wanted = input.id ? ids.filter((id) => id === input.id) : ids;
    const records = await selectLocationRecords(db, centreId, paged(wanted, input));
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
    const found = filterOf(input);
    if (found === undefined) return nothing;
    const ranked = await rankedBy(db, centreId, input.search);
    const [{ total, sites }, around] = await Promise.all([
      selectSites(db, centreId, { ...publicOnly, ...found, ...ranked }, input),
      selectAround(db, centreId, moment.today),
    ]);
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
