import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { lockAccount } from '../db/account-register.ts';
import { endSessions } from '../db/sessions.ts';
import { administersOthers } from './change-roles.ts';

/** An administrator ends every session of another account. */
export const endAccountSessions = command({
  name: 'access.end-account-sessions',
  summary: 'End every session of an account',
  basis: 'art. 50 ust. 2 ustawy o CUS, § 19 rozporządzenia w sprawie KRI',
  input: z.object({ accountId: id() }),
  result: z.null(),
  load: (tx, input, { actor }) => lockAccount(tx, actor.centreId, input.accountId),
  allow: administersOthers,
  decide: (account) => ({ accountId: account.id }),
  async save(tx, change, { actor }) {
    await endSessions(tx, actor.centreId, change.accountId);
    return null;
  },
  audit: (change) => ({ what: change }),
});
