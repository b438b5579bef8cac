import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { HouseholdPart, Membership } from '../domain/household.ts';
import type { Person } from '../domain/person.ts';
import { houseTerm } from '../domain/terms.ts';

export interface HouseholdState {
  id: string;
  version: number;
  members: Membership[];
}

export interface ShownMember extends Membership {
  givenName: string;
  familyName: string;
  birthDate: string | null;
  deceasedOn: string | null;
}

export interface ShownHousehold {
  id: string;
  version: number;
  name: string;
  members: ShownMember[];
}

/** A household with all its memberships, locked so that two workers do not place the same person twice. */
export async function findHousehold(
  tx: Db,
  centreId: string,
  householdId: string,
): Promise<HouseholdState | undefined> {
  const row = await tx
    .selectFrom('household')
    .select(['id', 'version'])
    .where('centre_id', '=', centreId)
    .where('id', '=', householdId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const members = await tx
    .selectFrom('household_member')
    .select(['person_id', 'part', 'valid_from', 'valid_to'])
    .where('centre_id', '=', centreId)
    .where('household_id', '=', householdId)
    .execute();
  return {
    ...row,
    members: members.map((one) => ({
      personId: one.person_id,
      part: one.part as HouseholdPart,
      validFrom: one.valid_from,
      validTo: one.valid_to,
    })),
  };
}

export async function insertHousehold(
  tx: Db,
  centreId: string,
  household: { id: string; gmina: string; name: string },
): Promise<void> {
  await tx
    .insertInto('household')
    .values({ centre_id: centreId, ...household })
    .execute();
}

export async function insertMember(
  tx: Db,
  centreId: string,
  householdId: string,
  member: Membership,
): Promise<void> {
  await tx
    .insertInto('household_member')
    .values({
      centre_id: centreId,
      household_id: householdId,
      person_id: member.personId,
      part: member.part,
      valid_from: member.validFrom,
      valid_to: member.validTo,
    })
    .execute();
}

export async function bumpHousehold(tx: Db, centreId: string, householdId: string): Promise<void> {
  await tx
    .updateTable('household')
    .set({ version: sql`version + 1` })
    .where('centre_id', '=', centreId)
    .where('id', '=', householdId)
    .execute();
}

/** Ends a membership; `validTo` is its last day. */
export async function endMember(
  tx: Db,
  centreId: string,
  householdId: string,
  member: Membership,
  validTo: string,
): Promise<void> {
  await tx
    .updateTable('household_member')
    .set({ valid_to: validTo })
    .where('centre_id', '=', centreId)
    .where('household_id', '=', householdId)
    .where('person_id', '=', member.personId)
    .where('valid_from', '=', member.validFrom)
    .execute();
}

/** Ends every membership and relation of somebody who died, on the day of death. */
export async function endTies(tx: Db, centreId: string, personId: string, on: string): Promise<void> {
  await Promise.all([
    tx
      .updateTable('household_member')
      .set({ valid_to: sql`greatest(valid_from, ${on}::date)` })
      .where('centre_id', '=', centreId)
      .where('person_id', '=', personId)
      .where('valid_to', 'is', null)
      .execute(),
    tx
      .updateTable('person_relation')
      .set({ valid_to: sql`greatest(valid_from, ${on}::date)` })
      .where('centre_id', '=', centreId)
      .where((or) => or.or([or('person_id', '=', personId), or('other_person_id', '=', personId)]))
      .where('valid_to', 'is', null)
      .execute(),
  ]);
}

/** Takes back what endTies ended on that day. */
export async function reopenTies(tx: Db, centreId: string, personId: string, on: string): Promise<void> {
  await Promise.all([
    tx
      .updateTable('household_member')
      .set({ valid_to: null })
      .where('centre_id', '=', centreId)
      .where('person_id', '=', personId)
      .where('valid_to', '=', on)
      .execute(),
    tx
      .updateTable('person_relation')
      .set({ valid_to: null })
      .where('centre_id', '=', centreId)
      .where((or) => or.or([or('person_id', '=', personId), or('other_person_id', '=', personId)]))
      .where('valid_to', '=', on)
      .execute(),
  ]);
}

/** Households of these people with everybody who lives or lived there, those of today first. */
export async function listHouseholds(
  db: Db,
  centreId: string,
  of: { members: readonly string[]; current?: boolean },
): Promise<ShownHousehold[]> {
  if (of.members.length === 0) return [];
  const rows = await db
    .selectFrom('household')
    .innerJoin('household_member as m', (join) =>
      join.onRef('m.centre_id', '=', 'household.centre_id').onRef('m.household_id', '=', 'household.id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.centre_id', '=', 'm.centre_id').onRef('person.id', '=', 'm.person_id'),
    )
    .where('household.centre_id', '=', centreId)
    .where('household.id', 'in', (sub) =>
      sub
        .selectFrom('household_member as mine')
        .select('mine.household_id')
        .where('mine.centre_id', '=', centreId)
        .where(sql<boolean>`mine.person_id = any(${of.members}::uuid[])`)
        .$if(of.current === true, (query) => query.where('mine.valid_to', 'is', null)),
    )
    .select([
      'household.id',
      'household.version',
      'household.name',
      'm.person_id',
      'm.part',
      'm.valid_from',
      'm.valid_to',
    ])
    .select(['person.given_name', 'person.family_name', 'person.birth_date', 'person.deceased_on'])
    .orderBy('household.id', 'desc')
    .orderBy((order) => order.fn.coalesce('m.valid_to', sql<string>`'infinity'::date`), 'desc')
    .orderBy('person.birth_date')
    .execute();
  const households = new Map<string, ShownHousehold>();
  for (const row of rows) {
    const household = households.get(row.id) ?? {
      id: row.id,
      version: row.version,
      name: row.name,
      members: [],
    };
    households.set(row.id, household);
    household.members.push({
      personId: row.person_id,
      part: row.part as HouseholdPart,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      givenName: row.given_name,
      familyName: row.family_name,
      birthDate: row.birth_date,
      deceasedOn: row.deceased_on,
    });
  }
  return [...households.values()];
}

/** Who lives today in a household with the person, and whether their address is hidden. */
export async function listHousemates(
  db: Db,
  centreId: string,
  personId: string,
): Promise<{ id: string; givenName: string; familyName: string; shielded: boolean; version: number }[]> {
  const rows = await db
    .selectFrom('household_member as mine')
    .innerJoin('household_member as m', (join) =>
      join.onRef('m.centre_id', '=', 'mine.centre_id').onRef('m.household_id', '=', 'mine.household_id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.centre_id', '=', 'm.centre_id').onRef('person.id', '=', 'm.person_id'),
    )
    .where('mine.centre_id', '=', centreId)
    .where('mine.person_id', '=', personId)
    .where('mine.valid_to', 'is', null)
    .where('m.valid_to', 'is', null)
    .where('m.person_id', '<>', personId)
    .select(['person.id', 'person.given_name', 'person.family_name', 'person.shielded', 'person.version'])
    .distinct()
    .orderBy('person.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    shielded: row.shielded,
    version: row.version,
  }));
}

/** People who live where the person lives by the register; nobody when either address is hidden or has no house number. */
export async function listAtSameAddress(db: Db, centreId: string, person: Person): Promise<string[]> {
  if (person.shielded || person.houseNumber === null) return [];
  const rows = await db
    .selectFrom('person_term')
    .innerJoin('person', (join) =>
      join
        .onRef('person.centre_id', '=', 'person_term.centre_id')
        .onRef('person.id', '=', 'person_term.person_id'),
    )
    .where('person_term.centre_id', '=', centreId)
    .where('person.centre_id', '=', centreId)
    .where('person_term.term', '=', houseTerm(person.houseNumber))
    .where('person.id', '<>', person.id)
    .where('person.shielded', '=', false)
    .where('house_number', '=', person.houseNumber)
    .where('locality', 'is not distinct from', person.locality)
    .where('street', 'is not distinct from', person.street)
    .where('flat_number', 'is not distinct from', person.flatNumber)
    .select('person.id')
    .limit(20)
    .execute();
  return rows.map((row) => row.id);
}
