import { z } from 'zod';
import { dateWords } from '../../../law/index.ts';
import { choice, id, optionalDate, optionalText, text } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { meetDeadlines } from '../../agenda/index.ts';
import { findParty, moveCase } from '../../casework/index.ts';
import { issueDocument, renderMessage } from '../../records/index.ts';
import { addClosing } from '../db/closings.ts';
import { listMonitoring } from '../db/monitoring.ts';
import { saveStandings } from '../db/plans.ts';
import { closingLetter } from '../documents/closing.ts';
import { planStep } from '../domain/lifecycle.ts';
import { closingOutcomes } from '../domain/plan.ts';
import { drawsUp } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import { planWords } from '../pl.ts';
import { planDocuments } from '../pl-documents.ts';
import { about, loadPlan } from './target.ts';

const { basis } = planStep('summarise');
const words = planWords.refusals;

/**
 * Closes a plan: the summary talk and the description of its course and results by the coordinator who drew it up or
 * took it over (art. 45(2) and (3)). The description goes to the file of the case, and the case is closed.
 */
export const summarise = insideCommand({
  name: 'plans.summarise',
  summary: 'Record the summary talk and the description of a plan, and close its case',
  input: z.object({
    planId: id(),
    talkOn: optionalDate(),
    /** Why no talk could be held: the person died, moved away, does not want to talk. */
    noTalkReason: optionalText(1000),
    description: text(12_000, planWords.fields.description),
    results: text(8000, planWords.fields.results),
    outcome: choice(closingOutcomes),
    remainingNeeds: optionalText(4000),
  }),
  result: z.object({ planId: z.string(), documentId: z.string() }),
  basis,
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const target = await loadPlan(tx, moment, input.planId, 'leading');
    if (!target) return undefined;
    const [party, entries] = await Promise.all([
      findParty(tx, centreId, target.plan.caseId),
      listMonitoring(tx, centreId, target.plan.id),
    ]);
    return { ...target, party, entries };
  },
  allow: drawsUp,
  decide(target, input, moment) {
    const standing = take(target, 'summarise');
    if (isRefusal(standing)) return standing;
    const { talkOn, noTalkReason } = input;
    if (talkOn === undefined && noTalkReason === undefined)
      return refuse('plans.talk-missing', words.talkMissing, { field: 'talkOn', basis });
    if (talkOn !== undefined && noTalkReason !== undefined)
      return refuse('plans.talk-both', words.talkBoth, { field: 'noTalkReason', basis });
    if (talkOn !== undefined && talkOn > moment.today)
      return refuse('plans.future', words.future, { field: 'talkOn' });
    const endedOn = target.at.endedOn ?? moment.today;
    if (talkOn !== undefined && talkOn < endedOn)
      return refuse('plans.talk-before-end', words.talkBeforeEnd(dateWords(endedOn)), {
        field: 'talkOn',
        basis,
      });
    if (!target.party) return refuse('plans.no-person', words.noPerson);
    const closing = {
      talkOn: talkOn ?? null,
      noTalkReason: noTalkReason ?? null,
      description: input.description,
      results: input.results,
      outcome: input.outcome,
      remainingNeeds: input.remainingNeeds ?? null,
    };
    return { target, standing, party: target.party, closing };
  },
  async save(tx, { target, standing, party, closing }, moment) {
    const { centreId } = moment.actor;
    const { plan, at, file, content, entries } = target;
    await saveStandings(tx, centreId, plan, standing, at.number, {});
    await addClosing(tx, moment, plan.id, closing);
    await moveCase(tx, centreId, file, 'plan-summarised', { closed_on: moment.today });
    await meetDeadlines(tx, centreId, { planId: plan.id, kind: 'planClosing' }, moment.today);
    const { id: documentId } = await issueDocument(tx, moment, {
      kind: 'plan-closing',
      title: planDocuments.closing.title,
      caseId: plan.caseId,
      personId: plan.personId,
      planVersionId: at.id,
      letter: closingLetter({ plan, version: at, content, party, closing, entries, moment }),
    });
    return { planId: plan.id, documentId };
  },
  audit: ({ target, closing }, { documentId }) => ({
    ...about(target),
    what: {
      plan: target.plan.id,
      version: target.at.number,
      before: target.at.state,
      after: 'summarised',
      talkOn: closing.talkOn,
      outcome: closing.outcome,
      document: documentId,
      fields: ['description', 'results'],
    },
  }),
  emits: (_change, result) => [renderMessage(result.documentId)],
});
