import { basis, cite, citeAll, type Facts } from '../../../law/index.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { outcomeWords } from '../pl-outcome.ts';
import type { RefusalGround } from './decision.ts';
import type { CaseState } from './lifecycle.ts';
import { isExhausted, judgeOffer, offersWanted, type WantedService } from './wanted.ts';

const limits = cite(basis('cus', '42 ust. 2', 'statute'));
const twoTracks = citeAll([basis('cus', '42 ust. 3', 'statute'), basis('cus', '19', 'statute')]);
const completing = cite(basis('kpa', '64 § 2', 'recalled'));
const words = outcomeWords.refusals;

/** The wanted services that a programme, and so this centre, decides on (art. 19). */
export const ofProgramme = (wanted: readonly WantedService[]): WantedService[] =>
  wanted.filter((service) => service.track === 'programme');

/** Nobody is refused here what another statute decides on, or what is open to everybody (art. 19, 42(3)). */
export const refuseOtherTrack = (wanted: readonly WantedService[]): Refusal | undefined =>
  wanted.length > 0 && ofProgramme(wanted).length === 0
    ? refuse('casework.refusal-other-track', words.refusalOtherTrack, { basis: twoTracks })
    : undefined;

/** How a case stands towards a call to complete its application. */
export interface Completion {
  state: CaseState;
  /** The last day to complete; null: nobody has written down that the call was delivered. */
  completeUntil: string | null;
}

/**
 * Whoever was called to complete an application is not refused while the time for it runs, or before it has begun to:
 * the answer may change the decision (art. 64 § 2 KPA). Once it came, the application waits in another state.
 */
export function refuseWhileCompleting(of: Completion, today: string): Refusal | undefined {
  if (of.state !== 'awaiting_completion') return undefined;
  const { completeUntil: until } = of;
  if (until !== null && today > until) return undefined;
  const said = until === null ? words.callNotDelivered : words.stillCompleting(until);
  return refuse('casework.still-completing', said, { basis: completing });
}

/**
 * A refusal must not say what is not so: "limit" while every place is free, or "conditions" while all of them are met.
 * What is unknown stays the signatory's judgement, written in the reasoning.
 */
export function refuseGround(
  ground: RefusalGround,
  wanted: readonly WantedService[],
  facts: Facts,
): Refusal | undefined {
  const offers = offersWanted(wanted);
  if (ground === 'limit' && !offers.some(({ offer }) => isExhausted(offer)))
    return refuse('casework.limit-not-reached', words.limitNotReached, { basis: limits, field: 'ground' });
  const allMet =
    offers.length > 0 && offers.every(({ offer }) => judgeOffer(offer, facts).answer === 'passed');
  if (ground === 'conditions' && allMet)
    return refuse('casework.conditions-met', words.conditionsMet, { basis: limits, field: 'ground' });
  return undefined;
}
