import { sql } from 'kysely';
import { prepared } from '../../../platform/database/prepared.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { releasePlace, reservePlace } from '../../programmes/index.ts';

/** A place that a case is to have in a service of a programme, with the money it commits (whole grosze). */
export interface PlaceToHold {
  programmeServiceId: string;
  startsOn: string | null;
  endsOn: string | null;
  units: number | null;
  grosze: number;
  feeGrosze?: number | null;
  feeSteps?: readonly string[];
  /** The judgement of the conditions as it stood; kept from the earlier place when missing. */
  reasons?: Record<string, unknown>;
}

export interface HeldPlace {
  id: string;
  programmeServiceId: string;
  serviceName: string;
  state: 'reserved' | 'accepted' | 'released';
  startsOn: string | null;
  endsOn: string | null;
  units: number | null;
  grosze: number;
  feeGrosze: number | null;
  feeSteps: string[];
  reasons: Record<string, unknown>;
  qualifiedOn: string;
  releasedOn: string | null;
}

const json = (value: unknown) => sql<string>`${JSON.stringify(value)}::jsonb`;

const heldPlaces = prepared<{ centreId: string; caseId: string }>()((db, place) =>
  db
    .selectFrom('qualification')
    .innerJoin('programme_service', (join) =>
      join
        .onRef('programme_service.centre_id', '=', 'qualification.centre_id')
        .onRef('programme_service.id', '=', 'qualification.programme_service_id'),
    )
    .innerJoin('service', (join) =>
      join
        .onRef('service.centre_id', '=', 'programme_service.centre_id')
        .onRef('service.id', '=', 'programme_service.service_id'),
    )
    .where('qualification.centre_id', '=', place('centreId'))
    .where('case_id', '=', place('caseId'))
    .selectAll('qualification')
    .select('service.name as service_name')
    .orderBy(sql`qualification.state = 'released'`)
    .orderBy('qualification.id'),
);

/** Places of a case, those it still has first. */
export async function listPlaces(db: Db, centreId: string, caseId: string): Promise<HeldPlace[]> {
  const rows = await heldPlaces.all(db, { centreId, caseId });
  return rows.map((row) => ({
    id: row.id,
    programmeServiceId: row.programme_service_id,
    serviceName: row.service_name,
    // The table's check holds it to the three states; the JSON was written by this file.
    state: row.state as HeldPlace['state'],
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    units: row.units,
    grosze: row.committed_grosze,
    feeGrosze: row.fee_grosze,
    feeSteps: row.fee_steps as string[],
    reasons: row.reasons as Record<string, unknown>,
    qualifiedOn: row.qualified_on,
    releasedOn: row.released_on,
  }));
}

/** Two lines of one service are one person's place, once; their money adds up. */
function merged(places: readonly PlaceToHold[]): Map<string, PlaceToHold> {
  const byService = new Map<string, PlaceToHold>();
  for (const place of places) {
    const before = byService.get(place.programmeServiceId);
    byService.set(
      place.programmeServiceId,
      before
        ? {
            ...before,
            grosze: before.grosze + place.grosze,
            units: (before.units ?? 0) + (place.units ?? 0),
            startsOn: earlier(before.startsOn, place.startsOn),
            endsOn: later(before.endsOn, place.endsOn),
          }
        : place,
    );
  }
  return byService;
}

const earlier = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? (one ?? other) : one < other ? one : other;
const later = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? (one ?? other) : one > other ? one : other;

