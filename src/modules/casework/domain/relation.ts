import type { Actor, Allow } from '../../../platform/actor.ts';

/** What ties a worker or a resident to a case: the right to it hangs on this, not on the role alone. */
export interface CaseRelation {
  personId: string | null;
  coordinatorId: string | null;
  /** The application was handed over to the social assistance team of the centre (art. 38(1)). */
  transferredToTeam?: boolean;
  /** The worker has opened the person by necessity and the hour has not run out. */
  granted?: boolean;
  /** Whoever asks holds the address that the code of this very case opened (db/links.ts). */
  byLink?: boolean;
}

/** The coordinator of the case, or any coordinator while it has none. */
export const coordinates = (actor: Actor, target: Pick<CaseRelation, 'coordinatorId'>): boolean =>
  target.coordinatorId === null || target.coordinatorId === actor.accountId;

/** The resident whose case it is. */
export const isOwn = (actor: Actor, target: Pick<CaseRelation, 'personId'>): boolean =>
  actor.personId !== undefined && actor.personId === target.personId;

export const holdsLink = (_actor: Actor, target: CaseRelation): boolean => target.byLink === true;

const always = (): boolean => true;
const granted = (target: CaseRelation): boolean => target.granted === true;

/** Who reads a case (domain reference 2.9): the community organiser and a provider never do. */
export const readsCase: Allow<CaseRelation> = {
  clerk: always,
  director: always,
  service_organiser: always,
  plan_coordinator: (actor, target) => coordinates(actor, target) || granted(target),
  assistance_organiser: (_actor, target) => target.transferredToTeam === true || granted(target),
  resident: isOwn,
};

/** Who writes down what happens in a case: those who read it inside the centre. */
export const writesInCase: Allow<CaseRelation> = {
  clerk: always,
  director: always,
  service_organiser: always,
  plan_coordinator: coordinates,
  assistance_organiser: (_actor, target) => target.transferredToTeam === true,
};

/** Who registers an application at the window (the clerk) and carries it (the coordinator). */
export const registersApplication: Allow<CaseRelation> = {
  clerk: always,
  plan_coordinator: coordinates,
};

/** The same, and the person themselves: with an account, or with the address that their code opened. */
export const registersOrOwns: Allow<CaseRelation> = {
  ...registersApplication,
  resident: (actor, target) => isOwn(actor, target) || holdsLink(actor, target),
  visitor: holdsLink,
};
