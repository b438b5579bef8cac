import { type Facts, judge, type Judgement, overall } from '../../../law/index.ts';
import { groszeLeft, type OfferInForce, peopleLeft } from '../../programmes/index.ts';

/** A service that the application asks for. */
export interface WantedService {
  serviceId: string;
  name: string;
  /** Whether a programme or another statute decides on it (art. 19), or it is open to everybody. */
  track: 'programme' | 'separate_statute' | 'general_offer';
  /** The team, office or unit that decides on a service of another statute. */
  handledBy: string | null;
  organizationId: string | null;
  /** Who provides it, as the directory says. */
  performer: string | null;
  /** The offer of a programme in force today; null: no programme offers it now, or it is not a programme's service. */
  offer: OfferInForce | null;
  /** The last day of that programme; null: it has none. */
  offeredTo: string | null;
}

/** A wanted service that a programme in force offers. */
export type WantedOffer = WantedService & { offer: OfferInForce };

/** The wanted services that a programme in force offers. */
export const offersWanted = (wanted: readonly WantedService[]): WantedOffer[] =>
  wanted.filter((service): service is WantedOffer => service.offer !== null);

/** Whether nobody more can be taken in: no place, or no money for a single unit (art. 42(2)). */
export function isExhausted(offer: OfferInForce): boolean {
  const money = groszeLeft(offer);
  return peopleLeft(offer) === 0 || (money !== null && money < (offer.unitPriceGrosze ?? 1));
}

/** The conditions of an offer judged by what is known of the person, with what the worker settled in the talk. */
export function judgeOffer(
  offer: Pick<OfferInForce, 'commonConditions' | 'conditions'>,
  facts: Facts,
  confirmed: Readonly<Record<string, boolean>> = {},
): Judgement & { answer: 'passed' | 'failed' | 'unknown' } {
  const judgement = judge([...offer.commonConditions, ...offer.conditions], {
    ...facts,
    confirmed: { ...facts.confirmed, ...confirmed },
  });
  return { ...judgement, answer: overall(judgement) };
}
