import { z } from 'zod';
import { id, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { meetDeadlines } from '../../agenda/index.ts';
import { findCase } from '../db/cases.ts';
import { findRequest, listRequests, saveRequestAnswer } from '../db/requests.ts';
import { answersRequest, clockOf } from '../domain/request.ts';
import { requestWords } from '../pl-requests.ts';

/** Answers what a resident asked for; the clock ends with the last open request of its kind in the case. */
export const answerRequest = command({
  name: 'casework.answer-request',
  summary: 'Answer a resident’s request for a change, complaint or resignation',
  input: z.object({ requestId: id(), answer: text(4000, requestWords.errors.answer) }),
  result: z.object({ caseId: z.string(), requestId: z.string() }),
  basis: 'art. 41 ust. 2, art. 44 ustawy o CUS, art. 237 § 1 KPA',
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const request = await findRequest(tx, centreId, input.requestId);
    const [file, all] = request
      ? await Promise.all([
          findCase(tx, centreId, request.caseId, true),
          listRequests(tx, centreId, { caseId: request.caseId }),
        ])
      : [];
    return request && file && all && { request, file, all, coordinatorId: file.coordinatorId };
  },
  allow: answersRequest,
  decide({ request, file, all }, input) {
    if (request.answeredOn !== null) return refuse('casework.request-answered', requestWords.errors.answered);
    const others = all.some(
      (one) =>
        one.id !== request.id && one.answeredOn === null && clockOf[one.kind] === clockOf[request.kind],
    );
    return { request, file, answer: input.answer, last: !others };
  },
  async save(tx, { request, answer, last }, moment) {
    const { centreId, accountId } = moment.actor;
    await Promise.all([
      saveRequestAnswer(tx, centreId, request.id, { words: answer, on: moment.today, by: accountId }),
      last &&
        meetDeadlines(tx, centreId, { caseId: request.caseId, kind: clockOf[request.kind] }, moment.today),
    ]);
    return { caseId: request.caseId, requestId: request.id };
  },
  audit: ({ request, file }) => ({
    personId: file.personId,
    caseId: request.caseId,
    what: { request: request.id, kind: request.kind, answered: true },
  }),
});
