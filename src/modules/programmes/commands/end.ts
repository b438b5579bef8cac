import { cite } from '../../../law/index.ts';
import { date, optionalText } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { updateVersion } from '../db/versions.ts';
import { allowedTo, basisOf, guard, stateAfter } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { startInformationClock } from './information-clock.ts';
import { loadVersion, resultOf, versionInput, versionResult } from './version-step.ts';

/** Ends a programme: from that day run the four months of the information on its implementation (art. 6(3)). */
export const end = command({
  name: 'programmes.end',
  summary: 'End a programme and start the clock of the information on its implementation',
  input: versionInput.extend({ endedOn: date(), endReason: optionalText(1000) }),
  result: versionResult,
  basis: cite(basisOf('end')),
  load: async (tx, input, moment) => await loadVersion(tx, input, moment),
  allow: allowedTo('end'),
  decide(target, input, moment) {
    const refusal = guard('end', target.state);
    if (refusal) return refusal;
    if (input.endedOn > moment.today)
      return refuse('programmes.future-day', pl.refusals.futureDay, { field: 'endedOn' });
    if (target.validFrom !== null && input.endedOn < target.validFrom)
      return refuse('programmes.before-start', pl.refusals.beforeStart, { field: 'endedOn' });
    return {
      target,
      state: stateAfter('end', target.state),
      change: { endedOn: input.endedOn, endReason: input.endReason ?? null },
    };
  },
  async save(tx, { target, state, change }, moment) {
    const { centreId } = moment.actor;
    await updateVersion(tx, centreId, target.id, state, change);
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
