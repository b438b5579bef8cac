import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { personalData } from '../commands/person-facts.ts';
import { findPerson } from '../db/people.ts';
import { searchesPeople } from '../domain/reach.ts';

/** The name and birth year of somebody whom a worker has just chosen or registered: what a search would show. */
export const identifyPerson = query({
  name: 'people.identify-person',
  summary: 'Name and birth year of a chosen person',
  input: z.object({ personId: id() }),
  output: z.object({
    personId: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    birthYear: z.number().nullable(),
  }),
  basis: personalData,
  async read(db, { personId }, moment) {
    const person = await findPerson(db, safeOf(moment), personId);
    return (
      person && {
        personId,
        givenName: person.givenName,
        familyName: person.familyName,
        birthYear: person.birthDate === null ? null : Number(person.birthDate.slice(0, 4)),
      }
    );
  },
  allow: searchesPeople,
  discloses: ({ personId }) => ({ personId, what: { fields: ['name', 'birthYear'] } }),
});
