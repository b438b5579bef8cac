import { cite } from '../../../law/index.ts';
import { choice, id, optionalInteger, optionalMoney } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { conditionsInput, conditionsOf, selectService } from '../../directory/index.ts';
import { type OfferTerms, saveOffer } from '../db/offers.ts';
import { updateVersion } from '../db/versions.ts';
import { units } from '../domain/fee.ts';
import { allowedTo, basisOf, guard } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { loadVersion, resultOf, versionInput, versionResult } from './version-step.ts';

/** Offers a service of the directory in a draft, or rewrites the terms on which it is offered. */
export const offerService = command({
  name: 'programmes.offer-service',
  summary: 'Offer a service in a draft programme: limits, unit, price, conditions',
  input: versionInput.extend({
    serviceId: id(),
    limitPeople: optionalInteger(0, 1_000_000),
    limitGrosze: optionalMoney(),
    unit: choice(units),
    unitPriceGrosze: optionalMoney(),
    maxMonths: optionalInteger(1, 120),
    conditions: conditionsInput,
  }),
  result: versionResult,
  basis: cite(basisOf('offer-service')),
  async load(tx, input, moment) {
    const [version, service] = await Promise.all([
      loadVersion(tx, input, moment),
      selectService(tx, moment.actor.centreId, input.serviceId),
    ]);
    return version && { ...version, service };
  },
  allow: allowedTo('offer-service'),
  decide(target, input) {
    const { service, programme } = target;
    const refusal = guard('offer-service', target.state);
    if (refusal) return refusal;
    if (!service || service.state === 'withdrawn')
      return refuse('programmes.no-service', pl.refusals.noService, { field: 'serviceId' });
    // A service under a separate statute is granted by that statute, not by a programme (art. 19).
    if (service.track !== 'programme')
      return refuse('programmes.other-track', pl.refusals.otherTrack, {
        field: 'serviceId',
        basis: pl.refusals.otherTrackBasis,
      });
    if (service.gminas.length > 0 && !service.gminas.includes(programme.gmina))
      return refuse('programmes.other-gmina', pl.refusals.otherGmina, { field: 'serviceId' });
    const terms: OfferTerms = {
      limitPeople: input.limitPeople ?? null,
      limitGrosze: input.limitGrosze ?? null,
      unit: input.unit,
      unitPriceGrosze: input.unitPriceGrosze ?? null,
      maxMonths: input.maxMonths ?? null,
      conditions: conditionsOf(input.conditions, [{ teryt: programme.gmina, name: programme.gminaName }]),
    };
    return { target, serviceId: service.id, terms };
  },
  async save(tx, { target, serviceId, terms }, moment) {
    const { centreId } = moment.actor;
    await saveOffer(tx, centreId, target.id, serviceId, terms);
    await updateVersion(tx, centreId, target.id, target.state);
    return resultOf(target);
  },
  audit: ({ target, serviceId, terms }) => ({
    what: {
      versionId: target.id,
      serviceId,
      before: target.offers.find((offer) => offer.serviceId === serviceId) ?? null,
      after: terms,
    },
  }),
});
