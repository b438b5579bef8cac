import { type Selectable, sql } from 'kysely';
import type { Person as PersonRow } from '../../../platform/database/generated/schema.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Safe } from '../../../platform/vault/stores.ts';
import type { AskedBy, Before } from '../domain/corrections.ts';
import type { NoPeselReason, Person, PersonFacts } from '../domain/person.ts';
import type { Findable } from '../domain/terms.ts';
import { openBefore, openNumbers, peselMarks, sealBefore, sealNumbers } from './identifiers.ts';
import { indexPerson } from './search-index.ts';

type Row = Omit<Selectable<PersonRow>, 'created_at' | 'centre_id'>;

const personOf = (safe: Safe, row: Row): Person => ({
  id: row.id,
  version: row.version,
  gmina: row.gmina,
  livesOutside: row.lives_outside,
  givenName: row.given_name,
  middleName: row.middle_name,
  familyName: row.family_name,
  birthDate: row.birth_date,
  sex: row.sex === null ? null : row.sex === 'F' ? 'female' : 'male',
  noPeselReason: row.no_pesel_reason as NoPeselReason | null,
  overrideReason: row.pesel_override_reason,
  otherIdKind: row.other_id_kind,
  ...openNumbers(safe, row.id, row),
  locality: row.locality,
  street: row.street,
  houseNumber: row.house_number,
  flatNumber: row.flat_number,
  postcode: row.postcode,
  shielded: row.shielded,
  phone: row.phone,
  email: row.email,
  language: row.language,
  contactPreference: row.contact_preference,
  accessibilityNeeds: row.accessibility_needs,
  deceasedOn: row.deceased_on,
  registeredBy: row.registered_by,
});

const columnsOf = (safe: Safe, personId: string, facts: PersonFacts) => ({
  gmina: facts.gmina,
  lives_outside: facts.livesOutside,
  given_name: facts.givenName,
  middle_name: facts.middleName,
  family_name: facts.familyName,
  birth_date: facts.birthDate,
  sex: facts.sex === null ? null : facts.sex === 'female' ? 'F' : 'M',
  ...sealNumbers(safe, personId, facts),
  no_pesel_reason: facts.noPeselReason,
  pesel_override_reason: facts.overrideReason,
  other_id_kind: facts.otherIdKind,
  locality: facts.locality,
  street: facts.street,
  house_number: facts.houseNumber,
  flat_number: facts.flatNumber,
  postcode: facts.postcode,
  phone: facts.phone,
  email: facts.email,
  language: facts.language,
  contact_preference: facts.contactPreference,
  accessibility_needs: facts.accessibilityNeeds,
});

/** The person as written down, the hidden address included: show it through shown() only. */
export async function findPerson(
  db: Db,
  safe: Safe,
  personId: string,
  lock = false,
): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('centre_id', '=', safe.centreId)
    .where('id', '=', personId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && personOf(safe, row);
}

