import { z } from 'zod';
import { optionalText } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { insertProposal } from '../db/proposals.ts';
import { type ServiceFacts, updateFacts } from '../db/write-services.ts';
import { mayTake } from '../domain/lifecycle.ts';
import { confirmBy } from '../domain/service.ts';
import { byLink, byLinkResult, linkCommand, notNow } from './by-link.ts';
import { changesOf, factsOf } from './card-facts.ts';
import { mail, phones, webAddress } from './service-input.ts';

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
export const correctByLink = linkCommand({
  name: 'directory.correct-by-link',
  summary: 'Correct a card by the link of its organization',
  input: z.object({ ...byLink, ...atOnce, ...proposed, words: optionalText(2000) }),
  result: byLinkResult.extend({ proposed: z.boolean() }),
  decide(opened, input, { today }) {
    const { service, settings } = opened;
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
        ? { on: today, by: confirmBy(today, settings.confirmDays) }
        : undefined,
    };
  },
  async save(tx, change, centreId) {
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
    return { serviceId: service.id, proposed: proposing };
  },
  audit: ({ changes, proposal, words }) => ({
    changes,
    ...(Object.keys(proposal).length > 0 ? { proposed: proposal } : {}),
    ...(words ? { words: true } : {}),
  }),
});
