import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { gminasOn, listOrganizations } from '../db/organizations.ts';
import { lockService, type ServiceFacts, updateFacts } from '../db/services.ts';
import { mayWriteService } from '../domain/access.ts';
import { directoryBasis, mayTake, type Service } from '../domain/service.ts';
import { pl } from '../pl.ts';
import { factsOf, serviceInput } from './service-input.ts';

/** The facts that a correction changes, before and after. */
function changed(before: Service, after: ServiceFacts): Record<string, { before: unknown; after: unknown }> {
  const names = Object.keys(after) as (keyof ServiceFacts)[];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, { before: before[name], after: after[name] }]),
  );
}

/** Corrects a card. Who corrects it confirms it as well. */
export const correctService = command({
  name: 'directory.correct-service',
  summary: 'Correct a service of the directory',
  input: serviceInput.extend({ serviceId: id() }),
  result: z.object({ serviceId: z.string() }),
  basis: cite(directoryBasis),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [service, gminas, organizations] = await Promise.all([
      lockService(tx, centreId, input.serviceId),
      gminasOn(tx, centreId, moment.today),
      listOrganizations(tx, centreId),
    ]);
    return service && { ...service, service, gminas, organizations };
  },
  allow: mayWriteService,
  decide(target, input, moment) {
    if (!mayTake('correct-service', target.state))
      return refuse('directory.withdrawn', pl.refusals.withdrawn);
    const facts = factsOf(input, target, moment);
    if (isRefusal(facts)) return facts;
    // A unit cannot give its card away: the next correction would no longer be its own.
    if (!mayKeep(moment.actor.roles, target.organizationId, facts.organizationId))
      return refuse('directory.foreign-organization', pl.refusals.ownOrganization, {
        field: 'organizationId',
      });
    return { id: target.id, facts, changes: changed(target.service, facts) };
  },
  async save(tx, change, moment) {
    await updateFacts(tx, moment.actor.centreId, change.id, change.facts, moment.today);
    return { serviceId: change.id };
  },
  audit: (change) => ({ what: { serviceId: change.id, changes: change.changes } }),
});

const mayKeep = (roles: readonly string[], before: string | null, after: string | null): boolean =>
  before === after ||
  roles.some((role) => role === 'director' || role === 'service_organiser' || role === 'clerk');
