import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { doubtKeys } from '../domain/doubts.ts';
import { isInstitutional, kindKeys, type Resource } from '../domain/resource.ts';

/** A report of places holds until its day; after it only the number of all places does. */
const linked = (today: string) => ({
  free: sql<
    number | null
  >`case when s.capacity_until is null or s.capacity_until >= ${today} then s.capacity_free end`,
  places: sql<number | null>`s.capacity_places`,
  on: sql<string | null>`s.capacity_on`,
});

const select = (db: Db, centreId: string, today: string) =>
  db
    .selectFrom('resource')
    .leftJoin('service as s', (join) =>
      join.onRef('s.centre_id', '=', 'resource.centre_id').onRef('s.id', '=', 'resource.service_id'),
    )
    .innerJoin('centre', 'centre.id', 'resource.centre_id')
    .where('resource.centre_id', '=', centreId)
    .select([
      'centre.demonstration',
      'resource.id',
      'resource.name',
      'resource.operator',
      'resource.kind',
      'resource.profile',
      'resource.gmina',
      'resource.powiat',
      'resource.locality',
      'resource.institutional',
      'resource.places',
      'resource.occupied',
      'resource.waiting',
      'resource.free',
      'resource.staff',
      'resource.cost_month_grosze',
      'resource.cost_as_of',
      'resource.cost_about',
      'resource.source',
      'resource.as_of',
      'resource.doubts',
      'resource.register',
      'resource.register_key',
      'resource.closed_on',
      'resource.version',
      'resource.service_id',
      's.name as card',
      sql<string | null>`coalesce(s.owner_id, s.organization_id)`.as('owner_id'),
      linked(today).free.as('card_free'),
      linked(today).places.as('card_places'),
      linked(today).on.as('card_on'),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function resourceOf(row: Row): Resource & { registerKey: string | null } {
  const kind = kindKeys.find((key) => key === row.kind);
  if (!kind) throw new Error(`resource ${row.id} is of an unknown kind ${row.kind}`);
  return {
    id: row.id,
    name: row.name,
    operator: row.operator,
    kind,
    profile: row.profile,
    gmina: row.gmina,
    powiat: row.powiat,
    locality: row.locality,
    institutional: isInstitutional(kind, row.institutional),
    institutionalSaid: row.institutional,
    places: row.places,
    occupied: row.occupied,
    waiting: row.waiting,
    free: row.free,
    staff: row.staff,
    costMonthGrosze: row.cost_month_grosze,
    costAsOf: row.cost_as_of,
    costAbout: row.cost_about,
    link:
      row.service_id === null || row.card === null
        ? null
        : {
            serviceId: row.service_id,
            name: row.card,
            places: row.card_places,
            free: row.card_free,
            on: row.card_on,
          },
    ownerId: row.owner_id,
    source: row.source,
    asOf: row.as_of,
    doubts: doubtKeys.filter((key) => row.doubts.includes(key)),
    register: row.register,
    ...(row.demonstration && row.register === null ? { synthetic: true } : {}),
    closedOn: row.closed_on,
    version: row.version,
    registerKey: row.register_key,
  };
}

/** Every resource of a centre, the closed ones too, by kind and name. */
export async function allResources(
  db: Db,
  centreId: string,
  today: string,
): Promise<(Resource & { registerKey: string | null })[]> {
  const rows = await select(db, centreId, today).orderBy('resource.kind').orderBy('resource.name').execute();
  return rows.map(resourceOf);
}

/** One resource, locked for a change when `lock`; undefined when this centre has none of that id. */
export async function findResource(
  db: Db,
  centreId: string,
  id: string,
  today: string,
  lock = false,
): Promise<Resource | undefined> {
  const query = select(db, centreId, today).where('resource.id', '=', id);
  const row = await (lock ? query.forUpdate('resource') : query).executeTakeFirst();
  return row && resourceOf(row);
}

/** What is written of a resource; the link by the id of the card. */
export type Written = Omit<
  Resource,
  'id' | 'institutional' | 'link' | 'ownerId' | 'version' | 'closedOn' | 'register' | 'synthetic'
> & { serviceId: string | null };

type By = { centreId: string; accountId: string; at: string };

const columnsOf = (resource: Written, { accountId, at }: By) => ({
  name: resource.name,
  operator: resource.operator,
  kind: resource.kind,
  profile: resource.profile,
  gmina: resource.gmina,
  powiat: resource.powiat,
  locality: resource.locality,
  institutional: resource.institutionalSaid,
  places: resource.places,
  occupied: resource.occupied,
  waiting: resource.waiting,
  free: resource.free,
  staff: resource.staff,
  cost_month_grosze: resource.costMonthGrosze,
  cost_as_of: resource.costMonthGrosze === null ? null : resource.costAsOf,
  cost_about: resource.costAbout,
  service_id: resource.serviceId,
  source: resource.source,
  as_of: resource.asOf,
  doubts: [...resource.doubts],
  changed_by: accountId,
  changed_at: at,
});

export async function insertResource(
  tx: Db,
  by: By,
  id: string,
  resource: Written,
  from?: { register: string; key: string },
): Promise<void> {
  await tx
    .insertInto('resource')
    .values({
      centre_id: by.centreId,
      id,
      ...columnsOf(resource, by),
      register: from?.register ?? null,
      register_key: from?.key ?? null,
    })
    .execute();
}

export async function updateResource(tx: Db, by: By, id: string, resource: Written): Promise<void> {
  await tx
    .updateTable('resource')
    .set((set) => ({ ...columnsOf(resource, by), closed_on: null, version: set('version', '+', 1) }))
    .where('centre_id', '=', by.centreId)
    .where('id', '=', id)
    .execute();
}

export async function closeResource(tx: Db, by: By, id: string, on: string): Promise<void> {
  await tx
    .updateTable('resource')
    .set((set) => ({
      closed_on: on,
      changed_by: by.accountId,
      changed_at: by.at,
      version: set('version', '+', 1),
    }))
    .where('centre_id', '=', by.centreId)
    .where('id', '=', id)
    .execute();
}

/** Cards that a resource may be linked with, by name. */
export async function cardsToLink(db: Db, centreId: string): Promise<{ id: string; name: string }[]> {
  return await db
    .selectFrom('service')
    .where('centre_id', '=', centreId)
    .where('state', 'in', ['published', 'to_confirm', 'verified'])
    .select(['id', 'name'])
    .orderBy('name')
    .execute();
}

/** Gminas of the centre on a day. */
export async function gminasOn(
  db: Db,
  centreId: string,
  today: string,
): Promise<{ teryt: string; name: string }[]> {
  return await db
    .selectFrom('centre_gmina')
    .innerJoin('gmina', 'gmina.teryt', 'centre_gmina.teryt')
    .select(['gmina.teryt', 'gmina.name'])
    .where('centre_gmina.centre_id', '=', centreId)
    .where('centre_gmina.valid_from', '<=', today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
    .orderBy('gmina.name')
    .execute();
}
