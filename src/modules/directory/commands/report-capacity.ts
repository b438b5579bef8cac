import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { choice, id, optionalDate, optionalInteger } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { lockService } from '../db/services.ts';
import { updateServices } from '../db/write-services.ts';
import { mayWriteService } from '../domain/access.ts';
import { type Capacity } from '../domain/capacity.ts';
import { waitUnits } from '../domain/codes.ts';
import { mayTake, type ServiceState } from '../domain/lifecycle.ts';
import { feederBasis } from '../domain/service.ts';
import { pl } from '../pl.ts';

/** A report of places as a form sends it, by whichever way. */
export const capacityInput = {
  status: choice(['free', 'none', 'waiting', 'ask']),
  free: optionalInteger(1, 10_000),
  waitValue: optionalInteger(1, 1000),
  waitUnit: z.preprocess((value) => (value === '' ? undefined : value), choice(waitUnits).optional()),
  until: optionalDate(),
};

const capacityReport = z.object(capacityInput);

/** The places as reported today, or why the report cannot be kept. */
export function reportedCapacity(
  card: { state: ServiceState; capacity: Capacity },
  input: z.infer<typeof capacityReport>,
  today: string,
): Capacity | Refusal {
  if (!mayTake('report-capacity', card.state))
    return refuse('directory.not-published', pl.refusals.notPublished);
  if (input.until !== undefined && input.until < today)
    return refuse('directory.until-past', pl.refusals.untilPast, { field: 'until' });
  const waits = input.status === 'waiting' || input.status === 'none';
  return {
    status: input.status,
    free: input.status === 'free' ? (input.free ?? null) : null,
    places: card.capacity.places,
    wait:
      waits && input.waitValue !== undefined
        ? { value: input.waitValue, unit: input.waitUnit ?? 'days' }
        : null,
    on: today,
    until: input.until ?? null,
  };
}

/** Says how many places are free now, how long one waits, and until when this may be believed. */
export const reportCapacity = command({
  name: 'directory.report-capacity',
  summary: 'Report free places of a service',
  input: z.object({ serviceId: id(), ...capacityInput }),
  result: z.object({ serviceId: z.string() }),
  basis: cite(feederBasis),
  load: async (tx, input, moment) => await lockService(tx, moment.actor.centreId, input.serviceId),
  allow: mayWriteService,
  decide(target, input, moment) {
    const capacity = reportedCapacity(target, input, moment.today);
    return 'code' in capacity ? capacity : { id: target.id, before: target.capacity, capacity };
  },
  async save(tx, change, moment) {
    await updateServices(tx, moment.actor.centreId, [change.id], { capacity: change.capacity });
    return { serviceId: change.id };
  },
  audit: (change) => ({ what: { serviceId: change.id, before: change.before, after: change.capacity } }),
});
