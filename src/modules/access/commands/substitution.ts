import { z } from 'zod';
import { type Actor, type Allow, always, type InsideRole } from '../../../platform/actor.ts';
import { date, id, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { findAccount } from '../db/account-register.ts';
import {
  addSubstitution,
  closeSubstitution,
  findSubstitution,
  listSubstitutions,
  putInSession,
  type Substitution,
} from '../db/substitutions.ts';
import { substitutionFault } from '../domain/substitution.ts';
import { pl } from '../pl-substitution.ts';
import type { Db } from '../../../platform/database/tenant.ts';

const words = pl.refusals;
const basis = 'art. 24 ust. 2, art. 27 ust. 1, art. 50 ust. 3 ustawy o CUS';

/** Who says who stands in for whom: who leads the centre, and who leads the team of services. */
export const setsSubstitutions = { director: always, service_organiser: always } satisfies Allow<unknown>;

type InCases = Extract<InsideRole, 'plan_coordinator' | 'clerk' | 'community_organiser'>;
const everyInCases = <T>(
  condition: (actor: Actor, target: T) => boolean,
): Record<InCases, typeof condition> => ({
  plan_coordinator: condition,
  clerk: condition,
  community_organiser: condition,
});

const worker = async (tx: Db, centreId: string, accountId: string) => {
  const account = await findAccount(tx, centreId, accountId);
  return account && { active: account.state === 'active', periods: account.periods };
};

/** A worker stands in for another between two days; it begins and ends by itself. */
export const setSubstitution = command({
  name: 'access.set-substitution',
  summary: 'One worker stands in for another between two days',
  basis,
  input: z.object({
    absentId: id(),
    deputyId: id(),
    validFrom: date(),
    validTo: date(),
    reason: text(200, pl.fields.reason),
  }),
  result: z.object({ substitutionId: z.string() }),
  async load(tx, { absentId, deputyId }, { actor, today }) {
    const { centreId } = actor;
    const [absent, deputy, running] = await Promise.all([
      worker(tx, centreId, absentId),
      worker(tx, centreId, deputyId),
      listSubstitutions(tx, centreId, today, { deputyId }),
    ]);
    return absent && deputy ? { absent, deputy, running } : undefined;
  },
  allow: setsSubstitutions,
  decide({ absent, deputy, running }, input, { today }) {
    if (input.absentId === input.deputyId)
      return refuse('access.substitution-oneself', words.oneself, { field: 'deputyId' });
    const fault = substitutionFault(absent, deputy, input, today);
    if (fault) return fault;
    const overlaps = running.some(
      (one) =>
        one.absentId === input.absentId && one.validFrom <= input.validTo && one.validTo >= input.validFrom,
    );
    return overlaps ? refuse('access.substitution-overlaps', words.overlaps) : { id: newId(), ...input };
  },
  async save(tx, change, { actor, now }) {
    await addSubstitution(tx, actor.centreId, { ...change, setBy: actor.accountId, setAt: now });
    return { substitutionId: change.id };
  },
  audit: ({ id: substitutionId, absentId, deputyId, validFrom, validTo }) => ({
    what: { substitutionId, absentId, deputyId, validFrom, validTo },
  }),
});

const load = (tx: Db, { substitutionId }: { substitutionId: string }, { actor }: Moment) =>
  findSubstitution(tx, actor.centreId, substitutionId);

const isDeputy = (actor: Actor, { deputyId }: Substitution): boolean => deputyId === actor.accountId;

const shape = { basis, input: z.object({ substitutionId: id() }), result: z.null() };

/** Ends a substitution before its last day. */
export const endSubstitution = command({
  ...shape,
  name: 'access.end-substitution',
  summary: 'End a substitution before its last day',
  load,
  allow: { ...setsSubstitutions, ...everyInCases(isDeputy) },
  decide: (found, _input, { today }) =>
    found.endedOn !== null || found.validTo < today
      ? refuse('access.substitution-ended', words.ended)
      : { id: found.id, on: today },
  async save(tx, { id: ended, on }, { actor }) {
    await closeSubstitution(tx, actor.centreId, ended, { on, by: actor.accountId });
    return null;
  },
  audit: ({ id: substitutionId }) => ({ what: { substitutionId } }),
});

/** From now on this session works for the absent one. */
export const standIn = command({
  ...shape,
  name: 'access.stand-in',
  summary: 'Work as the one whom the asker stands in for, in this session',
  load,
  allow: everyInCases(isDeputy),
  decide: ({ id: substitutionId, validFrom, validTo, endedOn, absentId }, _input, { today }) =>
    validFrom > today || validTo < today || (endedOn !== null && endedOn <= today)
      ? refuse('access.substitution-not-now', words.notNow)
      : { substitutionId, absentId },
  async save(tx, { substitutionId }, { actor, now }) {
    if (actor.session)
      await putInSession(tx, actor.centreId, actor.session.id, { substitutionId, since: now });
    return null;
  },
  audit: ({ substitutionId, absentId }) => ({ what: { substitutionId, absentId } }),
});

/** The session works for its own account again. */
export const putAway = command({
  name: 'access.put-away',
  summary: 'Stop working in a substitution in this session',
  basis,
  input: z.object({}),
  result: z.null(),
  load: () => Promise.resolve({}),
  allow: everyInCases(always),
  decide: () => ({}),
  async save(tx, _change, { actor }) {
    if (actor.session) await putInSession(tx, actor.centreId, actor.session.id, undefined);
    return null;
  },
  audit: () => ({ what: {} }),
});
