import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Safe, SealedStore } from '../../../platform/vault/stores.ts';
import { sealedBy } from '../../../platform/vault/vault.ts';
import type { Before } from '../domain/corrections.ts';
import { documentTerm, weights } from '../domain/terms.ts';
import {
  isSealed,
  type Numbers,
  numberTerm,
  numberTerms,
  openNumbers,
  overNumbers,
  type SealedNumbers,
  sealNumbers,
  trailPlace,
} from './identifiers.ts';

interface Term {
  id: string;
  /** What stood in the index: the number itself, or its mark by another key. */
  old: string;
  now: string;
}

const termsOf = (safe: Safe, id: string, { pesel, otherIdNumber }: Numbers): Term[] =>
  [pesel, otherIdNumber === null ? null : documentTerm(otherIdNumber)].flatMap((number) => {
    if (number === null || number === '') return [];
    const now = numberTerm(safe, number);
    return [number, ...numberTerms(safe, number)]
      .filter((old) => old !== now)
      .map((old) => ({ id, old, now }));
  });

/** Puts today's marks in the place of what the index held for these numbers; everything else in it stays. */
async function markTerms(tx: Db, centreId: string, terms: readonly Term[]): Promise<void> {
  const rows = JSON.stringify(terms);
  await sql`with changed as (
      select * from jsonb_to_recordset(${rows}::jsonb) as t (id uuid, old text, now text)
    ), gone as (
      delete from person_term p using changed c
      where p.centre_id = ${centreId} and p.term = c.old and p.weight = ${weights.number} and p.person_id = c.id
    )
    insert into person_term (centre_id, term, weight, person_id)
    select distinct ${centreId}::uuid, now, ${weights.number}::smallint, id from changed on conflict do nothing`.execute(
    tx,
  );
  // A line has several numbers: each pass changes at most one of every line.
  const seen = new Map<string, number>();
  const passes: Term[][] = [];
  for (const term of terms) {
    const pass = seen.get(term.id) ?? 0;
    seen.set(term.id, pass + 1);
    (passes[pass] ??= []).push(term);
  }
  for (const pass of passes)
    await sql`update person_words w set words = replace(w.words, ' ' || c.old || '=', ' ' || c.now || '=')
      from jsonb_to_recordset(${JSON.stringify(pass)}::jsonb) as c (id uuid, old text, now text)
      where w.centre_id = ${centreId} and w.person_id = c.id`.execute(tx);
}

/** People's numbers, and what they are found by. */
export const numbersOfPeople: SealedStore = {
  name: 'person.pesel, person.other_id_number, person_term',
  async reseal(tx, safe, limit) {
    const { centreId, vault } = safe;
    const today = sealedBy(vault.keyId);
    const { rows } = await sql<
      Pick<SealedNumbers, 'pesel_sealed' | 'other_id_sealed'> & {
        id: string;
        pesel: string | null;
        other_id_number: string | null;
      }
    >`select id, pesel, other_id_number, pesel_sealed, other_id_sealed from person
      where centre_id = ${centreId} and (pesel is not null or other_id_number is not null
        or not starts_with(coalesce(pesel_sealed, ${today}), ${today})
        or not starts_with(coalesce(other_id_sealed, ${today}), ${today}))
      order by id limit ${limit} for update`.execute(tx);
    if (rows.length === 0) return 0;
    const people = rows.map((row) => {
      const kept = openNumbers(safe, row.id, row);
      return {
        id: row.id,
        numbers: { pesel: row.pesel ?? kept.pesel, otherIdNumber: row.other_id_number ?? kept.otherIdNumber },
      };
    });
    const sealed = people.map(({ id, numbers }) => ({ id, ...sealNumbers(safe, id, numbers) }));
    await sql`update person set pesel = null, other_id_number = null, pesel_sealed = s.pesel_sealed,
        pesel_mark = s.pesel_mark, other_id_sealed = s.other_id_sealed
      from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb)
        as s (id uuid, pesel_sealed text, pesel_mark text, other_id_sealed text)
      where person.centre_id = ${centreId} and person.id = s.id`.execute(tx);
    await markTerms(
      tx,
      centreId,
      people.flatMap(({ id, numbers }) => termsOf(safe, id, numbers)),
    );
    return rows.length;
  },
};

/** Numbers in the trail of rectification. */
export const numbersOfTrail: SealedStore = {
  name: 'person_correction.before, person_correction.after',
  async reseal(tx, { centreId, vault }, limit) {
    const today = sealedBy(vault.keyId);
    const { rows } = await sql<{ person_id: string; version: number; before: Before; after: Before | null }>`
      select person_id, version, before, after from person_correction where centre_id = ${centreId}
        and (not starts_with(coalesce(before->>'pesel', ${today}), ${today})
          or not starts_with(coalesce(before->>'otherIdNumber', ${today}), ${today})
          or not starts_with(coalesce(after->>'pesel', ${today}), ${today})
          or not starts_with(coalesce(after->>'otherIdNumber', ${today}), ${today}))
      limit ${limit} for update`.execute(tx);
    for (const { person_id, version, before, after } of rows) {
      const anew = (told: Before): string =>
        JSON.stringify(
          overNumbers(told, (value, field) => {
            const place = trailPlace(centreId, person_id, version, field);
            return vault.seal(isSealed(value) ? vault.open(value, place) : value, place);
          }),
        );
      await sql`update person_correction set before = ${anew(before)}::jsonb, after = ${after === null ? null : anew(after)}::jsonb
        where centre_id = ${centreId} and person_id = ${person_id} and version = ${version}`.execute(tx);
    }
    return rows.length;
  },
};
