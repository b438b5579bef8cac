import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { permits } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { selectService } from '../db/services.ts';
import { mayReadService, mayWriteService } from '../domain/access.ts';
import { directoryBasis, serviceSchema } from '../domain/service.ts';

const output = serviceSchema.extend({ mayWrite: z.boolean() });

export type ServiceView = z.infer<typeof output>;

/** One card. What is not published does not exist for a resident. */
export const viewService = query({
  name: 'directory.view-service',
  summary: 'One service of the directory',
  input: z.object({ serviceId: id() }),
  output,
  basis: cite(directoryBasis),
  async read(db, input, moment) {
    const service = await selectService(db, moment.actor.centreId, input.serviceId);
    return service && { ...service, mayWrite: permits(mayWriteService, moment.actor, service) };
  },
  allow: mayReadService,
  discloses: () => undefined,
  hidden: true,
});
