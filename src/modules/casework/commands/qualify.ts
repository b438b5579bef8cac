import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { optionalDate } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { meetDeadlines } from '../../agenda/index.ts';
import { limitRefusals, unitWords } from '../../programmes/index.ts';
import { issueDocument, renderMessage } from '../../records/index.ts';
import { moveCase, refuseStep } from '../db/cases.ts';
import { findBankAccount } from '../db/decision-file.ts';
import { dropRefusalDraft } from '../db/decisions.ts';
import { setFee } from '../db/fees.ts';
import { lockOutcome } from '../db/outcome-file.ts';
import { holdPlaces } from '../db/places.ts';
import { qualificationInformation } from '../documents/qualification-information.ts';
import { chooseServices, reasonsOf } from '../domain/chosen.ts';
import { testPlan } from '../domain/outcome.ts';
import { decidesOnCase } from '../domain/outcome-policy.ts';
import { priceServices } from '../domain/quote.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { chosenInput } from './chosen-input.ts';

const words = outcomeWords.refusals;

/**
 * Takes a person in without a plan (art. 42(1)): conditions judged and kept, places and money taken from the limits, the
 * fee of the programme set, and information sent. Never a decision. Refused when the services need a plan (art. 38(2)).
 */
export const qualifyCase = insideCommand({
  name: 'casework.qualify',
  summary: 'Qualify a person for services of a programme without a plan',
  basis: 'art. 42 ust. 1 i 2, art. 43 ust. 1 ustawy o CUS',
  input: z.object({ ...chosenInput, feeDueOn: optionalDate() }),
  result: z.object({ documentId: z.string(), feeGrosze: z.number() }),
  async load(tx, input, moment) {
    const [outcome, bankAccount] = await Promise.all([
      lockOutcome(tx, moment, input.caseId),
      findBankAccount(tx, moment.actor.centreId),
    ]);
    return outcome && { ...outcome, bankAccount };
  },
  allow: decidesOnCase,
  decide(target, input, moment) {
    const wrongState = refuseStep(target.file, 'qualify');
    if (wrongState) return wrongState;
    if (!target.party) return refuse('casework.person-unknown', words.personUnknown);
    const chosen = chooseServices(target.wanted, target.facts, input.services);
    if (isRefusal(chosen)) return chosen;
    const test = testPlan(chosen, input.coordination === 'tak');
    if (test.needed)
      return refuse('casework.plan-needed', words.planNeeded(test.steps), {
        basis: test.basis,
        field: 'coordination',
      });
    const priced = priceServices(chosen, target);
    if (isRefusal(priced)) return priced;
    const feeGrosze = priced.reduce((sum, service) => sum + service.feeGrosze, 0);
    if (feeGrosze > 0 && input.feeDueOn === undefined)
      return refuse('casework.fee-day-needed', words.feeDayNeeded, {
        field: 'feeDueOn',
        basis: 'art. 43 ust. 1 ustawy o CUS',
      });
    if (feeGrosze > 0 && input.feeDueOn !== undefined && input.feeDueOn < moment.today)
      return refuse('casework.fee-day-past', words.feeDayPast, { field: 'feeDueOn' });
    return {
      file: target.file,
      party: target.party,
      bankAccount: target.bankAccount,
      priced,
      test,
      feeGrosze,
      feeDueOn: feeGrosze > 0 ? (input.feeDueOn ?? null) : null,
    };
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    const { file, priced, feeDueOn } = change;
    await holdPlaces(
      tx,
      moment,
      file.id,
      priced.map((service) => ({
        programmeServiceId: service.wanted.offer.id,
        startsOn: service.startsOn,
        endsOn: service.endsOn,
        units: service.units,
        grosze: service.grosze,
        feeGrosze: service.feeGrosze,
        feeSteps: service.feeSteps,
        reasons: { ...reasonsOf(service), plan: change.test.steps },
      })),
      'accepted',
    );
    await moveCase(tx, centreId, file, 'qualify');
    for (const service of priced) {
      if (service.feeGrosze === 0 || feeDueOn === null) continue;
      await setFee(tx, moment, {
        caseId: file.id,
        programmeServiceId: service.wanted.offer.id,
        title: service.wanted.name,
        amountGrosze: service.feeGrosze,
        dueOn: feeDueOn,
        steps: service.feeSteps,
        basis: service.feeBasis.map(cite),
      });
    }
    await meetDeadlines(tx, centreId, { caseId: file.id }, moment.today);
    await dropRefusalDraft(tx, centreId, file.id);
    const { id: documentId } = await issueDocument(tx, moment, {
      kind: 'qualification',
      title: outcomeWords.qualify.letter.title,
      caseId: file.id,
      personId: file.personId,
      letter: qualificationInformation({
        ...change,
        moment,
        services: priced.map((service) => ({
          name: service.wanted.name,
          programmeName: service.wanted.offer.programmeName,
          performer: service.wanted.performer,
          startsOn: service.startsOn,
          endsOn: service.endsOn,
          units: service.units,
          unit: unitWords[service.wanted.offer.unit].many,
          feeGrosze: service.feeGrosze,
          feeSteps: service.feeSteps,
        })),
      }),
    });
    return { documentId, feeGrosze: change.feeGrosze };
  },
  audit: ({ file, priced, feeGrosze }) => ({
    personId: file.personId,
    caseId: file.id,
    what: {
      before: file.state,
      after: 'qualified',
      services: priced.map((service) => service.wanted.offer.id),
      feeGrosze,
      fields: ['conditions', 'limits', 'fee'],
    },
  }),
  emits: (_change, result) => [renderMessage(result.documentId)],
  constraints: limitRefusals,
});
