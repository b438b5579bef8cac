import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Safe } from '../../../platform/vault/stores.ts';
import { variantsOf } from '../domain/names.ts';
import { maybeDocument, type Search, type Token } from '../domain/search-words.ts';
import { type Findable, type Term, termsOf } from '../domain/terms.ts';
import { numberTerm, numberTerms, openNumbers } from './identifiers.ts';

/** How well a person fits a search; the numbers are those of app.find_people. */
export type Fit = 'exact' | 'beginning' | 'similar' | 'partial';

/** What a search shows of a person: enough to choose, no more. */
export type Found = {
  readonly personId: string;
  readonly fit: Fit;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthYear: number | null;
  readonly gmina: string;
  readonly livesOutside: boolean;
  readonly shielded: boolean;
  readonly deceased: boolean;
};

const fits: Readonly<Record<number, Fit>> = { 3: 'exact', 2: 'beginning', 1: 'similar' };

type FoundRow = {
  person_id: string;
  matched: number;
  quality: number;
  given_name: string;
  family_name: string;
  birth_year: number | null;
  gmina: string;
  lives_outside: boolean;
  shielded: boolean;
  deceased: boolean;
};

const isSecret = ({ kind }: Token): boolean => kind === 'pesel' || kind === 'document';

/**
 * The search in the terms of the index, where numbers that name one person stand as marks: once for every key that is
 * here (while keys are changed there are two), and then with words that may be a document's number read as one.
 */
function triesOf(safe: Safe, search: Search): Search[] {
  const marked = (secret: (token: Token) => boolean): Search[] => {
    const keys = numberTerms(safe, '').length;
    return Array.from({ length: search.tokens.some(secret) ? keys : 1 }, (_, key) => ({
      ...search,
      tokens: search.tokens.map((token) =>
        secret(token)
          ? {
              ...token,
              exact: numberTerms(safe, token.exact)[key] ?? '',
              prefix: [],
              fuzzy: [],
              drives: true,
            }
          : token,
      ),
    }));
  };
  return [
    ...marked(isSecret),
    ...(search.tokens.some(maybeDocument) ? marked((token) => isSecret(token) || maybeDocument(token)) : []),
  ];
}

/** People who fit, the best first, at most `wanted`. When nobody fits every word, those who lack only one. */
export async function findPeople(db: Db, safe: Safe, search: Search, wanted: number): Promise<Found[]> {
  let partial: Found[] = [];
  for (const one of triesOf(safe, search)) {
    const found = await findOnce(db, safe.centreId, one, wanted);
    if (found.some(({ fit }) => fit !== 'partial')) return found;
    if (partial.length === 0) partial = found;
  }
  return partial;
}

async function findOnce(db: Db, centreId: string, search: Search, wanted: number): Promise<Found[]> {
  const tokens = JSON.stringify(
    search.tokens.map(({ exact, prefix, fuzzy, drives }) => ({ exact, prefix, fuzzy, drives })),
  );
  const result = await sql<FoundRow>`
    select f.person_id, f.matched, f.quality, p.*
    from app.find_people(${tokens}::jsonb, ${search.caseSign}, ${wanted}::int) f
    cross join lateral (
      select person.given_name, person.family_name, extract(year from person.birth_date)::int as birth_year, gmina.name as gmina,
        person.lives_outside is not null as lives_outside, person.shielded, person.deceased_on is not null as deceased
      from person join gmina on gmina.teryt = person.gmina
      where person.centre_id = ${centreId} and person.id = f.person_id
      offset 0
    ) p
    order by f.score desc, p.family_name, p.given_name, p.birth_year`.execute(db);
  return result.rows.map((row) => ({
    personId: row.person_id,
    fit: row.matched < search.tokens.length ? 'partial' : (fits[row.quality] ?? 'similar'),
    givenName: row.given_name,
    familyName: row.family_name,
    birthYear: row.birth_year,
    gmina: row.gmina,
    livesOutside: row.lives_outside,
    shielded: row.shielded,
    deceased: row.deceased,
  }));
}

/** The case that bears the whole sign, and who leads it. */
export async function findCaseBySign(
  db: Db,
  centreId: string,
  sign: string,
): Promise<{ id: string; coordinatorId: string | null } | undefined> {
  return await db
    .selectFrom('case_file')
    .select(['id', 'coordinator_id as coordinatorId'])
    .where('centre_id', '=', centreId)
    .where('sign', '=', sign)
    .executeTakeFirst();
}

type TermRow = Term & { readonly personId: string };

async function insertTerms(tx: Db, centreId: string, rows: readonly TermRow[]): Promise<void> {
  await sql`insert into person_term (centre_id, term, weight, person_id)
    select ${centreId}::uuid, t.term, t.weight, t.person_id
    from unnest(${rows.map((row) => row.term)}::text[], ${rows.map((row) => row.weight)}::smallint[], ${rows.map((row) => row.personId)}::uuid[])
      as t (term, weight, person_id)
    order by t.term collate "C"`.execute(tx);
}

