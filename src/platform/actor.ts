/** Roles of domain reference 2.9 (art. 24-33 of the Act), those of the system, and the visitor: a resident without an account. */
export const roles = [
  'director',
  'service_organiser',
  'plan_coordinator',
  'community_organiser',
  'assistance_organiser',
  'clerk',
  'feeder',
  'provider',
  'region',
  'resident',
  'visitor',
  'auditor',
  'administrator',
  'inspector',
] as const;

export type Role = (typeof roles)[number];

/** `system`: Okienko itself, doing what is due every day (jobs/daily.ts). No account can be given this role. */
export type ActingRole = Role | 'system';

/** Who acts: one account in one centre, with the roles that hold today. */
export interface Actor {
  centreId: string;
  accountId: string;
  name: string;
  position: string;
  roles: readonly ActingRole[];
  /** The provider or unit that the account acts for. */
  organizationId?: string;
  /** The resident behind a resident's account. */
  personId?: string;
  /** The session it acts by; none: the command line, the system, or a visitor. */
  session?: ActingSession;
  /** Who really sits there, when it is somebody who stands in for this account until that day (a substitution). */
  deputy?: Actor & { until: string };
}

/** A session as rules may know it: its name (never its token), and until when the last proof of who sits there counts. */
export interface ActingSession {
  id: string;
  /** Instant, ISO 8601 UTC. */
  provedUntil: string;
}

/** Whether it was proved lately who sits there. Without a session nobody could be asked. */
export const isProved = ({ session }: Actor, now: string): boolean =>
  session === undefined || now <= session.provedUntil;

/** Work that art. 49 forbids to hand to anybody outside the centre: qualifying, assessing, drafting plans. */
const outsideTheCentre: readonly ActingRole[] = [
  'feeder',
  'provider',
  'region',
  'resident',
  'visitor',
  'inspector',
];

export type InsideRole = Exclude<
  Role,
  'feeder' | 'provider' | 'region' | 'resident' | 'visitor' | 'inspector'
>;

/** Whether the actor works inside the centre (has any inside role). */
export function isStaff(actor: Actor): boolean {
  return actor.roles.some((role) => !outsideTheCentre.includes(role));
}

/** Who may: per role, the condition on the target. A role that is not named may not. */
export type Allow<Target> = { [R in ActingRole]?: (actor: Actor, target: Target) => boolean };

/** The condition that always holds. */
export const always = (): boolean => true;

/** Deny by default: allowed only when some role of the actor is named and its condition holds. */
export function permits<Target>(allow: Allow<Target>, actor: Actor, target: Target): boolean {
  return actor.roles.some((role) => allow[role]?.(actor, target) === true);
}

/** Every role, under one condition: for what even a visitor may do, such as signing in. */
export const anyone = <Target>(
  condition: (actor: Actor, target: Target) => boolean = always,
): Allow<Target> => Object.fromEntries(roles.map((role) => [role, condition]));

/** Every role but the inspector's, who reads a sample and writes nothing but what opens their own account. */
export const anyoneWhoWrites = <Target>(
  condition: (actor: Actor, target: Target) => boolean = always,
): Allow<Target> => {
  const { inspector: _reads, ...others } = anyone(condition);
  return others;
};
