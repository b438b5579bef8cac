import { z } from 'zod';
import { choice, date, id, optionalText } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { meetDeadlines, startDeadline } from '../../agenda/index.ts';
import { findCase, moveCase } from '../db/cases.ts';
import { answerTransfer, listTransfers } from '../db/transfers.ts';
import { answersTransfer } from '../domain/outcome-policy.ts';
import { outcomeWords } from '../pl-outcome.ts';

const words = outcomeWords.refusals;
const basis = 'art. 19, art. 38 ust. 1 ustawy o CUS';

/**
 * The answer to a transfer: accepted, or returned with words. Written down by the centre, or given by the receiver's own
 * account: the team of social assistance inside the centre, or the unit the application was sent to.
 */
export const recordTransferAnswer = command({
  name: 'casework.record-transfer-answer',
  summary: 'Record the answer to a transferred application',
  basis,
  input: z
    .object({
      caseId: id(),
      answer: choice(['accepted', 'returned']),
      answerWords: optionalText(4000),
      answeredOn: date(),
    })
    .refine((input) => input.answer === 'accepted' || input.answerWords !== undefined, {
      path: ['answerWords'],
      message: outcomeWords.transfer.returnWordsNeeded,
    }),
  result: z.object({ state: z.string() }),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const file = await findCase(tx, centreId, input.caseId, true);
    const transfer = file && (await listTransfers(tx, centreId, file.id))[0];
    return transfer && { file, transfer, version: file.version };
  },
  allow: answersTransfer,
  decide({ file, transfer }, input, moment) {
    if (file.state !== 'transferred' || transfer.answer !== null)
      return refuse('casework.transfer-answered', words.transferAnswered, { basis });
    if (input.answeredOn > moment.today || input.answeredOn < transfer.sentOn)
      return refuse('casework.answer-date', words.answerDate, { field: 'answeredOn' });
    return {
      file,
      transfer,
      answer: {
        answer: input.answer,
        words: input.answerWords ?? null,
        answeredOn: input.answeredOn,
      },
    };
  },
  async save(tx, { file, transfer, answer }, moment) {
    const { centreId } = moment.actor;
    await answerTransfer(tx, moment, transfer.id, answer);
    await meetDeadlines(tx, centreId, { caseId: file.id, kind: 'transferAnswer' }, answer.answeredOn);
    const state = await moveCase(
      tx,
      centreId,
      file,
      answer.answer === 'accepted' ? 'record-transfer-accepted' : 'record-transfer-returned',
    );
    // Back in recognition the thirty days run from the application, as before (art. 40).
    if (answer.answer === 'returned' && file.submittedOn !== null)
      await startDeadline(tx, centreId, {
        kind: 'planReady',
        eventDate: file.submittedOn,
        caseId: file.id,
        title: `${file.personName}, ${file.title}`,
        ownerId: file.coordinatorId,
      });
    return { state };
  },
  audit: ({ file, transfer, answer }, result) => ({
    personId: file.personId,
    caseId: file.id,
    what: { before: file.state, after: result.state, transferId: transfer.id, answer: answer.answer },
  }),
});
