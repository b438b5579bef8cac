import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { permits } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { gminasOn, listOrganizations } from '../db/organizations.ts';
import { writePlaces } from '../db/places.ts';
import { insertProposal } from '../db/proposals.ts';
import { lockService } from '../db/services.ts';
import { directorySettings } from '../db/settings.ts';
import { type ServiceFacts, updateFacts } from '../db/write-services.ts';
import { mayWriteService } from '../domain/access.ts';
import { mayTake, publicStates, writers } from '../domain/lifecycle.ts';
import { confirmBy, directoryBasis } from '../domain/service.ts';
import { pl } from '../pl.ts';
import { changesOf, factsOf, isProposal, patchOf, refusalOf } from './card-facts.ts';
import { correctionInput } from './service-input.ts';

const ownerAfter = (facts: ServiceFacts): string | null => facts.ownerId ?? facts.organizationId;

/**
 * Corrects one section of a card. Who corrects a published card confirms it as well. What residents rely on a unit
 * proposes, and the organiser decides; contact, places and hours it corrects at once.
 */
export const correctService = command({
  name: 'directory.correct-service',
  summary: 'Correct one section of a card of the directory',
  input: correctionInput,
  result: z.object({ serviceId: z.string(), proposed: z.boolean() }),
  basis: cite(directoryBasis),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [service, gminas, organizations, settings] = await Promise.all([
      lockService(tx, centreId, input.serviceId),
      gminasOn(tx, centreId, moment.today),
      listOrganizations(tx, centreId),
      directorySettings(tx, centreId),
    ]);
    return service && { ...service, service, served: gminas, organizations, settings };
  },
  allow: mayWriteService,
  decide(target, input, moment) {
    const { service, served: gminas, organizations, settings } = target;
    if (!mayTake('correct-service', service.state))
      return refuse('directory.withdrawn', pl.refusals.withdrawn);
    const patch = patchOf(input, service, { gminas, organizations });
    const refused = refusalOf(patch, { gminas, organizations });
    if (refused) return refused;
    const before = factsOf(service);
    // A unit cannot give its card away: the next correction would no longer be its own.
    if (!permits(writers, moment.actor, { ownerId: ownerAfter({ ...before, ...patch.facts }) }))
      return refuse('directory.foreign-organization', pl.refusals.ownOrganization, { field: 'ownerId' });
    const shown = publicStates.includes(service.state);
    return {
      id: service.id,
      proposed: isProposal(input.section, shown, moment.actor.roles),
      facts: { ...before, ...patch.facts },
      places: patch.places,
      known: service.places,
      saysTrack: input.section === 'basics',
      changes: changesOf(before, patch.facts),
      // A draft is confirmed when it is published.
      confirmed: shown ? { on: moment.today, by: confirmBy(moment.today, settings.confirmDays) } : undefined,
    };
  },
  async save(tx, change, moment) {
    const { centreId, accountId } = moment.actor;
    if (change.proposed) {
      await insertProposal(tx, centreId, {
        id: newId(),
        serviceId: change.id,
        accountId,
        changes: change.changes,
      });
    } else {
      await updateFacts(tx, centreId, change.id, change.facts, change);
      if (change.places) await writePlaces(tx, centreId, change.id, change.known, change.places);
    }
    return { serviceId: change.id, proposed: change.proposed };
  },
  audit: (change) => ({
    what: {
      serviceId: change.id,
      changes: change.changes,
      ...(change.proposed ? { proposed: true } : {}),
      ...(change.places ? { places: change.places.length } : {}),
    },
  }),
});
