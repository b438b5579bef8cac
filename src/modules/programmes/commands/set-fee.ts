import { cite } from '../../../law/index.ts';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { saveFee } from '../db/offers.ts';
import { updateVersion } from '../db/versions.ts';
import { feeInput, feeOf } from '../domain/fee-input.ts';
import { allowedTo, basisOf, guard } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { loadVersion, resultOf, versionInput, versionResult } from './version-step.ts';

/** Sets how an offered service is charged: free, per unit, or by dated tables of income bands. */
export const setFee = command({
  name: 'programmes.set-fee',
  summary: 'Set how an offered service of a draft programme is charged',
  input: versionInput.extend({ serviceId: id() }).and(feeInput),
  result: versionResult,
  basis: cite(basisOf('set-fee')),
  load: async (tx, input, moment) => await loadVersion(tx, input, moment),
  allow: allowedTo('set-fee'),
  decide(target, input, moment) {
    const refusal = guard('set-fee', target.state);
    if (refusal) return refusal;
    const offer = target.offers.find((one) => one.serviceId === input.serviceId);
    if (!offer) return refuse('programmes.not-offered', pl.refusals.notOffered);
    if (input.kind === 'byIncome' && offer.unit !== 'hour')
      return refuse('programmes.table-needs-hours', pl.refusals.tableNeedsHours, { field: 'kind' });
    const resolution = target.resolutionNumber ?? pl.fee.draftOf(target.programme.name);
    const fee = feeOf(input, {
      gmina: target.programme.gminaName,
      service: offer.serviceName,
      resolution,
      today: moment.today,
    });
    return { target, offer, fee };
  },
  async save(tx, { target, offer, fee }, moment) {
    const { centreId } = moment.actor;
    await saveFee(tx, centreId, offer.id, fee);
    await updateVersion(tx, centreId, target.id, target.state);
    return resultOf(target);
  },
  audit: ({ target, offer, fee }) => ({
    what: { versionId: target.id, serviceId: offer.serviceId, before: offer.fee, after: fee },
  }),
});
