import { z } from 'zod';
import { always, anyoneWhoWrites } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { renewFeedSecret } from '../db/feeds.ts';

const { visitor: _nobody, region: _other, ...workers } = anyoneWhoWrites(always);

/** Makes a new private address of the worker's calendar feed; the former one stops working. */
export const renewFeed = command({
  name: 'agenda.renew-feed',
  summary: 'Make a new private address of one’s calendar feed',
  input: z.object({}),
  result: z.object({ secret: z.string() }),
  basis: 'art. 50 ust. 3 ustawy o CUS',
  load: (_tx, _input, moment) => Promise.resolve({ accountId: moment.actor.accountId }),
  allow: workers,
  decide: (target) => target,
  save: async (tx, change, moment) => ({
    secret: await renewFeedSecret(tx, moment.actor.centreId, change.accountId),
  }),
  audit: () => ({ what: { feed: 'renewed' } }),
});
