import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { type Actor, anyone, permits } from '../../../platform/actor.ts';
import { choice, optionalId, optionalInteger, optionalText, tick } from '../../../platform/fields.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { query } from '../../../platform/runner/query.ts';
import { gminasOn, listOrganizations } from '../db/organizations.ts';
import { proposedServices } from '../db/proposals.ts';
import { type ListedService, selectListed, selectServiceList } from '../db/services.ts';
import { mayReadService } from '../domain/access.ts';
import { holdsWords } from '../search/answers.ts';
import { keepers, mayTake, publicStates, serviceStates, serviceSteps, writers } from '../domain/lifecycle.ts';
import { awaitsConfirmation, directoryBasis, serviceSchema, trackKeys } from '../domain/service.ts';
import { searchPublic } from './public-index.ts';

/** Why a card stands on somebody's list. */
export const waitingFor = ['own', 'confirm', 'check', 'proposals', 'drafts'] as const;
export type WaitingFor = (typeof waitingFor)[number];

const blank = (value: unknown): unknown => (value === '' ? undefined : value);

/** Cards on one page of the list. */
const perPage = 100;

const output = z.object({
  /** Those of one page. */
  services: z.array(serviceSchema),
  /** How many pass the filters, and on which page of how many we are, from 1. */
  found: z.number(),
  page: z.number(),
  pages: z.number(),
  /** How many the actor could see without filters, and how many of them by area. */
  total: z.number(),
  byArea: z.record(z.string(), z.number()),
  gminas: z.array(z.object({ teryt: z.string(), name: z.string() })),
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
  /** How many cards wait for this actor, by what for; `own` counts the cards of their unit. */
  waiting: z.partialRecord(z.enum(waitingFor), z.number()),
});

export type ServiceList = z.infer<typeof output>;

const searched = (service: ListedService): string =>
  [
    service.name,
    service.description,
    service.recipients,
    service.organization,
    service.performerWords,
    service.place,
  ].join(' ');

/**
 * What a search of workers finds: public cards as residents find them (words of people, the best first), then whatever
 * else holds every word, because drafts and withdrawn cards stand in no index.
 */
function bySearch<Card extends ListedService>(
  cards: readonly Card[],
  text: string,
  answering: readonly string[],
): Card[] {
  const byId = new Map(cards.map((one) => [one.id, one]));
  const best = answering.flatMap((id) => byId.get(id) ?? []);
  const placed = new Set(best.map((one) => one.id));
  return [...best, ...cards.filter((one) => !placed.has(one.id) && holdsWords(searched(one), text))];
}

const visible = (actor: Actor) => (service: ListedService) => permits(mayReadService, actor, service);

/** What a card waits for, and whether it waits for this actor: by the table of lifecycle.ts. */
const waits: Record<WaitingFor, (card: Waiting, moment: Moment) => boolean> = {
  own: (card, { actor }) => actor.organizationId !== undefined && card.ownerId === actor.organizationId,
  confirm: (card, { actor, today }) =>
    mayTake('confirm-service', card.state) &&
    awaitsConfirmation(card, today) &&
    permits(serviceSteps['confirm-service'].by, actor, card),
  check: (card, { actor }) =>
    isSubmitted(card) &&
    (['verify-service', 'publish-service'] as const).some(
      (step) => mayTake(step, card.state) && permits(serviceSteps[step].by, actor, card),
    ),
  proposals: (card, { actor }) => card.proposed && permits(keepers, actor, card),
  drafts: (card, { actor }) => card.state === 'draft' && permits(writers, actor, card),
};

type Waiting = ListedService & { proposed: boolean };

const isSubmitted = ({ state }: ListedService): boolean => state === 'submitted' || state === 'verified';

/** How many cards wait for the actor, by what for. */
function countWaiting(cards: readonly Waiting[], moment: Moment): Partial<Record<WaitingFor, number>> {
  const counted = waitingFor.map(
    (key) => [key, cards.filter((one) => waits[key](one, moment)).length] as const,
  );
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

/** The directory with its filters. Everybody sees what is published; who works on it also drafts. */
export const listServices = query({
  name: 'directory.list-services',
  summary: 'Services of the gmina by words, area, gmina, track and performer',
  input: z.object({
    text: optionalText(200),
    area: optionalInteger(1, 14),
    gmina: optionalText(7),
    track: z.preprocess(blank, choice(trackKeys).optional()),
    provider: optionalId(),
    /** `public`: whatever residents see. */
    state: z.preprocess(blank, choice([...serviceStates, 'public']).optional()),
    /** Whose cards: the organization that keeps them. */
    owner: optionalId(),
    unconfirmed: tick().optional(),
    waiting: z.preprocess(blank, choice(waitingFor).optional()),
    page: optionalInteger(1, 1_000_000),
    /** How many on a page; a choice of a service takes as many as fit into one. */
    limit: optionalInteger(1, 2000),
  }),
  output,
  basis: cite(directoryBasis),
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const { text } = input;
    const [all, proposed, gminas, organizations, answering] = await Promise.all([
      selectListed(db, centreId),
      permits(keepers, moment.actor, { ownerId: null }) ? proposedServices(db, centreId) : new Set<string>(),
      gminasOn(db, centreId, moment.today),
      listOrganizations(db, centreId),
      text === undefined ? [] : searchPublic(db, centreId, text),
    ]);
    const seen = all
      .filter(visible(moment.actor))
      .filter((one) => one.state !== 'withdrawn' || input.state === 'withdrawn')
      .map((one) => ({ ...one, proposed: proposed.has(one.id) }));
    const sought = text === undefined ? seen : bySearch(seen, text, answering);
    const passing = sought.filter(
      (one) =>
        (input.area === undefined || one.area === input.area) &&
        (input.gmina === undefined || one.gminas.length === 0 || one.gminas.includes(input.gmina)) &&
        (input.track === undefined || one.track === input.track) &&
        (input.provider === undefined || one.organizationId === input.provider) &&
        (input.state === undefined ||
          (input.state === 'public' ? publicStates.includes(one.state) : one.state === input.state)) &&
        (input.owner === undefined || one.ownerId === input.owner) &&
        (input.waiting === undefined || waits[input.waiting](one, moment)) &&
        (input.unconfirmed !== true || awaitsConfirmation(one, moment.today)),
    );
    const size = input.limit ?? perPage;
    const pages = Math.max(1, Math.ceil(passing.length / size));
    const page = Math.min(input.page ?? 1, pages);
    const ids = passing.slice((page - 1) * size, page * size).map((one) => one.id);
    const read = ids.length === 0 ? [] : await selectServiceList(db, centreId, { ids });
    const services = ids.flatMap((id) => read.find((one) => one.id === id) ?? []);
    const byArea: Record<string, number> = {};
    for (const one of seen) if (one.area !== null) byArea[one.area] = (byArea[one.area] ?? 0) + 1;
    const offering = new Set(seen.map((one) => one.organizationId));
    return {
      services,
      found: passing.length,
      page,
      pages,
      total: seen.length,
      byArea,
      waiting: countWaiting(seen, moment),
      gminas,
      providers: organizations.filter((one) => offering.has(one.id)).map(({ id, name }) => ({ id, name })),
    };
  },
  allow: anyone(),
  discloses: () => undefined,
});
