import { cite } from '../../../law/index.ts';
import { date, optionalText, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { updateVersion } from '../db/versions.ts';
import { allowedTo, basisOf, guard, stateAfter } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { loadVersion, resultOf, versionInput, versionResult } from './version-step.ts';

/** Records that the council adopted the programme: number and day of the resolution, its place in the official journal. */
export const recordAdoption = command({
  name: 'programmes.record-adoption',
  summary: 'Record the resolution by which the council adopted the programme',
  input: versionInput.extend({
    resolutionNumber: text(100),
    resolutionDate: date(),
    journalPosition: optionalText(200),
  }),
  result: versionResult,
  basis: cite(basisOf('record-adoption')),
  load: async (tx, input, moment) => await loadVersion(tx, input, moment),
  allow: allowedTo('record-adoption'),
  decide(target, input, moment) {
    const refusal = guard('record-adoption', target.state);
    if (refusal) return refusal;
    if (input.resolutionDate > moment.today)
      return refuse('programmes.future-day', pl.refusals.futureDay, { field: 'resolutionDate' });
    const change = {
      resolutionNumber: input.resolutionNumber,
      resolutionDate: input.resolutionDate,
      journalPosition: input.journalPosition ?? null,
    };
    return { target, state: stateAfter('record-adoption', target.state), change };
  },
  async save(tx, { target, state, change }, moment) {
    await updateVersion(tx, moment.actor.centreId, target.id, state, change);
    return resultOf(target);
  },
  audit: ({ target, state, change }) => ({
    what: { versionId: target.id, before: target.state, after: state, ...change },
  }),
});
