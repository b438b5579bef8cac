import { z } from 'zod';
import { conditionSchema } from '../../directory/index.ts';
import { feeSchema, units } from './fee.ts';

/** A service as a version of a programme offers it. null: the programme does not say. */
export const offerSchema = z.object({
  id: z.string(),
  versionId: z.string(),
  serviceId: z.string(),
  serviceName: z.string(),
  limitPeople: z.number().nullable(),
  limitGrosze: z.number().nullable(),
  usedPeople: z.number(),
  usedGrosze: z.number(),
  unit: z.enum(units),
  /** What one unit costs the centre; what the person pays is `fee`. */
  unitPriceGrosze: z.number().nullable(),
  maxMonths: z.number().nullable(),
  conditions: z.array(conditionSchema),
  fee: feeSchema.nullable(),
  feeNote: z.string().nullable(),
  version: z.number(),
});

export type Offer = z.infer<typeof offerSchema>;

/** An offer of a version in force, with the conditions that the programme puts on all its services. */
export interface OfferInForce extends Offer {
  programmeId: string;
  programmeName: string;
  gmina: string;
  versionNumber: number;
  commonConditions: Offer['conditions'];
}

type Limits = Pick<Offer, 'limitPeople' | 'limitGrosze' | 'usedPeople' | 'usedGrosze'>;

/** Places left; null when the programme sets no limit. */
export const peopleLeft = (offer: Limits): number | null =>
  offer.limitPeople === null ? null : Math.max(0, offer.limitPeople - offer.usedPeople);

/** Money left in grosze; null when the programme sets no limit. */
export const groszeLeft = (offer: Limits): number | null =>
  offer.limitGrosze === null ? null : Math.max(0, offer.limitGrosze - offer.usedGrosze);

/** Whether nobody more can be accepted: no place, or no money. */
export const isFull = (offer: Limits): boolean => peopleLeft(offer) === 0 || groszeLeft(offer) === 0;
