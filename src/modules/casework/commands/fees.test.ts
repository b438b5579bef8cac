import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import { arrangeCase, authorise, row } from '../../../../test/support/recognised-case.ts';
import { rolesAdmitted } from '../../../../test/support/roles.ts';
import type { Actor } from '../../../platform/actor.ts';
import { inTransaction } from '../../../platform/database/tenant.ts';
import type { Letter } from '../../../platform/documents/letter.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { capFee, findFee, setFee } from '../db/fees.ts';
import { viewFees } from '../queries/view-fees.ts';
import { markOverdueFees } from './mark-overdue.ts';
import { orderToPay } from './order-to-pay.ts';
import { postPayment } from './post-payment.ts';
import { waiveFee } from './waive-fee.ts';

const house = testHouse();
const issueDay = '2026-11-16T09:00:00.000Z';
let clerk: Actor;
let director: Actor;
let moment: Moment;

beforeAll(async () => {
  clerk = house.centre.as('clerk');
  director = house.centre.as('director');
  moment = {
    now: issueDay,
    today: '2026-11-16',
    actor: house.centre.as('plan_coordinator'),
    vault: house.vault,
  };
  await authorise(house.owner, director);
});

beforeEach(() => house.clock.set(issueDay));

/** A fee of 100,00 zł due on 30 November 2026. */
async function arrangeFee(amountGrosze = 10_000) {
  const { caseId, personId } = await arrangeCase(house, { state: 'qualified' });
  const { id: feeId } = await inTransaction(house.pool, house.centre.id, (tx) =>
    setFee(tx, moment, {
      caseId,
      title: 'Taksówka',
      amountGrosze,
      dueOn: '2026-11-30',
      steps: ['20 kursów × 5,00 zł'],
      basis: ['art. 43 ust. 1 ustawy o CUS'],
    }),
  );
  return { caseId, personId, feeId };
}

const late = () => house.clock.set('2026-12-01T09:00:00.000Z');
const fee = async (feeId: string) =>
  await row(
    house.owner,
    'select state, amount_grosze::int, paid_grosze::int, waived_grosze::int, waiver_reason, resigned_on::text, steps from fee where id = $1',
    [feeId],
  );
const pay = async (feeId: string, amount: string, actor = clerk, paidOn = '2026-11-16') =>
  await house.runner.run(postPayment, actor, { feeId, amount, paidOn });
const waiver = async (feeId: string, amount: string, actor = director, reason = 'Nagły spadek dochodu') =>
  await house.runner.run(waiveFee, actor, { feeId, amount, reason });
const written = {
  payBy: '2026-12-31',
  factualReasoning: 'Opłaty nie wniesiono w terminie.',
  legalReasoning: 'Art. 43 ust. 2 ustawy o CUS.',
  board: 'Samorządowego Kolegium Odwoławczego w Kaliszu',
};
const order = async (feeId: string, actor = director, more: Record<string, unknown> = {}) =>
  await house.runner.run(orderToPay, actor, { feeId, ...written, ...more });

describe('a payment (art. 43(1))', () => {
  it('pays a fee in part and then in whole', async () => {
    const { feeId } = await arrangeFee();
    expect(await pay(feeId, '40,00')).toEqual({ ok: true, value: { state: 'partly_paid' } });
    expect(await pay(feeId, '60')).toEqual({ ok: true, value: { state: 'paid' } });
    expect(await fee(feeId)).toMatchObject({ paid_grosze: 10_000, state: 'paid' });
    expect(
      (
        await house.owner.query(
          'select amount_grosze::int as grosze from fee_payment where fee_id = $1 order by id',
          [feeId],
        )
      ).rows,
    ).toEqual([{ grosze: 4000 }, { grosze: 6000 }]);
    expect(at(await pay(feeId, '1'))).toBe('casework.fee-wrong-state');
  });

  it('is never more than is due, never nothing, and never from the future', async () => {
    const { feeId } = await arrangeFee();
    expect(at(await pay(feeId, '100,01'))).toBe('casework.payment-too-high');
    expect(at(await pay(feeId, '0'))).toBe('casework.payment-empty');
    expect(at(await pay(feeId, '1', clerk, '2026-11-17'))).toBe('casework.future-date');
  });

  it('is not lost and not counted twice when two arrive at once', async () => {
    const { feeId } = await arrangeFee();
    const outcomes = (await Promise.all(['60', '60', '40'].map((amount) => pay(feeId, amount)))).map(at);
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(2);
    const sum = (
      await row(house.owner, 'select sum(amount_grosze)::int as sum from fee_payment where fee_id = $1', [
        feeId,
      ])
    )['sum'];
    expect((await fee(feeId))['paid_grosze']).toBe(sum);
  });

  it('is posted by the window only (domain reference 2.9)', async () => {
    const { feeId } = await arrangeFee();
    expect(await rolesAdmitted(async (role) => at(await pay(feeId, '1', house.centre.as(role))))).toEqual([
      'clerk',
    ]);
    expect(at(await pay(feeId, '1', house.other.as('clerk')))).toBe('not_found');
  });
});