/** Several people at once, in no order; those that are not there are left out. */
export async function listPeople(db: Db, safe: Safe, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('centre_id', '=', safe.centreId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return rows.map((row) => personOf(safe, row));
}

/** Who holds a PESEL, if anybody. */
export async function findByPesel(db: Db, safe: Safe, pesel: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('centre_id', '=', safe.centreId)
    .where('pesel_mark', 'in', peselMarks(safe, pesel))
    .executeTakeFirst();
  return row && personOf(safe, row);
}

/** People born on one day; in a centre of 100,000 these are a handful. */
export async function listBornOn(db: Db, safe: Safe, birthDate: string): Promise<Person[]> {
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('centre_id', '=', safe.centreId)
    .where('birth_date', '=', birthDate)
    .limit(50)
    .execute();
  return rows.map((row) => personOf(safe, row));
}

/** The gminas that the centre serves on a day. */
export async function servedGminas(
  db: Db,
  centreId: string,
  on: string,
): Promise<{ teryt: string; name: string }[]> {
  return await db
    .selectFrom('centre_gmina')
    .innerJoin('gmina', 'gmina.teryt', 'centre_gmina.teryt')
    .where('centre_gmina.centre_id', '=', centreId)
    .where('valid_from', '<=', on)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', on)]))
    .select(['gmina.teryt', 'gmina.name'])
    .orderBy('gmina.name')
    .execute();
}

const findable = (person: Person, formerNames: readonly string[]): Findable => ({ ...person, formerNames });

/** Writes down a new person and makes them findable. */
export async function insertPerson(tx: Db, safe: Safe, person: Person): Promise<void> {
  await tx
    .insertInto('person')
    .values({
      centre_id: safe.centreId,
      id: person.id,
      ...columnsOf(safe, person.id, person),
      shielded: person.shielded,
      deceased_on: person.deceasedOn,
      registered_by: person.registeredBy,
    })
    .execute();
  await indexPerson(tx, safe, person.id, findable(person, []));
}

/** A change of a person, with what stood there before: the trail of rectification. */
export interface Correction {
  why: 'mistake' | 'change';
  reason: string | null;
  before: Before;
  /** Who asked for it (art. 16); absent: nobody said. */
  askedBy?: AskedBy | null;
  madeBy: string;
  madeAt: string;
}

/** What stands in the changed fields now. */
const afterOf = (person: Person, before: Before): Before =>
  Object.fromEntries(
    Object.keys(before).map((field) => {
      const now: unknown = Object.entries(person).find(([name]) => name === field)?.[1];
      return [field, typeof now === 'string' || typeof now === 'boolean' ? now : null];
    }),
  );

/** Puts the next version in place of `person.version`, keeps the trail and the index. */
export async function replacePerson(
  tx: Db,
  safe: Safe,
  person: Person,
  correction: Correction,
): Promise<void> {
  await Promise.all([
    tx
      .updateTable('person')
      .set({
        ...columnsOf(safe, person.id, person),
        shielded: person.shielded,
        deceased_on: person.deceasedOn,
        version: person.version + 1,
      })
      .where('centre_id', '=', safe.centreId)
      .where('id', '=', person.id)
      .execute(),
    tx
      .insertInto('person_correction')
      .values({
        centre_id: safe.centreId,
        person_id: person.id,
        version: person.version,
        why: correction.why,
        reason: correction.reason,
        before: sql`${JSON.stringify(sealBefore(safe, person.id, person.version, correction.before))}::jsonb`,
        after: sql`${JSON.stringify(sealBefore(safe, person.id, person.version, afterOf(person, correction.before)))}::jsonb`,
        asked_by: correction.askedBy ?? null,
        made_by: correction.madeBy,
        made_at: correction.madeAt,
      })
      .execute(),
  ]);
  await indexPerson(
    tx,
    safe,
    person.id,
    findable(person, await listFormerNames(tx, safe.centreId, person.id)),
  );
}

/** Family names that the person bore before, not those that were mistakes; the latest first. */
export async function listFormerNames(db: Db, centreId: string, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('person_correction')
    .select(sql<string | null>`before->>'familyName'`.as('name'))
    .where('centre_id', '=', centreId)
    .where('person_id', '=', personId)
    .where('why', '=', 'change')
    .orderBy('version', 'desc')
    .execute();
  return [...new Set(rows.flatMap(({ name }) => (name === null ? [] : [name])))];
}

/** An entry of the trail: the version it replaced, and the name of who replaced it. */
export type KeptCorrection = Correction & { version: number; after: Before | null };

/** The trail of rectification, the latest first, with the name of who made each change. */
export async function listCorrections(db: Db, safe: Safe, personId: string): Promise<KeptCorrection[]> {
  const rows = await db
    .selectFrom('person_correction')
    .innerJoin('account', (join) =>
      join
        .onRef('account.centre_id', '=', 'person_correction.centre_id')
        .onRef('account.id', '=', 'person_correction.made_by'),
    )
    .select([
      'person_correction.version',
      'person_correction.why',
      'person_correction.reason',
      'person_correction.before',
      'person_correction.after',
      'person_correction.asked_by',
      'person_correction.made_at',
      'account.name',
    ])
    .where('person_correction.centre_id', '=', safe.centreId)
    .where('person_correction.person_id', '=', personId)
    .orderBy('person_correction.version', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    why: row.why as KeptCorrection['why'],
    reason: row.reason,
    before: openBefore(safe, personId, row.version, row.before as Before),
    after: row.after === null ? null : openBefore(safe, personId, row.version, row.after as Before),
    askedBy: row.asked_by as AskedBy | null,
    madeBy: row.name,
    madeAt: row.made_at,
  }));
}

/** The name of the person's gmina. */
export async function findGminaName(db: Db, centreId: string, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .innerJoin('gmina', 'gmina.teryt', 'person.gmina')
    .select('gmina.name')
    .where('centre_id', '=', centreId)
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.name;
}
