import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { query } from '../../../platform/runner/query.ts';
import { directorySettings } from '../db/settings.ts';
import { maySetTerms } from '../domain/access.ts';
import { directoryBasis } from '../domain/service.ts';

/** How long confirmations and links are good for in this centre. */
export const viewTerms = query({
  name: 'directory.view-terms',
  summary: 'How long a confirmation of a card and a link of an organization are good for',
  input: z.object({}),
  output: z.object({
    confirmDays: z.number(),
    linkDays: z.number(),
    version: z.number(),
    ownerId: z.null(),
  }),
  basis: cite(directoryBasis),
  read: async (db, _input, { actor }) => ({
    ...(await directorySettings(db, actor.centreId)),
    ownerId: null,
  }),
  allow: maySetTerms,
  discloses: () => undefined,
});
