import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { id, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { lockService, updateService } from '../db/services.ts';
import { mayWriteService } from '../domain/access.ts';
import { directoryBasis, mayTake } from '../domain/service.ts';
import { pl } from '../pl.ts';

/** Takes a service out of the directory; cases and plans that name it keep it. */
export const withdrawService = command({
  name: 'directory.withdraw-service',
  summary: 'Withdraw a service from the directory',
  input: z.object({ serviceId: id(), reason: text(500) }),
  result: z.object({ serviceId: z.string() }),
  basis: cite(directoryBasis),
  load: async (tx, input, moment) => await lockService(tx, moment.actor.centreId, input.serviceId),
  allow: mayWriteService,
  decide: (target, input) =>
    mayTake('withdraw-service', target.state)
      ? { id: target.id, before: target.state, reason: input.reason }
      : refuse('directory.withdrawn', pl.refusals.withdrawn),
  async save(tx, change, moment) {
    await updateService(tx, moment.actor.centreId, change.id, {
      state: 'withdrawn',
      stateReason: change.reason,
    });
    return { serviceId: change.id };
  },
  audit: (change) => ({
    what: { serviceId: change.id, before: change.before, after: 'withdrawn', reason: change.reason },
  }),
});
