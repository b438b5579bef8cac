import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { meetDeadlines } from '../../agenda/index.ts';
import { findCase, moveCase, refuseStep } from '../db/cases.ts';
import { saveAnswer } from '../db/reports.ts';
import { caseStep } from '../domain/lifecycle.ts';
import { coordinates } from '../domain/relation.ts';
import { intakeWords } from '../pl-intake.ts';

const action = 'answer-report';

/** Closes a report that needed information and no application. */
export const answerReport = command({
  name: 'casework.answer-report',
  summary: 'Close a need report with the information that was given',
  input: z.object({ caseId: id(), answer: text(4000, intakeWords.answer.errors.answer) }),
  result: z.object({ caseId: z.string(), state: z.string() }),
  basis: caseStep(action).basis,
  load: async (tx, input, moment) => await findCase(tx, moment.actor.centreId, input.caseId, true),
  allow: { clerk: always, service_organiser: always, plan_coordinator: coordinates },
  decide: (file, input) => refuseStep(file, action) ?? { file, answer: input.answer },
  async save(tx, change, moment) {
    const { centreId, accountId } = moment.actor;
    const [state] = await Promise.all([
      moveCase(tx, centreId, change.file, action, { closed_on: moment.today }),
      meetDeadlines(tx, centreId, { caseId: change.file.id, kind: 'callBack' }, moment.today),
      saveAnswer(tx, centreId, change.file.id, { words: change.answer, on: moment.today, by: accountId }),
    ]);
    return { caseId: change.file.id, state };
  },
  audit: ({ file }) => ({
    personId: file.personId,
    caseId: file.id,
    what: { before: { state: file.state }, after: { state: 'answered' } },
  }),
});
