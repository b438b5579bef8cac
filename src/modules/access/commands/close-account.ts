import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { closeAccountRow, lockAccount } from '../db/account-register.ts';
import { endSessions } from '../db/sessions.ts';
import { administersOthers, unlessActive } from './change-roles.ts';

/** Closes an account for good and ends its sessions. What it did stays under its name. */
export const closeAccount = command({
  name: 'access.close-account',
  summary: 'Close an account and end its sessions',
  basis: 'art. 50 ust. 2 ustawy o CUS, § 19 rozporządzenia w sprawie KRI',
  fresh: true,
  input: z.object({ accountId: id() }),
  result: z.null(),
  load: (tx, input, moment) => lockAccount(tx, moment.actor.centreId, input.accountId),
  allow: administersOthers,
  decide: (account) => unlessActive(account) ?? { accountId: account.id },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    await Promise.all([
      closeAccountRow(tx, centreId, change.accountId),
      endSessions(tx, centreId, change.accountId),
    ]);
    return null;
  },
  audit: (change) => ({ what: { accountId: change.accountId, after: 'closed' } }),
});
