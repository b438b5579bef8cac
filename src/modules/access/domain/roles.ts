import { addDays, basis, cite, type IsoDate } from '../../../law/index.ts';
import type { Role } from '../../../platform/actor.ts';
import { refuse, type Refusal } from '../../../platform/runner/outcome.ts';
import { pl } from '../pl.ts';

/** A role of an account with its days, both included; null: without an end. */
export interface RolePeriod {
  role: Role;
  validFrom: IsoDate;
  validTo: IsoDate | null;
}

/**
 * Roles that an account may be given: all but the visitor's, who has no account, and the inspector's, whose account exists
 * within an inspection only (module inspections).
 */
export const assignableRoles = [
  'director',
  'service_organiser',
  'plan_coordinator',
  'community_organiser',
  'assistance_organiser',
  'clerk',
  'auditor',
  'administrator',
  'provider',
  'feeder',
  'region',
  'resident',
] as const satisfies readonly Role[];

/** Whom an account acts for: roles of the first kind need an organization, of the second a person, others nothing. */
export const actsForOrganization: readonly Role[] = ['provider', 'feeder'];
export const actsForPerson: readonly Role[] = ['resident'];

/** Roles outside the centre: art. 49 keeps qualifying, assessing and planning from them. */
export const outsideRoles: readonly Role[] = ['feeder', 'provider', 'region', 'resident', 'inspector'];

const wall = cite(basis('cus', '49', 'statute'));
const independence = cite(basis('rodo', '38 ust. 6', 'recalled'));

const overlap = (one: RolePeriod, other: RolePeriod): boolean =>
  (one.validTo === null || one.validTo >= other.validFrom) &&
  (other.validTo === null || other.validTo >= one.validFrom);

/** The periods that hold on a day. */
export const rolesOn = (periods: readonly RolePeriod[], day: IsoDate): RolePeriod[] =>
  periods.filter((period) => period.validFrom <= day && (period.validTo === null || period.validTo >= day));

export interface AccountOf {
  organizationId: string | null;
  personId: string | null;
  periods: readonly RolePeriod[];
}

const words = pl.refusals;

/** Why a role may not be given; each with the rule behind it, checked in this order. */
const faults: readonly {
  fails(account: AccountOf, given: RolePeriod, today: IsoDate): boolean;
  refusal: Refusal;
}[] = [
  {
    fails: (_account, given, today) => given.validFrom < today,
    refusal: refuse('access.role-in-the-past', words.roleInThePast, { field: 'validFrom' }),
  },
  {
    fails: (_account, given) => given.validTo !== null && given.validTo < given.validFrom,
    refusal: refuse('access.role-ends-early', words.endsBeforeItBegins, { field: 'validTo' }),
  },
  {
    // One account is inside or outside for good: an organization stands on it, and the two kinds of work never meet.
    fails: (account, given) =>
      account.periods.some(
        (period) => outsideRoles.includes(period.role) !== outsideRoles.includes(given.role),
      ),
    refusal: refuse('access.inside-or-outside', words.insideOrOutside, { field: 'role', basis: wall }),
  },
  {
    // Whoever inspects does nothing else here: another role would read past the sample and outlive the inspection.
    fails: (account) => account.periods.some((period) => period.role === 'inspector'),
    refusal: refuse('access.inspector-alone', words.inspectorAlone, { field: 'role' }),
  },
  {
    fails: (account, given) => actsForOrganization.includes(given.role) !== (account.organizationId !== null),
    refusal: refuse('access.role-organization', words.roleOrganization, { field: 'organizationId' }),
  },
  {
    fails: (account, given) => actsForPerson.includes(given.role) !== (account.personId !== null),
    refusal: refuse('access.role-person', words.rolePerson, { field: 'role' }),
  },
  {
    fails: (account, given) =>
      account.periods.some(
        (period) =>
          overlap(period, given) &&
          period.role !== given.role &&
          (period.role === 'auditor') !== (given.role === 'auditor'),
      ),
    refusal: refuse('access.auditor-alone', words.auditorAlone, { field: 'role', basis: independence }),
  },
  {
    fails: (account, given) =>
      account.periods.some((period) => period.role === given.role && overlap(period, given)),
    refusal: refuse('access.role-overlaps', words.roleOverlaps, { field: 'role' }),
  },
];

/** What keeps a role from being given to an account; undefined: nothing. */
export const roleFault = (account: AccountOf, given: RolePeriod, today: IsoDate): Refusal | undefined =>
  faults.find((fault) => fault.fails(account, given, today))?.refusal;

/** How a period ends: shortened to a last day, or (it has not counted yet) taken off. */
export type RoleEnding = { validTo: IsoDate } | 'taken off';

/** Ends a period with a last day; without one at once: from today on the role no longer holds. */
export function endOf(
  period: RolePeriod,
  lastDay: IsoDate | undefined,
  today: IsoDate,
): RoleEnding | Refusal {
  if (period.validTo !== null && period.validTo < today) return refuse('access.role-ended', words.roleEnded);
  if (lastDay !== undefined && (lastDay < today || lastDay < period.validFrom))
    return refuse('access.role-ends-early', words.endsTooEarly, { field: 'lastDay' });
  const validTo = lastDay ?? addDays(today, -1);
  return validTo < period.validFrom ? 'taken off' : { validTo };
}
