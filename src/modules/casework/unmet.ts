import type { JobHandler } from '../../platform/jobs/jobs.ts';
import type { Message } from '../../platform/runner/command.ts';
import { recordUnmetNeeds } from '../needs/index.ts';
import { unmetByEnd } from './db/unmet.ts';

const kind = 'casework.tell-unmet';

/** Sent when a case ends without help: what was asked for becomes unmet needs, without the person and the case. */
export const unmetMessage = (caseId: string): Message => ({ kind, payload: { caseId } });

/** Tells the ledger of unmet needs what a case ended without; told twice, it counts once. */
export const unmetJob: JobHandler = {
  kind,
  run: (inCentre, { caseId }) =>
    inCentre(async (tx, centreId) =>
      recordUnmetNeeds(tx, centreId, await unmetByEnd(tx, centreId, String(caseId))),
    ),
};
