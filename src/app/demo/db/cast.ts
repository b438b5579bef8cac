import type { Db } from '../../../platform/database/tenant.ts';

/** A service of a centre, with where a programme in force offers it. */
export interface StageService {
  serviceId: string;
  name: string;
  track: string;
  offers: { offerId: string; versionId: string; gmina: string; unitPriceGrosze: number | null }[];
}

/** The services of a centre by their names, with their offers in programmes in force. */
export async function findServices(db: Db, centreId: string): Promise<ReadonlyMap<string, StageService>> {
  const rows = await db
    .selectFrom('service as s')
    .leftJoin('programme_service as o', (join) =>
      join.onRef('o.centre_id', '=', 's.centre_id').onRef('o.service_id', '=', 's.id'),
    )
    .leftJoin('programme_version as v', (join) =>
      join
        .onRef('v.centre_id', '=', 'o.centre_id')
        .onRef('v.id', '=', 'o.programme_version_id')
        .on('v.state', '=', 'in_force'),
    )
    .leftJoin('programme as p', (join) =>
      join.onRef('p.centre_id', '=', 'v.centre_id').onRef('p.id', '=', 'v.programme_id'),
    )
    .where('s.centre_id', '=', centreId)
    .select([
      's.id',
      's.name',
      's.track',
      'o.id as offer_id',
      'v.id as version_id',
      'p.gmina',
      'o.unit_price_grosze',
    ])
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.name)].map(([name, of]) => [
      name,
      {
        serviceId: of[0]?.id ?? '',
        name,
        track: of[0]?.track ?? '',
        offers: of.flatMap(({ offer_id: offerId, version_id: versionId, gmina, unit_price_grosze }) =>
          offerId && versionId && gmina
            ? [{ offerId, versionId, gmina, unitPriceGrosze: unit_price_grosze }]
            : [],
        ),
      },
    ]),
  );
}

/** Ids of the centre's organizations by their names. */
export async function findOrganizations(db: Db, centreId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('organization')
    .where('centre_id', '=', centreId)
    .select(['id', 'name'])
    .execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** The demonstration's centres by their slugs. */
export async function findCentres(db: Db): Promise<{ id: string; slug: string }[]> {
  return await db
    .selectFrom('centre')
    .where('demonstration', '=', true)
    .select(['id', 'slug'])
    .orderBy('slug')
    .execute();
}
