import { z } from 'zod';
import { query } from '../../../platform/runner/query.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { likenessOf, personalData } from '../commands/person-facts.ts';
import { personFields } from '../commands/person-input.ts';
import { findLikelyDuplicates } from '../db/likely-duplicates.ts';
import { duplicateReasons } from '../domain/duplicates.ts';
import { registersPeople } from '../domain/reach.ts';

const duplicate = z.object({
  personId: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  birthYear: z.number().nullable(),
  shielded: z.boolean(),
  reasons: z.array(z.enum(duplicateReasons)),
});

export type ShownDuplicate = z.infer<typeof duplicate>;

const {
  givenName,
  familyName,
  pesel,
  birthDate,
  phone,
  locality,
  street,
  houseNumber,
  flatNumber,
  postcode,
} = personFields;

/** People whom somebody about to be registered may already be, with the reasons, likeliest first. */
export const findDuplicates = query({
  name: 'people.find-duplicates',
  summary: 'People whom somebody about to be registered may already be',
  input: z.object({
    givenName,
    familyName,
    pesel,
    birthDate,
    phone,
    locality,
    street,
    houseNumber,
    flatNumber,
    postcode,
  }),
  output: z.array(duplicate),
  basis: personalData,
  async read(db, input, moment) {
    const likely = await findLikelyDuplicates(db, safeOf(moment), likenessOf(input));
    return likely.map(({ person, reasons }) => ({
      personId: person.id,
      givenName: person.givenName,
      familyName: person.familyName,
      birthYear: person.birthDate === null ? null : Number(person.birthDate.slice(0, 4)),
      shielded: person.shielded,
      reasons,
    }));
  },
  allow: registersPeople,
  discloses: (likely) =>
    likely.length === 0
      ? undefined
      : { what: { found: likely.length, people: likely.map(({ personId }) => personId) } },
});
