import { z } from 'zod';
import { id, optionalText } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { findCase, moveCase, refuseStep } from '../db/cases.ts';
import { caseStep } from '../domain/lifecycle.ts';
import { closesCase } from '../domain/outcome-policy.ts';
import { outcomeWords } from '../pl-outcome.ts';

const words = outcomeWords.close.reasons;

/** Closes a case whose services have ended, or whose application was taken over elsewhere. Unpaid fees stay due. */
export const closeCase = insideCommand({
  name: 'casework.close',
  summary: 'Close a case whose services ended or whose application was taken over elsewhere',
  basis: caseStep('close').basis,
  input: z.object({ caseId: id(), reason: optionalText(2000) }),
  result: z.object({ state: z.string() }),
  load: async (tx, input, moment) => {
    const file = await findCase(tx, moment.actor.centreId, input.caseId, true);
    return file && { file, version: file.version };
  },
  allow: closesCase,
  decide: ({ file }, input) =>
    refuseStep(file, 'close') ?? {
      file,
      reason: input.reason ?? (file.state === 'transfer_accepted' ? words.transferred : words.ended),
    },
  async save(tx, { file, reason }, moment) {
    const closed = { closed_on: moment.today, closing_reason: reason };
    return { state: await moveCase(tx, moment.actor.centreId, file, 'close', closed) };
  },
  audit: ({ file }, result) => ({
    personId: file.personId,
    caseId: file.id,
    what: { before: file.state, after: result.state },
  }),
});
