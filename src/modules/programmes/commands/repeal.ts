import { cite } from '../../../law/index.ts';
import { date, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { updateVersion } from '../db/versions.ts';
import { allowedTo, basisOf, guard, stateAfter } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { startInformationClock } from './information-clock.ts';
import { loadVersion, resultOf, versionInput, versionResult } from './version-step.ts';

/** Records that the council repealed the programme; one that was in force has ended, and is reported on (art. 6(3)). */
export const repeal = command({
  name: 'programmes.repeal',
  summary: 'Record the resolution by which the council repealed the programme',
  input: versionInput.extend({ resolution: text(200), endedOn: date() }),
  result: versionResult,
  basis: cite(basisOf('repeal')),
  load: async (tx, input, moment) => await loadVersion(tx, input, moment),
  allow: allowedTo('repeal'),
  decide(target, input, moment) {
    const refusal = guard('repeal', target.state);
    if (refusal) return refusal;
    if (input.endedOn > moment.today)
      return refuse('programmes.future-day', pl.refusals.futureDay, { field: 'endedOn' });
    if (target.validFrom !== null && input.endedOn < target.validFrom)
      return refuse('programmes.before-start', pl.refusals.beforeStart, { field: 'endedOn' });
    return {
      target,
      state: stateAfter('repeal', target.state),
      change: { repeal: input.resolution, endedOn: input.endedOn },
    };
  },
  async save(tx, { target, state, change }, moment) {
    const { centreId } = moment.actor;
    await updateVersion(tx, centreId, target.id, state, change);
    if (target.validFrom !== null)
      await startInformationClock(tx, centreId, {
        versionId: target.id,
        name: target.programme.name,
        endedOn: change.endedOn,
      });
    return resultOf(target);
  },
  audit: ({ target, state, change }) => ({
    what: { versionId: target.id, before: target.state, after: state, ...change },
  }),
});
