import { addDays, type IsoDate } from '../../law/index.ts';
import { reindexPeople, sealNumbers } from '../../modules/people/index.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { type Db, inTransaction } from '../../platform/database/tenant.ts';
import { newId } from '../../platform/ids.ts';
import type { Safe } from '../../platform/vault/stores.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { appendAudit, type AuditEntry } from '../../platform/runner/audit.ts';
import { insertAll } from './db/insert.ts';
import type { LoadedCentre } from './load-centres.ts';
import { pl } from './pl.ts';
import type { DemoPerson, Population } from './population.ts';
import type { DemoRelation } from './relations.ts';

/** How long ago the register of people was taken over: before any case began. */
const IMPORTED_DAYS_AGO = 400;

/** Ids of the people, by their position in the population. */
export type PersonIds = readonly string[];

const preferenceOf = ({ phone, email, address }: DemoPerson): string =>
  phone ? 'phone' : email ? 'email' : address ? 'letter' : 'in_person';

const personRow = (safe: Safe, id: string, person: DemoPerson, createdAt: string) => ({
  centre_id: safe.centreId,
  id,
  gmina: person.gmina,
  given_name: person.givenName,
  family_name: person.familyName,
  birth_date: person.birthDate,
  sex: person.sex === 'female' ? 'F' : 'M',
  ...sealNumbers(safe, id, { pesel: person.pesel, otherIdNumber: null }),
  no_pesel_reason: person.noPeselReason,
  locality: person.address?.locality ?? null,
  street: person.address?.street ?? null,
  house_number: person.address?.building ?? null,
  flat_number: person.address?.flat ?? null,
  shielded: person.addressShielded,
  phone: person.phone,
  email: person.email,
  language: person.citizenship === 'UA' ? 'uk' : 'pl',
  contact_preference: preferenceOf(person),
  version: 1,
  created_at: createdAt,
});

const relationRow = (centreId: string, ids: PersonIds, relation: DemoRelation) => ({
  centre_id: centreId,
  id: newId(),
  person_id: ids[relation.forPerson] ?? '',
  other_person_id: ids[relation.person] ?? '',
  kind: relation.kind,
  note: pl.relations.notes[relation.basis],
  document:
    relation.kind === 'statutory_representative'
      ? relation.basis === 'parent'
        ? pl.relations.birthCertificate
        : pl.relations.courtRuling
      : null,
  valid_from: relation.from,
});

/**
 * Writes the people of one centre, their households and relations, and builds the search index; all or nothing.
 * @returns the entry of the audit trail
 */
async function settle(
  tx: Db,
  vault: Vault,
  centre: LoadedCentre,
  population: Population,
  ids: PersonIds,
  today: IsoDate,
): Promise<AuditEntry> {
  const safe: Safe = { centreId: centre.id, vault };
  const createdAt = `${addDays(today, -IMPORTED_DAYS_AGO)}T08:00:00Z`;
  const people = population.people.filter(({ centreId }) => centreId === centre.slug);
  const here = new Set(people.map(({ index }) => index));
  const homes = population.households.filter(({ centreId }) => centreId === centre.slug);
  const homeIds = new Map(homes.map(({ index }) => [index, newId()]));
  const living = population.memberships.filter(({ household }) => homeIds.has(household));
  const heads = new Map(
    living.filter(({ role }) => role === 'head').map(({ household, person }) => [household, person]),
  );
  await insertAll(
    tx,
    'person',
    people.map((person) => personRow(safe, ids[person.index] ?? '', person, createdAt)),
  );
  await insertAll(
    tx,
    'household',
    homes.map(({ index, gmina }) => ({
      centre_id: centre.id,
      id: homeIds.get(index) ?? '',
      gmina,
      name: pl.household(population.people[heads.get(index) ?? -1]?.familyName ?? ''),
    })),
  );
  await insertAll(
    tx,
    'household_member',
    living.map(({ household, person, role, from, to }) => ({
      centre_id: centre.id,
      household_id: homeIds.get(household) ?? '',
      person_id: ids[person] ?? '',
      part: role,
      valid_from: from,
      valid_to: to,
    })),
  );
  await insertAll(
    tx,
    'person_relation',
    population.relations
      .filter(({ person }) => here.has(person))
      .map((relation) => relationRow(centre.id, ids, relation)),
  );
  await reindexPeople(tx, safe);
  return {
    accountId: null,
    actor: pl.audit.actor,
    action: pl.audit.action,
    kind: 'change',
    what: { people: people.length, households: homes.length },
  };
}

/** Writes the whole population, centre by centre. */
export async function loadPeople(
  owner: Pool,
  vault: Vault,
  centres: readonly LoadedCentre[],
  population: Population,
  today: IsoDate,
): Promise<PersonIds> {
  const ids = population.people.map(() => newId());
  await Promise.all(
    centres.map((centre) =>
      inTransaction(
        owner,
        centre.id,
        (tx) => settle(tx, vault, centre, population, ids, today),
        (send, entry) => appendAudit(send, [entry]),
      ),
    ),
  );
  return ids;
}
