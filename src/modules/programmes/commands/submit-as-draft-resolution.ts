import { cite } from '../../../law/index.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { updateVersion } from '../db/versions.ts';
import { lackingItems } from '../domain/items.ts';
import { allowedTo, basisOf, guard, stateAfter } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { loadVersion, resultOf, versionInput, versionResult } from './version-step.ts';

/** Hands the programme to the council as a draft resolution: only with all twelve items (art. 5(3)). */
export const submitAsDraftResolution = command({
  name: 'programmes.submit-as-draft-resolution',
  summary: 'Submit a programme as a draft resolution; refused unless all twelve items are there',
  input: versionInput,
  result: versionResult,
  basis: cite(basisOf('submit-as-draft-resolution')),
  load: async (tx, input, moment) => await loadVersion(tx, input, moment),
  allow: allowedTo('submit-as-draft-resolution'),
  decide(target) {
    const refusal = guard('submit-as-draft-resolution', target.state);
    if (refusal) return refusal;
    const lacking = lackingItems(target.items, target.offers);
    if (lacking.length > 0)
      return refuse(
        'programmes.items-missing',
        pl.refusals.itemsMissing(lacking.map((item) => `${item.number}. ${item.name}`)),
        {
          basis: cite(basisOf('submit-as-draft-resolution')),
        },
      );
    return { target, state: stateAfter('submit-as-draft-resolution', target.state) };
  },
  async save(tx, { target, state }, moment) {
    await updateVersion(tx, moment.actor.centreId, target.id, state);
    return resultOf(target);
  },
  audit: ({ target, state }) => ({ what: { versionId: target.id, before: target.state, after: state } }),
});
