import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { listFailed } from '../db/outbox.ts';
import { readState } from '../db/state.ts';
import { alarmNames, alarmsOf } from '../domain/alarms.ts';
import { stateSchema } from '../domain/state.ts';

const shownMessages = 20;

export const operationsQuery = query({
  name: 'operations.view',
  summary: 'How the installation runs: servers, backups, mail queue, daily work, disk, certificate, alarms',
  input: z.object({}),
  output: stateSchema.extend({
    alarms: z.array(
      z.object({
        name: z.enum(alarmNames),
        grade: z.enum(['act', 'know']),
        of: z.union([z.number(), z.string(), z.null()]),
      }),
    ),
    failed: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        createdAt: z.string(),
        tries: z.number(),
        nextTryAt: z.string(),
        failed: z.boolean(),
      }),
    ),
  }),
  basis: 'KRI § 19 ust. 2',
  async read(db, _input, { actor, now }) {
    const [state, failed] = await Promise.all([
      readState(db, actor.centreId, now),
      listFailed(db, actor.centreId, shownMessages),
    ]);
    return { ...state, alarms: alarmsOf(state), failed };
  },
  allow: { administrator: always },
  // Machines, sizes and times: nobody's data.
  discloses: () => undefined,
});
