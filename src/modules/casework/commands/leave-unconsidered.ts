import { z } from 'zod';
import { id, optionalText } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { cancelDeadlines } from '../../agenda/index.ts';
import { findApplication } from '../db/applications.ts';
import { findCase, moveCase, refuseStep } from '../db/cases.ts';
import { caseStep } from '../domain/lifecycle.ts';
import { registersApplication } from '../domain/relation.ts';
import { intakeWords } from '../pl-intake.ts';
import { unmetMessage } from '../unmet.ts';

const action = 'leave-unconsidered';
const words = intakeWords.leave.errors;

/** Leaves an application without consideration: only after the last day to complete it has passed. */
export const leaveUnconsidered = command({
  name: 'casework.leave-unconsidered',
  summary: 'Leave an application without consideration once the time to complete it has passed',
  input: z.object({ caseId: id(), reason: optionalText(1000) }),
  result: z.object({ caseId: z.string(), state: z.string() }),
  basis: caseStep(action).basis,
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [file, application] = await Promise.all([
      findCase(tx, centreId, input.caseId, true),
      findApplication(tx, moment, input.caseId),
    ]);
    return file && application && { ...file, completeUntil: application.completeUntil };
  },
  allow: registersApplication,
  decide(target, input, moment) {
    const step = refuseStep(target, action);
    if (step) return step;
    const { basis } = caseStep(action);
    if (target.completeUntil === null) return refuse('casework.not-delivered', words.notDelivered, { basis });
    if (moment.today <= target.completeUntil)
      return refuse('casework.still-time', words.stillTime(target.completeUntil), { basis });
    return { target, reason: input.reason ?? intakeWords.leave.defaultReason };
  },
  async save(tx, { target, reason }, moment) {
    const { centreId } = moment.actor;
    const [state] = await Promise.all([
      moveCase(tx, centreId, target, action, { closed_on: moment.today, closing_reason: reason }),
      cancelDeadlines(tx, centreId, { caseId: target.id }, moment.today),
    ]);
    return { caseId: target.id, state };
  },
  audit: ({ target }) => ({
    personId: target.personId,
    caseId: target.id,
    what: { before: { state: target.state }, after: { state: 'left_unconsidered' } },
  }),
  emits: ({ target }) => [unmetMessage(target.id)],
});
