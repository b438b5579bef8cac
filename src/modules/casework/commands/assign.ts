import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { assignDeadlines } from '../../agenda/index.ts';
import { findCase } from '../db/cases.ts';
import { changeCase } from '../db/changes.ts';
import { isCoordinator } from '../db/workers.ts';
import { isOpen } from '../domain/lifecycle.ts';
import { intakeWords } from '../pl-intake.ts';

const words = intakeWords.assign;

/** Gives a case, with its running clocks, to a coordinator of individual plans. */
export const assign = command({
  name: 'casework.assign',
  summary: 'Give a case and its running clocks to a coordinator',
  input: z.object({ caseId: id(), coordinatorId: id(words.errors.choose) }),
  result: z.object({ caseId: z.string(), coordinatorId: z.string() }),
  basis: 'art. 29 ustawy o CUS',
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [file, fits] = await Promise.all([
      findCase(tx, centreId, input.caseId, true),
      isCoordinator(tx, centreId, input.coordinatorId, moment.today),
    ]);
    return file && { ...file, fits };
  },
  allow: { clerk: always, service_organiser: always, director: always },
  decide(target, input) {
    if (!target.fits)
      return refuse('casework.not-a-coordinator', words.errors.notCoordinator, { field: 'coordinatorId' });
    if (!isOpen(target.state)) return refuse('casework.closed', words.errors.closed);
    // Who drew a plan up monitors it (art. 45(1)): a running plan changes hands only by a handover.
    if (target.state === 'plan_running')
      return refuse('casework.needs-handover', words.errors.handover, {
        basis: 'art. 45 ust. 1 ustawy o CUS',
      });
    return { file: target, coordinatorId: input.coordinatorId };
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    const caseId = change.file.id;
    await Promise.all([
      changeCase(tx, centreId, caseId, { coordinator_id: change.coordinatorId }),
      assignDeadlines(tx, centreId, { caseId }, change.coordinatorId),
    ]);
    return { caseId, coordinatorId: change.coordinatorId };
  },
  audit: ({ file, coordinatorId }) => ({
    personId: file.personId,
    caseId: file.id,
    what: { before: { coordinatorId: file.coordinatorId }, after: { coordinatorId } },
  }),
});
