import {
  type Condition,
  type Facts,
  judge,
  type RecipientGroup,
  recipientGroups,
} from '../../../law/index.ts';
import {
  type Capacity,
  capacityOn,
  type Service,
  type ServiceAnswers,
  speaksOf,
} from '../../directory/index.ts';
import { groszeLeft, type OfferInForce, peopleLeft, withAgeGroups } from '../../programmes/index.ts';
import { ageBands, type Answers, type Difficulty, factsOf, meaningOf } from './questions.ts';

export type Answer = 'passed' | 'unknown' | 'failed';

/** One reason for or against a service; the words are the page's, in its language. */
export type Reason = { answer: Answer } & (
  | { kind: 'condition'; condition: Condition }
  /** Of the service's programme none is in force in the gmina today. */
  | { kind: 'notOffered' }
  /** Nobody has written the conditions down. */
  | { kind: 'noConditions' }
  /** Whether it comes to the person who does not leave home. */
  | { kind: 'reach' }
  | { kind: 'places'; capacity: Capacity; full: boolean }
);

/** A service that may answer what is hard: why it fits, why not, what is unknown. */
export interface Fit {
  service: Service;
  /** passed: nothing speaks against it; unknown: something must be asked; failed: a condition is not met. */
  outcome: Answer;
  /** Which of the difficulties it answers, the best first. */
  answers: Difficulty[];
  reasons: Reason[];
}

// A service is shown from this score on: it gives something that is meant, or its area is wholly meant.
const enough = 2;

/** How well a service answers a difficulty: by what it gives, its area and whom it is for; 0 not at all. */
export function answersTo(service: Service, difficulty: Difficulty, { gives }: ServiceAnswers): number {
  const { areas, meanings, groups, wholeArea } = meaningOf(difficulty);
  const given = gives(service.id, meanings);
  const inArea = service.area !== null && areas.includes(service.area) ? 1 : 0;
  const forGroup = service.recipientGroups.some((group) => groups.includes(group)) ? 0.5 : 0;
  const score = (given > 0 ? 2 + given : 0) + inArea + (inArea > 0 && wholeArea ? 1 : 0);
  return score >= enough ? score + forGroup : 0;
}

const isLawGroup = (group: string): group is RecipientGroup => group in recipientGroups;

/** Whom a card is for, as a condition; undefined where it is for everybody or nobody has said. */
function groupCondition({ recipientGroups: named }: Service): Condition | undefined {
  if (named.length === 0 || named.includes('everybody') || named.includes('migrants')) return undefined;
  const groups = new Set<RecipientGroup>(named.flatMap((group) => (isLawGroup(group) ? [group] : [])));
  if (named.includes('children') || named.includes('youth')) groups.add('childrenAndYouth');
  if (named.includes('families')) groups.add('familiesWithChildren');
  const anyOf: Condition[] = [
    ...(groups.size > 0 ? [{ kind: 'group' as const, anyOf: [...groups] }] : []),
    ...(named.includes('adults') ? [{ kind: 'age' as const, from: 18, to: null }] : []),
  ];
  const [only] = anyOf;
  return anyOf.length === 1 ? only : { kind: 'anyOf', conditions: anyOf };
}

const mentions = (conditions: readonly Condition[], kind: Condition['kind']): boolean =>
  conditions.some(
    (one) =>
      one.kind === kind || ((one.kind === 'anyOf' || one.kind === 'allOf') && mentions(one.conditions, kind)),
  );

/** The conditions of the programme, else of the card; and of the card's coded facts what these do not say already. */
export function conditionsOf(service: Service, offer: OfferInForce | undefined): Condition[] {
  const said = offer ? [...offer.commonConditions, ...offer.conditions] : service.match;
  const group = groupCondition(service);
  const ages = service.ageFrom !== null || service.ageTo !== null;
  return [
    ...said,
    ...(ages && !mentions(said, 'age')
      ? [{ kind: 'age' as const, from: service.ageFrom, to: service.ageTo }]
      : []),
    ...(service.gminas.length > 0 && !mentions(said, 'residence')
      ? [
          {
            kind: 'residence' as const,
            gminas: service.gminas.map((teryt, index) => ({
              teryt,
              name: service.gminaNames[index] ?? teryt,
            })),
          },
        ]
      : []),
    ...(group && said.every(({ kind }) => kind === 'residence') ? [group] : []),
  ];
}

const answerAt = (condition: Condition, facts: Facts, ageYears: number): Answer => {
  const judged = judge([condition], withAgeGroups({ ...facts, ageYears }));
  return judged.passed.length > 0 ? 'passed' : judged.failed.length > 0 ? 'failed' : 'unknown';
};

