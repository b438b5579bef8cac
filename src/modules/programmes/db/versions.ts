import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { ProgrammeService, ProgrammeVersion } from '../../../platform/database/generated/schema.ts';
import { type Place, prepared } from '../../../platform/database/prepared.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { conditionSchema } from '../../directory/index.ts';
import { feeSchema, units } from '../domain/fee.ts';
import { type Items, itemsSchema } from '../domain/items.ts';
import { type VersionState, versionStates } from '../domain/states.ts';
import type { Offer, OfferInForce } from '../domain/offer.ts';
import { type Programme, type Version, informationSchema } from '../domain/version.ts';

const conditions = z.array(conditionSchema);
const json = (value: unknown) => sql<string>`${JSON.stringify(value)}::jsonb`;

type VersionRow = Selectable<ProgrammeVersion>;

const versionOf = (row: VersionRow): Version => ({
  id: row.id,
  programmeId: row.programme_id,
  number: row.number,
  state: z.enum(versionStates).parse(row.state),
  items: itemsSchema.parse(row.items),
  validFrom: row.valid_from,
  validTo: row.valid_to,
  resolutionNumber: row.resolution_number,
  resolutionDate: row.resolution_date,
  journalPosition: row.journal_position,
  bipOffice: row.bip_office,
  bipCentre: row.bip_centre,
  endedOn: row.ended_on,
  endReason: row.end_reason,
  repeal: row.repeal,
  information: row.information === null ? null : informationSchema.parse(row.information),
  version: row.version,
});

type OfferRow = Selectable<ProgrammeService> & { service_name: string };

export const offerOf = (row: OfferRow): Offer => ({
  id: row.id,
  versionId: row.programme_version_id,
  serviceId: row.service_id,
  serviceName: row.service_name,
  limitPeople: row.limit_people,
  limitGrosze: row.limit_grosze,
  usedPeople: row.used_people,
  usedGrosze: row.used_grosze,
  unit: z.enum(units).parse(row.unit),
  unitPriceGrosze: row.unit_price_grosze,
  maxMonths: row.max_months,
  conditions: conditions.parse(row.conditions),
  fee: row.fee === null ? null : feeSchema.parse(row.fee),
  feeNote: row.fee_note,
  version: row.version,
});

type CentreId = string | ReturnType<Place<{ centreId: string }>>;

const selectOffers = (db: Db, centreId: CentreId) =>
  db
    .selectFrom('programme_service')
    .innerJoin('service', (join) =>
      join
        .onRef('service.centre_id', '=', 'programme_service.centre_id')
        .onRef('service.id', '=', 'programme_service.service_id'),
    )
    .selectAll('programme_service')
    .select('service.name as service_name')
    .where('programme_service.centre_id', '=', centreId)
    .orderBy('service.name')
    .orderBy('programme_service.id');

/** Offers of versions, by the name of the service. */
export async function offersOf(db: Db, centreId: string, versionIds: readonly string[]): Promise<Offer[]> {
  if (versionIds.length === 0) return [];
  const rows = await selectOffers(db, centreId)
    .where('programme_version_id', 'in', [...versionIds])
    .execute();
  return rows.map(offerOf);
}

/** One offer, locked: who decides on it is the only one who takes from its limits until the commit. */
export async function lockOffer(
  tx: Db,
  centreId: string,
  id: string,
): Promise<(Offer & { state: VersionState }) | undefined> {
  const row = await selectOffers(tx, centreId)
    .where('programme_service.id', '=', id)
    .forUpdate('programme_service')
    .executeTakeFirst();
  if (!row) return undefined;
  const version = await tx
    .selectFrom('programme_version')
    .select('state')
    .where('centre_id', '=', centreId)
    .where('id', '=', row.programme_version_id)
    .executeTakeFirstOrThrow();
  return { ...offerOf(row), state: z.enum(versionStates).parse(version.state) };
}

const inForce = prepared<{ centreId: string; on: string }>()((db, place) =>
  selectOffers(db, place('centreId'))
    .innerJoin('programme_version', (join) =>
      join
        .onRef('programme_version.centre_id', '=', 'programme_service.centre_id')
        .onRef('programme_version.id', '=', 'programme_service.programme_version_id'),
    )
    .innerJoin('programme', (join) =>
      join
        .onRef('programme.centre_id', '=', 'programme_version.centre_id')
        .onRef('programme.id', '=', 'programme_version.programme_id'),
    )
    .select([
      'programme.id as programme_id',
      'programme.name as programme_name',
      'programme.gmina',
      'programme_version.number',
      'programme_version.items',
    ])
    .where('programme_version.state', '=', 'in_force')
    .where('programme_version.valid_from', '<=', place('on'))
    .where((where) =>
      where.or([
        where('programme_version.valid_to', 'is', null),
        where('programme_version.valid_to', '>=', place('on')),
      ]),
    ),
);

/** Offers of all versions in force on a day, with their programme. */
export async function offersInForce(db: Db, centreId: string, on: string): Promise<OfferInForce[]> {
  const rows = await inForce.all(db, { centreId, on });
  return rows.map((row) => ({
    ...offerOf(row),
    programmeId: row.programme_id,
    programmeName: row.programme_name,
    gmina: row.gmina,
    versionNumber: row.number,
    commonConditions: itemsSchema.parse(row.items).qualification?.conditions ?? [],
  }));
}

