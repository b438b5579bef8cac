import { z } from 'zod';
import { insideCommand } from '../../../platform/runner/command.ts';
import { listDeadlines, startDeadline } from '../../agenda/index.ts';
import { findCase, refuseStep } from '../db/cases.ts';
import { keepRefusalDraft } from '../db/decisions.ts';
import { findKnown } from '../db/known.ts';
import { findWanted } from '../db/wanted.ts';
import { decidesOnCase } from '../domain/outcome-policy.ts';
import { refuseOtherTrack, refuseWhileCompleting } from '../domain/refusal-ground.ts';
import { refusalInput } from './refuse.ts';

/**
 * A coordinator prepares a refusal for the one who may sign it. Nothing is decided: no number, no state, no effect. From
 * now on the time for a decision is shown too; it runs from the application (art. 35 KPA).
 */
export const draftRefusal = insideCommand({
  name: 'casework.draft-refusal',
  summary: 'Prepare the draft of a refusal for the signatory',
  basis: 'art. 29 ust. 1, art. 42 ust. 3 ustawy o CUS',
  input: refusalInput,
  result: z.null(),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const file = await findCase(tx, centreId, input.caseId, true);
    if (!file) return undefined;
    const [clocks, wanted, { completeUntil }] = await Promise.all([
      listDeadlines(tx, centreId, { caseId: file.id }),
      findWanted(tx, centreId, file.id, moment.today),
      findKnown(tx, centreId, file.id, moment.today),
    ]);
    const shown = clocks.some((clock) => clock.kind === 'refusalDecision' && clock.state === 'running');
    return { file, wanted, completeUntil, shown };
  },
  allow: decidesOnCase,
  decide: ({ file, wanted, completeUntil, shown }, input, { today }) =>
    refuseStep(file, 'refuse') ??
    refuseOtherTrack(wanted) ??
    refuseWhileCompleting({ state: file.state, completeUntil }, today) ?? {
      file,
      startsClock: !shown,
      draft: {
        ground: input.ground,
        factualReasoning: input.factualReasoning ?? '',
        legalReasoning: input.legalReasoning ?? '',
        board: input.board ?? '',
      },
    },
  async save(tx, { file, draft, startsClock }, moment) {
    const { centreId } = moment.actor;
    await keepRefusalDraft(tx, moment, file.id, draft);
    if (startsClock)
      await startDeadline(tx, centreId, {
        kind: 'refusalDecision',
        eventDate: file.submittedOn ?? moment.today,
        caseId: file.id,
        title: `${file.personName}, ${file.title}`,
      });
    return null;
  },
  audit: ({ file, draft }) => ({
    personId: file.personId,
    caseId: file.id,
    what: { draft: 'refusal', ground: draft.ground },
  }),
});
