import { z } from 'zod';
import { type Actor, always } from '../../../platform/actor.ts';
import { optionalDate } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { deadlineSchema, listCentreDeadlines } from '../../agenda/index.ts';
import { listCoordinators } from '../../casework/index.ts';
import { countPlans } from '../db/aggregate.ts';
import { listDuties } from '../db/duties.ts';
import { dutyKinds, meetingSchema, nextCover } from '../domain/duty.ts';
import { anonymous, type Summary, summaryOf, summarySchema } from '../domain/summary.ts';

/** The director and the organiser get all numbers; the community organiser only what points at nobody (art. 46(1)). */
const seesAll = (actor: Actor): boolean =>
  actor.roles.includes('director') || actor.roles.includes('service_organiser');

const shownTo = (actor: Actor, summary: Summary): Summary => (seesAll(actor) ? summary : anonymous(summary));

const allow = { director: always, service_organiser: always, community_organiser: always };

/** The periodic duties of art. 46 with their clocks and history, and what the next summary would say today. */
export const duties = query({
  name: 'plans.duties',
  summary: 'Periodic duties of art. 46: their clocks, what was done, and the summary as it would be today',
  input: z.object({}),
  output: z.object({
    clocks: z.array(deadlineSchema),
    done: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(dutyKinds),
        coversFrom: z.string(),
        coversTo: z.string(),
        doneOn: z.string(),
        authorName: z.string(),
        summary: summarySchema.nullable(),
        meeting: meetingSchema.nullable(),
      }),
    ),
    preview: summarySchema,
    coordinators: z.array(z.object({ id: z.string(), name: z.string() })),
    mayRecord: z.boolean(),
  }),
  basis: 'art. 46 ustawy o CUS',
  async read(db, _input, moment) {
    const { actor, today } = moment;
    const { centreId } = actor;
    const [kept, summaries, meetings, coordinators] = await Promise.all([
      listDuties(db, centreId),
      listCentreDeadlines(db, centreId, 'planSummary'),
      listCentreDeadlines(db, centreId, 'coordinatorsMeeting'),
      listCoordinators(db, centreId, today),
    ]);
    const last = kept.find((duty) => duty.kind === 'plan_summary');
    const cover = nextCover(last && last.coversTo < today ? last.coversTo : undefined, today);
    const preview = summaryOf(await countPlans(db, centreId, cover.coversFrom, cover.coversTo), cover);
    return {
      clocks: [...summaries, ...meetings],
      done: kept.map(({ content, ...duty }) => ({
        ...duty,
        summary: duty.kind === 'plan_summary' ? shownTo(actor, summarySchema.parse(content)) : null,
        // What coordinators said of plans is free text, and may point at somebody.
        meeting: duty.kind === 'coordinators_meeting' && seesAll(actor) ? meetingSchema.parse(content) : null,
      })),
      preview: shownTo(actor, preview),
      coordinators: coordinators.map(({ id, name }) => ({ id, name })),
      mayRecord: actor.roles.includes('service_organiser'),
    };
  },
  allow,
  discloses: () => undefined,
});

/** Counts of plans in a period, without a person; small counts are hidden from the community organiser. */
export const aggregate = query({
  name: 'plans.aggregate',
  summary: 'Anonymous counts of plans in a period',
  input: z.object({ from: optionalDate(), to: optionalDate() }),
  output: summarySchema,
  basis: 'art. 46 ust. 1 ustawy o CUS',
  async read(db, input, moment) {
    const cover = nextCover(undefined, moment.today);
    const span = { coversFrom: input.from ?? cover.coversFrom, coversTo: input.to ?? cover.coversTo };
    const counted = await countPlans(db, moment.actor.centreId, span.coversFrom, span.coversTo);
    return shownTo(moment.actor, summaryOf(counted, span));
  },
  allow,
  discloses: () => undefined,
});
