import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeStateOf, feeStates, type FeeState, isLate, mayTakeFee, outstanding } from './fee.ts';

const money = (amountGrosze: number, paidGrosze = 0, waivedGrosze = 0) => ({
  amountGrosze,
  paidGrosze,
  waivedGrosze,
});

describe('the state of a fee follows from the money (art. 43, 44)', () => {
  const cases: [title: string, fee: ReturnType<typeof money> & { state: FeeState }, after: FeeState][] = [
    ['nothing paid', { ...money(100), state: 'set' }, 'set'],
    ['a part paid', { ...money(100, 1), state: 'set' }, 'partly_paid'],
    ['all paid', { ...money(100, 100), state: 'partly_paid' }, 'paid'],
    ['all waived', { ...money(100, 0, 100), state: 'set' }, 'waived'],
    ['paid in part and the rest waived', { ...money(100, 40, 60), state: 'partly_paid' }, 'paid'],
    ['late and paid in part', { ...money(100, 40), state: 'overdue' }, 'overdue'],
    ['ordered and paid in part', { ...money(100, 40), state: 'ordered' }, 'ordered'],
    ['ordered and paid', { ...money(100, 100), state: 'ordered' }, 'paid'],
    ['brought down below what was paid', { ...money(30, 40), state: 'partly_paid' }, 'paid'],
  ];
  it.each(cases)('%s', (_title, fee, after) => expect(feeStateOf(fee)).toBe(after));

  it('is settled exactly when nothing is left to pay', () => {
    const grosze = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(grosze, grosze, grosze, fc.constantFrom(...feeStates), (amount, paid, waived, state) => {
        const fee = { ...money(amount, paid, waived), state };
        const settled = ['paid', 'waived'].includes(feeStateOf(fee));
        expect(settled).toBe(outstanding(fee) === 0);
        expect(outstanding(fee)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('late (art. 43(2))', () => {
  it('is the day after the last one, while anything is left', () => {
    const fee = { ...money(100, 99), dueOn: '2026-11-30' };
    expect(isLate(fee, '2026-11-30')).toBe(false);
    expect(isLate(fee, '2026-12-01')).toBe(true);
    expect(isLate({ ...fee, paidGrosze: 100 }, '2026-12-01')).toBe(false);
  });
});

describe('what may be done to a fee', () => {
  it('in each state', () => {
    const actions = ['post-payment', 'mark-overdue', 'waive-fee', 'order-to-pay'] as const;
    const table = Object.fromEntries(
      feeStates.map((state) => [state, actions.filter((action) => mayTakeFee(action, state))]),
    );
    expect(table).toEqual({
      set: [...actions],
      partly_paid: [...actions],
      overdue: ['post-payment', 'waive-fee', 'order-to-pay'],
      ordered: ['post-payment', 'waive-fee'],
      paid: [],
      waived: [],
    });
  });
});
