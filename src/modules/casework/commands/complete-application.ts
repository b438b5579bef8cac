import { z } from 'zod';
import { id, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { meetDeadlines } from '../../agenda/index.ts';
import { findApplication, saveCall, saveContent } from '../db/applications.ts';
import { findCase, moveCase, refuseStep } from '../db/cases.ts';
import {
  contentInput,
  enclosures,
  refuseContent,
  refuseUndeclared,
  tickedParts,
  withContent,
} from '../domain/application.ts';
import { caseStep } from '../domain/lifecycle.ts';
import { registersApplication } from '../domain/relation.ts';
import { intakeWords } from '../pl-intake.ts';

const action = 'complete-application';

/** Takes in what was missing; the application waits for recognition again. Its 30 days have run all the while. */
export const completeApplication = command({
  name: 'casework.complete-application',
  summary: 'Record that the application was completed: what came in, and the data it brought',
  input: z.object({
    caseId: id(),
    words: text(4000, intakeWords.complete.errors.words),
    ...contentInput.shape,
    ...tickedParts.shape,
  }),
  result: z.object({ caseId: z.string(), state: z.string() }),
  basis: caseStep(action).basis,
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [file, application] = await Promise.all([
      findCase(tx, centreId, input.caseId, true),
      findApplication(tx, moment, input.caseId),
    ]);
    return file && application && { ...file, application };
  },
  allow: registersApplication,
  decide(target, input, { today }) {
    const step = refuseStep(target, action);
    if (step) return step;
    const { content: before, programme } = target.application;
    const content = withContent(before, input);
    return (
      refuseContent(content, programme, today) ??
      refuseUndeclared(programme, before, content) ?? { target, content, words: input.words }
    );
  },
  async save(tx, { target, content, words }, moment) {
    const { centreId } = moment.actor;
    const documents = enclosures(target.application.programme, content.documents);
    const [state] = await Promise.all([
      moveCase(tx, centreId, target, action),
      saveContent(tx, safeOf(moment), target.id, content, documents),
      saveCall(tx, centreId, target.id, { completed_on: moment.today, completed_words: words }),
      meetDeadlines(tx, centreId, { caseId: target.id, kind: 'completeApplication' }, moment.today),
    ]);
    return { caseId: target.id, state };
  },
  audit: ({ target, content }) => ({
    personId: target.personId,
    caseId: target.id,
    what: {
      before: { state: target.state },
      after: { state: 'submitted' },
      fields: Object.keys(content.answers),
    },
  }),
});
