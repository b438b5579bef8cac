import { z } from 'zod';
import { isStaff, permits } from '../../../platform/actor.ts';
import { id, optionalInteger } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findUnexplained, listDeadlines } from '../../agenda/index.ts';
import { listFees } from '../../casework/index.ts';
import { listDocuments } from '../../records/index.ts';
import { findClosing } from '../db/closings.ts';
import { findContent } from '../db/content.ts';
import { listHandovers } from '../db/handovers.ts';
import { listMonitoring } from '../db/monitoring.ts';
import { lacksOf } from '../domain/content.ts';
import { inForce, inPreparation, leading, prepared } from '../domain/lifecycle.ts';
import { readsPlan } from '../domain/policy.ts';
import { findApprovalObstacle, openActions, readPlan } from './read-plan.ts';
import { planViewSchema } from './schemas.ts';

const planKinds = ['plan', 'plan-copy', 'plan-closing'];

/**
 * One plan: what holds (or the version asked for), its clocks, fees, monitoring, versions, papers and open steps. A
 * resident sees the own plan as it was approved: drafts and the centre's working notes are not disclosed here.
 */
export const viewPlan = query({
  name: 'plans.view-plan',
  summary: 'One plan with its versions, services, fees, clocks, monitoring and the steps open to the reader',
  input: z.object({
    planId: id(),
    number: optionalInteger(1, 1000),
    /** Without a number: the version that holds, or the one being drawn up where there is one. */
    which: z.enum(['leading', 'prepared']).default('leading'),
  }),
  output: planViewSchema,
  basis: 'art. 39, art. 45, art. 50 ust. 1 i 3 ustawy o CUS',
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const read = await readPlan(db, moment, input.planId);
    if (!read) return undefined;
    const { plan, file, head } = read;
    const staff = isStaff(moment.actor);
    // Whoever has no right to the plan is denied by it and written down, not told that it has no such version.
    const versions =
      staff || !permits(readsPlan, moment.actor, head)
        ? plan.versions
        : plan.versions
            .filter(({ state }) => inForce.includes(state) || state === 'superseded')
            .map((version) => ({ ...version, returnRemarks: null }));
    const draft = prepared(versions);
    const chosen = (input.which === 'prepared' ? draft : undefined) ?? leading(versions);
    const at = input.number === undefined ? chosen : versions.find(({ number }) => number === input.number);
    if (!at) return undefined;
    const [content, clocks, fees, monitoring, handovers, closing, documents, late] = await Promise.all([
      findContent(db, centreId, at.id),
      listDeadlines(db, centreId, { caseId: plan.caseId }),
      listFees(db, centreId, plan.caseId),
      staff ? listMonitoring(db, centreId, plan.id) : [],
      staff ? listHandovers(db, centreId, plan.id) : [],
      findClosing(db, centreId, plan.id),
      listDocuments(db, centreId, { caseId: plan.caseId }),
      findUnexplained(db, centreId, { caseId: plan.caseId, kind: 'planReady' }, moment.today),
    ]);
    const actions = openActions(moment.actor, { plan, file, at });
    return {
      ...head,
      versions,
      at,
      content,
      lacks: inPreparation.includes(at.state) ? lacksOf(at, content) : [],
      clocks: clocks.filter(({ kind }) => kind === 'planReady' || kind === 'planClosing'),
      fees: fees.filter((fee) => fee.planLineId !== null),
      monitoring,
      handovers,
      closing: closing ?? null,
      documents: documents.filter(({ kind }) => planKinds.includes(kind)),
      lateSince: late?.dueOn ?? null,
      actions,
      preparing:
        draft && draft.id !== at.id
          ? {
              number: draft.number,
              state: draft.state,
              actions: openActions(moment.actor, { plan, file, at: draft }),
            }
          : null,
      mayNotApprove: actions.includes('approve')
        ? await findApprovalObstacle(db, moment, { at, content })
        : null,
    };
  },
  allow: readsPlan,
  discloses: (view) => ({
    personId: view.personId,
    caseId: view.caseId,
    what: {
      plan: view.id,
      version: view.at.number,
      parts: ['plan', 'fees', 'monitoring'],
      ...(view.granted ? { byNecessity: true } : {}),
    },
  }),
  hidden: true,
});
