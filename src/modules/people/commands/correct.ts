import { z } from 'zod';
import { choice, id, optionalText } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { findByPesel, findPerson, replacePerson, servedGminas } from '../db/people.ts';
import { findReach } from '../db/reach.ts';
import { askers } from '../domain/corrections.ts';
import { changedFacts, type Person } from '../domain/person.ts';
import { type Reach, writesPerson } from '../domain/reach.ts';
import { pl } from '../pl.ts';
import {
  factsFrom,
  keepingHiddenAddress,
  personalData,
  peselRace,
  type Surroundings,
} from './person-facts.ts';
import { personFields } from './person-input.ts';

type Target = Surroundings & { id: string; reach: Reach; version: number; person: Person };

/** Puts right what was wrong, or writes down what has changed; what stood before stays in the trail (art. 16 GDPR). */
export const correctPerson = command({
  name: 'people.correct',
  summary: 'Correct or update the data of a person',
  input: z.object({
    personId: id(),
    ...personFields,
    why: choice(['mistake', 'change']),
    reason: optionalText(300),
    askedBy: z.preprocess((value) => (value === '' ? undefined : value), choice(askers).optional()),
  }),
  result: z.object({ personId: z.string() }),
  basis: `${personalData}, art. 16 RODO`,
  async load(tx, input, moment): Promise<Target | undefined> {
    const safe = safeOf(moment);
    const [person, reach, served, holder] = await Promise.all([
      findPerson(tx, safe, input.personId, true),
      findReach(tx, input.personId, moment),
      servedGminas(tx, safe.centreId, moment.today),
      input.pesel === undefined ? undefined : findByPesel(tx, safe, input.pesel),
    ]);
    if (person === undefined) return undefined;
    return {
      id: person.id,
      reach,
      version: person.version,
      person,
      served,
      holder: holder?.id === person.id ? undefined : holder,
    };
  },
  allow: writesPerson,
  decide(target, input, { today }) {
    const { person } = target;
    const served = [...target.served, { teryt: person.gmina }];
    const written = factsFrom(input, { served, holder: target.holder }, today);
    if (isRefusal(written)) return written;
    const facts = keepingHiddenAddress(written, person);
    const before = changedFacts(person, facts);
    if (Object.keys(before).length === 0) return refuse('people.nothing-changed', pl.refusals.nothingChanged);
    return {
      next: { ...person, ...facts },
      before,
      why: input.why,
      reason: input.reason ?? null,
      askedBy: input.askedBy ?? null,
    };
  },
  async save(tx, { next, before, why, reason, askedBy }, moment) {
    const { actor, now } = moment;
    await replacePerson(tx, safeOf(moment), next, {
      why,
      reason,
      askedBy,
      before,
      madeBy: actor.accountId,
      madeAt: now,
    });
    return { personId: next.id };
  },
  // Which fields, never what stood in them: the values are in the trail, which can be corrected and erased.
  audit: ({ next, before, why, askedBy }) => ({
    personId: next.id,
    what: { fields: Object.keys(before), why, ...(askedBy ? { askedBy } : {}) },
  }),
  constraints: peselRace,
});
