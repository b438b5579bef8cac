import { prepared } from '../../../platform/database/prepared.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { type OfferInForce, offersInForce } from '../../programmes/index.ts';
import type { WantedService } from '../domain/wanted.ts';

/** The offer that was asked for, or the one that took its place when a newer version of the programme came into force. */
function offerFor(
  offers: readonly OfferInForce[],
  asked: { offer: string | null; service: string; gmina: string },
): OfferInForce | null {
  const same = offers.filter((offer) => offer.serviceId === asked.service);
  return (
    same.find((offer) => offer.id === asked.offer) ??
    same.find((offer) => offer.gmina === asked.gmina) ??
    null
  );
}

const askedFor = prepared<{ centreId: string; caseId: string }>()((db, place) =>
  db
    .selectFrom('application_service as asked')
    .innerJoin('case_file', (join) =>
      join.onRef('case_file.centre_id', '=', 'asked.centre_id').onRef('case_file.id', '=', 'asked.case_id'),
    )
    .innerJoin('service', (join) =>
      join.onRef('service.centre_id', '=', 'asked.centre_id').onRef('service.id', '=', 'asked.service_id'),
    )
    .leftJoin('organization', (join) =>
      join
        .onRef('organization.centre_id', '=', 'service.centre_id')
        .onRef('organization.id', '=', 'service.organization_id'),
    )
    .where('asked.centre_id', '=', place('centreId'))
    .where('asked.case_id', '=', place('caseId'))
    .select([
      'service.id as service_id',
      'service.name',
      'service.track',
      'service.handled_by',
      'service.organization_id',
      'organization.name as organization_name',
      'service.performer_words',
      'asked.programme_service_id',
      'case_file.gmina',
    ])
    .orderBy('service.name'),
);

/** Services that the application of a case asks for, with the offer of each in the programmes in force on the day. */
export async function findWanted(
  db: Db,
  centreId: string,
  caseId: string,
  today: string,
): Promise<WantedService[]> {
  const [rows, offers] = await Promise.all([
    askedFor.all(db, { centreId, caseId }),
    offersInForce(db, centreId, today),
  ]);
  const found = rows.map((row) => ({
    row,
    offer: offerFor(offers, { offer: row.programme_service_id, service: row.service_id, gmina: row.gmina }),
  }));
  const ends = await endsOf(
    db,
    centreId,
    found.flatMap(({ offer }) => (offer ? [offer.versionId] : [])),
  );
  return found.map(({ row, offer }) => ({
    serviceId: row.service_id,
    name: row.name,
    // The table's check holds it to the three tracks.
    track: row.track as WantedService['track'],
    handledBy: row.handled_by,
    organizationId: row.organization_id,
    performer: row.organization_name ?? row.performer_words,
    offer,
    offeredTo: (offer && ends.get(offer.versionId)) ?? null,
  }));
}

async function endsOf(
  db: Db,
  centreId: string,
  versions: readonly string[],
): Promise<Map<string, string | null>> {
  if (versions.length === 0) return new Map();
  const rows = await db
    .selectFrom('programme_version')
    .select(['id', 'valid_to'])
    .where('centre_id', '=', centreId)
    .where('id', 'in', [...versions])
    .execute();
  return new Map(rows.map((row) => [row.id, row.valid_to]));
}
