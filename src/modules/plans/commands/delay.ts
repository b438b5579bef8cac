import { dateWords } from '../../../law/index.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { planWords } from '../pl.ts';

/** A clock of art. 40 that ran out is explained before the plan goes on (domain reference 17.4). */
export const refuseUnexplained = (
  late: { dueOn: string } | undefined,
  reason: string | undefined,
): Refusal | undefined =>
  late && reason === undefined
    ? refuse('plans.overdue-unexplained', planWords.refusals.overdue(dateWords(late.dueOn)), {
        field: 'overdueReason',
        basis: 'art. 40 ustawy o CUS',
      })
    : undefined;
