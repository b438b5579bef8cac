import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { lockFailed, tryAgain } from '../db/outbox.ts';
import { pl } from '../pl.ts';

/** Sends again at once what failed, for example after the mail server was mended. */
export const retryMail = command({
  name: 'operations.retry-mail',
  summary: 'Begin to try anew what could not leave the centre',
  input: z.object({}),
  result: z.object({ messages: z.number() }),
  basis: 'KRI § 19 ust. 2',
  load: async (tx, _input, { actor }) => ({ ids: await lockFailed(tx, actor.centreId) }),
  allow: { administrator: always },
  decide: ({ ids }) =>
    ids.length === 0 ? refuse('operations.nothing-failed', pl.refusals.nothingFailed) : { ids },
  async save(tx, { ids }, { actor, now }) {
    await tryAgain(tx, actor.centreId, ids, now);
    return { messages: ids.length };
  },
  audit: ({ ids }) => ({ what: { messages: ids.length } }),
});
