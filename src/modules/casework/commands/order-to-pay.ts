import { z } from 'zod';
import { id, optionalDate, optionalText } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { meetDeadlines } from '../../agenda/index.ts';
import { issueDocument, nextSign, renderMessage } from '../../records/index.ts';
import { loadDecisionParts } from '../db/decision-file.ts';
import { addDecision } from '../db/decisions.ts';
import { loadFee } from '../db/fee-file.ts';
import { markOrdered } from '../db/fees.ts';
import { decisionLetter } from '../documents/decision.ts';
import { paymentOrderOf, refuseIncomplete } from '../domain/decision.ts';
import { isLate, outstanding, refuseFeeStep } from '../domain/fee.ts';
import { ordersPayment } from '../domain/outcome-policy.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { signatoryOf } from './signatory.ts';

const words = outcomeWords.refusals;
const basis = 'art. 43 ust. 2 ustawy o CUS';

/**
 * Orders the payment of a fee that was not paid in whole or in part by its day: the only decision besides a refusal
 * (art. 43(2)), with the same elements and signatory, naming the amount and the new day.
 */
export const orderToPay = insideCommand({
  name: 'casework.order-to-pay',
  summary: 'Issue an order to pay an unpaid fee: an administrative decision',
  basis: 'art. 43 ust. 2 ustawy o CUS, art. 107 k.p.a.',
  input: z.object({
    feeId: id(),
    payBy: optionalDate(),
    factualReasoning: optionalText(12_000),
    legalReasoning: optionalText(12_000),
    board: optionalText(200),
  }),
  result: z.object({
    decisionId: z.string(),
    number: z.string(),
    documentId: z.string(),
    caseId: z.string(),
  }),
  async load(tx, input, moment) {
    const { centreId, accountId } = moment.actor;
    const of = await loadFee(tx, centreId, input.feeId, true);
    return of && { ...of, parts: await loadDecisionParts(tx, centreId, accountId, of.file.id) };
  },
  allow: ordersPayment,
  decide({ fee, file, parts }, input, moment) {
    const wrongState = refuseFeeStep(fee, 'order-to-pay');
    if (wrongState) return wrongState;
    if (!isLate(fee, moment.today))
      return refuse('casework.fee-not-late', words.feeNotLate(fee.dueOn), { basis });
    if (!parts.party) return refuse('casework.person-unknown', words.personUnknown);
    const signatory = signatoryOf(parts, 'paymentOrder', moment);
    if (isRefusal(signatory)) return signatory;
    if (input.payBy !== undefined && input.payBy <= moment.today)
      return refuse('casework.pay-by-past', words.payByPast, { field: 'payBy' });
    const draft = paymentOrderOf({
      ...input,
      party: parts.party.party,
      issuedOn: moment.today,
      signatory,
      title: fee.title,
      amountGrosze: outstanding(fee),
    });
    const incomplete = refuseIncomplete(draft);
    if (incomplete) return incomplete;
    return { fee, file, party: parts.party, signatory, draft };
  },
  async save(tx, { fee, file, party, signatory, draft }, moment) {
    const { centreId } = moment.actor;
    const decisionId = newId();
    const number = await nextSign(tx, centreId, 'decision', moment.today);
    await markOrdered(tx, centreId, fee.id);
    await meetDeadlines(tx, centreId, { caseId: file.id, kind: 'paymentOrder' }, moment.today);
    const { id: documentId } = await issueDocument(tx, moment, {
      kind: 'order-to-pay',
      title: outcomeWords.decision.documentTitle.order_to_pay(number),
      caseId: file.id,
      personId: file.personId,
      letter: decisionLetter({ file, party, moment, number, draft, signatory }),
    });
    await addDecision(tx, moment, {
      id: decisionId,
      caseId: file.id,
      kind: 'order_to_pay',
      feeId: fee.id,
      number,
      authorisationId: signatory.authorisationId,
      documentId,
      content: draft,
    });
    return { decisionId, number, documentId, caseId: file.id };
  },
  audit: ({ fee, file, signatory, draft }, result) => ({
    personId: file.personId,
    caseId: file.id,
    what: {
      feeId: fee.id,
      before: fee.state,
      after: 'ordered',
      decision: result.number,
      grosze: draft.amountGrosze,
      authorisationId: signatory.authorisationId,
    },
  }),
  emits: (_change, result) => [renderMessage(result.documentId)],
});
