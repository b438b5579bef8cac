import { ageOn, type IsoDate } from '../../../law/index.ts';
import type { Lifetime } from './household.ts';

/** A statutory representative and a factual carer may apply for a person (art. 35); family is for the worker to know. */
export const relationKinds = ['statutory_representative', 'factual_carer', 'family'] as const;
export type RelationKind = (typeof relationKinds)[number];

/**
 * Who acts for a person (art. 35) and therefore sees, on their own account, the cases of that person while the relation
 * holds. Family does not.
 */
export const actingKinds = ['statutory_representative', 'factual_carer'] as const;
export type ActingKind = (typeof actingKinds)[number];

export const acts = (kind: RelationKind): kind is ActingKind => kind !== 'family';

export type Relation = {
  readonly id: string;
  readonly personId: string;
  readonly otherPersonId: string;
  readonly kind: RelationKind;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
};

export type RelationFault =
  | 'self'
  | 'future'
  | 'before-birth'
  | 'after-death'
  | 'minor'
  | 'document-missing'
  | 'exists';

/** Why the other person cannot represent, care for or be family of the person from that day on; undefined: they can. */
export function relationFault(
  existing: readonly Relation[],
  relation: Omit<Relation, 'id' | 'validTo'> & { readonly document: string | null },
  people: { readonly person: Lifetime; readonly other: Lifetime },
  today: IsoDate,
): RelationFault | undefined {
  const { kind, validFrom } = relation;
  if (relation.personId === relation.otherPersonId) return 'self';
  if (validFrom > today) return 'future';
  for (const { birthDate, deceasedOn } of [people.person, people.other]) {
    if (deceasedOn !== null) return 'after-death';
    if (birthDate !== null && validFrom < birthDate) return 'before-birth';
  }
  const { birthDate } = people.other;
  if (kind === 'statutory_representative' && birthDate !== null && ageOn(birthDate, validFrom) < 18)
    return 'minor';
  if (kind === 'statutory_representative' && relation.document === null) return 'document-missing';
  const same = (one: Relation): boolean =>
    one.kind === kind && one.personId === relation.personId && one.otherPersonId === relation.otherPersonId;
  return existing.some((one) => same(one) && (one.validTo === null || one.validTo >= validFrom))
    ? 'exists'
    : undefined;
}

export type EndFault = 'future' | 'before-start' | 'ended';

/** Why a relation cannot end on that day; undefined: it can. */
export function endFault(
  relation: Pick<Relation, 'validFrom' | 'validTo'>,
  validTo: IsoDate,
  today: IsoDate,
): EndFault | undefined {
  if (relation.validTo !== null) return 'ended';
  if (validTo > today) return 'future';
  return validTo < relation.validFrom ? 'before-start' : undefined;
}
