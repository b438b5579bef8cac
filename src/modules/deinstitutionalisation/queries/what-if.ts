import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { figureSchema } from '../../population/index.ts';
import { lpdiBasis } from '../commands/target.ts';
import { listPlans } from '../db/plans.ts';
import { isEditable } from '../domain/lifecycle.ts';
import { assumptionKeys } from '../domain/what-if.ts';
import { startsOf } from '../starts.ts';

/** With what a what-if begins: real costs with their passports, and the plans with which it may be kept. */
export const whatIfStart = query({
  name: 'lpdi.what-if',
  summary: 'Real costs with which a what-if begins, and the drafts with which it may be kept',
  input: z.object({}),
  output: z.object({
    starts: z.partialRecord(z.enum(assumptionKeys), figureSchema),
    drafts: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
  basis: lpdiBasis,
  async read(db, _input, { actor, today }) {
    const [starts, plans] = await Promise.all([
      startsOf(db, actor.centreId, today),
      listPlans(db, actor.centreId),
    ]);
    return {
      starts,
      drafts: plans.filter(({ state }) => isEditable(state)).map(({ id, title }) => ({ id, title })),
    };
  },
  allow: { director: always, service_organiser: always },
  discloses: () => undefined,
});
