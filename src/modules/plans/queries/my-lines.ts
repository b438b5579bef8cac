import { z } from 'zod';
import { query } from '../../../platform/runner/query.ts';
import { listProvidedLines } from '../db/lists.ts';
import { slotSchema } from '../domain/plan.ts';

/**
 * What a provider knows of plans: the own services, for whom, where and when. Neither needs, nor results, nor fees, nor
 * anybody else's services: the schema has no room for them (art. 49, domain reference 2.9).
 */
export const myLines = query({
  name: 'plans.my-lines',
  summary: 'Services that the provider gives in running plans: for whom, where, when, how much',
  input: z.object({}),
  output: z.object({
    organizationId: z.string().nullable(),
    lines: z.array(
      z.object({
        id: z.string(),
        planNumber: z.string(),
        personName: z.string(),
        serviceName: z.string(),
        place: z.string().nullable(),
        week: z.array(slotSchema),
        scheduleWords: z.string().nullable(),
        units: z.number(),
        unit: z.string(),
        startsOn: z.string(),
        endsOn: z.string(),
        coordinatorName: z.string(),
        personId: z.string(),
        caseId: z.string(),
      }),
    ),
  }),
  basis: 'art. 39 ust. 1, art. 49 ustawy o CUS',
  async read(db, _input, moment) {
    const { centreId, organizationId } = moment.actor;
    const lines = organizationId ? await listProvidedLines(db, centreId, organizationId, moment.today) : [];
    return { organizationId: organizationId ?? null, lines };
  },
  allow: {
    provider: (actor, output) =>
      actor.organizationId !== undefined && actor.organizationId === output.organizationId,
  },
  discloses: ({ lines }) =>
    [...new Map(lines.map((line) => [line.caseId, line])).values()].map((line) => ({
      personId: line.personId,
      caseId: line.caseId,
      what: {
        parts: ['own service'],
        lines: lines.filter((one) => one.caseId === line.caseId).map((one) => one.id),
      },
    })),
});
