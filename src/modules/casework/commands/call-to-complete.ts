import { z } from 'zod';
import { cite, deadlineRuleOn } from '../../../law/index.ts';
import { id, list, optionalInteger, optionalText, text, tick } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { issueDocument, renderMessage } from '../../records/index.ts';
import { findAddressee, findApplication, saveCall } from '../db/applications.ts';
import { findCase, moveCase, refuseStep } from '../db/cases.ts';
import { callLetter } from '../documents/call-to-complete.ts';
import { caseStep } from '../domain/lifecycle.ts';
import { registersApplication } from '../domain/relation.ts';
import { intakeWords } from '../pl-intake.ts';
import { startCallClock } from './call-clock.ts';

const action = 'call-to-complete';

const linesOf = (other: string | undefined): string[] =>
  (other ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

/** Calls the applicant to complete the application, with a letter; the time runs from its delivery. */
export const callToComplete = command({
  name: 'casework.call-to-complete',
  summary:
    'Call the applicant to complete the application: what is missing, a letter, at least 7 days from delivery',
  input: z.object({
    caseId: id(),
    missing: list(text(500), 40),
    /** Further gaps, one in a line. */
    other: optionalText(2000),
    /** Days to complete from the delivery; without it the shortest time that the law allows. */
    days: optionalInteger(1, 180),
    /** The letter was handed over today; otherwise its delivery is recorded when it is known. */
    handedOver: tick(),
  }),
  result: z.object({ caseId: z.string(), documentId: z.string(), completeUntil: z.string().nullable() }),
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
  decide(target, input, moment) {
    const step = refuseStep(target, action);
    if (step) return step;
    const gaps = [...input.missing, ...linesOf(input.other)];
    if (gaps.length === 0)
      return refuse('casework.nothing-missing', intakeWords.call.errors.nothing, { field: 'other' });
    const rule = deadlineRuleOn('completeApplication', moment.today);
    const days = input.days ?? rule.length;
    if (days < rule.length)
      return refuse('casework.call-too-short', intakeWords.call.errors.tooShort(rule.length), {
        basis: rule.basis.map((one) => cite(one)).join(', '),
        field: 'days',
      });
    return { target, gaps, days, deliveredOn: input.handedOver ? moment.today : undefined };
  },
  async save(tx, { target, gaps, days, deliveredOn }, moment) {
    const { centreId, name, position } = moment.actor;
    const addressee = await findAddressee(tx, centreId, target.id);
    const [document] = await Promise.all([
      issueDocument(tx, moment, {
        kind: 'call-to-complete',
        title: callLetter.title,
        caseId: target.id,
        personId: target.personId,
        letter: callLetter.write({
          sign: target.sign ?? '',
          addressee,
          submittedOn: target.submittedOn ?? moment.today,
          services: target.application.services,
          gaps,
          days,
          worker: { name, position },
        }),
      }),
      moveCase(tx, centreId, target, action),
      saveCall(tx, centreId, target.id, {
        call_reason: gaps.join('\n'),
        call_days: days,
        call_delivered_on: null,
        complete_until: null,
        completed_on: null,
        completed_words: null,
      }),
    ]);
    const completeUntil = deliveredOn ? await startCallClock(tx, centreId, target, deliveredOn, days) : null;
    return { caseId: target.id, documentId: document.id, completeUntil };
  },
  audit: ({ target, gaps, days }, result) => ({
    personId: target.personId,
    caseId: target.id,
    what: {
      before: { state: target.state },
      after: { state: 'awaiting_completion', completeUntil: result.completeUntil },
      gaps: gaps.length,
      days,
    },
  }),
  emits: (_change, result) => [renderMessage(result.documentId)],
});
