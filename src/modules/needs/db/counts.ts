import { sql } from 'kysely';
import { z } from 'zod';
import type { RecipientGroup } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { firstDay, monthAfter } from '../domain/months.ts';
import type { CountRow } from '../domain/safe-counts.ts';
import { groupKeys, type Reason, reasons } from '../domain/unmet-need.ts';

/** What is counted: whole months, both included, and one area, group, gmina or reason, where they are named. */
export interface CountFilter {
  from?: string | undefined;
  to?: string | undefined;
  area?: number | undefined;
  group?: RecipientGroup | undefined;
  gmina?: string | undefined;
  reason?: Reason | undefined;
}

const coded = z.object({ reason: z.enum(reasons), group: z.enum(groupKeys).nullable() });

/** Accepted needs by month and every code. */
export async function countAccepted(db: Db, centreId: string, filter: CountFilter): Promise<CountRow[]> {
  let query = db.selectFrom('unmet_need').where('centre_id', '=', centreId).where('state', '=', 'accepted');
  if (filter.from !== undefined) query = query.where('happened_on', '>=', firstDay(filter.from));
  if (filter.to !== undefined) query = query.where('happened_on', '<', firstDay(monthAfter(filter.to, 1)));
  if (filter.area !== undefined) query = query.where('area', '=', filter.area);
  if (filter.group !== undefined) query = query.where('recipient_group', '=', filter.group);
  if (filter.gmina !== undefined) query = query.where('gmina', '=', filter.gmina);
  if (filter.reason !== undefined) query = query.where('reason', '=', filter.reason);
  const month = sql<string>`to_char(happened_on, 'YYYY-MM')`;
  const rows = await query
    .groupBy([month, 'area', 'reason', 'recipient_group', 'gmina', 'locality'])
    .select([
      month.as('month'),
      'area',
      'reason',
      'recipient_group',
      'gmina',
      'locality',
      sql<number>`sum(times)::int`.as('times'),
    ])
    .execute();
  return rows.map((row) => ({
    month: row.month,
    area: row.area ?? 0,
    ...coded.parse({ reason: row.reason, group: row.recipient_group }),
    gmina: row.gmina,
    locality: row.locality,
    times: row.times,
  }));
}

/** How many needs await a review. */
export async function countAwaiting(db: Db, centreId: string): Promise<number> {
  const row = await db
    .selectFrom('unmet_need')
    .select(sql<number>`coalesce(sum(times), 0)::int`.as('times'))
    .where('centre_id', '=', centreId)
    .where('state', '=', 'awaiting')
    .executeTakeFirstOrThrow();
  return row.times;
}

/** Gminas of the centre on a day. */
export async function gminasOf(
  db: Db,
  centreId: string,
  today: string,
): Promise<{ teryt: string; name: string; powiat: string }[]> {
  return await db
    .selectFrom('centre_gmina')
    .innerJoin('gmina', 'gmina.teryt', 'centre_gmina.teryt')
    .select(['gmina.teryt', 'gmina.name', 'gmina.powiat'])
    .where('centre_gmina.centre_id', '=', centreId)
    .where('centre_gmina.valid_from', '<=', today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
    .orderBy('gmina.name')
    .execute();
}

/** Where localities lie, as far as the places of the directory tell: the middle of what is known there. */
export async function placesOnMap(
  db: Db,
  centreId: string,
): Promise<{ locality: string; gmina: string | null; longitude: number; latitude: number }[]> {
  return await db
    .selectFrom('location')
    .where('centre_id', '=', centreId)
    .where('city', 'is not', null)
    .where('latitude', 'is not', null)
    .groupBy(['city', 'teryt'])
    .select([
      sql<string>`city`.as('locality'),
      'teryt as gmina',
      sql<number>`avg(longitude)`.as('longitude'),
      sql<number>`avg(latitude)`.as('latitude'),
    ])
    .execute();
}
