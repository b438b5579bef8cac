import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { endOtherSessions, endSession, listSessions } from '../db/sessions.ts';
import { ownAccount } from './own.ts';

const basis = 'art. 50 ust. 2 ustawy o CUS';

/** Ends one session of the own account. */
export const endOneSession = command({
  name: 'access.end-session',
  summary: 'End one session of the own account',
  basis,
  input: z.object({ sessionId: id() }),
  result: z.null(),
  async load(tx, input, { actor, now }) {
    const open = await listSessions(tx, actor.centreId, actor.accountId, now);
    return open.find((one) => one.id === input.sessionId);
  },
  allow: ownAccount(),
  decide: (session) => ({ sessionId: session.id }),
  async save(tx, change, { actor }) {
    await endSession(tx, actor.centreId, actor.accountId, change.sessionId);
    return null;
  },
  audit: (change) => ({ what: change }),
});

/** Ends every session of the own account but this one. */
export const endOthers = command({
  name: 'access.end-other-sessions',
  summary: 'End every other session of the own account',
  basis,
  input: z.object({}),
  result: z.object({ ended: z.number() }),
  load: (_tx, _input, { actor }) => Promise.resolve(actor.session),
  allow: ownAccount(),
  decide: (session) => ({ kept: session.id }),
  save: async (tx, change, { actor }) => ({
    ended: await endOtherSessions(tx, actor.centreId, actor.accountId, change.kept),
  }),
  audit: (_change, result) => ({ what: result }),
});
