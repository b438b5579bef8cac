import { z } from 'zod';
import { choice, date, id, optionalText, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { addMonitoring, findStanding } from '../db/monitoring.ts';
import { mayTake, planStep, stateWords } from '../domain/lifecycle.ts';
import { contactKinds } from '../domain/plan.ts';
import { drawsUp } from '../domain/policy.ts';
import { planWords } from '../pl.ts';

const { basis } = planStep('monitor');
const words = planWords.refusals;

/** An entry on how a plan goes, by the coordinator who drew it up or took it over (art. 45(1)). Entries are never changed. */
export const monitor = insideCommand({
  name: 'plans.monitor',
  summary: 'Add a monitoring entry to a plan',
  input: z.object({
    planId: id(),
    heldOn: date(),
    contact: choice(contactKinds),
    finding: text(8000, planWords.fields.finding),
    action: optionalText(2000),
  }),
  result: z.object({ entryId: z.string() }),
  basis,
  load: (tx, input, moment) => findStanding(tx, moment.actor.centreId, input.planId),
  allow: drawsUp,
  decide(target, input, moment) {
    if (!mayTake('monitor', target.state))
      return refuse('plans.wrong-state', words.wrongState(stateWords(target.state)), { basis });
    if (input.heldOn > moment.today) return refuse('plans.future', words.future, { field: 'heldOn' });
    const { heldOn, contact, finding, action = null } = input;
    return { target, id: newId(), entry: { heldOn, contact, finding, action } };
  },
  async save(tx, change, moment) {
    await addMonitoring(tx, moment, { id: change.id, planId: change.target.planId, ...change.entry });
    return { entryId: change.id };
  },
  audit: ({ target, id: entryId, entry }) => ({
    personId: target.personId,
    caseId: target.caseId,
    what: { plan: target.planId, entry: entryId, contact: entry.contact, heldOn: entry.heldOn },
  }),
  joins: true,
});
