import { z } from 'zod';
import { addDays, cite } from '../../../law/index.ts';
import { choice, id } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { findLink, insertLink, revokeLinkRow } from '../db/links.ts';
import { findOrganization } from '../db/organizations.ts';
import { directorySettings } from '../db/settings.ts';
import { newSecret, secretHash } from '../domain/link.ts';
import { serviceSteps } from '../domain/lifecycle.ts';
import { feederBasis } from '../domain/service.ts';
import { pl } from '../pl.ts';

/** Who may hand the keeping of an organization's cards to whoever has the link. */
const issuers = serviceSteps['ask-owner'].by;

/** Kind of the message that takes a link out; send-link.ts carries it out. */
export const sendLinkKind = 'directory.send-link';

/**
 * Makes a link by which an organization without an account keeps its own cards: sent by mail to its address, or shown
 * once on the screen for the worker to hand over.
 */
export const issueLink = command({
  name: 'directory.issue-link',
  summary: 'Give an organization without an account a link to its own cards',
  input: z.object({ organizationId: id(), way: choice(['mail', 'screen']) }),
  result: z.object({
    linkId: z.string(),
    organizationId: z.string(),
    /** The secret, given once, when it is to be shown. */
    secret: z.string().nullable(),
    expiresOn: z.string(),
  }),
  basis: cite(feederBasis),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [organization, settings] = await Promise.all([
      findOrganization(tx, centreId, input.organizationId),
      directorySettings(tx, centreId),
    ]);
    return organization && { ...organization, ownerId: organization.id, settings };
  },
  allow: issuers,
  decide(target, input, moment) {
    if (input.way === 'mail' && !target.email)
      return refuse('directory.no-address', pl.refusals.noAddress, { field: 'way' });
    return {
      id: newId(),
      organizationId: target.id,
      email: input.way === 'mail' ? target.email : null,
      secret: input.way === 'screen' ? newSecret() : null,
      expiresOn: addDays(moment.today, target.settings.linkDays),
    };
  },
  async save(tx, change, moment) {
    const { centreId, accountId } = moment.actor;
    const { secret, ...link } = change;
    await insertLink(tx, centreId, {
      ...link,
      createdBy: accountId,
      hash: secret === null ? null : secretHash(secret),
    });
    return { linkId: link.id, organizationId: link.organizationId, secret, expiresOn: link.expiresOn };
  },
  audit: (change) => ({
    what: {
      linkId: change.id,
      organizationId: change.organizationId,
      way: change.secret === null ? 'mail' : 'screen',
      expiresOn: change.expiresOn,
    },
  }),
  emits: (change) => (change.secret === null ? [{ kind: sendLinkKind, payload: { linkId: change.id } }] : []),
  receipt: (result) => (result.secret === null ? result : undefined),
});

/** Ends a link: whoever has it is told to ask for a new one. */
export const revokeLink = command({
  name: 'directory.revoke-link',
  summary: 'Revoke the link of an organization',
  input: z.object({ linkId: id() }),
  result: z.object({ organizationId: z.string() }),
  basis: cite(feederBasis),
  async load(tx, input, moment) {
    const link = await findLink(tx, moment.actor.centreId, input.linkId);
    return link && { link, ownerId: link.organizationId };
  },
  allow: issuers,
  decide: ({ link }) => (link.revoked ? refuse('directory.link-revoked', pl.links.state.revoked) : { link }),
  async save(tx, { link }, moment) {
    await revokeLinkRow(tx, moment.actor.centreId, link.id, moment.now);
    return { organizationId: link.organizationId };
  },
  audit: ({ link }) => ({ what: { linkId: link.id, organizationId: link.organizationId, revoked: true } }),
});
