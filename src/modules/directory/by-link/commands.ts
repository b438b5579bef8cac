import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { anyone } from '../../../platform/actor.ts';
import { optionalText } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { changesOf, factsOf } from '../commands/card-facts.ts';
import { capacityInput, reportedCapacity } from '../commands/report-capacity.ts';
import { mail, phones, webAddress } from '../commands/service-input.ts';
import { findLinkByHash, noteUse } from '../db/links.ts';
import { insertProposal } from '../db/proposals.ts';
import { selectServiceList } from '../db/services.ts';
import { directorySettings } from '../db/settings.ts';
import { type ServiceFacts, updateFacts, updateServices } from '../db/write-services.ts';
import { linkState, secretHash } from '../domain/link.ts';
import { mayTake, publicStates, type ServiceAction, serviceSteps } from '../domain/lifecycle.ts';
import { confirmBy, feederBasis } from '../domain/service.ts';
import { pl } from '../pl.ts';
import { byLink, byLinkResult, holders, open, usable, usedLink } from './access.ts';

const notNow = (action: ServiceAction, state: keyof typeof pl.states) =>
  refuse(`directory.not-${state}`, pl.links.notNow(pl.states[state], pl.steps[action]));

/** "Nothing has changed": the organization vouches for its card today. */
export const confirmByLink = command({
  name: 'directory.confirm-by-link',
  summary: 'Confirm a card by the link of its organization',
  input: z.object(byLink),
  result: byLinkResult,
  basis: cite(feederBasis),
  load: async (tx, input, moment) => await open(tx, input, moment),
  allow: holders,
  decide(target, _input, moment) {
    const opened = usable(target, moment.today);
    if (isRefusal(opened)) return opened;
    const { service } = opened;
    if (!mayTake('confirm-service', service.state)) return notNow('confirm-service', service.state);
    const confirmed = { on: moment.today, by: confirmBy(moment.today, target.settings.confirmDays) };
    return { ...opened, confirmed };
  },
  async save(tx, { link, service, confirmed }, moment) {
    const { centreId } = moment.actor;
    await updateServices(tx, centreId, [service.id], {
      state: serviceSteps['confirm-service'].to,
      confirmed,
    });
    await noteUse(tx, centreId, link.id, moment.now);
    return { serviceId: service.id };
  },
  audit: ({ link, service, confirmed }) => ({
    what: { ...usedLink(link), serviceId: service.id, before: service.state, confirmedOn: confirmed.on },
  }),
});

/** "All of it is true": every card that residents see, in one touch. */
export const confirmAllByLink = command({
  name: 'directory.confirm-all-by-link',
  summary: 'Confirm all published cards of an organization by its link',
  input: z.object({ secret: byLink.secret }),
  result: z.object({ confirmed: z.number() }),
  basis: cite(feederBasis),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [link, settings] = await Promise.all([
      findLinkByHash(tx, centreId, secretHash(input.secret)),
      directorySettings(tx, centreId),
    ]);
    const cards = link
      ? await selectServiceList(tx, centreId, { owner: link.organizationId, states: publicStates })
      : [];
    return { link, settings, cards };
  },
  allow: anyone(),
  decide({ link, settings, cards }, _input, moment) {
    const state = linkState(link, moment.today);
    if (state !== 'open' || !link) return refuse(`directory.link-${state}`, pl.links.state[state]);
    if (cards.length === 0) return refuse('directory.link-card', pl.links.noCard);
    const confirmed = { on: moment.today, by: confirmBy(moment.today, settings.confirmDays) };
    return { link, ids: cards.map((one) => one.id), confirmed };
  },
  async save(tx, { link, ids, confirmed }, moment) {
    const { centreId } = moment.actor;
    await updateServices(tx, centreId, ids, { state: serviceSteps['confirm-service'].to, confirmed });
    await noteUse(tx, centreId, link.id, moment.now);
    return { confirmed: ids.length };
  },
  audit: ({ link, ids, confirmed }) => ({
    what: { ...usedLink(link), serviceIds: ids, confirmedOn: confirmed.on },
  }),
});

/** Free places, as the organization reports them from a phone. */
export const reportByLink = command({
  name: 'directory.report-by-link',
  summary: 'Report free places by the link of the organization',
  input: z.object({ ...byLink, ...capacityInput }),
  result: byLinkResult,
  basis: cite(feederBasis),
  load: async (tx, input, moment) => await open(tx, input, moment),
  allow: holders,
  decide(target, input, moment) {
    const opened = usable(target, moment.today);
    if (isRefusal(opened)) return opened;
    const capacity = reportedCapacity(opened.service, input, moment.today);
    return isRefusal(capacity) ? capacity : { ...opened, capacity };
  },
  async save(tx, { link, service, capacity }, moment) {
    const { centreId } = moment.actor;
    await updateServices(tx, centreId, [service.id], { capacity });
    await noteUse(tx, centreId, link.id, moment.now);
    return { serviceId: service.id };
  },
  audit: ({ link, service, capacity }) => ({
    what: { ...usedLink(link), serviceId: service.id, before: service.capacity, after: capacity },
  }),
});

