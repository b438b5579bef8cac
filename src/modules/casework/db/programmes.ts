import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { type Offer, offersOf, reliefsOf } from '../../programmes/index.ts';
import { translationsSchema } from '../../directory/index.ts';
import type { ApplicationProgramme } from '../domain/programme.ts';

/** The items of a programme that an application stands on; a missing item gives nothing. */
const itemsSchema = z.object({
  personalData: z.object({ fields: z.array(z.string()) }).optional(),
  evidence: z
    .object({ rows: z.array(z.object({ criterion: z.string(), documents: z.string() })) })
    .optional(),
  fees: z.object({ reliefs: z.array(z.object({ words: z.string() })) }).optional(),
});

const versionsOf = (db: Db, centreId: string) =>
  db
    .selectFrom('programme_version as v')
    .innerJoin('programme as p', (join) =>
      join.onRef('p.centre_id', '=', 'v.centre_id').onRef('p.id', '=', 'v.programme_id'),
    )
    .where('v.centre_id', '=', centreId)
    .select([
      'v.id',
      'p.id as programme_id',
      'p.name',
      'p.gmina',
      'v.resolution_number',
      'v.state',
      'v.valid_from',
      'v.valid_to',
      'v.items',
    ])
    .orderBy('p.name')
    .orderBy('v.id');

/** What the cards call the services of versions in other languages, by service. */
async function namesOf(db: Db, centreId: string, versionIds: readonly string[]): Promise<Names> {
  if (versionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('programme_service as o')
    .innerJoin('service as s', (join) =>
      join.onRef('s.centre_id', '=', 'o.centre_id').onRef('s.id', '=', 'o.service_id'),
    )
    .where('o.centre_id', '=', centreId)
    .where('o.programme_version_id', 'in', [...versionIds])
    .select(['s.id', 's.translations'])
    .execute();
  return new Map(
    rows.map(({ id, translations }) => {
      const { uk, en } = translationsSchema.parse(translations);
      return [id, { uk: uk?.name, en: en?.name }];
    }),
  );
}

type Names = ReadonlyMap<string, ApplicationProgramme['offers'][number]['names']>;

type Row = Awaited<ReturnType<ReturnType<typeof versionsOf>['executeTakeFirstOrThrow']>>;

function programmeOf(row: Row, offers: readonly Offer[], names: Names, today: string): ApplicationProgramme {
  const items = itemsSchema.parse(row.items);
  const reliefs = [
    ...(items.fees?.reliefs ?? []),
    ...offers.flatMap((offer) => [...reliefsOf(offer.fee, today)]),
  ].map((one) => one.words);
  return {
    versionId: row.id,
    programmeId: row.programme_id,
    name: row.name,
    gmina: row.gmina,
    resolution: row.resolution_number,
    inForce:
      row.state === 'in_force' &&
      (row.valid_from === null || row.valid_from <= today) &&
      (row.valid_to === null || row.valid_to >= today),
    offers: offers.map((offer) => ({
      offerId: offer.id,
      serviceId: offer.serviceId,
      name: offer.serviceName,
      names: names.get(offer.serviceId),
    })),
    whitelist: items.personalData?.fields ?? [],
    reliefs: [...new Set(reliefs)],
    documents: items.evidence?.rows.map((one) => `${one.documents} (${one.criterion})`) ?? [],
  };
}

/** A version of a programme with what it lets the centre ask; undefined when this centre has no such version. */
export async function findProgramme(
  db: Db,
  centreId: string,
  versionId: string,
  today: string,
): Promise<ApplicationProgramme | undefined> {
  const [row, offers, names] = await Promise.all([
    versionsOf(db, centreId).where('v.id', '=', versionId).executeTakeFirst(),
    offersOf(db, centreId, [versionId]),
    namesOf(db, centreId, [versionId]),
  ]);
  return row && programmeOf(row, offers, names, today);
}

/** The version of a programme that offers this service of it. */
export async function findProgrammeOf(
  db: Db,
  centreId: string,
  offerId: string,
  today: string,
): Promise<ApplicationProgramme | undefined> {
  const offer = await db
    .selectFrom('programme_service')
    .where('centre_id', '=', centreId)
    .where('id', '=', offerId)
    .select('programme_version_id')
    .executeTakeFirst();
  return offer && (await findProgramme(db, centreId, offer.programme_version_id, today));
}

/** Programmes with services to which somebody may apply today, by name. */
export async function listProgrammesInForce(
  db: Db,
  centreId: string,
  today: string,
): Promise<ApplicationProgramme[]> {
  const rows = await versionsOf(db, centreId).where('v.state', '=', 'in_force').execute();
  const ids = rows.map((row) => row.id);
  const [offers, names] = await Promise.all([offersOf(db, centreId, ids), namesOf(db, centreId, ids)]);
  return rows
    .map((row) =>
      programmeOf(
        row,
        offers.filter((offer) => offer.versionId === row.id),
        names,
        today,
      ),
    )
    .filter((programme) => programme.inForce && programme.offers.length > 0);
}

export interface OtherService {
  id: string;
  name: string;
  /** None: in every gmina of the centre. */
  gminas: string[];
}

/** Services under a separate statute (art. 19): their application is taken and passed on. */
export async function listOtherTrack(db: Db, centreId: string): Promise<OtherService[]> {
  return await db
    .selectFrom('service')
    .where('centre_id', '=', centreId)
    .where('track', '=', 'separate_statute')
    .where('state', 'in', ['published', 'to_confirm'])
    .select(['id', 'name', 'gminas'])
    .orderBy('name')
    .orderBy('id')
    .execute();
}
