import { z } from 'zod';
import { permits } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findCase } from '../db/cases.ts';
import { findAppealBoard, findBankAccount } from '../db/decision-file.ts';
import { listFees, listPayments } from '../db/fees.ts';
import { feeStates, isLate, mayTakeFee, outstanding } from '../domain/fee.ts';
import { ordersPayment, postsPayments, readsFees, waivesFees } from '../domain/outcome-policy.ts';
import { disclosed, findSection, sectionShape } from './section.ts';

const text = z.string();

export const feeViewSchema = z.object({
  id: text,
  title: text,
  amountGrosze: z.number(),
  waivedGrosze: z.number(),
  paidGrosze: z.number(),
  outstandingGrosze: z.number(),
  dueOn: text,
  late: z.boolean(),
  state: z.enum(feeStates),
  setOn: text,
  resignedOn: text.nullable(),
  waiverReason: text.nullable(),
  basis: z.array(text),
  steps: z.array(text),
  version: z.number(),
  payments: z.array(
    z.object({
      id: text,
      amountGrosze: z.number(),
      paidOn: text,
      reference: text.nullable(),
      postedBy: text,
    }),
  ),
  /** What the reader may do with it now. */
  may: z.object({ post: z.boolean(), waive: z.boolean(), order: z.boolean() }),
});

export type FeeView = z.infer<typeof feeViewSchema>;

/** Fees of a case with their payments, waivers and working. */
export const viewFees = query({
  name: 'casework.view-fees',
  summary: 'Fees of a case: how they were reckoned, what was paid, what is due',
  input: z.object({ caseId: id() }),
  output: z.object({
    ...sectionShape,
    title: text,
    personName: text,
    fees: z.array(feeViewSchema),
    bankAccount: text.nullable(),
    board: text.nullable(),
  }),
  basis: 'art. 43, art. 44, art. 50 ust. 3 ustawy o CUS',
  async read(db, input, moment) {
    const { actor, today } = moment;
    const [head, file, fees, payments, bankAccount, board] = await Promise.all([
      findSection(db, moment, input.caseId),
      findCase(db, actor.centreId, input.caseId),
      listFees(db, actor.centreId, input.caseId),
      listPayments(db, actor.centreId, input.caseId),
      findBankAccount(db, actor.centreId),
      findAppealBoard(db, actor.centreId),
    ]);
    if (!head || !file) return undefined;
    const may = {
      post: permits(postsPayments, actor, {}),
      waive: permits(waivesFees, actor, {}),
      order: permits(ordersPayment, actor, {}),
    };
    return {
      ...head,
      title: file.title,
      personName: file.personName,
      bankAccount,
      board: board ?? null,
      fees: fees.map((fee) => ({
        id: fee.id,
        title: fee.title,
        amountGrosze: fee.amountGrosze,
        waivedGrosze: fee.waivedGrosze,
        paidGrosze: fee.paidGrosze,
        outstandingGrosze: outstanding(fee),
        dueOn: fee.dueOn,
        late: isLate(fee, today),
        state: fee.state,
        setOn: fee.setOn,
        resignedOn: fee.resignedOn,
        waiverReason: fee.waiverReason,
        basis: fee.basis,
        steps: fee.steps,
        version: fee.version,
        payments: payments
          .filter((payment) => payment.feeId === fee.id)
          .map(({ feeId: _feeId, ...payment }) => payment),
        may: {
          post: may.post && mayTakeFee('post-payment', fee.state),
          waive: may.waive && mayTakeFee('waive-fee', fee.state),
          order: may.order && mayTakeFee('order-to-pay', fee.state) && isLate(fee, today),
        },
      })),
    };
  },
  allow: readsFees,
  discloses: (view) => disclosed(view, 'fees'),
  hidden: true,
});
