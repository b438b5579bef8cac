import { z } from 'zod';
import { addDays } from '../../../law/index.ts';
import { always, anyoneWhoWrites } from '../../../platform/actor.ts';
import { id, list, optionalText, requiredTick, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { dropDraftsBefore } from '../db/answering.ts';
import { dropContact, dropContactsBefore, hasContact, insertContact } from '../db/contacts.ts';
import { dropDevicesBefore } from '../db/devices.ts';
import { dropAddresses } from '../db/sample.ts';
import { contactPlace, wishes } from '../domain/contact.ts';
import { surveyBasis } from '../domain/survey.ts';
import { pl } from '../pl.ts';
import { designs } from './roles.ts';

const words = pl.web;

/** Somebody wants to be asked or to help. It has nothing to do with any sheet, and is given on a page of its own. */
export const leaveContact = command({
  name: 'survey.leave-contact',
  summary:
    'Leave a contact for talks or help; it is kept apart from every survey, with nothing that leads to answers',
  input: z.object({
    name: optionalText(120),
    contact: text(200, words.contact),
    wants: list(z.enum(wishes, words.wants), 5).pipe(z.array(z.enum(wishes)).min(1, words.wants)),
    consent: requiredTick(words.consent),
  }),
  result: z.object({ noted: z.literal(true) }),
  basis: surveyBasis,
  load: () => Promise.resolve({}),
  allow: anyoneWhoWrites(),
  decide: (_target, { name, contact, wants }, { today, vault }) => ({
    month: `${today.slice(0, 7)}-01`,
    contact: vault.seal(JSON.stringify([name ?? '', contact]), contactPlace),
    wants,
  }),
  async save(tx, contact, { actor }) {
    await insertContact(tx, actor.centreId, contact);
    return { noted: true as const };
  },
  audit: () => ({ what: {} }),
  // Often left right after a sheet was sent: its minute would lead to the sheet's.
  unrecorded: true,
  receipt: () => undefined,
  joins: true,
});

/** The person withdraws the consent, or has been called: the contact goes at once (art. 7(3), 17 of the GDPR). */
export const dropContactNow = command({
  name: 'survey.drop-contact',
  summary: 'Remove a contact: the consent was withdrawn, or the matter is done',
  input: z.object({ contactId: id() }),
  result: z.object({ gone: z.literal(true) }),
  basis: 'art. 7 ust. 3, art. 17 RODO',
  load: async (tx, { contactId }, { actor }) =>
    (await hasContact(tx, actor.centreId, contactId)) ? { contactId } : undefined,
  allow: designs,
  decide: ({ contactId }) => ({ contactId }),
  async save(tx, { contactId }, { actor }) {
    await dropContact(tx, actor.centreId, contactId);
    return { gone: true as const };
  },
  audit: ({ contactId }) => ({ what: { contactId } }),
});

/** Days that a begun sheet waits for its person, a contact for a call, and a silent tablet is still listed. */
const keeps = { draft: 30, contact: 365, device: 365 };

/** What is no longer needed goes: begun sheets, addresses of surveys that are over, old contacts, tablets long silent. */
export const clearAway = command({
  name: 'survey.clear-away',
  summary: 'Remove begun sheets, addresses, contacts and silent tablets that are no longer needed',
  input: z.object({}),
  result: z.object({ drafts: z.number(), addresses: z.number(), contacts: z.number(), devices: z.number() }),
  basis: 'art. 5 ust. 1 lit. e RODO',
  load: () => Promise.resolve({}),
  allow: { system: always },
  decide: (_target, _input, { today }) => ({
    today,
    drafts: addDays(today, -keeps.draft),
    contacts: addDays(today, -keeps.contact),
    devices: addDays(today, -keeps.device),
  }),
  async save(tx, { today, drafts, contacts, devices }, { actor: { centreId } }) {
    return {
      drafts: await dropDraftsBefore(tx, centreId, drafts),
      addresses: await dropAddresses(tx, centreId, today),
      contacts: await dropContactsBefore(tx, centreId, contacts),
      devices: await dropDevicesBefore(tx, centreId, devices),
    };
  },
  audit: (_change, result) => ({ what: result }),
});
