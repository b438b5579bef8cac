import { z } from 'zod';
import { choice, date, id } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import {
  bumpHousehold,
  endMember,
  findHousehold,
  type HouseholdState,
  insertHousehold,
  insertMember,
} from '../db/households.ts';
import {
  type HouseholdPart,
  householdParts,
  joinFault,
  leaving,
  type Membership,
} from '../domain/household.ts';
import type { Person } from '../domain/person.ts';
import { type Reach, writesPerson } from '../domain/reach.ts';
import { pl } from '../pl.ts';
import { loadReached } from './death.ts';
import { personalData } from './person-facts.ts';

const result = z.object({ householdId: z.string() });

const joining = { part: choice(householdParts), validFrom: date() };

const newMember = (input: { personId: string; part: HouseholdPart; validFrom: string }): Membership => ({
  personId: input.personId,
  part: input.part,
  validFrom: input.validFrom,
  validTo: null,
});

const joinRefusal = (fault: keyof typeof pl.refusals.join) =>
  refuse(`people.join-${fault}`, pl.refusals.join[fault], {
    field: fault === 'second-head' ? 'part' : 'validFrom',
  });

/** A new household with its first member. */
export const formHousehold = command({
  name: 'people.form-household',
  summary: 'Form a household with a person as its first member',
  input: z.object({ personId: id(), ...joining }),
  result,
  basis: personalData,
  async load(tx, input, moment) {
    const reached = await loadReached(tx, input.personId, moment);
    return reached && { id: reached.id, reach: reached.reach, person: reached.person };
  },
  allow: writesPerson,
  decide({ person }, input, { today }) {
    const fault = joinFault([], input, person, today);
    if (fault !== undefined) return joinRefusal(fault);
    return {
      household: { id: newId(), gmina: person.gmina, name: pl.household.name(person.familyName) },
      member: newMember(input),
    };
  },
  async save(tx, { household, member }, { actor }) {
    await insertHousehold(tx, actor.centreId, household);
    await insertMember(tx, actor.centreId, household.id, member);
    return { householdId: household.id };
  },
  audit: ({ household, member }) => ({
    personId: member.personId,
    what: { householdId: household.id, part: member.part, from: member.validFrom },
  }),
});

type Target = { id: string; reach: Reach; version: number; person: Person; household: HouseholdState };

async function loadBoth(
  tx: Db,
  input: { personId: string; householdId: string },
  moment: Moment,
): Promise<Target | undefined> {
  const [reached, household] = await Promise.all([
    loadReached(tx, input.personId, moment),
    findHousehold(tx, moment.actor.centreId, input.householdId),
  ]);
  return reached && household && { ...reached, version: household.version, household };
}

/** A person begins to live in a household; they may live in several. */
export const joinHousehold = command({
  name: 'people.join-household',
  summary: 'Add a person to a household from a day on',
  input: z.object({ personId: id(), householdId: id(), ...joining }),
  result,
  basis: personalData,
  load: (tx, input, moment) => loadBoth(tx, input, moment),
  allow: writesPerson,
  decide({ person, household }, input, { today }) {
    const fault = joinFault(household.members, input, person, today);
    return fault === undefined ? { householdId: household.id, member: newMember(input) } : joinRefusal(fault);
  },
  async save(tx, { householdId, member }, { actor }) {
    await Promise.all([
      insertMember(tx, actor.centreId, householdId, member),
      bumpHousehold(tx, actor.centreId, householdId),
    ]);
    return { householdId };
  },
  audit: ({ householdId, member }) => ({
    personId: member.personId,
    what: { householdId, part: member.part, from: member.validFrom },
  }),
});

/** A person moves out of a household; the last day counts. */
export const leaveHousehold = command({
  name: 'people.leave-household',
  summary: 'End the membership of a person in a household',
  input: z.object({ personId: id(), householdId: id(), validTo: date() }),
  result,
  basis: personalData,
  load: (tx, input, moment) => loadBoth(tx, input, moment),
  allow: writesPerson,
  decide({ household }, input, { today }) {
    const left = leaving(household.members, input, today);
    if (!left.ok)
      return refuse(`people.leave-${left.fault}`, pl.refusals.leave[left.fault], { field: 'validTo' });
    return { householdId: household.id, member: left.membership, validTo: input.validTo };
  },
  async save(tx, { householdId, member, validTo }, { actor }) {
    await Promise.all([
      endMember(tx, actor.centreId, householdId, member, validTo),
      bumpHousehold(tx, actor.centreId, householdId),
    ]);
    return { householdId };
  },
  audit: ({ householdId, member, validTo }) => ({
    personId: member.personId,
    what: { householdId, to: validTo },
  }),
});
