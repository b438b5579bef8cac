import { z } from 'zod';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { limitRefusals } from '../../programmes/index.ts';
import { moveCase, refuseStep } from '../db/cases.ts';
import { lockOutcome } from '../db/outcome-file.ts';
import { holdPlaces } from '../db/places.ts';
import { chooseServices, reasonsOf } from '../domain/chosen.ts';
import { testPlan } from '../domain/outcome.ts';
import { decidesOnCase } from '../domain/outcome-policy.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { chosenInput } from './chosen-input.ts';

const words = outcomeWords.refusals;

/**
 * Establishes that an individual plan is needed: services of at least 3 months that need coordination (art. 38(2)). The
 * wanted places are reserved at once, so that a plan is never promised over the limit. When it is not needed the case is
 * qualified without a plan, and the refusal says why.
 */
export const requirePlan = insideCommand({
  name: 'casework.require-plan',
  summary: 'Establish that an individual plan is needed and reserve the places for it',
  basis: 'art. 38 ust. 2, art. 42 ust. 2 ustawy o CUS',
  input: z
    .object(chosenInput)
    .refine((input) => input.coordination === 'nie' || input.coordinationReason !== undefined, {
      path: ['coordinationReason'],
      message: outcomeWords.plan.reasonNeeded,
    }),
  result: z.object({ caseId: z.string(), steps: z.array(z.string()) }),
  load: (tx, input, moment) => lockOutcome(tx, moment, input.caseId),
  allow: decidesOnCase,
  decide(target, input) {
    const wrongState = refuseStep(target.file, 'require-plan');
    if (wrongState) return wrongState;
    if (!target.party) return refuse('casework.person-unknown', words.personUnknown);
    const chosen = chooseServices(target.wanted, target.facts, input.services);
    if (isRefusal(chosen)) return chosen;
    const test = testPlan(chosen, input.coordination === 'tak');
    if (!test.needed)
      return refuse('casework.plan-not-needed', words.planNotNeeded(test.steps), {
        basis: test.basis,
        field: 'coordination',
      });
    return { file: target.file, chosen, test, reason: input.coordinationReason ?? '' };
  },
  async save(tx, { file, chosen, test, reason }, moment) {
    await holdPlaces(
      tx,
      moment,
      file.id,
      chosen.map((service) => ({
        programmeServiceId: service.wanted.offer.id,
        startsOn: service.startsOn,
        endsOn: service.endsOn,
        units: service.units,
        grosze: service.grosze,
        reasons: { ...reasonsOf(service), plan: test.steps, coordination: reason },
      })),
      'reserved',
    );
    await moveCase(tx, moment.actor.centreId, file, 'require-plan');
    return { caseId: file.id, steps: [...test.steps] };
  },
  audit: ({ file, chosen }) => ({
    personId: file.personId,
    caseId: file.id,
    what: {
      before: file.state,
      after: 'plan_in_preparation',
      services: chosen.map((service) => service.wanted.offer.id),
      fields: ['conditions', 'limits', 'coordination'],
    },
  }),
  constraints: limitRefusals,
});
