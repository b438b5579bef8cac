import { z } from 'zod';
import { addDays } from '../../../law/index.ts';
import { always } from '../../../platform/actor.ts';
import { date, id, list, optionalText, text } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { meetCentreDeadline } from '../../agenda/index.ts';
import { listCoordinators } from '../../casework/index.ts';
import { startDutyClock } from '../db/consequences.ts';
import { addDuty, lastDone } from '../db/duties.ts';
import type { Meeting } from '../domain/duty.ts';
import { planWords } from '../pl.ts';

const basis = 'art. 46 ust. 2 ustawy o CUS';
const words = planWords.refusals;

/** The meeting of coordinators, at least every three months; performers may be invited (art. 46(2)). */
export const recordCoordinatorsMeeting = insideCommand({
  name: 'plans.record-coordinators-meeting',
  summary: 'Record a meeting of plan coordinators; the next clock starts',
  input: z.object({
    heldOn: date(),
    coordinatorIds: list(id()),
    guests: optionalText(1000),
    topics: text(4000, planWords.fields.topics),
    conclusions: optionalText(4000),
  }),
  result: z.object({ dutyId: z.string(), nextDueOn: z.string() }),
  basis,
  async load(tx, _input, moment) {
    const { centreId } = moment.actor;
    const [coordinators, last] = await Promise.all([
      listCoordinators(tx, centreId, moment.today),
      lastDone(tx, centreId, 'coordinators_meeting'),
    ]);
    return { coordinators, last };
  },
  allow: { service_organiser: always },
  decide(target, input, moment) {
    if (input.heldOn > moment.today) return refuse('plans.future', words.future, { field: 'heldOn', basis });
    const present = target.coordinators
      .filter((one) => input.coordinatorIds.includes(one.id))
      .map((one) => one.name);
    if (present.length === 0 || (present.length === 1 && input.guests === undefined))
      return refuse('plans.nobody-present', words.nobodyPresent, { field: 'coordinatorIds', basis });
    const content: Meeting = {
      present,
      guests: input.guests ?? null,
      topics: input.topics,
      conclusions: input.conclusions ?? null,
    };
    const since = target.last === undefined ? input.heldOn : addDays(target.last, 1);
    return { content, heldOn: input.heldOn, coversFrom: since > input.heldOn ? input.heldOn : since };
  },
  async save(tx, { content, heldOn, coversFrom }, moment) {
    const { centreId } = moment.actor;
    const { id: dutyId } = await addDuty(tx, moment, {
      kind: 'coordinators_meeting',
      coversFrom,
      coversTo: heldOn,
      doneOn: heldOn,
      content,
    });
    await meetCentreDeadline(tx, centreId, 'coordinatorsMeeting', heldOn);
    const { dueOn } = await startDutyClock(tx, centreId, 'coordinatorsMeeting', heldOn);
    return { dutyId, nextDueOn: dueOn };
  },
  audit: ({ content, heldOn }, result) => ({
    what: { duty: result.dutyId, heldOn, present: content.present.length, nextDueOn: result.nextDueOn },
  }),
});
