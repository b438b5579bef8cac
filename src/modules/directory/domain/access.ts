import { type Allow, always } from '../../../platform/actor.ts';
import type { ServiceState } from './service.ts';

/**
 * Who writes cards (domain reference 2.9, "Service catalogue"): the director, the organiser and the front desk all of
 * them, a unit of the gmina those of its own organization (art. 13(2)).
 */
export const mayWriteService: Allow<{ organizationId: string | null }> = {
  director: always,
  service_organiser: always,
  clerk: always,
  feeder: (actor, target) =>
    actor.organizationId !== undefined && target.organizationId === actor.organizationId,
};

/** Who reads cards: everybody what is published; those who work on the directory also what is not. */
export const mayReadService: Allow<{ state: ServiceState; organizationId: string | null }> = {
  director: always,
  service_organiser: always,
  clerk: always,
  plan_coordinator: always,
  community_organiser: always,
  assistance_organiser: always,
  auditor: always,
  feeder: (actor, target) => isPublic(target) || target.organizationId === actor.organizationId,
  provider: (actor, target) => isPublic(target) || target.organizationId === actor.organizationId,
  region: isPublicFor,
  resident: isPublicFor,
  visitor: isPublicFor,
  administrator: isPublicFor,
};

function isPublic(target: { state: ServiceState }): boolean {
  return target.state === 'published';
}

function isPublicFor(_actor: unknown, target: { state: ServiceState }): boolean {
  return isPublic(target);
}
