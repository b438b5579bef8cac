import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { choice, id, optionalDate, optionalInteger } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { lockService, updateService } from '../db/services.ts';
import { mayWriteService } from '../domain/access.ts';
import { type Capacity, feederBasis, mayTake } from '../domain/service.ts';
import { pl } from '../pl.ts';

/** Says how many places are free now, and until when this may be believed. */
export const reportCapacity = command({
  name: 'directory.report-capacity',
  summary: 'Report free places of a service',
  input: z.object({
    serviceId: id(),
    status: choice(['free', 'none', 'waiting', 'ask']),
    free: optionalInteger(1, 10_000),
    until: optionalDate(),
  }),
  result: z.object({ serviceId: z.string() }),
  basis: cite(feederBasis),
  load: async (tx, input, moment) => await lockService(tx, moment.actor.centreId, input.serviceId),
  allow: mayWriteService,
  decide(target, input, moment) {
    if (!mayTake('report-capacity', target.state))
      return refuse('directory.not-published', pl.refusals.notPublished);
    if (input.until !== undefined && input.until < moment.today)
      return refuse('directory.until-past', pl.refusals.untilPast, { field: 'until' });
    const capacity: Capacity = {
      status: input.status,
      free: input.status === 'free' ? (input.free ?? null) : null,
      until: input.until ?? null,
    };
    return { id: target.id, before: target.capacity, capacity };
  },
  async save(tx, change, moment) {
    await updateService(tx, moment.actor.centreId, change.id, { capacity: change.capacity });
    return { serviceId: change.id };
  },
  audit: (change) => ({ what: { serviceId: change.id, before: change.before, after: change.capacity } }),
});
