import { sql } from 'kysely';
import { cite, type Delivery, feeUntilResignation } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { type Fee, feeStateOf, type FeeState } from '../domain/fee.ts';

export interface SetFee {
  caseId: string;
  programmeServiceId?: string | null;
  planLineId?: string | null;
  /** What it is for: the name of the service. */
  title: string;
  /** Whole grosze; a fee of nothing is not set. */
  amountGrosze: number;
  dueOn: string;
  /** The working and the articles of the quote, kept with the fee. */
  steps: readonly string[];
  basis: readonly string[];
}

const json = (value: unknown) => sql<string>`${JSON.stringify(value)}::jsonb`;

/**
 * Sets a fee on the basis of the programme (art. 43(1)) in the caller's transaction: at qualification, or for a line of
 * an approved plan. It is information, never a decision.
 */
export async function setFee(tx: Db, moment: Moment, fee: SetFee): Promise<{ id: string }> {
  if (!Number.isSafeInteger(fee.amountGrosze) || fee.amountGrosze < 1)
    throw new RangeError(`Not a fee: ${fee.amountGrosze}`);
  const id = newId();
  await tx
    .insertInto('fee')
    .values({
      centre_id: moment.actor.centreId,
      id,
      case_id: fee.caseId,
      programme_service_id: fee.programmeServiceId ?? null,
      plan_line_id: fee.planLineId ?? null,
      title: fee.title,
      amount_grosze: fee.amountGrosze,
      due_on: fee.dueOn,
      state: 'set',
      set_on: moment.today,
      basis: json(fee.basis),
      steps: json(fee.steps),
    })
    .execute();
  return { id };
}

export interface Resignation {
  resignedOn: string;
  /** Units planned, in the unit of the line. */
  plannedUnits: number;
  /** What was delivered, in the same unit. */
  deliveries: readonly Delivery[];
}

/**
 * Brings a fee down to what is due up to the day of the resignation (art. 44). What was set stays readable in its
 * steps; a fee that is already ordered by a decision is left to the director's waiver. Gives the amount in grosze.
 */
export async function capFee(
  tx: Db,
  moment: Moment,
  fee: Fee,
  resignation: Resignation,
): Promise<{ dueGrosze: number }> {
  if (fee.state === 'ordered') return { dueGrosze: fee.amountGrosze };
  const due = feeUntilResignation({ feeGrosze: fee.amountGrosze, ...resignation });
  const amountGrosze = due.value;
  await tx
    .updateTable('fee')
    .set({
      amount_grosze: amountGrosze,
      resigned_on: resignation.resignedOn,
      state: feeStateOf({ ...fee, amountGrosze }),
      steps: json([...fee.steps, ...due.steps]),
      basis: json([...new Set([...fee.basis, ...due.basis.map(cite)])]),
      version: sql`version + 1`,
    })
    .where('centre_id', '=', moment.actor.centreId)
    .where('id', '=', fee.id)
    .execute();
  return { dueGrosze: amountGrosze };
}

const selectFees = (db: Db, centreId: string) =>
  db.selectFrom('fee').selectAll().where('centre_id', '=', centreId);

type Row = Awaited<ReturnType<ReturnType<typeof selectFees>['executeTakeFirstOrThrow']>>;

// The table's check holds the state to the list; steps and bases are texts that this file wrote.
const feeOf = (row: Row): Fee => ({
  id: row.id,
  caseId: row.case_id,
  programmeServiceId: row.programme_service_id,
  planLineId: row.plan_line_id,
  title: row.title,
  amountGrosze: row.amount_grosze,
  waivedGrosze: row.waived_grosze,
  paidGrosze: row.paid_grosze,
  dueOn: row.due_on,
  state: row.state as FeeState,
  setOn: row.set_on,
  resignedOn: row.resigned_on,
  waiverReason: row.waiver_reason,
  waivedOn: row.waived_on,
  basis: row.basis as string[],
  steps: row.steps as string[],
  version: row.version,
});

/** One fee, locked until the end of the transaction when `lock` is set. */
export async function findFee(
  db: Db,
  centreId: string,
  feeId: string,
  lock = false,
): Promise<Fee | undefined> {
  let query = selectFees(db, centreId).where('id', '=', feeId);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row && feeOf(row);
}

/** Fees of a case, oldest first. */
export async function listFees(db: Db, centreId: string, caseId: string): Promise<Fee[]> {
  const rows = await selectFees(db, centreId)
    .where('case_id', '=', caseId)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map(feeOf);
}

