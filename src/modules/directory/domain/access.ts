import { type Allow, always } from '../../../platform/actor.ts';
import { type Kept, publicStates, type ServiceState, writers } from './lifecycle.ts';

/** Who writes cards: those who may correct one (lifecycle.ts). */
export const mayWriteService: Allow<Kept> = writers;

const isPublic = (target: { state: ServiceState }): boolean => publicStates.includes(target.state);

const isPublicFor = (_actor: unknown, target: { state: ServiceState }): boolean => isPublic(target);

/** Who reads cards: everybody what is published; those who work on the directory also what is not. */
export const mayReadService: Allow<Kept & { state: ServiceState }> = {
  director: always,
  service_organiser: always,
  clerk: always,
  plan_coordinator: always,
  community_organiser: always,
  assistance_organiser: always,
  auditor: always,
  feeder: (actor, target) => isPublic(target) || target.ownerId === actor.organizationId,
  provider: (actor, target) => isPublic(target) || target.ownerId === actor.organizationId,
  region: isPublicFor,
  resident: isPublicFor,
  visitor: isPublicFor,
  administrator: isPublicFor,
  inspector: isPublicFor,
};

/** Who says how the centre keeps its directory: the organiser (art. 27) and the director. */
export const maySetTerms: Allow<Kept> = { director: always, service_organiser: always };
