import { z } from 'zod';
import { type Condition, type Facts, judge, overall } from '../../../law/index.ts';
import {
  capacityOn,
  capacitySchema,
  conditionWords,
  performerOf,
  type Service,
  trackKeys,
  type WordsAnswered,
} from '../../directory/index.ts';
import { pl } from '../pl.ts';
import { priceWords, quoteFee } from './fee.ts';
import { groszeLeft, isFull, type OfferInForce, peopleLeft } from './offer.ts';

/** What somebody needs: an area, a service they named, their own words; any of them. */
export const needSchema = z.object({
  area: z.coerce.number().int().min(1).max(14).optional(),
  serviceId: z.string().optional(),
  words: z.string().max(2000).optional(),
});

export type Need = z.infer<typeof needSchema>;

const reason = z.object({
  /** The condition itself. */
  condition: z.string(),
  reason: z.string(),
  /** What would change it; null for a passed one. */
  change: z.string().nullable(),
});

const results = ['passed', 'unknown', 'failed'] as const;

/** A service for a person's needs: why it fits, why not, what is not known; places and price. */
export const matchSchema = z.object({
  serviceId: z.string(),
  name: z.string(),
  area: z.number().nullable(),
  track: z.enum(trackKeys),
  gminas: z.array(z.string()),
  performer: z.string().nullable(),
  handledBy: z.string().nullable(),
  /** passed: nothing speaks against it; unknown: something must be asked; failed: a condition is not met. */
  outcome: z.enum(results),
  passed: z.array(reason),
  failed: z.array(reason),
  unknown: z.array(reason),
  /** Places of the list of needs that it answers. */
  needs: z.array(z.number()),
  capacity: capacitySchema,
  price: z.string().nullable(),
  maxMonths: z.number().nullable(),
  offer: z
    .object({
      programmeServiceId: z.string(),
      programmeId: z.string(),
      programmeName: z.string(),
      programmeVersionId: z.string(),
      limitPeople: z.number().nullable(),
      usedPeople: z.number(),
      peopleLeft: z.number().nullable(),
      limitGrosze: z.number().nullable(),
      usedGrosze: z.number(),
      groszeLeft: z.number().nullable(),
      full: z.boolean(),
    })
    .nullable(),
});

export type ServiceMatch = z.infer<typeof matchSchema>;
type Reason = z.infer<typeof reason>;

/** What is known of the person who pays. */
export interface Known {
  facts: Facts;
  household?: 'single' | 'family' | undefined;
  today: string;
}

/**
 * Age speaks for a group where the group is only a word of the source ("seniorzy"): 60 and more is an older person,
 * under 18 a child, 30 and more nobody's youth. Between these a person is asked.
 */
export function withAgeGroups(facts: Facts): Facts {
  const { ageYears: age, groups = {} } = facts;
  if (age === undefined) return facts;
  const older = age >= 60 ? { olderPeople: true } : age < 50 ? { olderPeople: false } : {};
  const young = age < 18 ? { childrenAndYouth: true } : age >= 30 ? { childrenAndYouth: false } : {};
  return { ...facts, groups: { ...older, ...young, ...groups } };
}

/** How well a service answers one need: named, by how well it answers its words, by its area; 0 not at all. */
function answers(service: Service, need: Need, words: WordsAnswered | undefined): number {
  const byWords = 2 * (words?.by.get(service.id) ?? 0);
  const byArea = need.area !== undefined && need.area === service.area ? 1 : 0;
  return (need.serviceId === service.id ? 4 : 0) + byWords + byArea;
}

function judged(
  conditions: readonly Condition[],
  facts: Facts,
): Pick<ServiceMatch, 'outcome' | 'passed' | 'failed' | 'unknown'> {
  const judgement = judge(conditions, facts);
  const said = (outcomes: (typeof judgement)['passed']): Reason[] =>
    outcomes.map((one) => ({
      condition: conditionWords(one.condition),
      reason: one.reason,
      change: one.change,
    }));
  return {
    outcome: overall(judgement),
    passed: said(judgement.passed),
    failed: said(judgement.failed),
    unknown: said(judgement.unknown),
  };
}