export interface Payment {
  id: string;
  feeId: string;
  amountGrosze: number;
  paidOn: string;
  reference: string | null;
  postedBy: string;
}

/** Payments to the fees of a case, oldest first. */
export async function listPayments(db: Db, centreId: string, caseId: string): Promise<Payment[]> {
  const rows = await db
    .selectFrom('fee_payment')
    .innerJoin('fee', (join) =>
      join.onRef('fee.centre_id', '=', 'fee_payment.centre_id').onRef('fee.id', '=', 'fee_payment.fee_id'),
    )
    .innerJoin('account', (join) =>
      join
        .onRef('account.centre_id', '=', 'fee_payment.centre_id')
        .onRef('account.id', '=', 'fee_payment.posted_by'),
    )
    .where('fee_payment.centre_id', '=', centreId)
    .where('fee.case_id', '=', caseId)
    .select([
      'fee_payment.id',
      'fee_payment.fee_id',
      'fee_payment.amount_grosze',
      'paid_on',
      'reference',
      'account.name',
    ])
    .orderBy('paid_on')
    .orderBy('fee_payment.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    feeId: row.fee_id,
    amountGrosze: row.amount_grosze,
    paidOn: row.paid_on,
    reference: row.reference,
    postedBy: row.name,
  }));
}

/** Keeps a payment and adds it to its fee. */
export async function addPayment(
  tx: Db,
  moment: Moment,
  fee: Fee,
  payment: { amountGrosze: number; paidOn: string; reference: string | null },
): Promise<FeeState> {
  const { centreId, accountId } = moment.actor;
  const paidGrosze = fee.paidGrosze + payment.amountGrosze;
  const state = feeStateOf({ ...fee, paidGrosze });
  await Promise.all([
    tx
      .insertInto('fee_payment')
      .values({
        centre_id: centreId,
        id: newId(),
        fee_id: fee.id,
        amount_grosze: payment.amountGrosze,
        paid_on: payment.paidOn,
        reference: payment.reference,
        posted_by: accountId,
      })
      .execute(),
    tx
      .updateTable('fee')
      .set({ paid_grosze: paidGrosze, state, version: sql`version + 1` })
      .where('centre_id', '=', centreId)
      .where('id', '=', fee.id)
      .execute(),
  ]);
  return state;
}

/** Waives a part or the whole of a fee, with the reason (art. 44). */
export async function waive(
  tx: Db,
  moment: Moment,
  fee: Fee,
  waiver: { grosze: number; reason: string },
): Promise<FeeState> {
  const waivedGrosze = fee.waivedGrosze + waiver.grosze;
  const state = feeStateOf({ ...fee, waivedGrosze });
  const reason = fee.waiverReason === null ? waiver.reason : `${fee.waiverReason}\n${waiver.reason}`;
  await tx
    .updateTable('fee')
    .set({
      waived_grosze: waivedGrosze,
      waiver_reason: reason,
      waived_by: moment.actor.accountId,
      waived_on: moment.today,
      state,
      version: sql`version + 1`,
    })
    .where('centre_id', '=', moment.actor.centreId)
    .where('id', '=', fee.id)
    .execute();
  return state;
}

/** Marks a fee as ordered by a decision. */
export async function markOrdered(tx: Db, centreId: string, feeId: string): Promise<void> {
  await tx
    .updateTable('fee')
    .set({ state: 'ordered', version: sql`version + 1` })
    .where('centre_id', '=', centreId)
    .where('id', '=', feeId)
    .execute();
}

const lateFees = (db: Db, centreId: string, today: string) =>
  db
    .selectFrom('fee')
    .where('centre_id', '=', centreId)
    .where('state', 'in', ['set', 'partly_paid'])
    .where('due_on', '<', today);

/** Fees whose day has passed, locked to be marked. */
export async function lockLateFees(
  tx: Db,
  centreId: string,
  today: string,
): Promise<{ id: string; caseId: string }[]> {
  const rows = await lateFees(tx, centreId, today)
    .select(['id', 'case_id'])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ id: row.id, caseId: row.case_id }));
}

/** Marks fees as overdue. */
export async function markOverdue(tx: Db, centreId: string, feeIds: readonly string[]): Promise<void> {
  if (feeIds.length === 0) return;
  await tx
    .updateTable('fee')
    .set({ state: 'overdue', version: sql`version + 1` })
    .where('centre_id', '=', centreId)
    .where('id', 'in', [...feeIds])
    .execute();
}
