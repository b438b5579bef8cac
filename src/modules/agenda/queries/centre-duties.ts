import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { listCentreDeadlines, owedTo } from '../db/deadlines.ts';
import { centreDutyKinds, dutiesOf } from '../domain/centre-duty.ts';
import { deadlineSchema } from '../domain/deadline.ts';

/** The duties of the centre as a whole: the running clock of each, and those that ended. */
export const centreDuties = query({
  name: 'agenda.centre-duties',
  summary: 'Duties of the centre as a whole: diagnosis, annual report, annual plan, collective agreement',
  input: z.object({}),
  output: z.object({
    duties: z.array(
      z.object({
        kind: z.enum(centreDutyKinds),
        /** To which gmina it is owed; null: it is one for the whole centre. */
        gmina: z.object({ teryt: z.string(), name: z.string() }).nullable(),
        running: deadlineSchema.nullable(),
        ended: z.array(deadlineSchema),
      }),
    ),
    mayRecord: z.boolean(),
  }),
  basis: 'art. 9 ust. 6, 18, 21 ust. 2, 24 ust. 2 pkt 4 ustawy o CUS',
  async read(db, _input, { actor, today }) {
    const owed = dutiesOf(await owedTo(db, actor.centreId, today));
    const duties = await Promise.all(
      owed.map(async ({ kind, gmina }) => {
        const clocks = await listCentreDeadlines(db, actor.centreId, kind, gmina?.teryt ?? null);
        return {
          kind,
          gmina,
          running: clocks.find((one) => one.state === 'running') ?? null,
          ended: clocks.filter((one) => one.endedOn !== null),
        };
      }),
    );
    return { duties, mayRecord: actor.roles.includes('director') };
  },
  allow: { director: always, service_organiser: always, community_organiser: always },
  discloses: () => undefined,
});