/** Programmes of the centre by name. */
export async function selectProgrammes(
  db: Db,
  centreId: string,
  ids?: readonly string[],
): Promise<Programme[]> {
  let query = db
    .selectFrom('programme')
    .innerJoin('gmina', 'gmina.teryt', 'programme.gmina')
    .select([
      'programme.id',
      'programme.gmina',
      'gmina.name as gminaName',
      'programme.name',
      'programme.source',
      'programme.note',
    ])
    .where('centre_id', '=', centreId);
  if (ids) query = query.where('programme.id', 'in', [...ids]);
  return await query.orderBy('programme.name').orderBy('programme.id').execute();
}

/** Versions of programmes, newest first. */
export async function selectVersions(
  db: Db,
  centreId: string,
  programmeIds?: readonly string[],
): Promise<Version[]> {
  let query = db.selectFrom('programme_version').selectAll().where('centre_id', '=', centreId);
  if (programmeIds) query = query.where('programme_id', 'in', [...programmeIds]);
  const rows = await query.orderBy('programme_id').orderBy('number', 'desc').execute();
  return rows.map(versionOf);
}

/** A version with its programme and offers, locked until the transaction ends. */
export async function lockVersion(
  tx: Db,
  centreId: string,
  id: string,
): Promise<
  | (Version & {
      programme: Programme;
      offers: Offer[];
      siblings: { id: string; number: number; state: VersionState }[];
    })
  | undefined
> {
  const row = await tx
    .selectFrom('programme_version')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const [[programme], offers, versions] = await Promise.all([
    selectProgrammes(tx, centreId, [row.programme_id]),
    offersOf(tx, centreId, [id]),
    selectVersions(tx, centreId, [row.programme_id]),
  ]);
  if (!programme) return undefined;
  const siblings = versions
    .filter((one) => one.id !== id)
    .map((one) => ({ id: one.id, number: one.number, state: one.state }));
  return { ...versionOf(row), programme, offers, siblings };
}

/** Versions in force whose last day has passed, locked to be ended. */
export async function lockExpired(
  tx: Db,
  centreId: string,
  today: string,
): Promise<{ id: string; name: string; validTo: string }[]> {
  const rows = await tx
    .selectFrom('programme_version as v')
    .innerJoin('programme as p', (join) =>
      join.onRef('p.centre_id', '=', 'v.centre_id').onRef('p.id', '=', 'v.programme_id'),
    )
    .where('v.centre_id', '=', centreId)
    .where('v.state', '=', 'in_force')
    .where('v.valid_to', '<', today)
    .select(['v.id', 'p.name', 'v.valid_to'])
    .orderBy('v.id')
    .forUpdate('v')
    .execute();
  return rows.flatMap(({ id, name, valid_to: validTo }) => (validTo === null ? [] : [{ id, name, validTo }]));
}

/** Adds a programme. */
export async function insertProgramme(
  tx: Db,
  centreId: string,
  programme: { id: string; gmina: string; name: string },
): Promise<void> {
  await tx
    .insertInto('programme')
    .values({ centre_id: centreId, ...programme })
    .execute();
}

/** Adds a draft. */
export async function insertDraft(
  tx: Db,
  centreId: string,
  draft: { id: string; programmeId: string; number: number; items: Items },
): Promise<void> {
  await tx
    .insertInto('programme_version')
    .values({
      centre_id: centreId,
      id: draft.id,
      programme_id: draft.programmeId,
      number: draft.number,
      state: 'draft',
      items: json(draft.items),
    })
    .execute();
}

/** What a step writes beside the state. */
export type VersionChange = Partial<
  Pick<
    Version,
    | 'items'
    | 'validFrom'
    | 'validTo'
    | 'resolutionNumber'
    | 'resolutionDate'
    | 'journalPosition'
    | 'bipOffice'
    | 'bipCentre'
    | 'endedOn'
    | 'endReason'
    | 'repeal'
    | 'information'
  >
>;

/** Writes a step of a version: its state after it and what the step says. */
export async function updateVersion(
  tx: Db,
  centreId: string,
  id: string,
  state: VersionState,
  change: VersionChange = {},
): Promise<void> {
  const { items, information, ...rest } = change;
  await tx
    .updateTable('programme_version')
    .set((set) => ({
      state,
      version: set('version', '+', 1),
      valid_from: rest.validFrom,
      valid_to: rest.validTo,
      resolution_number: rest.resolutionNumber,
      resolution_date: rest.resolutionDate,
      journal_position: rest.journalPosition,
      bip_office: rest.bipOffice,
      bip_centre: rest.bipCentre,
      ended_on: rest.endedOn,
      end_reason: rest.endReason,
      repeal: rest.repeal,
      ...(items ? { items: json(items) } : {}),
      ...(information ? { information: json(information) } : {}),
    }))
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}

/** Renames a programme: its name is the first part of item 1. */
export async function renameProgramme(tx: Db, centreId: string, id: string, name: string): Promise<void> {
  await tx
    .updateTable('programme')
    .set({ name })
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}
