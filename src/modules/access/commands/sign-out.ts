import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { endSessions } from '../db/sessions.ts';

/** Ends every session of the account, on every device. */
export const signOut = command({
  name: 'access.sign-out',
  summary: 'Sign out everywhere',
  basis: 'art. 50 ust. 3 ustawy o CUS',
  input: z.object({}),
  result: z.null(),
  allow: anyone(),
  load: (_tx, _input, moment) => Promise.resolve({ accountId: moment.actor.accountId }),
  decide: (target) => target,
  async save(tx, change, moment) {
    await endSessions(tx, moment.actor.centreId, change.accountId);
    return null;
  },
  audit: (change) => ({ what: { accountId: change.accountId } }),
});
