import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { id, text } from '../../../platform/fields.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { findLinkByHash, type ListedLink } from '../db/links.ts';
import { lockService } from '../db/services.ts';
import { type DirectorySettings, directorySettings } from '../db/settings.ts';
import { linkState, secretHash } from '../domain/link.ts';
import type { Service } from '../domain/service.ts';
import { pl } from '../pl.ts';

/** What every action by a link is sent with: the secret of the address, and the card. */
export const byLink = { secret: text(100), serviceId: id() };

export const byLinkResult = z.object({ serviceId: z.string() });

/** The link that a secret opens and the card it is used for; both may be missing, and then nothing more is told. */
export interface Opened {
  link: ListedLink | undefined;
  service: Service | undefined;
  settings: DirectorySettings;
}

/** Whoever has the address may try; `usable` judges. */
export const holders = anyone<Opened>();

/** Finds the link and locks the card, in the visitor's own centre. */
export async function open(
  tx: Db,
  input: { secret: string; serviceId: string },
  moment: Moment,
): Promise<Opened> {
  const { centreId } = moment.actor;
  const [link, service, settings] = await Promise.all([
    findLinkByHash(tx, centreId, secretHash(input.secret)),
    lockService(tx, centreId, input.serviceId),
    directorySettings(tx, centreId),
  ]);
  return { link, service, settings };
}

/**
 * The card, if the link opens it today. A link that does not open says why and what to do; a card of another
 * organization is answered as one that does not exist.
 */
export function usable(
  { link, service }: Opened,
  today: string,
): { link: ListedLink; service: Service } | Refusal {
  const state = linkState(link, today);
  if (state !== 'open' || !link) return refuse(`directory.link-${state}`, pl.links.state[state]);
  if (!service || service.ownerId !== link.organizationId)
    return refuse('directory.link-card', pl.links.noCard);
  return { link, service };
}

/** What the audit holds of a use: which link, of whom; never its secret. */
export const usedLink = (link: ListedLink): { linkId: string; organizationId: string } => ({
  linkId: link.id,
  organizationId: link.organizationId,
});
