import { z } from 'zod';
import { id, optionalText } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { requirePlanApprover } from '../../access/index.ts';
import { explainDelay, meetDeadlines } from '../../agenda/index.ts';
import { moveCase } from '../../casework/index.ts';
import { limitRefusals } from '../../programmes/index.ts';
import { issueDocument, renderMessage } from '../../records/index.ts';
import { setFees, startClosingClock, startDuties, takePlaces } from '../db/consequences.ts';
import { changeCoordinator, saveStandings } from '../db/plans.ts';
import { planCopy } from '../documents/copy.ts';
import { planLetter } from '../documents/plan.ts';
import { refuseApproval, refuseEndedProgrammes, startsAtOnce } from '../domain/approval.ts';
import { after, planStep } from '../domain/lifecycle.ts';
import { approves } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import { planWords } from '../pl.ts';
import { planDocuments } from '../pl-documents.ts';
import { loadApproval } from './approval.ts';
import { refuseUnexplained } from './delay.ts';
import { about } from './target.ts';

const { basis } = planStep('approve');

/**
 * Approves a version of a plan (art. 41): the director, or an organiser authorised that day, and by default not its
 * author. Places and money are taken, fees set, the clock of art. 40 stops, the former version goes out of force, and
 * the plan and the resident's copy are issued. A plan whose first day has come is carried out from this moment.
 */
export const approve = insideCommand({
  name: 'plans.approve',
  summary: 'Approve an agreed plan; places, fees, clocks and the papers follow',
  input: z.object({ planId: id(), overdueReason: optionalText(1000) }),
  result: z.object({ planId: z.string(), state: z.string(), documents: z.array(z.string()) }),
  basis,
  load: (tx, input, moment) => loadApproval(tx, moment, input.planId),
  allow: approves,
  decide(target, input, moment) {
    const { at, content, plan } = target;
    const approved = take(target, 'approve');
    if (isRefusal(approved)) return approved;
    const signature = requirePlanApprover(target.register, moment.actor, moment.today);
    if (isRefusal(signature)) return signature;
    const wrong =
      refuseApproval(target, {
        approverId: moment.actor.accountId,
        approvedOn: moment.today,
        approverMayBeAuthor: target.settings.approverMayBeAuthor,
      }) ??
      refuseEndedProgrammes(content.lines, new Set(target.offers.map((offer) => offer.id)), moment.today) ??
      refuseUnexplained(target.late, input.overdueReason);
    if (wrong) return wrong;
    if (!target.party || at.startsOn === null || at.endsOn === null)
      return refuse('plans.no-person', planWords.refusals.noPerson);
    const started = startsAtOnce(at, moment.today);
    return {
      target,
      party: target.party,
      period: { startsOn: at.startsOn, endsOn: at.endsOn },
      signature,
      first: target.file.state === 'plan_in_preparation',
      started,
      standing: (started ? after(approved, 'start', at.number) : undefined) ?? approved,
      overdueReason: input.overdueReason,
      plan,
    };
  },
  async save(tx, change, moment) {
    const { target, plan, period, signature, first, started } = change;
    const { centreId, accountId, name, position } = moment.actor;
    const { at, content } = target;
    await saveStandings(tx, centreId, plan, change.standing, at.number, {
      approved_by: accountId,
      approved_on: moment.today,
      authorisation_id: signature.authorisationId,
      return_remarks: null,
    });
    await takePlaces(tx, moment, plan.caseId, content.lines);
    await setFees(tx, moment, plan.caseId, content.lines);
    if (target.late && change.overdueReason)
      await explainDelay(tx, centreId, target.late.id, change.overdueReason);
    if (first) {
      await changeCoordinator(tx, centreId, [plan.id], plan.coordinatorId);
      await moveCase(tx, centreId, target.file, 'plan-approved');
      await meetDeadlines(tx, centreId, { caseId: plan.caseId }, moment.today);
    }
    if (started) await startClosingClock(tx, moment, plan, period.endsOn);
    await startDuties(tx, moment);
    const paper = {
      plan,
      version: { ...at, ...period },
      content,
      party: change.party,
      settings: target.settings,
      approval: { name, position, on: moment.today, basis: signature.basis },
    };
    const subject = { caseId: plan.caseId, personId: plan.personId, planVersionId: at.id };
    const issued = [
      await issueDocument(tx, moment, {
        ...subject,
        kind: 'plan',
        title: planDocuments.plan.title,
        letter: planLetter(paper),
      }),
      await issueDocument(tx, moment, {
        ...subject,
        kind: 'plan-copy',
        title: planDocuments.copy.title,
        letter: planCopy(paper),
      }),
    ];
    return {
      planId: plan.id,
      state: started ? 'running' : 'approved',
      documents: issued.map((document) => document.id),
    };
  },
  audit: ({ target, signature, first }, result) => ({
    ...about(target),
    what: {
      plan: target.plan.id,
      version: target.at.number,
      before: target.at.state,
      after: result.state,
      authorisation: signature.authorisationId,
      words: signature.words,
      documents: result.documents,
      fields: ['places', 'fees', ...(first ? ['case'] : [])],
    },
  }),
  emits: (_change, result) => result.documents.map(renderMessage),
  constraints: limitRefusals,
});
