import { gminasOn } from '../../directory/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Around, Programme } from '../domain/around.ts';

/** Of each service that a programme in force offers: the first by name. */
async function programmesOf(db: Db, centreId: string): Promise<Map<string, Programme>> {
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
    .innerJoin('gmina', 'gmina.teryt', 'programme.gmina')
    .where('offer.centre_id', '=', centreId)
    .select([
      'offer.service_id',
      'programme.id',
      'programme.name',
      'gmina.name as gmina',
      'version.resolution_number as resolution',
    ])
    .orderBy('programme.name', 'desc')
    .orderBy('programme.id', 'desc')
    .execute();
  return new Map(rows.map(({ service_id, ...programme }) => [service_id, programme]));
}

/** What the cards of a centre are said against, on a day. */
export async function selectAround(db: Db, centreId: string, today: string): Promise<Around> {
  const [own, all, programmes] = await Promise.all([
    gminasOn(db, centreId, today),
    db.selectFrom('gmina').select(['teryt', 'name', 'voivodeship']).execute(),
    programmesOf(db, centreId),
  ]);
  const known = new Map(all.map((one) => [one.teryt, one]));
  return {
    gminas: own.map((one) => one.teryt).sort(),
    nameOf: (teryt) => known.get(teryt)?.name,
    voivodeshipOf: (teryt) => known.get(teryt)?.voivodeship,
    programmeOf: (serviceId) => programmes.get(serviceId),
  };
}

/** A text that changes whenever what the cards of a centre are said against does. */
export async function selectAroundMark(db: Db, centreId: string, today: string): Promise<string> {
  const [own, programmes] = await Promise.all([gminasOn(db, centreId, today), programmesOf(db, centreId)]);
  return JSON.stringify([
    own.map((one) => one.teryt).sort(),
    [...programmes].sort(([one], [other]) => (one < other ? -1 : 1)),
  ]);
}
