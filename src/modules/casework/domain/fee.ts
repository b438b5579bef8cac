import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { outcomeWords } from '../pl-outcome.ts';

/** States of a fee (domain reference 2.6): set by the centre, paid to its account, ordered by a decision, waived. */
export const feeStates = ['set', 'partly_paid', 'paid', 'overdue', 'ordered', 'waived'] as const;

export type FeeState = (typeof feeStates)[number];

/** A fee as the rules see it; amounts in grosze. */
export interface Fee {
  id: string;
  caseId: string;
  programmeServiceId: string | null;
  planLineId: string | null;
  /** What it is for: the name of the service. */
  title: string;
  amountGrosze: number;
  waivedGrosze: number;
  paidGrosze: number;
  dueOn: string;
  state: FeeState;
  setOn: string;
  /** The day of the resignation that ended it (art. 44). */
  resignedOn: string | null;
  waiverReason: string | null;
  waivedOn: string | null;
  basis: string[];
  steps: string[];
  version: number;
}

type FeeAction = 'post-payment' | 'mark-overdue' | 'waive-fee' | 'order-to-pay';

/** Where each verb may start; the state after it follows from the money (`feeStateOf`). */
const feeSteps: Record<FeeAction, { from: readonly FeeState[]; basis: string }> = {
  'post-payment': {
    from: ['set', 'partly_paid', 'overdue', 'ordered'],
    basis: 'art. 43 ust. 1 ustawy o CUS',
  },
  'mark-overdue': { from: ['set', 'partly_paid'], basis: 'art. 43 ust. 2 ustawy o CUS' },
  'waive-fee': { from: ['set', 'partly_paid', 'overdue', 'ordered'], basis: 'art. 44 ustawy o CUS' },
  'order-to-pay': { from: ['set', 'partly_paid', 'overdue'], basis: 'art. 43 ust. 2 ustawy o CUS' },
};

/** What is still to be paid, in grosze; never below zero. */
export const outstanding = (fee: Pick<Fee, 'amountGrosze' | 'waivedGrosze' | 'paidGrosze'>): number =>
  Math.max(0, fee.amountGrosze - fee.waivedGrosze - fee.paidGrosze);

/** The state that the money gives; what is late or ordered stays so until nothing is left to pay. */
export function feeStateOf(
  fee: Pick<Fee, 'amountGrosze' | 'waivedGrosze' | 'paidGrosze' | 'state'>,
): FeeState {
  if (outstanding(fee) === 0) return fee.paidGrosze === 0 && fee.waivedGrosze > 0 ? 'waived' : 'paid';
  if (fee.state === 'overdue' || fee.state === 'ordered') return fee.state;
  return fee.paidGrosze > 0 ? 'partly_paid' : 'set';
}

/** Unpaid in whole or in part after its day: the last day itself is still in time. */
export const isLate = (
  fee: Pick<Fee, 'amountGrosze' | 'waivedGrosze' | 'paidGrosze' | 'dueOn'>,
  today: string,
): boolean => fee.dueOn < today && outstanding(fee) > 0;

/** Whether the verb may be done to a fee in this state. */
export const mayTakeFee = (action: FeeAction, state: FeeState): boolean =>
  feeSteps[action].from.includes(state);

/** A refusal when the verb is not open in the fee's state; nothing when it is. */
export function refuseFeeStep(fee: Pick<Fee, 'state'>, action: FeeAction): Refusal | undefined {
  if (mayTakeFee(action, fee.state)) return undefined;
  return refuse(
    'casework.fee-wrong-state',
    outcomeWords.refusals.feeState(outcomeWords.fees.states[fee.state]),
    {
      basis: feeSteps[action].basis,
    },
  );
}
