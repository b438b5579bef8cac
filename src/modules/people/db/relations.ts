import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { type ActingKind, actingKinds, type Relation, type RelationKind } from '../domain/relations.ts';

export interface ShownRelation extends Relation {
  note: string | null;
  document: string | null;
  /** The one at the other end, seen from the person who was asked for. */
  other: {
    id: string;
    givenName: string;
    familyName: string;
    phone: string | null;
    deceasedOn: string | null;
    /** Whether they can sign in as a resident. */
    account: boolean;
  };
}

const columns = ['id', 'person_id', 'other_person_id', 'kind', 'valid_from', 'valid_to'] as const;

interface Row {
  id: string;
  person_id: string;
  other_person_id: string;
  kind: string;
  valid_from: string;
  valid_to: string | null;
}

const relationOf = (row: Row): Relation => ({
  id: row.id,
  personId: row.person_id,
  otherPersonId: row.other_person_id,
  kind: row.kind as RelationKind,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});

const hasAccount = (today: string) => sql<boolean>`exists (
  select from account a join account_role held on held.centre_id = a.centre_id and held.account_id = a.id
  where a.centre_id = other.centre_id and a.person_id = other.id and a.state = 'active'
    and held.role = 'resident' and held.valid_from <= ${today}::date
    and (held.valid_to is null or held.valid_to >= ${today}::date))`;

/** Relations of a person in both directions, those of today first. */
export async function listRelations(
  db: Db,
  centreId: string,
  personId: string,
  today: string,
): Promise<ShownRelation[]> {
  const rows = await db
    .selectFrom('person_relation as r')
    .innerJoin('person as other', (join) =>
      join
        .onRef('other.centre_id', '=', 'r.centre_id')
        .on((on) =>
          on.or([
            on.and([on('r.person_id', '=', personId), on('other.id', '=', on.ref('r.other_person_id'))]),
            on.and([on('r.other_person_id', '=', personId), on('other.id', '=', on.ref('r.person_id'))]),
          ]),
        ),
    )
    .where('r.centre_id', '=', centreId)
    .where('other.centre_id', '=', centreId)
    .where((or) => or.or([or('r.person_id', '=', personId), or('r.other_person_id', '=', personId)]))
    .select(columns.map((name) => `r.${name}` as const))
    .select([
      'r.note',
      'r.document',
      'other.id as other_id',
      'other.given_name',
      'other.family_name',
      'other.phone',
      'other.deceased_on',
      hasAccount(today).as('account'),
    ])
    .orderBy('r.valid_to', (order) => order.desc().nullsFirst())
    .orderBy('r.valid_from', 'desc')
    .execute();
  return rows.map((row) => ({
    ...relationOf(row),
    note: row.note,
    document: row.document,
    other: {
      id: row.other_id,
      givenName: row.given_name,
      familyName: row.family_name,
      phone: row.phone,
      deceasedOn: row.deceased_on,
      account: row.account,
    },
  }));
}

/** One end of a relation that holds today. */
export interface Acting {
  personId: string;
  name: string;
  kind: ActingKind;
  until: string | null;
}

const acting = (db: Db, centreId: string, today: string, shown: 'person_id' | 'other_person_id') =>
  db
    .selectFrom('person_relation as r')
    .innerJoin('person as other', (join) =>
      join.onRef('other.centre_id', '=', 'r.centre_id').onRef('other.id', '=', `r.${shown}`),
    )
    .where('r.centre_id', '=', centreId)
    .where('r.kind', 'in', actingKinds)
    .where('r.valid_from', '<=', today)
    .where((or) => or.or([or('r.valid_to', 'is', null), or('r.valid_to', '>=', today)]))
    .where('other.deceased_on', 'is', null)
    .select([
      'other.id as personId',
      sql<string>`concat_ws(' ', other.given_name, other.family_name)`.as('name'),
      sql<ActingKind>`r.kind`.as('kind'),
      'r.valid_to as until',
    ])
    .orderBy('name')
    .orderBy('r.kind', 'desc');

/** For whom a person acts today. Whose address is hidden is left out: from whom it is hidden is known at the window. */
export const actsFor = async (db: Db, centreId: string, personId: string, today: string): Promise<Acting[]> =>
  await acting(db, centreId, today, 'person_id')
    .where('r.other_person_id', '=', personId)
    .where('other.shielded', '=', false)
    .execute();

/** Who acts for a person today and has an account to see it with. */
export const whoActsFor = async (
  db: Db,
  centreId: string,
  personId: string,
  today: string,
): Promise<Acting[]> =>
  await acting(db, centreId, today, 'other_person_id')
    .where('r.person_id', '=', personId)
    .where(hasAccount(today))
    .execute();

/** Relations between two people in one direction. */
export async function relationsBetween(
  tx: Db,
  centreId: string,
  personId: string,
  otherPersonId: string,
): Promise<Relation[]> {
  const rows = await tx
    .selectFrom('person_relation')
    .select(columns)
    .where('centre_id', '=', centreId)
    .where('person_id', '=', personId)
    .where('other_person_id', '=', otherPersonId)
    .execute();
  return rows.map(relationOf);
}

export async function findRelation(
  tx: Db,
  centreId: string,
  relationId: string,
): Promise<Relation | undefined> {
  const row = await tx
    .selectFrom('person_relation')
    .select(columns)
    .where('centre_id', '=', centreId)
    .where('id', '=', relationId)
    .forUpdate()
    .executeTakeFirst();
  return row && relationOf(row);
}

export async function insertRelation(
  tx: Db,
  centreId: string,
  relation: Omit<Relation, 'validTo'> & { note: string | null; document: string | null },
): Promise<void> {
  await tx
    .insertInto('person_relation')
    .values({
      centre_id: centreId,
      id: relation.id,
      person_id: relation.personId,
      other_person_id: relation.otherPersonId,
      kind: relation.kind,
      note: relation.note,
      document: relation.document,
      valid_from: relation.validFrom,
    })
    .execute();
}

export async function endRelation(
  tx: Db,
  centreId: string,
  relationId: string,
  validTo: string,
): Promise<void> {
  await tx
    .updateTable('person_relation')
    .set({ valid_to: validTo })
    .where('centre_id', '=', centreId)
    .where('id', '=', relationId)
    .execute();
}
