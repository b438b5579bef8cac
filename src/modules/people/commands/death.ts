import { z } from 'zod';
import { date, id, text } from '../../../platform/fields.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { endTies, reopenTies } from '../db/households.ts';
import { findPerson, replacePerson } from '../db/people.ts';
import { findReach } from '../db/reach.ts';
import type { Person } from '../domain/person.ts';
import { type Reach, writesPerson } from '../domain/reach.ts';
import { pl } from '../pl.ts';
import { personalData } from './person-facts.ts';

export type ReachedPerson = { id: string; reach: Reach; version: number; person: Person };

/** The person, locked, with what ties the actor to them. */
export async function loadReached(
  tx: Db,
  personId: string,
  moment: Moment,
): Promise<ReachedPerson | undefined> {
  const [person, reach] = await Promise.all([
    findPerson(tx, safeOf(moment), personId, true),
    findReach(tx, personId, moment),
  ]);
  return person && { id: person.id, reach, version: person.version, person };
}

const result = z.object({ personId: z.string() });

/** Writes down a death; households and relations end with that day. */
export const recordDeath = command({
  name: 'people.record-death',
  summary: 'Record the death of a person',
  input: z.object({ personId: id(), deceasedOn: date(), source: text(200) }),
  result,
  basis: personalData,
  load: (tx, input, moment) => loadReached(tx, input.personId, moment),
  allow: writesPerson,
  decide({ person }, { deceasedOn, source }, { today }) {
    if (person.deceasedOn !== null) return refuse('people.already-deceased', pl.refusals.deceased);
    if (deceasedOn > today)
      return refuse('people.death-later', pl.refusals.deathLater, { field: 'deceasedOn' });
    if (person.birthDate !== null && deceasedOn < person.birthDate)
      return refuse('people.death-before-birth', pl.refusals.deathBeforeBirth, { field: 'deceasedOn' });
    return { person, deceasedOn, source };
  },
  async save(tx, { person, deceasedOn, source }, moment) {
    const { actor, now } = moment;
    const correction = {
      why: 'change',
      reason: source,
      before: { deceasedOn: null },
      madeBy: actor.accountId,
      madeAt: now,
    } as const;
    await replacePerson(tx, safeOf(moment), { ...person, deceasedOn }, correction);
    await endTies(tx, actor.centreId, person.id, deceasedOn);
    return { personId: person.id };
  },
  audit: ({ person, deceasedOn }) => ({ personId: person.id, what: { deceasedOn } }),
});

/** Takes back a death that was written down by mistake, and what ended with it. */
export const withdrawDeath = command({
  name: 'people.withdraw-death',
  summary: 'Withdraw a death recorded by mistake',
  input: z.object({ personId: id(), reason: text(300) }),
  result,
  basis: `${personalData}, art. 16 RODO`,
  load: (tx, input, moment) => loadReached(tx, input.personId, moment),
  allow: writesPerson,
  decide: ({ person }, { reason }) =>
    person.deceasedOn === null
      ? refuse('people.not-deceased', pl.refusals.notDeceased)
      : { person, deceasedOn: person.deceasedOn, reason },
  async save(tx, { person, deceasedOn, reason }, moment) {
    const { actor, now } = moment;
    const correction = {
      why: 'mistake',
      reason,
      before: { deceasedOn },
      madeBy: actor.accountId,
      madeAt: now,
    } as const;
    await replacePerson(tx, safeOf(moment), { ...person, deceasedOn: null }, correction);
    await reopenTies(tx, actor.centreId, person.id, deceasedOn);
    return { personId: person.id };
  },
  audit: ({ person }) => ({ personId: person.id, what: { deceasedOn: null } }),
});
