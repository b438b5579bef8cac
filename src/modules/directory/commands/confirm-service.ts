import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { lockService, updateService } from '../db/services.ts';
import { mayWriteService } from '../domain/access.ts';
import { feederBasis, mayTake } from '../domain/service.ts';
import { pl } from '../pl.ts';

/** Says that the card is true today; a draft or suspended card is published by it. */
export const confirmService = command({
  name: 'directory.confirm-service',
  summary: 'Confirm that a card of the directory is true today',
  input: z.object({ serviceId: id() }),
  result: z.object({ serviceId: z.string() }),
  basis: cite(feederBasis),
  load: async (tx, input, moment) => await lockService(tx, moment.actor.centreId, input.serviceId),
  allow: mayWriteService,
  decide: (target, _input, moment) =>
    mayTake('confirm-service', target.state)
      ? {
          id: target.id,
          before: { state: target.state, confirmedOn: target.confirmedOn },
          confirmedOn: moment.today,
        }
      : refuse('directory.withdrawn', pl.refusals.withdrawn),
  async save(tx, change, moment) {
    await updateService(tx, moment.actor.centreId, change.id, {
      state: 'published',
      confirmedOn: change.confirmedOn,
    });
    return { serviceId: change.id };
  },
  audit: (change) => ({
    what: {
      serviceId: change.id,
      before: change.before,
      after: { state: 'published', confirmedOn: change.confirmedOn },
    },
  }),
});