/** "We do this no longer": the card leaves the directory; the organiser can take it up again. */
export const closeByLink = command({
  name: 'directory.close-by-link',
  summary: 'Close a card by the link of its organization',
  input: z.object({ ...byLink, reason: optionalText(500) }),
  result: byLinkResult,
  basis: cite(feederBasis),
  load: async (tx, input, moment) => await open(tx, input, moment),
  allow: holders,
  decide(target, input, moment) {
    const opened = usable(target, moment.today);
    if (isRefusal(opened)) return opened;
    if (!mayTake('withdraw-service', opened.service.state))
      return notNow('withdraw-service', opened.service.state);
    return { ...opened, reason: input.reason ?? pl.links.closedReason };
  },
  async save(tx, { link, service, reason }, moment) {
    const { centreId } = moment.actor;
    await updateServices(tx, centreId, [service.id], { state: 'withdrawn', stateReason: reason });
    await noteUse(tx, centreId, link.id, moment.now);
    return { serviceId: service.id };
  },
  audit: ({ link, service, reason }) => ({
    what: { ...usedLink(link), serviceId: service.id, before: service.state, after: 'withdrawn', reason },
  }),
});

/** What an organization corrects at once: how it is reached, where and when. */
const atOnce = {
  contactName: optionalText(200),
  phone: phones,
  email: mail,
  web: webAddress,
  place: optionalText(500),
  hours: optionalText(500),
};

/** What residents rely on: the organization proposes, the organiser decides. A name left blank stays as it is. */
const proposed = {
  name: optionalText(200),
  description: optionalText(4000),
  recipients: optionalText(2000),
  conditions: optionalText(2000),
  fee: optionalText(1000),
};

const nulled = <K extends string>(
  names: readonly K[],
  input: Partial<Record<K, string | undefined>>,
): Record<K, string | null> =>
  Object.fromEntries(names.map((name) => [name, input[name] ?? null])) as Record<K, string | null>;

const atOnceNames = ['contactName', 'phone', 'email', 'web', 'place', 'hours'] as const;
const proposedNames = ['description', 'recipients', 'conditions', 'fee'] as const;

/** Corrections of the organization itself: contact, place and hours at once, the rest as a proposal. */
export const correctByLink = command({
  name: 'directory.correct-by-link',
  summary: 'Correct a card by the link of its organization',
  input: z.object({ ...byLink, ...atOnce, ...proposed, words: optionalText(2000) }),
  result: byLinkResult.extend({ proposed: z.boolean() }),
  basis: cite(feederBasis),
  load: async (tx, input, moment) => await open(tx, input, moment),
  allow: holders,
  decide(target, input, moment) {
    const opened = usable(target, moment.today);
    if (isRefusal(opened)) return opened;
    const { service } = opened;
    if (!mayTake('correct-service', service.state)) return notNow('correct-service', service.state);
    const before = factsOf(service);
    const now: Partial<ServiceFacts> = nulled(atOnceNames, input);
    const later: Partial<ServiceFacts> = {
      ...nulled(proposedNames, input),
      name: input.name ?? service.name,
    };
    return {
      ...opened,
      facts: { ...before, ...now },
      changes: changesOf(before, now),
      proposal: changesOf(before, later),
      words: input.words ?? null,
      confirmed: mayTake('confirm-service', service.state)
        ? { on: moment.today, by: confirmBy(moment.today, target.settings.confirmDays) }
        : undefined,
    };
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    const { link, service, confirmed } = change;
    await updateFacts(tx, centreId, service.id, change.facts, { confirmed, saysTrack: false });
    const proposing = Object.keys(change.proposal).length > 0 || change.words !== null;
    if (proposing)
      await insertProposal(tx, centreId, {
        id: newId(),
        serviceId: service.id,
        linkId: link.id,
        changes: change.proposal,
        words: change.words,
      });
    await noteUse(tx, centreId, link.id, moment.now);
    return { serviceId: service.id, proposed: proposing };
  },
  audit: ({ link, service, changes, proposal, words }) => ({
    what: {
      ...usedLink(link),
      serviceId: service.id,
      changes,
      ...(Object.keys(proposal).length > 0 ? { proposed: proposal } : {}),
      ...(words ? { words: true } : {}),
    },
  }),
});
