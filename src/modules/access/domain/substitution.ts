import { addDays, basis, cite, type IsoDate } from '../../../law/index.ts';
import type { Role } from '../../../platform/actor.ts';
import { refuse, type Refusal } from '../../../platform/runner/outcome.ts';
import { pl } from '../pl-substitution.ts';
import { type RolePeriod, rolesOn } from './roles.ts';

/**
 * Roles in which one worker stands in for another: work in cases. Who signs (art. 24, 26) acts by an authorisation of
 * their own, and nobody stands in for an administrator or the data protection officer.
 */
export const substitutable: readonly Role[] = ['plan_coordinator', 'clerk', 'community_organiser'];

/** The longest substitution, in days: a setting of the product. */
const longest = 366;

export interface Worker {
  active: boolean;
  periods: readonly RolePeriod[];
}

export interface Span {
  validFrom: IsoDate;
  validTo: IsoDate;
}

const inCases = ({ periods }: Worker, day: IsoDate): Role[] =>
  rolesOn(periods, day)
    .map(({ role }) => role)
    .filter((role) => substitutable.includes(role));

/** The roles in which a deputy acts for the absent one on a day: those that both hold. */
export const rolesInstead = (absent: Worker, deputy: Worker, day: IsoDate): Role[] => {
  const held = inCases(deputy, day);
  return absent.active && deputy.active ? inCases(absent, day).filter((role) => held.includes(role)) : [];
};

const words = pl.refusals;
const qualifications = cite(basis('cus', '30', 'statute'));

/** What keeps a substitution from being set; undefined: nothing. */
export function substitutionFault(
  absent: Worker,
  deputy: Worker,
  { validFrom, validTo }: Span,
  today: IsoDate,
): Refusal | undefined {
  if (validFrom < today) return refuse('access.substitution-past', words.past, { field: 'validFrom' });
  if (validTo < validFrom)
    return refuse('access.substitution-backwards', words.backwards, { field: 'validTo' });
  if (validTo > addDays(validFrom, longest))
    return refuse('access.substitution-long', words.long, { field: 'validTo' });
  if (!absent.active || !deputy.active) return refuse('access.substitution-closed', words.notThere);
  const wanted = inCases(absent, validFrom);
  if (wanted.length === 0)
    return refuse('access.substitution-nothing', words.nothingToStandIn, { field: 'absentId' });
  const lacks = [validFrom, validTo].some((day) =>
    wanted.some((role) => !inCases(deputy, day).includes(role)),
  );
  return lacks
    ? refuse('access.substitution-role', words.lacksRole, { field: 'deputyId', basis: qualifications })
    : undefined;
}
