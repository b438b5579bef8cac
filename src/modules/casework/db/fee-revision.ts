import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { type Fee, feeStateOf } from '../domain/fee.ts';

const json = (value: unknown) => sql<string>`${JSON.stringify(value)}::jsonb`;

/**
 * Sets a fee anew because the plan that it belongs to was changed (art. 41(2), 43(1)): what was paid or waived stays.
 * A fee that is already ordered by a decision is left as the decision says.
 */
export async function reviseFee(
  tx: Db,
  moment: Moment,
  fee: Fee,
  to: {
    amountGrosze: number;
    title: string;
    dueOn: string;
    steps: readonly string[];
    basis: readonly string[];
  },
): Promise<void> {
  if (fee.state === 'ordered') return;
  const { amountGrosze } = to;
  await tx
    .updateTable('fee')
    .set({
      amount_grosze: amountGrosze,
      title: to.title,
      due_on: to.dueOn,
      // A new day to pay by: late is judged by it.
      state: feeStateOf({ ...fee, amountGrosze, state: fee.paidGrosze > 0 ? 'partly_paid' : 'set' }),
      set_on: moment.today,
      steps: json(to.steps),
      basis: json(to.basis),
      version: sql`version + 1`,
    })
    .where('centre_id', '=', moment.actor.centreId)
    .where('id', '=', fee.id)
    .execute();
}