describe('an overdue fee is a state', () => {
  const mark = async (actor = clerk) => await house.runner.run(markOverdueFees, actor, {});

  it('set the day after the last day, for what is unpaid in whole or in part', async () => {
    const [unpaid, partly, paid] = [await arrangeFee(), await arrangeFee(), await arrangeFee()];
    await pay(partly.feeId, '1');
    await pay(paid.feeId, '100');
    house.clock.set('2026-11-30T12:00:00.000Z');
    await mark();
    expect(await fee(unpaid.feeId)).toMatchObject({ state: 'set' });
    late();
    await mark();
    expect(
      [await fee(unpaid.feeId), await fee(partly.feeId), await fee(paid.feeId)].map((one) => one['state']),
    ).toEqual(['overdue', 'overdue', 'paid']);
    expect(await mark()).toEqual({ ok: true, value: { marked: 0 } });
  });

  it('stays so after a part is paid, until nothing is left', async () => {
    const { feeId } = await arrangeFee();
    late();
    await mark();
    expect(await pay(feeId, '50')).toMatchObject({ value: { state: 'overdue' } });
    expect(await pay(feeId, '50')).toMatchObject({ value: { state: 'paid' } });
  });

  it('is marked by the window or the director, each in their own centre', async () => {
    const { feeId } = await arrangeFee();
    late();
    expect(await mark(house.other.as('clerk'))).toEqual({ ok: true, value: { marked: 0 } });
    expect(await fee(feeId)).toMatchObject({ state: 'set' });
    expect(await rolesAdmitted(async (role) => at(await mark(house.centre.as(role))))).toEqual([
      'director',
      'clerk',
    ]);
  });
});

describe('a waiver (art. 44)', () => {
  it('is the director’s, in part or in whole, with its reason', async () => {
    const { feeId } = await arrangeFee();
    expect(await waiver(feeId, '30')).toEqual({ ok: true, value: { state: 'set' } });
    expect(await waiver(feeId, '70', director, 'Śmierć w rodzinie')).toEqual({
      ok: true,
      value: { state: 'waived' },
    });
    expect(await fee(feeId)).toMatchObject({
      waived_grosze: 10_000,
      waiver_reason: 'Nagły spadek dochodu\nŚmierć w rodzinie',
    });
  });

  it('is not more than is due, and not without a reason', async () => {
    const { feeId } = await arrangeFee();
    expect(at(await waiver(feeId, '100,01'))).toBe('casework.waiver-amount');
    expect(at(await waiver(feeId, '0'))).toBe('casework.waiver-amount');
    expect(await waiver(feeId, '10', director, ' ')).toMatchObject({
      ok: false,
      problem: { fields: { reason: expect.any(String) } },
    });
  });

  it('cannot be granted by anybody else', async () => {
    const { feeId } = await arrangeFee();
    expect(await rolesAdmitted(async (role) => at(await waiver(feeId, '1', house.centre.as(role))))).toEqual([
      'director',
    ]);
    expect(at(await waiver(feeId, '1', house.other.as('director')))).toBe('not_found');
  });
});

