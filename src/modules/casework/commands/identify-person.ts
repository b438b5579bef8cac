import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { findCase } from '../db/cases.ts';
import { changeCase } from '../db/changes.ts';
import { findPerson } from '../db/reports.ts';
import type { CaseState } from '../domain/lifecycle.ts';
import { coordinates } from '../domain/relation.ts';
import { intakeWords } from '../pl-intake.ts';

const words = intakeWords.identify;

/** Before the application is sent the person may still be corrected; later only an unknown person is made known. */
const correctable: readonly CaseState[] = ['reported', 'draft'];
const fillable: readonly CaseState[] = [...correctable, 'submitted', 'awaiting_completion', 'in_recognition'];

/** Says who of the register the case is about, when a report or an application came without that knowledge. */
export const identifyPerson = command({
  name: 'casework.identify-person',
  summary: 'Attach a person of the register to a case that was taken down without one',
  input: z.object({ caseId: id(), personId: id(words.errors.choose) }),
  result: z.object({ caseId: z.string(), personId: z.string() }),
  basis: 'art. 50 ust. 1 ustawy o CUS',
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [file, person] = await Promise.all([
      findCase(tx, centreId, input.caseId, true),
      findPerson(tx, centreId, input.personId),
    ]);
    return file && person && { ...file, person };
  },
  allow: { clerk: always, service_organiser: always, plan_coordinator: coordinates },
  decide(target) {
    const open = target.personId === null ? fillable : correctable;
    if (!open.includes(target.state))
      return refuse('casework.person-settled', words.errors.settled, { field: 'personId' });
    return { id: target.id, before: target.personId, personId: target.person.id };
  },
  async save(tx, change, moment) {
    await changeCase(tx, moment.actor.centreId, change.id, { person_id: change.personId });
    return { caseId: change.id, personId: change.personId };
  },
  audit: (change) => ({
    personId: change.personId,
    caseId: change.id,
    what: { before: { personId: change.before }, after: { personId: change.personId } },
  }),
});
