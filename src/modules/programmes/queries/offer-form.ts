import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { id, optionalId, optionalInteger } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { conditionSchema, selectServiceList } from '../../directory/index.ts';
import { offersOf, selectProgrammes, selectVersions } from '../db/versions.ts';
import { allowedTo, basisOf } from '../domain/lifecycle.ts';
import { offerSchema } from '../domain/offer.ts';
import { programmeSchema, versionSchema } from '../domain/version.ts';

const output = z.object({
  programme: programmeSchema,
  version: versionSchema,
  offer: offerSchema.nullable(),
  /** Services that may still be added: on the programme's track, in its gmina, not offered yet. */
  choices: z.array(z.object({ id: z.string(), name: z.string(), match: z.array(conditionSchema) })),
});

export type OfferFormData = z.infer<typeof output>;

/** What the forms of an offered service need: the offer, or the services that may still be added. */
export const offerForm = query({
  name: 'programmes.offer-form',
  summary: 'An offered service of a draft, or the services that may still be added to it',
  input: z.object({ programmeId: id(), number: optionalInteger(1, 9999), serviceId: optionalId() }),
  output,
  basis: cite(basisOf('offer-service')),
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const [[programme], versions] = await Promise.all([
      selectProgrammes(db, centreId, [input.programmeId]),
      selectVersions(db, centreId, [input.programmeId]),
    ]);
    const version = versions.find((one) => one.number === input.number);
    if (!programme || !version) return undefined;
    const [offers, services] = await Promise.all([
      offersOf(db, centreId, [version.id]),
      selectServiceList(db, centreId, {
        states: ['published', 'to_confirm', 'draft', 'submitted', 'verified'],
      }),
    ]);
    const offer = input.serviceId ? offers.find((one) => one.serviceId === input.serviceId) : null;
    if (offer === undefined) return undefined;
    const choices = services.filter(
      (service) =>
        service.track === 'programme' &&
        (service.gminas.length === 0 || service.gminas.includes(programme.gmina)) &&
        !offers.some((one) => one.serviceId === service.id),
    );
    return {
      programme,
      version,
      offer,
      choices: choices.map(({ id: serviceId, name, match }) => ({ id: serviceId, name, match })),
    };
  },
  allow: allowedTo('offer-service'),
  discloses: () => undefined,
});
