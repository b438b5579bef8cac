import type { IsoDate } from '../../../law/index.ts';
import { fold, variantsOf, type Word, wordsOf } from './names.ts';
import type { Address } from './person.ts';
import { phoneDigits } from './terms.ts';

/** What two records of people are compared by. */
export type Likeness = Address & {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: IsoDate | null;
  readonly phone: string | null;
  readonly shielded: boolean;
};

/** Why two records may be of one person, in the order of weight. */
export const duplicateReasons = [
  'same_name',
  'similar_name',
  'same_birth',
  'near_birth',
  'same_phone',
  'same_address',
] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

const points: Readonly<Record<DuplicateReason, number>> = {
  same_name: 6,
  similar_name: 3,
  same_birth: 5,
  near_birth: 2,
  same_phone: 3,
  same_address: 2,
};

type NameLikeness = 'same' | 'similar' | 'given_only' | 'different';

const alike = (one: Word, other: Word): boolean =>
  one.term === other.term || variantsOf(one).some((variant) => variantsOf(other).includes(variant));

const anyAlike = (some: readonly Word[], others: readonly Word[]): boolean =>
  some.some((one) => others.some((other) => alike(one, other)));

const key = (text: string): string =>
  wordsOf(text)
    .map(({ term }) => term)
    .sort()
    .join(' ');

/** How alike two names are, whichever field each part stands in; one part of a double name is enough to be similar. */
export function compareNames(
  one: Pick<Likeness, 'givenName' | 'familyName'>,
  other: Pick<Likeness, 'givenName' | 'familyName'>,
): NameLikeness {
  if (key(`${one.givenName} ${one.familyName}`) === key(`${other.givenName} ${other.familyName}`))
    return 'same';
  const [given, family, otherGiven, otherFamily] = [
    one.givenName,
    one.familyName,
    other.givenName,
    other.familyName,
  ].map(wordsOf) as [Word[], Word[], Word[], Word[]];
  if (anyAlike(given, otherGiven)) return anyAlike(family, otherFamily) ? 'similar' : 'given_only';
  return anyAlike(given, otherFamily) && anyAlike(family, otherGiven) ? 'similar' : 'different';
}

type DateLikeness = 'same' | 'near' | 'different' | 'unknown';

/** Near: one digit differs, or day and month changed places. */
export function compareDates(one: IsoDate | null, other: IsoDate | null): DateLikeness {
  if (one === null || other === null) return 'unknown';
  if (one === other) return 'same';
  const digits = one.split('').filter((digit, i) => digit !== other[i]).length;
  const swapped =
    one.slice(0, 4) === other.slice(0, 4) &&
    one.slice(5, 7) === other.slice(8) &&
    one.slice(8) === other.slice(5, 7);
  return digits === 1 || swapped ? 'near' : 'different';
}

const addressKey = (address: Address): string | null =>
  address.houseNumber === null
    ? null
    : [address.locality, address.street, address.houseNumber, address.flatNumber]
        .map((line) => fold(line ?? '').replaceAll(/[^a-z0-9]/g, ''))
        .join('|');

/** Per likeness of the names: what else makes it likely that two records are of one person. */
const rules: Readonly<
  Record<NameLikeness, (date: DateLikeness, phone: boolean, address: boolean) => boolean>
> = {
  // A son may bear his father's name and live with him, so the worker is asked even when the dates differ.
  same: (date, phone, address) => date !== 'different' || phone || address,
  similar: (date, phone, address) =>
    date === 'same' || date === 'near' || ((phone || address) && date === 'unknown'),
  given_only: (date, phone, address) => date === 'same' && (phone || address),
  different: () => false,
};

/**
 * Why `known` may be the person being written down; undefined when it is not likely.
 * A shielded address is never compared: the answer would give it away.
 */
export function likeDuplicate(
  written: Likeness,
  known: Likeness,
): { reasons: DuplicateReason[]; points: number } | undefined {
  const name = compareNames(written, known);
  const date = compareDates(written.birthDate, known.birthDate);
  const phone =
    written.phone !== null && known.phone !== null && phoneDigits(written.phone) === phoneDigits(known.phone);
  const address =
    !written.shielded &&
    !known.shielded &&
    addressKey(written) !== null &&
    addressKey(written) === addressKey(known);
  if (!rules[name](date, phone, address)) return undefined;
  const held: Readonly<Record<DuplicateReason, boolean>> = {
    same_name: name === 'same',
    similar_name: name === 'similar',
    same_birth: date === 'same',
    near_birth: date === 'near',
    same_phone: phone,
    same_address: address,
  };
  const reasons = duplicateReasons.filter((reason) => held[reason]);
  return { reasons, points: reasons.reduce((sum, reason) => sum + points[reason], 0) };
}
