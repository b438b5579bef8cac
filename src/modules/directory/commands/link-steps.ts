import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { anyoneWhoWrites } from '../../../platform/actor.ts';
import { optionalText } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { findLinkByHash, noteUse } from '../db/links.ts';
import { selectServiceList } from '../db/services.ts';
import { directorySettings } from '../db/settings.ts';
import { updateServices } from '../db/write-services.ts';
import { mayTake, publicStates, serviceSteps } from '../domain/lifecycle.ts';
import { linkState, secretHash } from '../domain/link.ts';
import { confirmBy, feederBasis } from '../domain/service.ts';
import { pl } from '../pl.ts';
import { byLink, byLinkResult, linkCommand, notNow, usedLink } from './by-link.ts';
import { capacityInput, reportedCapacity } from './report-capacity.ts';

/** "Nothing has changed": the organization vouches for its card today. */
export const confirmByLink = linkCommand({
  name: 'directory.confirm-by-link',
  summary: 'Confirm a card by the link of its organization',
  input: z.object(byLink),
  result: byLinkResult,
  decide(opened, _input, { today }) {
    const { service, settings } = opened;
    if (!mayTake('confirm-service', service.state)) return notNow('confirm-service', service.state);
    return { ...opened, confirmed: { on: today, by: confirmBy(today, settings.confirmDays) } };
  },
  async save(tx, { service, confirmed }, centreId) {
    await updateServices(tx, centreId, [service.id], {
      state: serviceSteps['confirm-service'].to,
      confirmed,
    });
    return { serviceId: service.id };
  },
  audit: ({ service, confirmed }) => ({ before: service.state, confirmedOn: confirmed.on }),
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
  allow: anyoneWhoWrites(),
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
export const reportByLink = linkCommand({
  name: 'directory.report-by-link',
  summary: 'Report free places by the link of the organization',
  input: z.object({ ...byLink, ...capacityInput }),
  result: byLinkResult,
  decide(opened, input, { today }) {
    const capacity = reportedCapacity(opened.service, input, today);
    return isRefusal(capacity) ? capacity : { ...opened, capacity };
  },
  async save(tx, { service, capacity }, centreId) {
    await updateServices(tx, centreId, [service.id], { capacity });
    return { serviceId: service.id };
  },
  audit: ({ service, capacity }) => ({ before: service.capacity, after: capacity }),
});

/** "We do this no longer": the card leaves the directory; the organiser can take it up again. */
export const closeByLink = linkCommand({
  name: 'directory.close-by-link',
  summary: 'Close a card by the link of its organization',
  input: z.object({ ...byLink, reason: optionalText(500) }),
  result: byLinkResult,
  decide(opened, input) {
    const { state } = opened.service;
    if (!mayTake('withdraw-service', state)) return notNow('withdraw-service', state);
    return { ...opened, reason: input.reason ?? pl.links.closedReason };
  },
  async save(tx, { service, reason }, centreId) {
    await updateServices(tx, centreId, [service.id], { state: 'withdrawn', stateReason: reason });
    return { serviceId: service.id };
  },
  audit: ({ service, reason }) => ({ before: service.state, after: 'withdrawn', reason }),
});