/** The offer that stands today for this one: itself, or the one that a newer version of its programme put in its place. */
async function offerToday(tx: Db, centreId: string, id: string): Promise<string> {
  const row = await tx
    .selectFrom('programme_service as asked')
    .innerJoin('programme_version as origin', (join) =>
      join
        .onRef('origin.centre_id', '=', 'asked.centre_id')
        .onRef('origin.id', '=', 'asked.programme_version_id'),
    )
    .innerJoin('programme_version as current', (join) =>
      join
        .onRef('current.centre_id', '=', 'origin.centre_id')
        .onRef('current.programme_id', '=', 'origin.programme_id'),
    )
    .innerJoin('programme_service as offer', (join) =>
      join
        .onRef('offer.centre_id', '=', 'current.centre_id')
        .onRef('offer.programme_version_id', '=', 'current.id')
        .onRef('offer.service_id', '=', 'asked.service_id'),
    )
    .where('asked.centre_id', '=', centreId)
    .where('asked.id', '=', id)
    .where('current.state', '=', 'in_force')
    .select('offer.id')
    .executeTakeFirst();
  return row?.id ?? id;
}

/** Brings the money and the place that a case takes of one offer from what it held to what it wants. */
async function adjust(
  tx: Db,
  moment: Moment,
  id: string,
  before: number | null,
  after: number | null,
): Promise<void> {
  const people = Number(after !== null) - Number(before !== null);
  const grosze = (after ?? 0) - (before ?? 0);
  const taken = { people: Math.max(people, 0), grosze: Math.max(grosze, 0) };
  const given = { people: Math.max(-people, 0), grosze: Math.max(-grosze, 0) };
  if (taken.people > 0 || taken.grosze > 0)
    await reservePlace(tx, moment, await offerToday(tx, moment.actor.centreId, id), taken);
  if (given.people > 0 || given.grosze > 0) await releasePlace(tx, moment, id, given);
}

/**
 * Makes the places of a case equal to the list, in the caller's transaction: what is new is taken from the limits of
 * the programme, what costs more or less is adjusted, what is left out is given back. Over a limit the database refuses
 * (spread `limitRefusals` of programmes into the command's `constraints`): no place is promised twice (art. 42(2)).
 * `reserved` while a plan is drawn up, `accepted` at qualification and at the approval of a plan.
 */
export async function holdPlaces(
  tx: Db,
  moment: Moment,
  caseId: string,
  places: readonly PlaceToHold[],
  as: 'reserved' | 'accepted',
  why = '',
): Promise<void> {
  const { centreId, accountId } = moment.actor;
  const held = await tx
    .selectFrom('qualification')
    .select(['id', 'programme_service_id', 'committed_grosze', 'reasons'])
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .where('state', '<>', 'released')
    .forUpdate()
    .execute();
  const wanted = merged(places);
  // One order for everybody, so that two cases never wait for each other.
  const ids = [...new Set([...held.map((row) => row.programme_service_id), ...wanted.keys()])].sort();
  for (const id of ids) {
    const before = held.find((row) => row.programme_service_id === id);
    const place = wanted.get(id);
    await adjust(tx, moment, id, before?.committed_grosze ?? null, place?.grosze ?? null);
    const values = place && {
      state: as,
      starts_on: place.startsOn,
      ends_on: place.endsOn,
      units: place.units,
      committed_grosze: place.grosze,
      fee_grosze: place.feeGrosze ?? null,
      fee_steps: json(place.feeSteps ?? []),
      reasons: json(place.reasons ?? before?.reasons ?? {}),
      qualified_by: accountId,
      qualified_on: moment.today,
    };
    if (before)
      await tx
        .updateTable('qualification')
        .set(values ?? { state: 'released', released_on: moment.today, release_reason: why || null })
        .where('centre_id', '=', centreId)
        .where('id', '=', before.id)
        .execute();
    else if (values)
      await tx
        .insertInto('qualification')
        .values({ ...values, centre_id: centreId, id: newId(), case_id: caseId, programme_service_id: id })
        .execute();
  }
}

/**
 * Gives back every place and all money that a case holds: it was refused, withdrawn, resigned from or ended. Safe to
 * call for a case that holds none. `why` is kept with the place.
 */
export async function releasePlaces(tx: Db, moment: Moment, caseId: string, why: string): Promise<void> {
  await holdPlaces(tx, moment, caseId, [], 'accepted', why);
}