describe('the order to pay (art. 43(2)): the only decision besides a refusal', () => {
  it('names the amount that is left and the new day', async () => {
    const { feeId, caseId } = await arrangeFee();
    await pay(feeId, '25,50');
    late();
    expect(at(await order(feeId))).toBe('done');
    expect(await fee(feeId)).toMatchObject({ state: 'ordered' });
    const decision = await row(
      house.owner,
      'select kind, fee_id, content, number from decision where case_id = $1',
      [caseId],
    );
    expect(decision).toMatchObject({
      kind: 'order_to_pay',
      fee_id: feeId,
      content: {
        amountGrosze: 7450,
        payBy: '2026-12-31',
        legalBasis: expect.stringContaining('art. 43 ust. 2'),
      },
    });
    const { letter } = (await row(house.owner, 'select letter from document where case_id = $1', [
      caseId,
    ])) as { letter: Letter };
    expect(JSON.stringify(letter.blocks).replaceAll('\u00a0', ' ')).toContain('74,50 zł');
    expect(JSON.stringify(letter.blocks)).toContain('31 grudnia 2026 r.');
  });

  it('is not issued while there is time to pay, nor for what is paid, waived or ordered already', async () => {
    const { feeId } = await arrangeFee();
    house.clock.set('2026-11-30T12:00:00.000Z');
    expect(at(await order(feeId))).toBe('casework.fee-not-late');
    const [paid, waived] = [await arrangeFee(), await arrangeFee()];
    await pay(paid.feeId, '100');
    await waiver(waived.feeId, '100');
    late();
    expect(at(await order(paid.feeId))).toBe('casework.fee-wrong-state');
    expect(at(await order(waived.feeId))).toBe('casework.fee-wrong-state');
    expect(at(await order(feeId))).toBe('done');
    expect(at(await order(feeId))).toBe('casework.fee-wrong-state');
  });

  it.each(['factualReasoning', 'legalReasoning', 'board', 'payBy'])(
    'lacks nothing of art. 107 § 1 KPA and art. 43(2): %s',
    async (field) => {
      const { feeId } = await arrangeFee();
      late();
      expect(await order(feeId, director, { [field]: '' })).toMatchObject({
        ok: false,
        problem: { code: 'casework.decision-incomplete', fields: { [field]: expect.any(String) } },
      });
      expect(await fee(feeId)).toMatchObject({ state: 'set' });
    },
  );

  it('gives a day that is still to come', async () => {
    const { feeId } = await arrangeFee();
    late();
    expect(at(await order(feeId, director, { payBy: '2026-12-01' }))).toBe('casework.pay-by-past');
    expect(at(await order(feeId, director, { payBy: '2026-12-02' }))).toBe('done');
  });

  it('is signed only with an authorisation that holds that day (art. 26)', async () => {
    const { feeId } = await arrangeFee();
    late();
    const organiser = await house.centre.account('service_organiser');
    expect(at(await order(feeId, organiser))).toBe('access.no-authorisation');
    await authorise(house.owner, organiser, { to: '2026-11-30' });
    expect(at(await order(feeId, organiser))).toBe('access.no-authorisation');
    await authorise(house.owner, organiser, { to: '2026-12-01' });
    expect(at(await order(feeId, organiser))).toBe('done');
  });

  it('is nobody’s whose role does not sign, or may not know of fees', async () => {
    const { feeId } = await arrangeFee();
    late();
    expect(await rolesAdmitted(async (role) => at(await order(feeId, house.centre.as(role))))).toEqual([
      'director',
      'service_organiser',
    ]);
    expect(at(await order(feeId, house.other.as('director')))).toBe('not_found');
  });

  it('is paid like any other fee', async () => {
    const { feeId } = await arrangeFee();
    late();
    await order(feeId);
    expect(await pay(feeId, '60')).toMatchObject({ value: { state: 'ordered' } });
    expect(await pay(feeId, '40')).toMatchObject({ value: { state: 'paid' } });
  });
});

describe('a resignation (art. 44)', () => {
  const resign = async (feeId: string, delivered: number) =>
    await inTransaction(house.pool, house.centre.id, async (tx) => {
      const known = await findFee(tx, house.centre.id, feeId, true);
      if (!known) throw new Error('no fee');
      return await capFee(tx, moment, known, {
        resignedOn: '2026-11-10',
        plannedUnits: 20,
        deliveries: [
          { on: '2026-11-10', units: delivered },
          { on: '2026-11-11', units: 5 },
        ],
      });
    });

  it('leaves the fee due up to that day, and its first reckoning readable', async () => {
    const { feeId } = await arrangeFee();
    expect(await resign(feeId, 8)).toEqual({ dueGrosze: 4000 });
    const after = await fee(feeId);
    expect(after).toMatchObject({ amount_grosze: 4000, resigned_on: '2026-11-10', state: 'set' });
    expect(after['steps']).toEqual(
      expect.arrayContaining(['20 kursów × 5,00 zł', expect.stringContaining('10 listopada 2026')]),
    );
  });

  it('settles what was paid for, and leaves a decision as it is', async () => {
    const paid = await arrangeFee();
    await pay(paid.feeId, '40');
    await resign(paid.feeId, 8);
    expect(await fee(paid.feeId)).toMatchObject({ state: 'paid' });
    const ordered = await arrangeFee();
    late();
    await order(ordered.feeId);
    expect(await resign(ordered.feeId, 8)).toEqual({ dueGrosze: 10_000 });
  });
});

describe('reading fees (domain reference 2.9)', () => {
  it('tells each reader what they may do with a fee now', async () => {
    const { caseId, feeId, personId } = await arrangeFee();
    await pay(feeId, '10');
    late();
    const seen = async (actor: Actor) => await house.runner.ask(viewFees, actor, { caseId });
    const may = async (actor: Actor) => {
      const view = await seen(actor);
      return view.ok ? view.value.fees[0]?.may : undefined;
    };
    expect(await may(clerk)).toEqual({ post: true, waive: false, order: false });
    expect(await may(director)).toEqual({ post: false, waive: true, order: true });
    expect(await may({ ...house.centre.as('resident'), personId })).toEqual({
      post: false,
      waive: false,
      order: false,
    });
    expect(await rolesAdmitted(async (role) => at(await seen(house.centre.as(role))))).toEqual([
      'director',
      'service_organiser',
      'plan_coordinator',
      'clerk',
    ]);
    expect((await seen(house.other.as('clerk'))).ok).toBe(false);
    expect(await seen(clerk)).toMatchObject({
      value: {
        fees: [
          { outstandingGrosze: 9000, late: true, payments: [{ amountGrosze: 1000, postedBy: clerk.name }] },
        ],
      },
    });
  });
});
