import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { date } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { meetCentreDeadline } from '../../agenda/index.ts';
import { addFinding } from '../../needs/index.ts';
import { countPlans } from '../db/aggregate.ts';
import { startDutyClock } from '../db/consequences.ts';
import { addDuty } from '../db/duties.ts';
import { findingsOf, summaryOf } from '../domain/summary.ts';
import { planWords } from '../pl.ts';

const basis = 'art. 46 ust. 1 ustawy o CUS';

/**
 * The summary of all plans, at least every six months, for the director and the community organiser (art. 46(1)). The
 * system counts, without a person; what was counted is kept as it was. The next clock starts from this day. Which needs
 * the plans hold goes to the recognition of needs (art. 27(1)(2)), where the organiser judges it.
 */
export const recordPlanSummary = insideCommand({
  name: 'plans.record-plan-summary',
  summary: 'Make and keep the periodic summary of all plans; the next clock starts',
  input: z.object({ coversFrom: date(), coversTo: date() }),
  result: z.object({ dutyId: z.string(), nextDueOn: z.string() }),
  basis,
  load: async (tx, input, moment) => ({
    counted: await countPlans(tx, moment.actor.centreId, input.coversFrom, input.coversTo),
  }),
  allow: { service_organiser: always },
  decide(target, input, moment) {
    const { coversFrom, coversTo } = input;
    if (coversFrom > coversTo || coversTo > moment.today)
      return refuse('plans.covers-wrong', planWords.refusals.coversWrong, { field: 'coversTo', basis });
    return summaryOf(target.counted, { coversFrom, coversTo });
  },
  async save(tx, content, moment) {
    const { centreId } = moment.actor;
    const { id } = await addDuty(tx, moment, {
      kind: 'plan_summary',
      ...content,
      doneOn: moment.today,
      content,
    });
    for (const finding of findingsOf(content, moment.today))
      await addFinding(tx, moment, finding, 'proposed', `plans:${finding.area}:${content.coversTo}`);
    await meetCentreDeadline(tx, centreId, 'planSummary', moment.today);
    const { dueOn } = await startDutyClock(tx, centreId, 'planSummary', moment.today);
    return { dutyId: id, nextDueOn: dueOn };
  },
  audit: (content, result) => ({
    what: {
      duty: result.dutyId,
      coversFrom: content.coversFrom,
      coversTo: content.coversTo,
      nextDueOn: result.nextDueOn,
    },
  }),
});
