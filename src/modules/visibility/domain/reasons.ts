import type { Role } from '../../../platform/actor.ts';

/** What of a record says why a role opens it: as much of it as its query gives. */
export interface Tied {
  coordinatorId?: string | null;
  transferredToTeam?: boolean;
  /** What ties a coordinator to a person (people/domain/reach.ts). */
  reach?: string;
  /** In the sample of an inspection that runs. */
  sampled?: boolean;
}

/** Why an account opens a record; the words are in pl.ts. `role`: the role alone opens every record of the centre. */
export const reasons = [
  'own',
  'coordinates',
  'unassigned',
  'case',
  'registered',
  'transferred',
  'grant',
  'sample',
  'role',
] as const;
export type Reason = (typeof reasons)[number];

/**
 * Why a role that the policy lets in opens a record. It decides nothing: the policy of the query has. The first row that
 * fits speaks; a role whose right is not bounded speaks for itself.
 */
const table: readonly { role: Role; reason: Reason; fits(tied: Tied, accountId: string): boolean }[] = [
  { role: 'resident', reason: 'own', fits: () => true },
  { role: 'inspector', reason: 'sample', fits: () => true },
  { role: 'plan_coordinator', reason: 'coordinates', fits: (tied, id) => tied.coordinatorId === id },
  { role: 'plan_coordinator', reason: 'unassigned', fits: (tied) => tied.coordinatorId === null },
  { role: 'plan_coordinator', reason: 'case', fits: (tied) => tied.reach === 'case' },
  { role: 'plan_coordinator', reason: 'registered', fits: (tied) => tied.reach === 'registered' },
  { role: 'plan_coordinator', reason: 'grant', fits: () => true },
  { role: 'assistance_organiser', reason: 'transferred', fits: (tied) => tied.transferredToTeam === true },
  {
    role: 'assistance_organiser',
    reason: 'grant',
    fits: (tied) => tied.transferredToTeam === false,
  },
];

export const reasonOf = (role: Role, tied: Tied, accountId: string): Reason =>
  table.find((row) => row.role === role && row.fits(tied, accountId))?.reason ?? 'role';
