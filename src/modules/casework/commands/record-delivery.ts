import { z } from 'zod';
import { deadline } from '../../../law/index.ts';
import { date, id } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { startDeadline } from '../../agenda/index.ts';
import { findCase } from '../db/cases.ts';
import { findDecision, keepDelivery } from '../db/decisions.ts';
import { decidesOnCase, signsDecisions } from '../domain/outcome-policy.ts';
import { outcomeWords } from '../pl-outcome.ts';

const words = outcomeWords.refusals;
const basis = 'art. 129 § 2 k.p.a.';

/** The day a decision reached the person: from it the time for an appeal runs (art. 129 § 2 KPA). */
export const recordDelivery = insideCommand({
  name: 'casework.record-delivery',
  summary: 'Record the day a decision was delivered',
  basis,
  input: z.object({ decisionId: id(), deliveredOn: date() }),
  result: z.object({ appealUntil: z.string() }),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const known = await findDecision(tx, centreId, input.decisionId);
    const file = known && (await findCase(tx, centreId, known.caseId, true));
    const decision = file && (await findDecision(tx, centreId, input.decisionId, true));
    return decision && { file, decision };
  },
  allow: { ...decidesOnCase, ...signsDecisions },
  decide({ file, decision }, input, moment) {
    if (decision.deliveredOn !== null)
      return refuse('casework.already-delivered', words.alreadyDelivered(decision.deliveredOn), { basis });
    if (input.deliveredOn > moment.today || input.deliveredOn < decision.issuedOn)
      return refuse('casework.delivery-date', words.deliveryDate, { field: 'deliveredOn' });
    return {
      file,
      decision,
      deliveredOn: input.deliveredOn,
      appealUntil: deadline('appeal', input.deliveredOn).dueOn,
    };
  },
  async save(tx, { file, decision, deliveredOn, appealUntil }, moment) {
    const { centreId } = moment.actor;
    await keepDelivery(tx, centreId, decision.id, { deliveredOn, appealUntil });
    await startDeadline(tx, centreId, {
      kind: 'appeal',
      eventDate: deliveredOn,
      caseId: file.id,
      title: `${file.personName}, ${outcomeWords.decision.title(decision.number)}`,
      ownerId: file.coordinatorId,
    });
    return { appealUntil };
  },
  audit: ({ file, decision, deliveredOn, appealUntil }) => ({
    personId: file.personId,
    caseId: file.id,
    what: { decision: decision.number, deliveredOn, appealUntil },
  }),
});
