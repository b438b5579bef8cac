import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { type Allow, permits } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { countWaiting } from '../db/waiting.ts';
import { keepers, type Kept, serviceSteps, writers } from '../domain/lifecycle.ts';
import { directoryBasis } from '../domain/service.ts';

const output = z.object({
  ownerId: z.string().nullable(),
  confirm: z.number(),
  check: z.number(),
  proposals: z.number(),
});

export type WaitingCounts = z.infer<typeof output>;

/** Those who write cards, and who lets them out. */
const asked: Allow<Kept> = { ...writers, ...serviceSteps['publish-service'].by };

/** How many cards wait for the actor today: to be confirmed, checked, decided about. */
export const waitingCards = query({
  name: 'directory.waiting-cards',
  summary: 'How many cards of the directory wait for the reader',
  input: z.object({}),
  output,
  basis: cite(directoryBasis),
  async read(db, _input, { actor, today }) {
    const mine: Kept = { ownerId: actor.organizationId ?? null };
    // A unit counts its own cards, the centre all of them.
    const all = permits(asked, actor, { ownerId: null });
    const counted = await countWaiting(db, actor.centreId, today, all ? null : mine.ownerId);
    const checks =
      permits(serviceSteps['verify-service'].by, actor, mine) ||
      permits(serviceSteps['publish-service'].by, actor, mine);
    return {
      ownerId: all ? null : mine.ownerId,
      confirm: permits(serviceSteps['confirm-service'].by, actor, mine) ? counted.confirm : 0,
      check: checks ? counted.check : 0,
      proposals: permits(keepers, actor, mine) ? counted.proposals : 0,
    };
  },
  allow: asked,
  discloses: () => undefined,
});
