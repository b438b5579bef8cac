import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { permits } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { programmeNames } from '../db/programme-names.ts';
import { listProposals } from '../db/proposals.ts';
import { selectService } from '../db/services.ts';
import { mayReadService, mayWriteService } from '../domain/access.ts';
import { directoryBasis, serviceSchema } from '../domain/service.ts';

const proposal = z.object({
  id: z.string(),
  changes: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
  words: z.string().nullable(),
  at: z.string(),
  version: z.number(),
});

const output = serviceSchema.extend({
  mayWrite: z.boolean(),
  /** Names of the programmes in force that offer it. */
  programmes: z.array(z.string()),
  /** What its owner would change; only for those who may write the card. */
  proposals: z.array(proposal),
});

export type ServiceView = z.infer<typeof output>;

/** One card. What is not published does not exist for a resident. */
export const viewService = query({
  name: 'directory.view-service',
  summary: 'One service of the directory',
  input: z.object({ serviceId: id() }),
  output,
  basis: cite(directoryBasis),
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const [service, programmes] = await Promise.all([
      selectService(db, centreId, input.serviceId),
      programmeNames(db, centreId, input.serviceId),
    ]);
    if (!service) return undefined;
    const mayWrite = permits(mayWriteService, moment.actor, service);
    const proposals = mayWrite ? await listProposals(db, moment.actor.centreId, service.id) : [];
    return { ...service, mayWrite, programmes, proposals };
  },
  allow: mayReadService,
  discloses: () => undefined,
  hidden: true,
});
