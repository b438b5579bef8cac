import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { date, id, integer, money, optionalInteger, optionalText, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { meetDeadlines } from '../../agenda/index.ts';
import { updateVersion } from '../db/versions.ts';
import { allowedTo, basisOf, guard, stateAfter } from '../domain/lifecycle.ts';
import type { Information } from '../domain/version.ts';
import { pl } from '../pl.ts';
import { loadVersion, resultOf, versionInput, versionResult } from './version-step.ts';
import { webAddress } from './web-address.ts';

/**
 * Records the information on the implementation of an ended programme (art. 6): people planned and actual by service,
 * degree of realisation, evaluation by the indicators, costs, performers; published on both pages.
 */
export const recordInformation = command({
  name: 'programmes.record-information',
  summary: 'Record the published information on the implementation of a programme',
  input: versionInput.extend({
    services: z
      .array(
        z.object({
          serviceId: id(),
          /** Where the programme sets no limit, which else says how many people were planned. */
          planned: optionalInteger(0, 1_000_000),
          actual: integer(0, 1_000_000),
          performers: optionalText(1000),
        }),
      )
      .max(200)
      .default([]),
    realisation: text(10_000),
    evaluation: text(10_000),
    costGrosze: money(),
    bipOffice: webAddress(text(500)),
    bipCentre: webAddress(text(500)),
    publishedOn: date(),
  }),
  result: versionResult,
  basis: cite(basisOf('record-information')),
  load: async (tx, input, moment) => await loadVersion(tx, input, moment),
  allow: allowedTo('record-information'),
  decide(target, input, moment) {
    const refusal = guard('record-information', target.state);
    if (refusal) return refusal;
    if (target.validFrom === null) return refuse('programmes.never-in-force', pl.refusals.neverInForce);
    if (input.publishedOn > moment.today)
      return refuse('programmes.future-day', pl.refusals.futureDay, { field: 'publishedOn' });
    if (target.endedOn !== null && input.publishedOn < target.endedOn)
      return refuse('programmes.before-end', pl.refusals.beforeEnd, { field: 'publishedOn' });
    if (input.bipOffice === input.bipCentre)
      return refuse('programmes.one-page', pl.refusals.onePage, { field: 'bipCentre' });
    const absent = target.offers.find(
      (offer) => !input.services.some((one) => one.serviceId === offer.serviceId),
    );
    if (absent)
      return refuse('programmes.service-not-reported', pl.refusals.serviceNotReported(absent.serviceName));
    const reportedOf = (offer: { serviceId: string }) =>
      input.services.find((one) => one.serviceId === offer.serviceId);
    // Both are in the information by service: how many were planned, and who performed it (art. 6).
    for (const offer of target.offers) {
      const reported = reportedOf(offer);
      const field = (name: string): string =>
        `services.${input.services.findIndex((one) => one === reported)}.${name}`;
      if (offer.limitPeople === null && reported?.planned === undefined)
        return refuse('programmes.planned-unknown', pl.refusals.plannedUnknown(offer.serviceName), {
          field: field('planned'),
          basis: cite(basisOf('record-information')),
        });
      if (reported !== undefined && reported.actual > 0 && reported.performers === undefined)
        return refuse('programmes.performers-unknown', pl.refusals.performersUnknown(offer.serviceName), {
          field: field('performers'),
          basis: cite(basisOf('record-information')),
        });
    }
    const information: Information = {
      services: target.offers.map((offer) => {
        const reported = reportedOf(offer);
        return {
          serviceName: offer.serviceName,
          planned: offer.limitPeople ?? reported?.planned ?? null,
          actual: reported?.actual ?? 0,
          performers: reported?.performers ?? '',
        };
      }),
      realisation: input.realisation,
      evaluation: input.evaluation,
      costGrosze: input.costGrosze,
      bipOffice: input.bipOffice,
      bipCentre: input.bipCentre,
      publishedOn: input.publishedOn,
    };
    return { target, state: stateAfter('record-information', target.state), information };
  },
  async save(tx, { target, state, information }, moment) {
    const { centreId } = moment.actor;
    await updateVersion(tx, centreId, target.id, state, { information });
    await meetDeadlines(
      tx,
      centreId,
      { programmeVersionId: target.id, kind: 'programmeInformation' },
      information.publishedOn,
    );
    return resultOf(target);
  },
  audit: ({ target, state, information }) => ({
    what: { versionId: target.id, before: target.state, after: state, publishedOn: information.publishedOn },
  }),
});
