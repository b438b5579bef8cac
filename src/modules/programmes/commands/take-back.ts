import { cite } from '../../../law/index.ts';
import { text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { updateVersion } from '../db/versions.ts';
import { allowedTo, basisOf, guard, stateAfter } from '../domain/lifecycle.ts';
import { loadVersion, resultOf, versionInput, versionResult } from './version-step.ts';

/** Takes a draft resolution back to be corrected before the council votes. */
export const takeBack = command({
  name: 'programmes.take-back',
  summary: 'Take a draft resolution back to draft',
  input: versionInput.extend({ reason: text(1000) }),
  result: versionResult,
  basis: cite(basisOf('take-back')),
  load: async (tx, input, moment) => await loadVersion(tx, input, moment),
  allow: allowedTo('take-back'),
  decide: (target, input) =>
    guard('take-back', target.state) ?? {
      target,
      reason: input.reason,
      state: stateAfter('take-back', target.state),
    },
  async save(tx, { target, state }, moment) {
    await updateVersion(tx, moment.actor.centreId, target.id, state);
    return resultOf(target);
  },
  audit: ({ target, state, reason }) => ({
    what: { versionId: target.id, before: target.state, after: state, reason },
  }),
});
