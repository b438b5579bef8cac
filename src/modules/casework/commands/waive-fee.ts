import { z } from 'zod';
import { id, money, text } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { waive } from '../db/fees.ts';
import { loadFee } from '../db/fee-file.ts';
import { outstanding, refuseFeeStep } from '../domain/fee.ts';
import { waivesFees } from '../domain/outcome-policy.ts';
import { outcomeWords } from '../pl-outcome.ts';

const words = outcomeWords.refusals;

/** The director waives a fee in whole or in part, in a justified case, with the reason (art. 44). */
export const waiveFee = insideCommand({
  name: 'casework.waive-fee',
  summary: 'Waive a fee in whole or in part',
  basis: 'art. 44 ustawy o CUS',
  input: z.object({ feeId: id(), amount: money(), reason: text(2000) }),
  result: z.object({ state: z.string() }),
  load: (tx, input, moment) => loadFee(tx, moment.actor.centreId, input.feeId, true),
  allow: waivesFees,
  decide({ fee, file }, input) {
    const wrongState = refuseFeeStep(fee, 'waive-fee');
    if (wrongState) return wrongState;
    const left = outstanding(fee);
    if (input.amount === 0 || input.amount > left)
      return refuse('casework.waiver-amount', words.waiverAmount(left), { field: 'amount' });
    return { fee, file, waiver: { grosze: input.amount, reason: input.reason } };
  },
  save: async (tx, change, moment) => ({ state: await waive(tx, moment, change.fee, change.waiver) }),
  audit: ({ fee, file, waiver }, result) => ({
    personId: file.personId,
    caseId: file.id,
    what: { feeId: fee.id, before: fee.state, after: result.state, grosze: waiver.grosze, reason: true },
  }),
});
