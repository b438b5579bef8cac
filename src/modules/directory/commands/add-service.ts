import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import { gminasOn, listOrganizations } from '../db/organizations.ts';
import { insertService } from '../db/services.ts';
import { mayWriteService } from '../domain/access.ts';
import { directoryBasis } from '../domain/service.ts';
import { factsOf, serviceInput } from './service-input.ts';

/** Adds a service to the directory; its author confirms it by writing it. */
export const addService = command({
  name: 'directory.add-service',
  summary: 'Add a service to the directory of the gmina',
  input: serviceInput,
  result: z.object({ serviceId: z.string() }),
  basis: cite(directoryBasis),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [gminas, organizations] = await Promise.all([
      gminasOn(tx, centreId, moment.today),
      listOrganizations(tx, centreId),
    ]);
    return {
      gminas,
      organizations,
      organizationId: input.organizationId ?? moment.actor.organizationId ?? null,
    };
  },
  allow: mayWriteService,
  decide(target, input, moment) {
    const facts = factsOf(input, target, moment);
    return isRefusal(facts) ? facts : { id: newId(), facts };
  },
  async save(tx, change, moment) {
    await insertService(tx, moment.actor.centreId, change.id, change.facts, moment.today);
    return { serviceId: change.id };
  },
  audit: (change) => ({ what: { serviceId: change.id, after: change.facts } }),
});
