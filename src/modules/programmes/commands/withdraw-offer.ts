import { cite } from '../../../law/index.ts';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { deleteOffer } from '../db/offers.ts';
import { updateVersion } from '../db/versions.ts';
import { allowedTo, basisOf, guard } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { loadVersion, resultOf, versionInput, versionResult } from './version-step.ts';

/** Takes a service out of a draft. */
export const withdrawOffer = command({
  name: 'programmes.withdraw-offer',
  summary: 'Take a service out of a draft programme',
  input: versionInput.extend({ serviceId: id() }),
  result: versionResult,
  basis: cite(basisOf('withdraw-offer')),
  load: async (tx, input, moment) => await loadVersion(tx, input, moment),
  allow: allowedTo('withdraw-offer'),
  decide(target, input) {
    const refusal = guard('withdraw-offer', target.state);
    if (refusal) return refusal;
    const offer = target.offers.find((one) => one.serviceId === input.serviceId);
    return offer ? { target, offer } : refuse('programmes.not-offered', pl.refusals.notOffered);
  },
  async save(tx, { target, offer }, moment) {
    const { centreId } = moment.actor;
    await deleteOffer(tx, centreId, offer.id);
    await updateVersion(tx, centreId, target.id, target.state);
    return resultOf(target);
  },
  audit: ({ target, offer }) => ({ what: { versionId: target.id, before: offer, after: null } }),
});