/** The conditions that count: the programme's where one offers it, else the directory's reading of the source. */
function verdict(
  service: Service,
  offer: OfferInForce | undefined,
  facts: Facts,
): Pick<ServiceMatch, 'outcome' | 'passed' | 'failed' | 'unknown'> {
  const found = judged(offer ? [...offer.commonConditions, ...offer.conditions] : service.match, facts);
  if (service.track === 'programme' && !offer)
    return { ...found, outcome: 'failed', failed: [pl.match.notOffered, ...found.failed] };
  const count = found.passed.length + found.failed.length + found.unknown.length;
  // No recorded condition is not the same as no condition.
  if (count === 0 && service.track !== 'general_offer')
    return { ...found, outcome: 'unknown', unknown: [pl.match.noConditions] };
  return found;
}

/** The price in words; with the income known, what one unit costs this person. */
function priceOf(
  service: Service,
  offer: OfferInForce | undefined,
  { facts, household, today }: Known,
): string | null {
  if (!offer) return service.fee;
  if (offer.fee?.kind === 'byIncome' && facts.income && household) {
    const one = quoteFee(offer, { incomeGrosze: facts.income.grosze, household, units: 1, on: today });
    if (one.ok) return pl.fee.forThisPerson(one.value, pl.units[offer.unit].per);
  }
  return priceWords(offer, today) ?? offer.feeNote ?? service.fee;
}

function matchOf(
  service: Service,
  offer: OfferInForce | undefined,
  needs: number[],
  known: Known,
): ServiceMatch {
  return {
    serviceId: service.id,
    name: service.name,
    area: service.area,
    track: service.track,
    gminas: service.gminas,
    performer: performerOf(service),
    handledBy: service.handledBy,
    ...verdict(service, offer, known.facts),
    needs,
    capacity: capacityOn(service.capacity, known.today),
    price: priceOf(service, offer, known),
    maxMonths: offer?.maxMonths ?? service.maxMonths,
    offer: offer
      ? {
          programmeServiceId: offer.id,
          programmeId: offer.programmeId,
          programmeName: offer.programmeName,
          programmeVersionId: offer.versionId,
          limitPeople: offer.limitPeople,
          usedPeople: offer.usedPeople,
          peopleLeft: peopleLeft(offer),
          limitGrosze: offer.limitGrosze,
          usedGrosze: offer.usedGrosze,
          groszeLeft: groszeLeft(offer),
          full: isFull(offer),
        }
      : null,
  };
}

const rank = { passed: 0, unknown: 1, failed: 2 } as const;

const noPlaces = (match: ServiceMatch): boolean =>
  match.offer?.full === true || match.capacity.status === 'none';

/** One service may stand in programmes of two gminas: the offers that fit worse than the best one are left out. */
function bestOffers(matches: readonly ServiceMatch[]): ServiceMatch[] {
  const best = Math.min(...matches.map((match) => rank[match.outcome]));
  return matches.filter((match) => rank[match.outcome] === best);
}

/**
 * Services for a person's needs in the order of use: what fits, what must be asked, what does not fit; inside each the
 * better answer first, then what has places. `words`: which services answer the words of each need. It informs and decides nothing: a refusal is a person's decision (art. 42(3)).
 */
export function matchServices(
  services: readonly Service[],
  offers: readonly OfferInForce[],
  needs: readonly Need[],
  known: Known,
  words: readonly WordsAnswered[],
): ServiceMatch[] {
  const person = { ...known, facts: withAgeGroups(known.facts) };
  const telling = needs.filter(
    (need, at) => need.area !== undefined || need.serviceId !== undefined || words[at]?.told === true,
  );
  const found = services.flatMap((service) => {
    const scores = needs.map((need, at) => answers(service, need, words[at]));
    const score = Math.max(0, ...scores);
    if (telling.length > 0 && score === 0) return [];
    const answered = scores.flatMap((one, index) => (one > 0 ? [index] : []));
    const offered = offers.filter((offer) => offer.serviceId === service.id);
    const matches = (offered.length > 0 ? offered : [undefined]).map((offer) =>
      matchOf(service, offer, answered, person),
    );
    return bestOffers(matches).map((match) => ({ match, score }));
  });
  return found
    .sort(
      (a, b) =>
        rank[a.match.outcome] - rank[b.match.outcome] ||
        b.score - a.score ||
        Number(noPlaces(a.match)) - Number(noPlaces(b.match)) ||
        a.match.name.localeCompare(b.match.name, 'pl'),
    )
    .map(({ match }) => match);
}
