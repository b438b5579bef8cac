import { z } from 'zod';
import { optionalText } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { personalData } from '../commands/person-facts.ts';
import { findCaseBySign, findPeople } from '../db/search-index.ts';
import { opensBySign, searchesPeople } from '../domain/reach.ts';
import { isEmptySearch, readSearch } from '../domain/search-words.ts';

/** How many people one answer shows; more than that is no answer but a list to narrow. */
export const shownAtMost = 20;

const found = z.object({
  personId: z.string(),
  fit: z.enum(['exact', 'beginning', 'similar', 'partial']),
  givenName: z.string(),
  familyName: z.string(),
  birthYear: z.number().nullable(),
  gmina: z.string(),
  livesOutside: z.boolean(),
  shielded: z.boolean(),
  deceased: z.boolean(),
});

export type FoundPerson = z.infer<typeof found>;

/**
 * People by PESEL, name, address, phone, birth date or case sign, forgiving about diacritics and typing errors.
 * Shows what is needed to choose and no more.
 */
export const searchPeople = query({
  name: 'people.search',
  summary: 'Find people by PESEL, name, address, phone, birth date or case sign',
  input: z.object({ q: optionalText(200) }),
  output: z.object({
    /** Whether there was anything to look for. */
    searched: z.boolean(),
    people: z.array(found),
    /** The case whose whole sign, and nothing else, was typed by somebody who works on it. */
    caseId: z.string().nullable(),
    more: z.boolean(),
    /** A number of eleven digits that is no PESEL. */
    brokenPesel: z.boolean(),
    /** What the words were taken for. */
    kinds: z.array(z.string()),
  }),
  basis: personalData,
  async read(db, { q }, moment) {
    const { actor } = moment;
    const search = readSearch(q ?? '');
    const kinds = [
      ...search.tokens.map(({ kind }) => kind),
      ...(search.caseSign === null ? [] : ['case_sign']),
    ];
    if (isEmptySearch(search))
      return { searched: false, people: [], caseId: null, more: false, brokenPesel: false, kinds };
    const { caseSign, tokens } = search;
    const [people, file] = await Promise.all([
      findPeople(db, safeOf(moment), search, shownAtMost + 1),
      caseSign !== null && tokens.length === 0 ? findCaseBySign(db, actor.centreId, caseSign) : undefined,
    ]);
    return {
      searched: true,
      caseId: file && opensBySign(actor, file) ? file.id : null,
      people: people.slice(0, shownAtMost),
      more: people.length > shownAtMost,
      brokenPesel: search.brokenPesel,
      kinds,
    };
  },
  allow: searchesPeople,
  // The words themselves are not kept: in a log that nobody may change they would be one more register of PESELs,
  // and a hash of eleven digits is undone in minutes. Who was shown answers "who looked at me"; see README.
  discloses: ({ searched, people, kinds }) =>
    searched
      ? {
          personId: people.length === 1 ? people[0]?.personId : undefined,
          what: { words: kinds, found: people.length, people: people.map(({ personId }) => personId) },
        }
      : undefined,
});
