import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { gminasOn, listOrganizations } from '../db/organizations.ts';
import { insertService, type ServiceFacts } from '../db/write-services.ts';
import { mayWriteService } from '../domain/access.ts';
import { directoryBasis, unknownService } from '../domain/service.ts';
import { factsOf, refusalOf } from './card-facts.ts';
import { newServiceInput } from './service-input.ts';

/** Begins a card: a draft that its author fills in section by section. */
export const addService = command({
  name: 'directory.add-service',
  summary: 'Add a service to the directory of the gmina, as a draft',
  input: newServiceInput,
  result: z.object({ serviceId: z.string() }),
  basis: cite(directoryBasis),
  async load(tx, input, moment) {
    const { centreId, organizationId } = moment.actor;
    const [gminas, organizations] = await Promise.all([
      gminasOn(tx, centreId, moment.today),
      listOrganizations(tx, centreId),
    ]);
    const performer = input.organizationId ?? organizationId ?? null;
    // A unit that writes of another's service keeps the card all the same: it feeds the directory (art. 13(2)).
    return { gminas, organizations, performer, ownerId: input.ownerId ?? organizationId ?? performer };
  },
  allow: mayWriteService,
  decide(target, input, _moment) {
    const written: Partial<ServiceFacts> = {
      name: input.name,
      description: input.description ?? null,
      area: input.area ?? null,
      track: input.track,
      handledBy: input.handledBy ?? null,
      gminas: input.gminas,
      organizationId: target.performer,
      performerWords: input.performerWords ?? null,
      ownerId: target.ownerId,
    };
    const id = newId();
    const facts = { ...factsOf({ ...unknownService, id, name: input.name }), ...written };
    return refusalOf({ facts: written }, target) ?? { id, facts, written };
  },
  async save(tx, change, moment) {
    await insertService(tx, moment.actor.centreId, change.id, change.facts, { state: 'draft' });
    return { serviceId: change.id };
  },
  audit: (change) => ({ what: { serviceId: change.id, after: change.written } }),
});
