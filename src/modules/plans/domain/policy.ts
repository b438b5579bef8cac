import { type Actor, type Allow, always } from '../../../platform/actor.ts';

/** What ties a worker or a resident to a plan: the right to it hangs on this, not on the role alone. */
export interface PlanRelation {
  personId: string;
  coordinatorId: string;
  /** The worker has opened the person by necessity and the hour has not run out. */
  granted?: boolean;
}

/** The coordinator who leads the plan: drew it up, or took it over by a handover. */
export const leads = (actor: Actor, target: Pick<PlanRelation, 'coordinatorId'>): boolean =>
  target.coordinatorId === actor.accountId;

/** Drafts, monitors and closes: the plan's own coordinator and nobody else (art. 29, 45; never a provider, art. 49). */
export const drawsUp = { plan_coordinator: leads } satisfies Allow<Pick<PlanRelation, 'coordinatorId'>>;

/** Approves and returns (art. 41(1), 24(2)(3)): whether an organiser is authorised that day is decided with its reason. */
export const approves = { director: always, service_organiser: always } satisfies Allow<unknown>;

/** Reads a plan (domain reference 2.9): a provider sees own lines only, the community organiser only sums. */
export const readsPlan: Allow<PlanRelation> = {
  director: always,
  service_organiser: always,
  plan_coordinator: (actor, target) => leads(actor, target) || target.granted === true,
  resident: (actor, target) => actor.personId !== undefined && actor.personId === target.personId,
};
