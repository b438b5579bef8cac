import type { Moment } from '../../../platform/runner/command.ts';
import { isRefusal, type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { requireSignatory } from '../../access/index.ts';
import type { DecisionParts } from '../db/decision-file.ts';
import type { Signatory } from '../domain/decision.ts';
import { outcomeWords } from '../pl-outcome.ts';

/** Who may sign a decision of a programme case today (art. 26): the signatory as the decision names them, or a refusal. */
export function signatoryOf(
  parts: DecisionParts,
  what: 'refusal' | 'paymentOrder',
  { actor, today }: Moment,
): Signatory | Refusal {
  const signature = requireSignatory(parts.register, actor, what, today);
  if (isRefusal(signature)) return signature;
  const paper = parts.papers.get(signature.authorisationId);
  if (!paper)
    return refuse('casework.authorisation-without-document', outcomeWords.refusals.noPaper, {
      basis: signature.basis,
    });
  return {
    accountId: actor.accountId,
    name: actor.name,
    position: actor.position,
    authorisationId: signature.authorisationId,
    ...paper,
  };
}