/** Judges a condition for everybody of an age band: what holds for its youngest and not for its oldest is unknown. */
export function answerOf(
  condition: Condition,
  facts: Facts,
  { age, outside }: Pick<Answers, 'age' | 'outside'>,
): Answer {
  if (outside && condition.kind === 'residence') return 'failed';
  if (age === null) {
    const judged = judge([condition], facts);
    return judged.passed.length > 0 ? 'passed' : judged.failed.length > 0 ? 'failed' : 'unknown';
  }
  const youngest = answerAt(condition, facts, ageBands[age].from);
  const oldest = answerAt(condition, facts, ageBands[age].to);
  return youngest === oldest ? youngest : 'unknown';
}

const comesHome = ['=domu', 'mobilny', 'zamieszkanie', 'przyjezdzac', 'dowoz', 'dowozic'];

/** Whether a service reaches who does not leave home: as the card says, else as its words do. */
function reachReason(service: Service, outing: Answers['outing']): Reason[] {
  if (outing !== 'home') return [];
  const { reach } = service;
  if (reach.length > 0)
    return [{ kind: 'reach', answer: reach.some((one) => one !== 'stationary') ? 'passed' : 'failed' }];
  const said = speaksOf([service.name, service.description].join('. '), comesHome);
  return [{ kind: 'reach', answer: said ? 'passed' : 'unknown' }];
}

const answerOfPlaces = {
  free: 'passed',
  none: 'failed',
  waiting: 'failed',
  ask: 'unknown',
  unknown: 'unknown',
} as const;

function placesReason(service: Service, offer: OfferInForce | undefined, today: string): Reason {
  const capacity = capacityOn(service.capacity, today);
  const full = offer !== undefined && (peopleLeft(offer) === 0 || groszeLeft(offer) === 0);
  return { kind: 'places', capacity, full, answer: full ? 'failed' : answerOfPlaces[capacity.status] };
}

const worst = (answers: readonly Answer[]): Answer =>
  answers.includes('failed') ? 'failed' : answers.includes('unknown') ? 'unknown' : 'passed';

/** Why one service fits the answers, why not, and what is not known. */
function fitOf(service: Service, offer: OfferInForce | undefined, given: Answers, today: string): Fit {
  const facts = factsOf(given);
  const conditions = conditionsOf(service, offer);
  const judged: Reason[] = conditions.map((condition) => ({
    kind: 'condition',
    condition,
    answer: answerOf(condition, facts, given),
  }));
  const missing: Reason[] =
    service.track === 'programme' && !offer
      ? [{ kind: 'notOffered', answer: 'failed' }]
      : conditions.length === 0 && service.track !== 'general_offer'
        ? [{ kind: 'noConditions', answer: 'unknown' }]
        : [];
  const reach = reachReason(service, given.outing);
  const places = placesReason(service, offer, today);
  const deciding = worst([...judged, ...missing, ...reach].map(({ answer }) => answer));
  return {
    service,
    // Without a free place a service still fits: one asks for it and waits.
    outcome: deciding === 'passed' && places.answer === 'failed' ? 'unknown' : deciding,
    answers: [],
    reasons: [...missing, ...judged, ...reach, places],
  };
}

const rank = { passed: 0, unknown: 1, failed: 2 } as const;
const rankOf = ({ outcome }: Fit): number => rank[outcome];

/**
 * Services that answer what is hard, in the order of use: what fits, what must be asked, what does not fit; inside each
 * the better answer first, then what has free places. It informs and decides nothing (art. 42(3)).
 */
export function findHelp(
  services: readonly Service[],
  offers: readonly OfferInForce[],
  given: Answers,
  today: string,
  answers: ServiceAnswers,
): Fit[] {
  return services
    .flatMap((service) => {
      const scores = given.hard
        .map((difficulty) => ({ difficulty, score: answersTo(service, difficulty, answers) }))
        .filter(({ score }) => score > 0)
        .toSorted((one, other) => other.score - one.score);
      const [best] = scores;
      if (!best) return [];
      const offered = offers.filter((offer) => offer.serviceId === service.id);
      const fits = (offered.length > 0 ? offered : [undefined]).map((offer) =>
        fitOf(service, offer, given, today),
      );
      const [fit] = fits.toSorted((one, other) => rankOf(one) - rankOf(other));
      if (!fit) return [];
      const sum = scores.reduce((total, { score }) => total + score, 0);
      return [{ fit: { ...fit, answers: scores.map(({ difficulty }) => difficulty) }, sum }];
    })
    .toSorted(
      (one, other) =>
        rankOf(one.fit) - rankOf(other.fit) ||
        other.sum - one.sum ||
        Number(hasNoPlace(one.fit)) - Number(hasNoPlace(other.fit)) ||
        one.fit.service.name.localeCompare(other.fit.service.name, 'pl'),
    )
    .map(({ fit }) => fit);
}

const hasNoPlace = ({ reasons }: Fit): boolean =>
  reasons.some(({ kind, answer }) => kind === 'places' && answer === 'failed');
