import type { House } from '../../../test/support/centre.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/actor.ts';
import { addService } from './commands/add-service.ts';
import { stepCommands } from './commands/steps.ts';
import { type ServiceView, viewService } from './queries/view-service.ts';

/** A card as its first form sends it. */
export const card = {
  name: 'Teleopieka',
  track: 'programme',
  area: '6',
  description: 'Przycisk, którym wzywa się pomoc.',
};

/** Cards and organizations of the first centre of a test house. */
export const cards = (house: House) => {
  const organiser = (): Actor => house.centre.as('service_organiser');

  const drafted = async (more: Record<string, unknown> = {}, actor = organiser()): Promise<string> => {
    const outcome = await house.runner.run(addService, actor, { ...card, ...more });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return outcome.value.serviceId;
  };

  return {
    organiser,
    drafted,
    async published(more: Record<string, unknown> = {}): Promise<string> {
      const id = await drafted(more);
      const outcome = await house.runner.run(stepCommands['publish-service'], house.centre.as('director'), {
        serviceId: id,
      });
      if (!outcome.ok) throw new Error(outcome.problem.code);
      return id;
    },
    async organization(name: string, more: { email?: string } = {}): Promise<string> {
      const id = newId();
      await house.owner.query(
        'insert into organization (centre_id, id, name, email) values ($1, $2, $3, $4)',
        [house.centre.id, id, name, more.email ?? null],
      );
      return id;
    },
    async seen(serviceId: string, actor = organiser()): Promise<ServiceView | undefined> {
      const outcome = await house.runner.ask(viewService, actor, { serviceId });
      return outcome.ok ? outcome.value : undefined;
    },
    async put(serviceId: string, columns: Record<string, unknown>): Promise<void> {
      const names = Object.keys(columns);
      await house.owner.query(
        `update service set ${names.map((name, index) => `${name} = $${index + 2}`).join(', ')} where id = $1`,
        [serviceId, ...Object.values(columns)],
      );
    },
  };
};

/** The last thing that was written down of an action. */
export async function lastAudit(house: House, action: string): Promise<Record<string, unknown>> {
  const { rows } = await house.owner.query<{ what: Record<string, unknown> }>(
    'select what from audit_entry where action = $1 order by seq desc limit 1',
    [action],
  );
  return rows[0]?.what ?? {};
}
