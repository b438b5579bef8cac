import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { anyoneWhoWrites } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { id, text } from '../../../platform/fields.ts';
import { type Command, command, type Moment } from '../../../platform/runner/command.ts';
import { isRefusal, type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { findLinkByHash, type ListedLink, noteUse } from '../db/links.ts';
import { lockService } from '../db/services.ts';
import { type DirectorySettings, directorySettings } from '../db/settings.ts';
import type { ServiceAction } from '../domain/lifecycle.ts';
import { linkState, secretHash } from '../domain/link.ts';
import { feederBasis, type Service } from '../domain/service.ts';
import { pl } from '../pl.ts';

/** What every action by a link is sent with: the secret of the address, and the card. */
export const byLink = { secret: text(100), serviceId: id() };

export const byLinkResult = z.object({ serviceId: z.string() });

/** The link that a secret opens and the card it is used for; both may be missing, and then nothing more is told. */
interface Opened {
  link: ListedLink | undefined;
  service: Service | undefined;
  settings: DirectorySettings;
}

/** A link that is open today, and a card of its organization. */
export interface Usable {
  link: ListedLink;
  service: Service;
  settings: DirectorySettings;
}

/** Whoever has the address may try; `usable` judges. */
const holders = anyoneWhoWrites<Opened>();

/** Finds the link and locks the card, in the visitor's own centre. */
async function open(tx: Db, input: { secret: string; serviceId: string }, moment: Moment): Promise<Opened> {
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
function usable({ link, service, settings }: Opened, today: string): Usable | Refusal {
  const state = linkState(link, today);
  if (state !== 'open' || !link) return refuse(`directory.link-${state}`, pl.links.state[state]);
  if (!service || service.ownerId !== link.organizationId)
    return refuse('directory.link-card', pl.links.noCard);
  return { link, service, settings };
}

/** What the audit holds of a use: which link, of whom; never its secret. */
export const usedLink = (link: ListedLink): { linkId: string; organizationId: string } => ({
  linkId: link.id,
  organizationId: link.organizationId,
});

/** Why a card cannot be acted upon in its state, in the words of its organization. */
export const notNow = (action: ServiceAction, state: keyof typeof pl.states): Refusal =>
  refuse(`directory.not-${state}`, pl.links.notNow(pl.states[state], pl.steps[action]));

/**
 * Declares a command of whoever holds the link of an organization, for one of its cards: the link is opened and the card
 * locked before it, the use is noted and written down after it.
 */
export const linkCommand = <
  Input extends { secret: string; serviceId: string },
  Change extends Usable,
  Result extends { serviceId: string },
>(definition: {
  name: `directory.${string}`;
  summary: string;
  input: z.ZodType<Input>;
  result: z.ZodType<Result>;
  decide(opened: Usable, input: Input, moment: Moment): Change | Refusal;
  save(tx: Db, change: Change, centreId: string): Promise<Result>;
  /** What the audit holds besides the link and the card. */
  audit(change: Change): Record<string, unknown>;
}): Command<Input, Opened, Change, Result> =>
  command<Input, Opened, Change, Result>({
    name: definition.name,
    summary: definition.summary,
    input: definition.input,
    result: definition.result,
    basis: cite(feederBasis),
    load: async (tx, input, moment) => await open(tx, input, moment),
    allow: holders,
    decide(target, input, moment) {
      const opened = usable(target, moment.today);
      return isRefusal(opened) ? opened : definition.decide(opened, input, moment);
    },
    async save(tx, change, moment) {
      const { centreId } = moment.actor;
      const result = await definition.save(tx, change, centreId);
      await noteUse(tx, centreId, change.link.id, moment.now);
      return result;
    },
    audit: (change) => ({
      what: { ...usedLink(change.link), serviceId: change.service.id, ...definition.audit(change) },
    }),
  });
