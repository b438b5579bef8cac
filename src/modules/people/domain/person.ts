import type { IsoDate, Sex } from '../../../law/index.ts';

/** Why somebody has no PESEL; such people are first-class (KRI § 10). */
export const noPeselReasons = ['not_given', 'foreigner', 'newborn', 'homelessness_no_documents'] as const;
export type NoPeselReason = (typeof noPeselReasons)[number];

export const languages = ['pl', 'uk', 'en', 'ru', 'pjm', 'other'] as const;
export const contactPreferences = ['phone', 'letter', 'email', 'in_person'] as const;

export type Address = {
  readonly locality: string | null;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly flatNumber: string | null;
  readonly postcode: string | null;
};

/** Who somebody is, by their papers or by what they said. */
export type Identity = {
  readonly pesel: string | null;
  readonly noPeselReason: NoPeselReason | null;
  readonly birthDate: IsoDate | null;
  readonly sex: Sex | null;
  /** Why birth date or sex differ from what the PESEL says. */
  readonly overrideReason: string | null;
  readonly otherIdKind: string | null;
  readonly otherIdNumber: string | null;
};

/** What a worker writes down about a person. */
export type PersonFacts = Identity &
  Address & {
    readonly givenName: string;
    readonly middleName: string | null;
    readonly familyName: string;
    readonly gmina: string;
    /** Where the person lives when it is not a gmina of the centre. */
    readonly livesOutside: string | null;
    readonly phone: string | null;
    readonly email: string | null;
    readonly language: string;
    readonly contactPreference: string | null;
    readonly accessibilityNeeds: string | null;
  };

export type Person = PersonFacts & {
  readonly id: string;
  readonly version: number;
  readonly shielded: boolean;
  readonly deceasedOn: IsoDate | null;
  readonly registeredBy: string | null;
};

/** The names of the facts, in the order of the form. */
export const factNames = [
  'givenName',
  'middleName',
  'familyName',
  'pesel',
  'noPeselReason',
  'birthDate',
  'sex',
  'overrideReason',
  'otherIdKind',
  'otherIdNumber',
  'gmina',
  'livesOutside',
  'locality',
  'street',
  'houseNumber',
  'flatNumber',
  'postcode',
  'phone',
  'email',
  'language',
  'contactPreference',
  'accessibilityNeeds',
] as const satisfies readonly (keyof PersonFacts)[]; // prettier-ignore

export const addressNames = [
  'locality',
  'street',
  'houseNumber',
  'flatNumber',
  'postcode',
] as const satisfies readonly (keyof Address)[];

/** The facts that differ, with what stood there before. */
export function changedFacts(before: PersonFacts, after: PersonFacts): Partial<PersonFacts> {
  return Object.fromEntries(
    factNames.filter((name) => before[name] !== after[name]).map((name) => [name, before[name]]),
  );
}

/** Whether any line of the address is filled in. */
export const hasAddress = (address: Address): boolean => addressNames.some((name) => address[name] !== null);

/** The address as it may be shown: null when it is hidden. */
export const shownAddress = (person: Person): Address | null =>
  person.shielded
    ? null
    : {
        locality: person.locality,
        street: person.street,
        houseNumber: person.houseNumber,
        flatNumber: person.flatNumber,
        postcode: person.postcode,
      };
