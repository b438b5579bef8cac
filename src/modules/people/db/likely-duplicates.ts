import type { Db } from '../../../platform/database/tenant.ts';
import type { Safe } from '../../../platform/vault/stores.ts';
import { type DuplicateReason, likeDuplicate, type Likeness } from '../domain/duplicates.ts';
import type { Person } from '../domain/person.ts';
import { readSearch, type Search } from '../domain/search-words.ts';
import { listBornOn, listPeople } from './people.ts';
import { findPeople } from './search-index.ts';

export interface LikelyDuplicate {
  person: Person;
  reasons: DuplicateReason[];
}

/** How many people of a name are looked at: with a birth date, phone or address the right one is found by these. */
const namesakes = 40;
const shownAtMost = 5;

const searchesFor = (written: Likeness): Search[] => {
  const name = `${written.givenName} ${written.familyName}`;
  const address = [written.street ?? written.locality, written.houseNumber].filter(Boolean).join(' ');
  const texts = [
    name,
    ...(written.houseNumber === null ? [] : [`${name} ${address}`]),
    ...(written.phone === null ? [] : [written.phone]),
  ];
  return texts.map(readSearch);
};

/** People whom the one being written down may already be, the likeliest first. */
export async function findLikelyDuplicates(
  db: Db,
  safe: Safe,
  written: Likeness,
): Promise<LikelyDuplicate[]> {
  const [born, ...found] = await Promise.all([
    written.birthDate === null ? [] : listBornOn(db, safe, written.birthDate),
    ...searchesFor(written).map((search) => findPeople(db, safe, search, namesakes)),
  ]);
  const known = new Map(born.map((person) => [person.id, person]));
  const missing = new Set(
    found
      .flat()
      .filter(({ fit, personId }) => fit !== 'partial' && !known.has(personId))
      .map(({ personId }) => personId),
  );
  for (const person of await listPeople(db, safe, [...missing])) known.set(person.id, person);
  return [...known.values()]
    .flatMap((person) => {
      const like = likeDuplicate(written, person);
      return like === undefined ? [] : [{ person, reasons: like.reasons, points: like.points }];
    })
    .sort((a, b) => b.points - a.points)
    .slice(0, shownAtMost)
    .map(({ person, reasons }) => ({ person, reasons }));
}
