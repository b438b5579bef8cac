import { ageOn, type IsoDate, isWithin } from '../../../law/index.ts';

/** What a person is in a household, seen from its head. */
export const householdParts = [
  'head',
  'partner',
  'child',
  'grandchild',
  'parent',
  'sibling',
  'other',
] as const;
export type HouseholdPart = (typeof householdParts)[number];

export type Membership = {
  readonly personId: string;
  readonly part: HouseholdPart;
  readonly validFrom: IsoDate;
  /** The last day; null: still lives there. */
  readonly validTo: IsoDate | null;
};

/** What the rules of households and relations ask of a person. */
export type Lifetime = { readonly birthDate: IsoDate | null; readonly deceasedOn: IsoDate | null };

export type JoinFault = 'future' | 'before-birth' | 'after-death' | 'overlaps' | 'second-head';

/** Why a person may not live in a household from that day on; undefined: they may. A person may live in several. */
export function joinFault(
  members: readonly Membership[],
  joining: { readonly personId: string; readonly part: HouseholdPart; readonly validFrom: IsoDate },
  person: Lifetime,
  today: IsoDate,
): JoinFault | undefined {
  const { validFrom } = joining;
  if (validFrom > today) return 'future';
  if (person.birthDate !== null && validFrom < person.birthDate) return 'before-birth';
  if (person.deceasedOn !== null) return 'after-death';
  if (
    members.some(
      (one) => one.personId === joining.personId && (one.validTo === null || one.validTo >= validFrom),
    )
  )
    return 'overlaps';
  const heads = members.filter(
    (one) =>
      one.part === 'head' &&
      one.personId !== joining.personId &&
      (one.validTo === null || one.validTo >= validFrom),
  );
  return joining.part === 'head' && heads.length > 0 ? 'second-head' : undefined;
}

export type LeaveFault = 'future' | 'before-start' | 'not-a-member';

/** The membership that a person ends, or why they cannot. */
export function leaving(
  members: readonly Membership[],
  leaver: { readonly personId: string; readonly validTo: IsoDate },
  today: IsoDate,
): { ok: true; membership: Membership } | { ok: false; fault: LeaveFault } {
  const membership = members.find((one) => one.personId === leaver.personId && one.validTo === null);
  if (membership === undefined) return { ok: false, fault: 'not-a-member' };
  if (leaver.validTo > today) return { ok: false, fault: 'future' };
  if (leaver.validTo < membership.validFrom) return { ok: false, fault: 'before-start' };
  return { ok: true, membership };
}

/** Whether the membership holds on a day. */
export const livesThere = (one: Membership, on: IsoDate): boolean => isWithin(on, one.validFrom, one.validTo);

const olderFrom = 65;

/** How the drawing shows a person; somebody whose age is unknown is drawn as an adult. */
export function figureOf(birthDate: IsoDate | null, today: IsoDate): 'child' | 'adult' | 'older' {
  if (birthDate === null) return 'adult';
  const age = ageOn(birthDate, today);
  return age < 18 ? 'child' : age >= olderFrom ? 'older' : 'adult';
}
