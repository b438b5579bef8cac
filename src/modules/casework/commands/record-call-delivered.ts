import { z } from 'zod';
import { date, id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { findApplication } from '../db/applications.ts';
import { findCase } from '../db/cases.ts';
import { changeCase } from '../db/changes.ts';
import { registersApplication } from '../domain/relation.ts';
import { intakeWords } from '../pl-intake.ts';
import { startCallClock } from './call-clock.ts';

const words = intakeWords.call.errors;

/** Writes down when the call was delivered: only from that day does the time to complete run. */
export const recordCallDelivered = command({
  name: 'casework.record-call-delivered',
  summary: 'Record the day on which the call to complete was delivered; starts its clock',
  input: z.object({ caseId: id(), deliveredOn: date() }),
  result: z.object({ caseId: z.string(), completeUntil: z.string() }),
  basis: 'art. 64 § 2, art. 57 KPA',
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [file, application] = await Promise.all([
      findCase(tx, centreId, input.caseId, true),
      findApplication(tx, moment, input.caseId),
    ]);
    return file && application && { ...file, application };
  },
  allow: registersApplication,
  decide(target, input, moment) {
    if (target.state !== 'awaiting_completion' || target.application.callDeliveredOn !== null)
      return refuse('casework.wrong-state', words.notWaiting);
    const { deliveredOn } = input;
    if (deliveredOn > moment.today || (target.submittedOn !== null && deliveredOn < target.submittedOn))
      return refuse('casework.delivery-date', words.deliveredOn, { field: 'deliveredOn' });
    return { target, deliveredOn };
  },
  async save(tx, { target, deliveredOn }, moment) {
    const { centreId } = moment.actor;
    const [completeUntil] = await Promise.all([
      startCallClock(tx, centreId, target, deliveredOn, target.application.callDays),
      changeCase(tx, centreId, target.id, {}),
    ]);
    return { caseId: target.id, completeUntil };
  },
  audit: ({ target, deliveredOn }, result) => ({
    personId: target.personId,
    caseId: target.id,
    what: { deliveredOn, completeUntil: result.completeUntil },
  }),
});
