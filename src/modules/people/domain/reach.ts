import type { Actor, Allow } from '../../../platform/actor.ts';

/**
 * What ties a coordinator to a person: a case or plan (their own, or a case that nobody has yet), the person's data
 * written down by themselves, or access by necessity. `none`: nothing does.
 */
export const reaches = ['case', 'registered', 'grant', 'none'] as const;
export type Reach = (typeof reaches)[number];

export type Reached = { readonly id: string; readonly reach: Reach };

const always = (): boolean => true;
const reached = (_actor: Actor, target: Reached): boolean => target.reach !== 'none';

/** Who sees a person: by role, the coordinator by a tie, the resident themselves. A provider never (art. 49, 50). */
export const viewsPerson: Allow<Reached> = {
  clerk: always,
  director: always,
  service_organiser: always,
  assistance_organiser: always,
  plan_coordinator: reached,
  resident: (actor, target) => actor.personId !== undefined && actor.personId === target.id,
};

/** Who writes down a person's data, household and relations: those who work with the person. */
export const writesPerson: Allow<Reached> = {
  clerk: always,
  service_organiser: always,
  assistance_organiser: always,
  plan_coordinator: reached,
};

/** Who may take down somebody new, and is told of likely duplicates. */
export const registersPeople: Allow<unknown> = {
  clerk: always,
  service_organiser: always,
  assistance_organiser: always,
  plan_coordinator: always,
};

/** Who searches the register. */
export const searchesPeople: Allow<unknown> = { ...registersPeople, director: always };

/** Who decides that an address is hidden, and for what reason. */
export const shieldsPeople: Allow<unknown> = {
  director: always,
  service_organiser: always,
  assistance_organiser: always,
};

/**
 * Whether the sign of a case leads to the case itself and not to the person: for whoever handles all of them, and for the
 * coordinator whose it is or nobody's. To another worker it says whose case it is, as far as the register is open.
 */
export const opensBySign = (actor: Actor, found: { readonly coordinatorId: string | null }): boolean =>
  actor.roles.some((role) => role === 'clerk' || role === 'director' || role === 'service_organiser') ||
  (actor.roles.includes('plan_coordinator') &&
    (found.coordinatorId === null || found.coordinatorId === actor.accountId));
