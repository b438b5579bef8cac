import { z } from 'zod';
import { date, id, optionalId, optionalText, requiredTick, text } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { addAssessment, listAssessments } from '../db/assessments.ts';
import { findCase } from '../db/cases.ts';
import { decidesOnCase } from '../domain/outcome-policy.ts';
import { outcomeWords } from '../pl-outcome.ts';

const words = outcomeWords.refusals;
const basis = 'art. 37 ustawy o CUS';

/**
 * The protocol of a recognition of individual needs (rozpoznanie, art. 37): four points, agreed with the applicant, held
 * at the centre or where the person stays. It is never edited: a later protocol corrects it and says why.
 */
export const recordAssessment = insideCommand({
  name: 'casework.record-assessment',
  summary: 'Record the protocol of a recognition of individual needs',
  basis,
  input: z
    .object({
      caseId: id(),
      heldOn: date(),
      place: text(300),
      present: text(500),
      needsPresented: text(8000),
      servicesUsed: text(8000),
      evaluation: text(8000),
      supportingActions: optionalText(8000),
      informationGiven: text(8000),
      agreed: requiredTick(outcomeWords.assessment.agreedNeeded),
      correctsId: optionalId(),
      correctionReason: optionalText(2000),
    })
    .refine((input) => input.correctsId === undefined || input.correctionReason !== undefined, {
      path: ['correctionReason'],
      message: outcomeWords.assessment.correctionReasonNeeded,
    }),
  result: z.object({ id: z.string() }),
  async load(tx, input, moment) {
    const file = await findCase(tx, moment.actor.centreId, input.caseId, true);
    return file && { file, protocols: await listAssessments(tx, moment.actor.centreId, file.id) };
  },
  allow: decidesOnCase,
  decide({ file, protocols }, input, moment) {
    if (file.state !== 'in_recognition' && file.state !== 'plan_in_preparation')
      return refuse('casework.wrong-state', words.notInRecognition, { basis });
    if (input.heldOn > moment.today)
      return refuse('casework.future-date', words.futureDate, { field: 'heldOn' });
    if (file.submittedOn !== null && input.heldOn < file.submittedOn)
      return refuse('casework.held-before-application', words.heldBeforeApplication, {
        field: 'heldOn',
        basis,
      });
    const corrects = protocols.find((protocol) => protocol.id === input.correctsId);
    if (input.correctsId !== undefined && (corrects === undefined || corrects.corrected))
      return refuse('casework.cannot-correct', words.cannotCorrect, { basis });
    const { caseId: _caseId, agreed: _agreed, ...protocol } = input;
    return {
      file,
      protocol: {
        ...protocol,
        supportingActions: protocol.supportingActions ?? null,
        correctsId: protocol.correctsId ?? null,
        correctionReason: corrects === undefined ? null : (protocol.correctionReason ?? null),
      },
    };
  },
  save: (tx, change, moment) => addAssessment(tx, moment, change.file.id, change.protocol),
  audit: ({ file, protocol }, result) => ({
    personId: file.personId,
    caseId: file.id,
    what: {
      assessmentId: result.id,
      heldOn: protocol.heldOn,
      corrects: protocol.correctsId,
      fields: ['needs', 'services', 'evaluation', 'information'],
    },
  }),
});