async function insertVariants(
  tx: Db,
  centreId: string,
  rows: readonly (readonly [variant: string, term: string])[],
): Promise<void> {
  await sql`insert into person_variant (centre_id, variant, term)
    select ${centreId}::uuid, v.variant, v.term
    from unnest(${rows.map(([variant]) => variant)}::text[], ${rows.map(([, term]) => term)}::text[]) as v (variant, term)
    order by v.variant collate "C", v.term collate "C"
    on conflict do nothing`.execute(tx);
}

/** The line of one person, as app.find_people reads it: terms with their weights, the heaviest first. */
const lineOf = (terms: readonly Term[]): string =>
  ` ${[...terms]
    .sort((a, b) => b.weight - a.weight)
    .map(({ term, weight }) => `${term}=${weight}`)
    .join(' ')} `;

async function insertLines(
  tx: Db,
  centreId: string,
  lines: readonly { personId: string; line: string }[],
): Promise<void> {
  await sql`insert into person_words (centre_id, person_id, words)
    select ${centreId}::uuid, l.person_id, l.line
    from unnest(${lines.map(({ personId }) => personId)}::uuid[], ${lines.map(({ line }) => line)}::text[]) as l (person_id, line)
    on conflict (centre_id, person_id) do update set words = excluded.words`.execute(tx);
}

const variantsOfTerms = (terms: readonly Term[]): [string, string][] =>
  terms.flatMap(({ term, word }) =>
    word === undefined ? [] : variantsOf(word).map((variant): [string, string] => [variant, term]),
  );

/** What a person is found by, as the index keeps it. */
const keptTerms = (safe: Safe, person: Findable): Term[] =>
  termsOf(person).map((one) => (one.secret ? { ...one, term: numberTerm(safe, one.term) } : one));

/** Makes the index say what the person is now, in the transaction of the change. Old spellings stay and lead nowhere. */
export async function indexPerson(tx: Db, safe: Safe, personId: string, person: Findable): Promise<void> {
  const { centreId } = safe;
  const terms = keptTerms(safe, person);
  await tx
    .deleteFrom('person_term')
    .where('centre_id', '=', centreId)
    .where('person_id', '=', personId)
    .execute();
  await Promise.all([
    insertTerms(
      tx,
      centreId,
      terms.map((term) => ({ ...term, personId })),
    ),
    insertLines(tx, centreId, [{ personId, line: lineOf(terms) }]),
    insertVariants(tx, centreId, variantsOfTerms(terms)),
  ]);
}

const batch = 5_000;

/**
 * Builds the centre's whole index anew from its people: after a bulk import, or to drop spellings nobody bears.
 * @returns how many people were indexed
 */
export async function reindexPeople(tx: Db, safe: Safe): Promise<number> {
  const { centreId } = safe;
  await tx.deleteFrom('person_term').where('centre_id', '=', centreId).execute();
  await tx.deleteFrom('person_words').where('centre_id', '=', centreId).execute();
  await tx.deleteFrom('person_variant').where('centre_id', '=', centreId).execute();
  const variants = new Map<string, [string, string]>();
  let count = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const people = await findablePeople(tx, safe, after);
    const last = people.at(-1);
    if (last === undefined) break;
    const found = people.map(({ personId, ...person }) => ({ personId, terms: keptTerms(safe, person) }));
    const terms = found.flatMap((one) => one.terms.map((term) => ({ ...term, personId: one.personId })));
    await Promise.all([
      insertTerms(tx, centreId, terms),
      insertLines(
        tx,
        centreId,
        found.map((one) => ({ personId: one.personId, line: lineOf(one.terms) })),
      ),
    ]);
    for (const row of variantsOfTerms(terms)) variants.set(row.join(' '), row);
    count += people.length;
    after = last.personId;
  }
  const spellings = [...variants.values()];
  for (let i = 0; i < spellings.length; i += 20_000)
    await insertVariants(tx, centreId, spellings.slice(i, i + 20_000));
  return count;
}

async function findablePeople(
  tx: Db,
  safe: Safe,
  after: string,
): Promise<(Findable & { personId: string })[]> {
  const rows = await tx
    .selectFrom('person')
    .where('centre_id', '=', safe.centreId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(batch)
    .select([
      'id',
      'given_name',
      'middle_name',
      'family_name',
      'birth_date',
      'pesel_sealed',
      'other_id_sealed',
      'locality',
      'street',
      'house_number',
      'flat_number',
      'postcode',
      'shielded',
      'phone',
    ])
    .select(
      sql<string[]>`array(select c.before->>'familyName' from person_correction c
        where c.centre_id = person.centre_id and c.person_id = person.id and c.why = 'change' and c.before ? 'familyName')`.as(
        'former_names',
      ),
    )
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    givenName: row.given_name,
    middleName: row.middle_name,
    familyName: row.family_name,
    formerNames: row.former_names,
    birthDate: row.birth_date,
    ...openNumbers(safe, row.id, row),
    locality: row.locality,
    street: row.street,
    houseNumber: row.house_number,
    flatNumber: row.flat_number,
    postcode: row.postcode,
    shielded: row.shielded,
    phone: row.phone,
  }));
}
