import { fold, type Word, wordsOf } from './names.ts';

/** Where in a person a term stands; a higher weight comes first among the found. */
export const weights = { number: 5, familyName: 4, givenName: 3, otherName: 2, place: 1 } as const;

export type Term = {
  readonly term: string;
  readonly weight: number;
  readonly word?: Word;
  /** A number that names one person: the index keeps its mark and never itself. */
  readonly secret?: true;
};

/** What a person is found by. */
export type Findable = {
  readonly givenName: string;
  readonly middleName: string | null;
  readonly familyName: string;
  readonly formerNames: readonly string[];
  readonly birthDate: string | null;
  readonly pesel: string | null;
  readonly otherIdNumber: string | null;
  readonly locality: string | null;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly flatNumber: string | null;
  readonly postcode: string | null;
  readonly shielded: boolean;
  readonly phone: string | null;
};

/** Marks a house number, so that it is not taken for another number. */
export const houseTerm = (number: string): string => `#${fold(number).replaceAll(/[^a-z0-9/]/g, '')}`;

/** Marks a number written backwards, so that its last digits are a beginning. */
export const backwards = (digits: string): string => `<${digits.split('').reverse().join('')}`;

/** The number of an identity document as it is compared: letters and digits alone. */
export const documentTerm = (number: string): string => fold(number).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The digits of a phone number without the Polish country code. */
export const phoneDigits = (phone: string): string =>
  phone.replaceAll(/\D/g, '').replace(/^(?:00)?48(?=\d{9}$)/, '');

/**
 * Every term that finds the person, once, with its highest weight.
 * The address of a shielded person is never among them.
 */
export function termsOf(person: Findable): Term[] {
  const phone = person.phone === null ? '' : phoneDigits(person.phone);
  const terms = new Map<string, Term>();
  const add = (found: readonly Term[]): void => {
    for (const one of found) if ((terms.get(one.term)?.weight ?? 0) < one.weight) terms.set(one.term, one);
  };
  add(phone === '' ? [] : [phone, backwards(phone)].map(asNumber));
  add(person.pesel === null ? [] : [asSecret(person.pesel)]);
  add(person.otherIdNumber === null ? [] : [asSecret(documentTerm(person.otherIdNumber))]);
  add(asWords(person.familyName, weights.familyName));
  add(asWords(person.givenName, weights.givenName));
  add([person.middleName ?? '', ...person.formerNames].flatMap((name) => asWords(name, weights.otherName)));
  add(
    person.birthDate === null ? [] : [{ term: person.birthDate.replaceAll('-', ''), weight: weights.place }],
  );
  if (!person.shielded) add(addressTerms(person));
  return [...terms.values()].filter(({ term }) => term !== '');
}

const asNumber = (term: string): Term => ({ term, weight: weights.number });
const asSecret = (term: string): Term => ({ ...asNumber(term), secret: true });

const asWords = (text: string, weight: number): Term[] =>
  wordsOf(text).map((word) => ({ term: word.term, weight, word }));

function addressTerms({ street, locality, houseNumber, flatNumber, postcode }: Findable): Term[] {
  const house =
    houseNumber === null
      ? []
      : [houseTerm(houseNumber), ...(flatNumber === null ? [] : [houseTerm(`${houseNumber}/${flatNumber}`)])];
  const words = asWords(`${street ?? ''} ${locality ?? ''}`, weights.place).map((one) =>
    /^\d/.test(one.term) ? { term: houseTerm(one.term), weight: one.weight } : one,
  );
  const code = postcode === null ? [] : [postcode.replaceAll(/\D/g, '')];
  return [...words, ...[...house, ...code].map((term) => ({ term, weight: weights.place }))];
}
