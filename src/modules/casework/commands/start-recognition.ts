import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { assignDeadlines } from '../../agenda/index.ts';
import { findCase, moveCase, refuseStep } from '../db/cases.ts';
import { caseStep } from '../domain/lifecycle.ts';
import { coordinates } from '../domain/relation.ts';
import { intakeWords } from '../pl-intake.ts';

const action = 'start-recognition';

/** Ends the formal check: the application is complete and its coordinator begins the recognition of needs. */
export const startRecognition = insideCommand({
  name: 'casework.start-recognition',
  summary:
    'End the formal check and begin the recognition of individual needs; a case without a coordinator gets this one',
  input: z.object({ caseId: id() }),
  result: z.object({ caseId: z.string(), state: z.string() }),
  basis: caseStep(action).basis,
  load: async (tx, input, moment) => await findCase(tx, moment.actor.centreId, input.caseId, true),
  allow: { plan_coordinator: coordinates },
  decide(file, _input, moment) {
    const step = refuseStep(file, action);
    if (step) return step;
    // From here on everything is about a person of the register: places, plans, decisions.
    if (file.personId === null)
      return refuse('casework.person-unknown', intakeWords.recognition.errors.personUnknown, {
        basis: 'art. 37 ust. 1 ustawy o CUS',
      });
    return { file, coordinatorId: file.coordinatorId ?? moment.actor.accountId };
  },
  async save(tx, { file, coordinatorId }, moment) {
    const { centreId } = moment.actor;
    const [state] = await Promise.all([
      moveCase(tx, centreId, file, action, { coordinator_id: coordinatorId }),
      file.coordinatorId === null && assignDeadlines(tx, centreId, { caseId: file.id }, coordinatorId),
    ]);
    return { caseId: file.id, state };
  },
  audit: ({ file, coordinatorId }) => ({
    personId: file.personId,
    caseId: file.id,
    what: { before: { state: file.state }, after: { state: 'in_recognition', coordinatorId } },
  }),
});
