import { z } from 'zod';
import { addDays, cite } from '../../../law/index.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { type FadingCard, lockFading } from '../db/fading.ts';
import { insertLink } from '../db/links.ts';
import { directorySettings } from '../db/settings.ts';
import { updateServices } from '../db/write-services.ts';
import { serviceSteps } from '../domain/lifecycle.ts';
import { feederBasis } from '../domain/service.ts';
import { sendLinkKind } from './links.ts';

/** Somebody who did not answer is not written to every day. */
const askAgainAfter = 14;

interface Asking {
  linkId: string;
  organizationId: string;
  email: string;
  serviceIds: string[];
}

/** Whom to write to about which cards: one message to one organization. */
export function askingOf(cards: readonly FadingCard[], today: string): Asking[] {
  const askings = new Map<string, Asking>();
  for (const { id, ownerId, email, askedOn } of cards) {
    if (ownerId === null || email === null) continue;
    if (askedOn !== null && askedOn > addDays(today, -askAgainAfter)) continue;
    const asking = askings.get(ownerId);
    if (asking) asking.serviceIds.push(id);
    else askings.set(ownerId, { linkId: newId(), organizationId: ownerId, email, serviceIds: [id] });
  }
  return [...askings.values()];
}

/**
 * The day's round: what nobody has confirmed in time fades, and whoever keeps it is written to, where an address is
 * known. A card without one stays with the organiser and the unit, on their list.
 */
export const fadeServices = command({
  name: 'directory.fade-services',
  summary: 'Mark cards past their confirmation, and ask their owners',
  input: z.object({}),
  result: z.object({ faded: z.number(), asked: z.number() }),
  basis: cite(feederBasis),
  async load(tx, _input, moment) {
    const { centreId } = moment.actor;
    const [cards, settings] = await Promise.all([
      lockFading(tx, centreId, moment.today),
      directorySettings(tx, centreId),
    ]);
    return { cards, settings, ownerId: null };
  },
  allow: serviceSteps['fade-services'].by,
  decide: ({ cards, settings }, _input, moment) => ({
    fading: cards.filter((one) => one.state === 'published').map((one) => one.id),
    asking: askingOf(cards, moment.today),
    expiresOn: addDays(moment.today, settings.linkDays),
  }),
  async save(tx, { fading, asking, expiresOn }, moment) {
    const { centreId, accountId } = moment.actor;
    await updateServices(tx, centreId, fading, { state: serviceSteps['fade-services'].to });
    for (const one of asking) {
      await insertLink(tx, centreId, {
        id: one.linkId,
        organizationId: one.organizationId,
        email: one.email,
        expiresOn,
        createdBy: accountId,
        hash: null,
      });
      await updateServices(tx, centreId, one.serviceIds, { askedOn: moment.today });
    }
    return { faded: fading.length, asked: asking.length };
  },
  audit: ({ fading, asking }) => ({
    what: {
      faded: fading,
      asked: asking.map(({ organizationId, serviceIds }) => ({ organizationId, serviceIds })),
    },
  }),
  emits: ({ asking }) => asking.map(({ linkId }) => ({ kind: sendLinkKind, payload: { linkId } })),
});
