import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { countByOwner, listRunning } from '../db/lists.ts';
import { countsSchema, listedDeadlineSchema } from '../domain/deadline.ts';

/** The director's view of all clocks: the most urgent, the colours, and how they are spread over workers. */
export const deadlineOverview = query({
  name: 'agenda.deadline-overview',
  summary: 'All running deadlines of the centre by urgency and by worker',
  input: z.object({}),
  output: z.object({
    deadlines: z.array(listedDeadlineSchema),
    counts: countsSchema,
    owners: z.array(
      z.object({
        ownerId: z.string().nullable(),
        ownerName: z.string().nullable(),
        running: z.number(),
        late: z.number(),
        nearest: z.string(),
      }),
    ),
  }),
  basis: 'art. 24 ust. 2 ustawy o CUS',
  async read(db, _input, moment) {
    const { centreId } = moment.actor;
    const [running, owners] = await Promise.all([
      listRunning(db, centreId, 'everybody', moment.today, 20),
      countByOwner(db, centreId, moment.today),
    ]);
    return { ...running, owners };
  },
  allow: { director: always, service_organiser: always },
  discloses: (output) =>
    output.deadlines.length === 0
      ? undefined
      : {
          what: {
            list: 'deadlines',
            cases: output.deadlines.flatMap((one) => (one.caseId ? [one.caseId] : [])),
          },
        },
});
