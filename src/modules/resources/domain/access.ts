import { type Actor, type Allow, always } from '../../../platform/actor.ts';

/** Who reads resources: the row "diagnosis" of the agreed matrix; a unit sees the resources of its own cards. */
export const mayRead: Allow<unknown> = {
  director: always,
  service_organiser: always,
  plan_coordinator: always,
  community_organiser: always,
  assistance_organiser: always,
  clerk: always,
  region: always,
  feeder: always,
};

/** Art. 27(1)(2): recognising the potential to organise services is the organiser's. */
export const mayWrite: Allow<unknown> = { service_organiser: always };

type Owned = { ownerId: string | null } | undefined;

/** Whether a resource hangs on a card of the actor's unit. */
export const isOwn = (actor: Actor, resource: Owned): boolean =>
  resource?.ownerId !== null && resource?.ownerId !== undefined && actor.organizationId === resource.ownerId;

/** Resources that the actor may see: a unit those of its own cards, everybody else all. */
export const visibleTo = <T extends { ownerId: string | null }>(
  actor: Actor,
  resources: readonly T[],
): T[] =>
  actor.roles.some((role) => role !== 'feeder' && role in mayRead)
    ? [...resources]
    : resources.filter((one) => isOwn(actor, one));
