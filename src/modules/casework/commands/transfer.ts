import { z } from 'zod';
import { choice, date, id, optionalId, requiredTick, text } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { cancelDeadlines, startDeadline } from '../../agenda/index.ts';
import { issueDocument, renderMessage } from '../../records/index.ts';
import { findCase, moveCase, refuseStep } from '../db/cases.ts';
import { findParty } from '../db/parties.ts';
import { addTransfer, transferTargets } from '../db/transfers.ts';
import { findWanted } from '../db/wanted.ts';
import { transferNotice } from '../documents/transfer-notice.ts';
import { transfersCase } from '../domain/outcome-policy.ts';
import { outcomeWords } from '../pl-outcome.ts';

const words = outcomeWords.refusals;
const basis = 'art. 38 ust. 1, art. 19 ustawy o CUS';

/** Why an application goes elsewhere: another statute decides on its services, or another body provides them. */
export const transferGrounds = ['separate_statute', 'belongs_elsewhere'] as const;

/**
 * Hands an application over to a team of the centre, the gmina's office or another unit, with the applicant's agreement
 * (art. 38(1)): the other track of art. 19. The receiver is given a term to answer.
 */
export const transferCase = insideCommand({
  name: 'casework.transfer',
  summary: 'Transfer an application to the team, office or unit it belongs to',
  basis,
  input: z.object({
    caseId: id(),
    ground: choice(transferGrounds),
    targetKind: choice(transferTargets),
    targetName: text(300),
    targetOrganizationId: optionalId(),
    reason: text(4000),
    agreed: requiredTick(outcomeWords.transfer.agreedNeeded),
    agreedOn: date(),
    agreedHow: text(300),
  }),
  result: z.object({ transferId: z.string(), documentId: z.string() }),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const file = await findCase(tx, centreId, input.caseId, true);
    if (!file) return undefined;
    const [wanted, party] = await Promise.all([
      findWanted(tx, centreId, file.id, moment.today),
      findParty(tx, centreId, file.id),
    ]);
    return { file, wanted, party, version: file.version };
  },
  allow: transfersCase,
  decide({ file, wanted, party }, input, moment) {
    const wrongState = refuseStep(file, 'transfer');
    if (wrongState) return wrongState;
    if (!party) return refuse('casework.person-unknown', words.personUnknown, { basis });
    if (input.agreedOn > moment.today)
      return refuse('casework.future-date', words.futureDate, { field: 'agreedOn' });
    if (file.submittedOn !== null && input.agreedOn < file.submittedOn)
      return refuse('casework.agreed-before-application', words.agreedBeforeApplication, {
        field: 'agreedOn',
        basis,
      });
    const ours = wanted.filter((service) => service.track === 'programme').map((service) => service.name);
    if (input.ground === 'separate_statute' && (ours.length > 0 || wanted.length === 0))
      return refuse('casework.transfer-programme-service', words.transferOwnService(ours), {
        basis,
        field: 'ground',
      });
    return {
      file,
      party,
      services: wanted.map((service) => service.name),
      transfer: {
        targetKind: input.targetKind,
        targetName: input.targetName,
        targetOrganizationId: input.targetOrganizationId ?? null,
        reason: input.reason,
        agreedOn: input.agreedOn,
        agreedHow: input.agreedHow,
      },
    };
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    const { file, transfer } = change;
    await moveCase(tx, centreId, file, 'transfer');
    const { id: transferId } = await addTransfer(tx, moment, file.id, transfer);
    await cancelDeadlines(tx, centreId, { caseId: file.id }, moment.today);
    await startDeadline(tx, centreId, {
      kind: 'transferAnswer',
      eventDate: moment.today,
      caseId: file.id,
      title: `${change.party.personName}, ${transfer.targetName}`,
      ownerId: file.coordinatorId ?? moment.actor.accountId,
    });
    const { id: documentId } = await issueDocument(tx, moment, {
      kind: 'transfer',
      title: outcomeWords.transfer.documentTitle,
      caseId: file.id,
      personId: file.personId,
      letter: transferNotice({ ...change, moment }),
    });
    return { transferId, documentId };
  },
  audit: ({ file, transfer }, result) => ({
    personId: file.personId,
    caseId: file.id,
    what: {
      before: file.state,
      after: 'transferred',
      transferId: result.transferId,
      to: transfer.targetKind,
      agreedOn: transfer.agreedOn,
    },
  }),
  emits: (_change, result) => [renderMessage(result.documentId)],
});
