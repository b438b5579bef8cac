import { z } from 'zod';
import { id, optionalText } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { personalData } from '../commands/person-facts.ts';
import { listAtSameAddress, listHouseholds } from '../db/households.ts';
import { findPerson } from '../db/people.ts';
import { findReach } from '../db/reach.ts';
import { findPeople } from '../db/search-index.ts';
import { reaches, writesPerson } from '../domain/reach.ts';
import { isEmptySearch, readSearch } from '../domain/search-words.ts';
import { household } from './view-person.ts';

const candidatesAtMost = 6;

/** Households that a person may join: of people under the same address, or of those whom the search finds. */
export const listHouseholdCandidates = query({
  name: 'people.list-household-candidates',
  summary: 'Households that a person may join',
  input: z.object({ personId: id(), q: optionalText(200) }),
  output: z.object({ id: z.string(), reach: z.enum(reaches), households: z.array(household) }),
  basis: personalData,
  async read(db, { personId, q }, moment) {
    const { centreId } = moment.actor;
    const [person, reach] = await Promise.all([
      findPerson(db, safeOf(moment), personId),
      findReach(db, personId, moment),
    ]);
    if (person === undefined) return undefined;
    const search = readSearch(q ?? '');
    const members = isEmptySearch(search)
      ? await listAtSameAddress(db, centreId, person)
      : (await findPeople(db, safeOf(moment), search, 20)).map((one) => one.personId);
    const households = await listHouseholds(db, centreId, { members, current: true });
    const joinable = households.filter(
      ({ members: all }) => !all.some((one) => one.personId === personId && one.validTo === null),
    );
    return { id: person.id, reach, households: joinable.slice(0, candidatesAtMost) };
  },
  allow: writesPerson,
  discloses: ({ id: personId, households }) =>
    households.length === 0
      ? undefined
      : {
          personId,
          what: {
            fields: ['households'],
            others: [...new Set(households.flatMap(({ members }) => members.map((one) => one.personId)))],
          },
        },
});
