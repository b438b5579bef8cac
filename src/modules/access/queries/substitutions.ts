import { z } from 'zod';
import { always, permits } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { listAccounts } from '../db/account-register.ts';
import { setsSubstitutions } from '../commands/substitution.ts';
import { listSubstitutions } from '../db/substitutions.ts';
import { substitutable } from '../domain/substitution.ts';

const substitution = z.object({
  id: z.string(),
  absentId: z.string(),
  absent: z.string(),
  deputyId: z.string(),
  deputy: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  reason: z.string(),
  endedOn: z.string().nullable(),
});

export type ShownSubstitution = z.infer<typeof substitution>;

const output = z.object({
  /** In which the asker is the deputy. */
  mine: z.array(substitution),
  /** Of the centre, and whom they may concern: for who sets them. */
  all: z.array(substitution),
  workers: z.array(z.object({ accountId: z.string(), name: z.string(), position: z.string() })),
  sets: z.boolean(),
});

export type Substitutions = z.infer<typeof output>;

/** Substitutions that run or are to come: one's own, and for who sets them all of the centre. */
export const listSubstitutionsQuery = query({
  name: 'access.list-substitutions',
  summary: 'Substitutions that run or are to come',
  input: z.object({}),
  output,
  basis: 'art. 24 ust. 2, art. 27 ust. 1 ustawy o CUS',
  async read(db, _input, { actor, today }) {
    const { centreId, accountId } = actor;
    const sets = permits(setsSubstitutions, actor, undefined);
    const [running, accounts] = await Promise.all([
      listSubstitutions(db, centreId, today),
      sets ? listAccounts(db, centreId) : [],
    ]);
    const workers = accounts.filter(
      ({ state, periods }) =>
        state === 'active' &&
        periods.some(
          ({ role, validTo }) => substitutable.includes(role) && (validTo === null || validTo >= today),
        ),
    );
    return {
      mine: running.filter(({ deputyId }) => deputyId === accountId),
      all: sets ? running : [],
      workers: workers.map(({ id, name, position }) => ({ accountId: id, name, position })),
      sets,
    };
  },
  allow: {
    director: always,
    service_organiser: always,
    plan_coordinator: always,
    clerk: always,
    community_organiser: always,
  },
  discloses: () => undefined,
});
