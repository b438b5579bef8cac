import type { Db } from '../../../platform/database/tenant.ts';

/** Programmes in force that offer a service, by name. */
export async function programmeNames(db: Db, centreId: string, serviceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('programme_service as offer')
    .innerJoin('programme_version as version', (join) =>
      join
        .onRef('version.centre_id', '=', 'offer.centre_id')
        .onRef('version.id', '=', 'offer.programme_version_id')
        .on('version.state', '=', 'in_force'),
    )
    .innerJoin('programme', (join) =>
      join
        .onRef('programme.centre_id', '=', 'version.centre_id')
        .onRef('programme.id', '=', 'version.programme_id'),
    )
    .where('offer.centre_id', '=', centreId)
    .where('offer.service_id', '=', serviceId)
    .select('programme.name')
    .distinct()
    .orderBy('programme.name')
    .execute();
  return rows.map((row) => row.name);
}
