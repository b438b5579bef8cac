import { cite } from '../../../law/index.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { copyOffers } from '../db/offers.ts';
import { insertDraft } from '../db/versions.ts';
import { allowedTo, basisOf, guard, underWay } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { loadVersion, resultOf, versionInput, versionResult } from './version-step.ts';

/** Starts a new version as a copy of the one in force: what the council adopted is never edited. */
export const amend = command({
  name: 'programmes.amend',
  summary: 'Start a new version of a programme as a copy of the one in force',
  input: versionInput,
  result: versionResult,
  basis: cite(basisOf('amend')),
  load: async (tx, input, moment) => await loadVersion(tx, input, moment),
  allow: allowedTo('amend'),
  decide(target) {
    const refusal = guard('amend', target.state);
    if (refusal) return refusal;
    const open = target.siblings.find((one) => underWay.includes(one.state));
    if (open) return refuse('programmes.amendment-open', pl.refusals.amendmentOpen(open.number));
    const number = Math.max(target.number, ...target.siblings.map((one) => one.number)) + 1;
    return { target, id: newId(), programmeId: target.programmeId, number };
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    await insertDraft(tx, centreId, { ...change, items: change.target.items });
    await copyOffers(tx, centreId, change.target.id, change.id);
    return resultOf(change);
  },
  audit: (change) => ({ what: { versionId: change.id, number: change.number, copyOf: change.target.id } }),
});
