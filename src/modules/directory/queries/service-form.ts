import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { permits } from '../../../platform/actor.ts';
import { optionalId } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { gminasOn, listOrganizations } from '../db/organizations.ts';
import { selectService } from '../db/services.ts';
import { mayWriteService } from '../domain/access.ts';
import { directoryBasis, serviceSchema } from '../domain/service.ts';

const output = z.object({
  service: serviceSchema.nullable(),
  ownerId: z.string().nullable(),
  gminas: z.array(z.object({ teryt: z.string(), name: z.string() })),
  organizations: z.array(z.object({ id: z.string(), name: z.string() })),
});

export type ServiceFormData = z.infer<typeof output>;

/** What the form of a card needs: the card, the gminas, and the organizations that the actor may write for. */
export const serviceForm = query({
  name: 'directory.service-form',
  summary: 'A card to be written: its facts and the choices of its form',
  input: z.object({ serviceId: optionalId() }),
  output,
  basis: cite(directoryBasis),
  async read(db, input, moment) {
    const { centreId, organizationId } = moment.actor;
    const [service, gminas, organizations] = await Promise.all([
      input.serviceId ? selectService(db, centreId, input.serviceId) : null,
      gminasOn(db, centreId, moment.today),
      listOrganizations(db, centreId),
    ]);
    if (service === undefined) return undefined;
    const writable = organizations.filter((one) =>
      permits(mayWriteService, moment.actor, { ownerId: one.id }),
    );
    return {
      service,
      ownerId: service ? service.ownerId : (organizationId ?? null),
      gminas,
      organizations: writable.map(({ id, name }) => ({ id, name })),
    };
  },
  allow: mayWriteService,
  discloses: () => undefined,
});
