import { z } from 'zod';
import { addDays, cite } from '../../../law/index.ts';
import { id } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { insertLink } from '../db/links.ts';
import { findOrganization } from '../db/organizations.ts';
import { lockService } from '../db/services.ts';
import { directorySettings } from '../db/settings.ts';
import { updateServices } from '../db/write-services.ts';
import { mayTake, serviceSteps } from '../domain/lifecycle.ts';
import { feederBasis } from '../domain/service.ts';
import { pl } from '../pl.ts';
import { sendLinkKind } from './links.ts';

/** Writes now to whoever keeps a card, with a link by which it is confirmed without an account. */
export const askOwner = command({
  name: 'directory.ask-owner',
  summary: 'Ask the owner of a card to confirm it, by mail with a link',
  input: z.object({ serviceId: id() }),
  result: z.object({ serviceId: z.string() }),
  basis: cite(feederBasis),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const service = await lockService(tx, centreId, input.serviceId);
    if (!service) return undefined;
    const [organization, settings] = await Promise.all([
      service.ownerId === null ? undefined : findOrganization(tx, centreId, service.ownerId),
      directorySettings(tx, centreId),
    ]);
    return { ...service, organization, settings };
  },
  allow: serviceSteps['ask-owner'].by,
  decide(target, _input, moment) {
    if (!mayTake('ask-owner', target.state)) return refuse('directory.not-published', pl.refusals.notAsked);
    const { organization } = target;
    if (!organization?.email) return refuse('directory.no-address', pl.refusals.noAddress);
    return {
      serviceId: target.id,
      link: {
        id: newId(),
        organizationId: organization.id,
        email: organization.email,
        expiresOn: addDays(moment.today, target.settings.linkDays),
        hash: null,
      },
    };
  },
  async save(tx, { serviceId, link }, moment) {
    const { centreId, accountId } = moment.actor;
    await insertLink(tx, centreId, { ...link, createdBy: accountId });
    await updateServices(tx, centreId, [serviceId], { askedOn: moment.today });
    return { serviceId };
  },
  audit: ({ serviceId, link }) => ({
    what: { serviceId, linkId: link.id, organizationId: link.organizationId },
  }),
  emits: ({ link }) => [{ kind: sendLinkKind, payload: { linkId: link.id } }],
});
