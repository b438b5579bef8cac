import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { type Capacity, capacitySchema, unknownCapacity } from '../domain/capacity.ts';
import { feeKinds, reaches, recipientGroups } from '../domain/codes.ts';
import { publicStates } from '../domain/lifecycle.ts';
import { type Service, translationsSchema } from '../domain/service.ts';

/** What the list of services shows of a card and what it is found by. */
export interface PublicCard
  extends Pick<
    Service,
    | 'id'
    | 'name'
    | 'description'
    | 'recipients'
    | 'conditions'
    | 'area'
    | 'gminas'
    | 'recipientGroups'
    | 'reach'
    | 'feeKind'
    | 'fee'
    | 'place'
    | 'translations'
    | 'confirmedOn'
    | 'confirmBy'
  > {
  performer: string | null;
  gminaNames: readonly string[];
  capacity: Capacity;
  /** Towns and villages of its places, and where the first of them lies. */
  cities: readonly string[];
  position: { latitude: number; longitude: number } | null;
}

const groupList = z.array(z.enum(recipientGroups));
const reachList = z.array(z.enum(reaches));
const feeKind = z.enum(feeKinds).nullable();
const site = z.object({
  city: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});

/** Where the services are given: town and position of each place, in the order of the card. */
async function placesOf(
  db: Db,
  centreId: string,
  ids: readonly string[] | undefined,
): Promise<Map<string, z.infer<typeof site>[]>> {
  let query = db
    .selectFrom('service_location')
    .innerJoin('location', (join) =>
      join
        .onRef('location.centre_id', '=', 'service_location.centre_id')
        .onRef('location.id', '=', 'service_location.location_id'),
    )
    .select(['service_location.service_id', 'location.city', 'location.latitude', 'location.longitude'])
    .where('service_location.centre_id', '=', centreId)
    .orderBy('service_location.position')
    .orderBy('service_location.id');
  if (ids) query = query.where(sql<boolean>`service_location.service_id = any(${ids}::uuid[])`);
  const rows = await query.execute();
  const places = new Map<string, z.infer<typeof site>[]>();
  for (const { service_id, ...row } of rows) {
    const list = places.get(service_id);
    if (list) list.push(site.parse(row));
    else places.set(service_id, [site.parse(row)]);
  }
  return places;
}

// Most lists of most cards are empty: parsing them would be half of the work of reading many cards.
const parsed = <T>(schema: z.ZodType<T[]>, list: readonly string[]): T[] =>
  list.length === 0 ? [] : schema.parse(list);

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/**
 * Every card that residents see, by name; of `ids` only, when given. No person is in it, so an index in the process
 * may hold it.
 */
export async function selectPublicCards(
  db: Db,
  centreId: string,
  ids?: readonly string[],
): Promise<PublicCard[]> {
  const [rows, gminas, placesById] = await Promise.all([
    db
      .selectFrom('service')
      .leftJoin('organization', (join) =>
        join
          .onRef('organization.centre_id', '=', 'service.centre_id')
          .onRef('organization.id', '=', 'service.organization_id'),
      )
      .select([
        'service.id',
        'service.name',
        'service.description',
        'service.recipients',
        'service.conditions',
        'service.area',
        'service.gminas',
        'service.recipient_groups',
        'service.reach',
        'service.fee_kind',
        'service.fee',
        'service.place',
        'service.translations',
        'service.confirmed_on',
        'service.confirm_by',
        'service.performer_words',
        'organization.name as organization',
        'service.capacity_status',
        'service.capacity_free',
        'service.capacity_places',
        'service.wait_value',
        'service.wait_unit',
        'service.capacity_on',
        'service.capacity_until',
      ])
      .where('service.centre_id', '=', centreId)
      .where('service.state', 'in', [...publicStates])
      .$if(ids !== undefined, (query) => query.where(sql<boolean>`service.id = any(${ids}::uuid[])`))
      .orderBy('service.name')
      .orderBy('service.id')
      .execute(),
    db.selectFrom('gmina').select(['teryt', 'name']).execute(),
    placesOf(db, centreId, ids),
  ]);
  const nameOf = new Map(gminas.map(({ teryt, name }) => [teryt, name]));
  return rows.map((row): PublicCard => {
    const places = placesById.get(row.id) ?? [];
    const [first] = places.flatMap(({ latitude, longitude }) =>
      latitude === null || longitude === null ? [] : [{ latitude, longitude }],
    );
    return {
      id: row.id,
      name: row.name,
      description: row.description,
      recipients: row.recipients,
      conditions: row.conditions,
      area: row.area,
      gminas: row.gminas,
      gminaNames: row.gminas.map((one) => nameOf.get(one) ?? one),
      recipientGroups: parsed(groupList, row.recipient_groups),
      reach: parsed(reachList, row.reach),
      feeKind: feeKind.parse(row.fee_kind),
      fee: row.fee,
      place: row.place,
      translations: isEmpty(row.translations) ? {} : translationsSchema.parse(row.translations),
      confirmedOn: row.confirmed_on,
      confirmBy: row.confirm_by,
      performer: row.organization ?? row.performer_words,
      capacity:
        row.capacity_status === 'unknown'
          ? { ...unknownCapacity, places: row.capacity_places }
          : capacitySchema.parse({
              status: row.capacity_status,
              free: row.capacity_free,
              places: row.capacity_places,
              wait: row.wait_value === null ? null : { value: row.wait_value, unit: row.wait_unit },
              on: row.capacity_on,
              until: row.capacity_until,
            }),
      cities: [...new Set(places.flatMap(({ city }) => city ?? []))],
      position: first ?? null,
    };
  });
}

/** The public card that stands before each of `ids` in the order of names, undefined before the first of all. */
export async function cardsBefore(
  db: Db,
  centreId: string,
  ids: readonly string[],
): Promise<Map<string, string | undefined>> {
  const { rows } = await sql<{ id: string; before: string | null }>`
    select service.id, (
      select other.id from service other
      where other.centre_id = ${centreId} and other.state = any(${publicStates}::text[])
        and (other.name, other.id) < (service.name, service.id)
      order by other.name desc, other.id desc limit 1) as before
    from service where service.centre_id = ${centreId} and service.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, before }) => [id, before ?? undefined]));
}
