import { z } from 'zod';
import { id, list } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { findLikelyDuplicates, type LikelyDuplicate } from '../db/likely-duplicates.ts';
import { findByPesel, insertPerson, servedGminas } from '../db/people.ts';
import { type Person, factNames } from '../domain/person.ts';
import { registersPeople } from '../domain/reach.ts';
import { pl } from '../pl.ts';
import { factsFrom, likenessOf, personalData, peselRace, type Surroundings } from './person-facts.ts';
import { personFields } from './person-input.ts';

interface Target extends Surroundings {
  likely: LikelyDuplicate[];
}

/** Takes down a new person. Somebody very like them is shown first: the worker says of each that it is somebody else. */
export const registerPerson = command({
  name: 'people.register',
  summary: 'Register a person; likely duplicates must be named in differentFrom',
  input: z.object({ ...personFields, differentFrom: list(id()) }),
  result: z.object({ personId: z.string() }),
  basis: personalData,
  async load(tx, input, moment): Promise<Target> {
    const { today } = moment;
    const safe = safeOf(moment);
    const [served, holder, likely] = await Promise.all([
      servedGminas(tx, safe.centreId, today),
      input.pesel === undefined ? undefined : findByPesel(tx, safe, input.pesel),
      findLikelyDuplicates(tx, safe, likenessOf(input)),
    ]);
    return { served, holder, likely };
  },
  allow: registersPeople,
  decide(target, input, { actor, today }) {
    const facts = factsFrom(input, target, today);
    if (isRefusal(facts)) return facts;
    const unanswered = target.likely.filter(({ person }) => !input.differentFrom.includes(person.id));
    if (unanswered.length > 0) return refuse('people.likely-duplicate', pl.refusals.duplicate);
    const person: Person = {
      ...facts,
      id: newId(),
      version: 1,
      shielded: false,
      deceasedOn: null,
      registeredBy: actor.accountId,
    };
    return { person, differentFrom: target.likely.map((one) => one.person.id) };
  },
  async save(tx, { person }, moment) {
    await insertPerson(tx, safeOf(moment), person);
    return { personId: person.id };
  },
  audit: ({ person, differentFrom }) => ({
    personId: person.id,
    what: {
      fields: factNames.filter((name) => person[name] !== null),
      withPesel: person.pesel !== null,
      ...(differentFrom.length > 0 ? { differentFrom } : {}),
    },
  }),
  constraints: peselRace,
});
