import { z } from 'zod';
import { choice, id, optionalText } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { cancelDeadlines, meetDeadlines } from '../../agenda/index.ts';
import { issueDocument, nextSign, renderMessage } from '../../records/index.ts';
import { refuseStep, moveCase } from '../db/cases.ts';
import { loadDecisionParts } from '../db/decision-file.ts';
import { addDecision, dropRefusalDraft } from '../db/decisions.ts';
import { lockOutcome } from '../db/outcome-file.ts';
import { releasePlaces } from '../db/places.ts';
import { decisionLetter } from '../documents/decision.ts';
import { refusalGrounds, refusalOf, refuseIncomplete } from '../domain/decision.ts';
import {
  ofProgramme,
  refuseGround,
  refuseOtherTrack,
  refuseWhileCompleting,
} from '../domain/refusal-ground.ts';
import { signsDecisions } from '../domain/outcome-policy.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { unmetMessage } from '../unmet.ts';
import { signatoryOf } from './signatory.ts';

/** What a refusal is written with; a coordinator's draft has the same fields. */
export const refusalInput = z.object({
  caseId: id(),
  ground: choice(refusalGrounds),
  // Blank is allowed here, because the law names what a decision lacks (art. 107 § 1 KPA).
  factualReasoning: optionalText(12_000),
  legalReasoning: optionalText(12_000),
  board: optionalText(200),
});

/**
 * Refuses to take a person in: an administrative decision (art. 42(3)) with every element of art. 107 § 1 KPA, its number,
 * and the signature of somebody whose authorisation of art. 26 holds that very day. Places held for the case are freed.
 */
export const refuseCase = insideCommand({
  name: 'casework.refuse',
  summary: 'Issue a refusal: an administrative decision',
  basis: 'art. 42 ust. 3 ustawy o CUS, art. 107 k.p.a.',
  input: refusalInput,
  result: z.object({ decisionId: z.string(), number: z.string(), documentId: z.string() }),
  async load(tx, input, moment) {
    const { centreId, accountId } = moment.actor;
    const outcome = await lockOutcome(tx, moment, input.caseId);
    return outcome && { ...outcome, parts: await loadDecisionParts(tx, centreId, accountId, input.caseId) };
  },
  allow: signsDecisions,
  decide({ file, wanted, facts, completeUntil, parts }, input, moment) {
    const wrongState =
      refuseStep(file, 'refuse') ??
      refuseOtherTrack(wanted) ??
      refuseWhileCompleting({ state: file.state, completeUntil }, moment.today);
    if (wrongState) return wrongState;
    if (!parts.party) return refuse('casework.person-unknown', outcomeWords.refusals.personUnknown);
    const signatory = signatoryOf(parts, 'refusal', moment);
    if (isRefusal(signatory)) return signatory;
    const wrongGround = refuseGround(input.ground, wanted, facts);
    if (wrongGround) return wrongGround;
    const services = ofProgramme(wanted).map((service) => service.name);
    const draft = refusalOf({
      ...input,
      party: parts.party.party,
      issuedOn: moment.today,
      signatory,
      services,
      appliedOn: file.submittedOn,
    });
    const incomplete = refuseIncomplete(draft);
    if (incomplete) return incomplete;
    return { file, party: parts.party, signatory, draft, ground: input.ground, services };
  },
  async save(tx, { file, party, signatory, draft, ground, services }, moment) {
    const { centreId } = moment.actor;
    const decisionId = newId();
    const number = await nextSign(tx, centreId, 'decision', moment.today);
    await moveCase(tx, centreId, file, 'refuse', { closed_on: moment.today });
    await releasePlaces(tx, moment, file.id, outcomeWords.places.refused);
    await meetDeadlines(tx, centreId, { caseId: file.id, kind: 'refusalDecision' }, moment.today);
    await cancelDeadlines(tx, centreId, { caseId: file.id }, moment.today);
    const { id: documentId } = await issueDocument(tx, moment, {
      kind: 'refusal',
      title: outcomeWords.decision.documentTitle.refusal(number),
      caseId: file.id,
      personId: file.personId,
      letter: decisionLetter({ file, party, moment, number, draft, signatory, services }),
    });
    await addDecision(tx, moment, {
      id: decisionId,
      caseId: file.id,
      kind: 'refusal',
      number,
      authorisationId: signatory.authorisationId,
      documentId,
      content: { ...draft, ground, services },
    });
    await dropRefusalDraft(tx, centreId, file.id);
    return { decisionId, number, documentId };
  },
  audit: ({ file, signatory, ground }, result) => ({
    personId: file.personId,
    caseId: file.id,
    what: {
      before: file.state,
      after: 'refused',
      decision: result.number,
      ground,
      authorisationId: signatory.authorisationId,
    },
  }),
  emits: ({ file }, result) => [renderMessage(result.documentId), unmetMessage(file.id)],
});
