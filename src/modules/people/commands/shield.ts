import { z } from 'zod';
import { id, text } from '../../../platform/fields.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { findPerson, replacePerson } from '../db/people.ts';
import type { Person } from '../domain/person.ts';
import { shieldsPeople } from '../domain/reach.ts';
import { pl } from '../pl.ts';
import { personalData } from './person-facts.ts';

const load = (tx: Db, input: { personId: string; reason: string }, moment: Moment) =>
  findPerson(tx, safeOf(moment), input.personId, true);

interface Change {
  person: Person;
  reason: string;
}

const save =
  (shielded: boolean) =>
  async (tx: Db, { person, reason }: Change, moment: Moment) => {
    const { actor, now } = moment;
    const correction = {
      why: 'change',
      reason,
      before: { shielded: !shielded },
      madeBy: actor.accountId,
      madeAt: now,
    } as const;
    await replacePerson(tx, safeOf(moment), { ...person, shielded }, correction);
    return { personId: person.id };
  };

const shape = {
  input: z.object({ personId: id(), reason: text(300) }),
  result: z.object({ personId: z.string() }),
  basis: personalData,
  load,
  allow: shieldsPeople,
};

/** Hides an address everywhere: search, lists, letters, print, export. The reason is for the director and organisers. */
export const shieldPerson = command({
  name: 'people.shield',
  summary: 'Hide the address of a person',
  ...shape,
  decide: (person: Person, { reason }) =>
    person.shielded ? refuse('people.already-shielded', pl.refusals.shielded) : { person, reason },
  save: save(true),
  audit: ({ person }: Change) => ({ personId: person.id, what: { shielded: true } }),
});

/** Shows the address again. */
export const unshieldPerson = command({
  name: 'people.unshield',
  fresh: true,
  summary: 'Stop hiding the address of a person',
  ...shape,
  decide: (person: Person, { reason }) =>
    person.shielded ? { person, reason } : refuse('people.not-shielded', pl.refusals.notShielded),
  save: save(false),
  audit: ({ person }: Change) => ({ personId: person.id, what: { shielded: false } }),
});
