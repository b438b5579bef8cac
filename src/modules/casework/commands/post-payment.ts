import { z } from 'zod';
import { date, id, money, optionalText } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { addPayment } from '../db/fees.ts';
import { loadFee } from '../db/fee-file.ts';
import { outstanding, refuseFeeStep } from '../domain/fee.ts';
import { postsPayments } from '../domain/outcome-policy.ts';
import { outcomeWords } from '../pl-outcome.ts';

const words = outcomeWords.refusals;

/** Posts a payment that came to the centre's account (art. 43(1)): in part or in whole, never more than is due. */
export const postPayment = command({
  name: 'casework.post-payment',
  summary: 'Post a payment of a fee',
  basis: 'art. 43 ust. 1 ustawy o CUS',
  input: z.object({ feeId: id(), amount: money(), paidOn: date(), reference: optionalText(200) }),
  result: z.object({ state: z.string() }),
  load: (tx, input, moment) => loadFee(tx, moment.actor.centreId, input.feeId, true),
  allow: postsPayments,
  decide({ fee, file }, input, moment) {
    const wrongState = refuseFeeStep(fee, 'post-payment');
    if (wrongState) return wrongState;
    const left = outstanding(fee);
    if (input.amount === 0) return refuse('casework.payment-empty', words.paymentEmpty, { field: 'amount' });
    if (input.amount > left)
      return refuse('casework.payment-too-high', words.paymentTooHigh(left), { field: 'amount' });
    if (input.paidOn > moment.today)
      return refuse('casework.future-date', words.futureDate, { field: 'paidOn' });
    return {
      fee,
      file,
      payment: { amountGrosze: input.amount, paidOn: input.paidOn, reference: input.reference ?? null },
    };
  },
  save: async (tx, change, moment) => ({ state: await addPayment(tx, moment, change.fee, change.payment) }),
  audit: ({ fee, file, payment }, result) => ({
    personId: file.personId,
    caseId: file.id,
    what: { feeId: fee.id, before: fee.state, after: result.state, grosze: payment.amountGrosze },
  }),
});
