import { z } from 'zod';
import { type Actor, type Allow } from '../../../platform/actor.ts';
import { choice, date, id, optionalDate } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { type AccountRecord, addRole, lockAccount, saveRoleEnd } from '../db/account-register.ts';
import { assignableRoles, endOf, roleFault, type RolePeriod } from '../domain/roles.ts';
import { pl } from '../pl.ts';

/** An administrator, but never of the own account: nobody gives rights to themselves. */
export const administersOthers: Allow<{ id: string }> = {
  administrator: (actor: Actor, account) => actor.accountId !== account.id,
};

const closed = refuse('access.account-closed', pl.refusals.accountClosed);

/** The refusal for an account that is closed for good; undefined: it is active. */
export const unlessActive = (account: AccountRecord) => (account.state === 'closed' ? closed : undefined);

const role = () => choice(assignableRoles);

/** Gives a role from a day on; the rules that keep roles apart stand in domain/roles.ts. */
export const giveRole = command({
  name: 'access.give-role',
  summary: 'Give an account a role for a period',
  basis: 'art. 50 ust. 2 ustawy o CUS, § 19 rozporządzenia w sprawie KRI',
  fresh: true,
  input: z.object({ accountId: id(), role: role(), validFrom: optionalDate(), validTo: optionalDate() }),
  result: z.null(),
  load: (tx, input, moment) => lockAccount(tx, moment.actor.centreId, input.accountId),
  allow: administersOthers,
  decide(account, input, moment) {
    const given: RolePeriod = {
      role: input.role,
      validFrom: input.validFrom ?? moment.today,
      validTo: input.validTo ?? null,
    };
    return (
      unlessActive(account) ?? roleFault(account, given, moment.today) ?? { accountId: account.id, given }
    );
  },
  async save(tx, change, moment) {
    await addRole(tx, moment.actor.centreId, change.accountId, change.given);
    return null;
  },
  audit: (change) => ({ what: { accountId: change.accountId, role: change.given } }),
});

/** Ends a role with a last day, or at once. The change counts with the next request of the account. */
export const endRole = command({
  name: 'access.end-role',
  summary: 'End a role of an account with a last day, or at once',
  basis: 'art. 50 ust. 2 ustawy o CUS, § 19 rozporządzenia w sprawie KRI',
  fresh: true,
  input: z.object({
    accountId: id(),
    // Nobody gives the inspector's role here, but whoever may end a role may end this one.
    role: choice([...assignableRoles, 'inspector']),
    validFrom: date(),
    lastDay: optionalDate(),
  }),
  result: z.null(),
  async load(tx, input, moment) {
    const account = await lockAccount(tx, moment.actor.centreId, input.accountId);
    const period = account?.periods.find(
      (one) => one.role === input.role && one.validFrom === input.validFrom,
    );
    return account && period && { ...account, period };
  },
  allow: administersOthers,
  decide(account, input, moment) {
    const ending = endOf(account.period, input.lastDay, moment.today);
    if (isRefusal(ending)) return ending;
    return {
      accountId: account.id,
      period: account.period,
      validTo: ending === 'taken off' ? null : ending.validTo,
    };
  },
  async save(tx, change, moment) {
    await saveRoleEnd(tx, moment.actor.centreId, change.accountId, change.period, change.validTo);
    return null;
  },
  audit: (change) => ({
    what: { accountId: change.accountId, before: change.period, validTo: change.validTo },
  }),
});
