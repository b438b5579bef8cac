import { basis, checkPesel, cite } from '../../../law/index.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { type IdentityFault, identityOf } from '../domain/identity.ts';
import { nameOf } from '../domain/names.ts';
import type { Likeness } from '../domain/duplicates.ts';
import { type Address, addressNames, hasAddress, type Person, type PersonFacts } from '../domain/person.ts';
import { pl } from '../pl.ts';
import type { PersonInput } from './person-input.ts';

const words = pl.refusals;

export const personalData = cite(basis('cus', '50', 'statute'));
const withoutPesel = cite(basis('kri', '§ 10', 'statute'));

const faultyField: Readonly<Record<IdentityFault, string>> = {
  pesel: 'pesel',
  'reason-missing': 'pesel',
  'override-missing': 'overrideReason',
  'born-later': 'birthDate',
  'born-too-long-ago': 'birthDate',
  'id-kind-missing': 'otherIdKind',
};

/** What the rules need to know of the world before a person is written down. */
export interface Surroundings {
  served: readonly { teryt: string }[];
  /** Somebody else who holds the same PESEL. */
  holder: Person | undefined;
}

/** The facts to keep, or what is wrong with what was written. */
export function factsFrom(
  input: PersonInput,
  { served, holder }: Surroundings,
  today: string,
): PersonFacts | Refusal {
  const who = identityOf(input, today);
  if (!who.ok)
    return refuse(`people.${who.fault}`, words.identity[who.fault], {
      field: faultyField[who.fault],
      ...(who.fault === 'reason-missing' ? { basis: withoutPesel } : {}),
    });
  if (holder !== undefined)
    return refuse('people.pesel-taken', words.peselTaken(nameOf(holder)), { field: 'pesel' });
  if (!served.some(({ teryt }) => teryt === input.gmina))
    return refuse('people.foreign-gmina', words.gmina, { field: 'gmina' });
  const facts: PersonFacts = {
    ...who.identity,
    givenName: input.givenName,
    middleName: input.middleName ?? null,
    familyName: input.familyName,
    gmina: input.gmina,
    livesOutside: input.livesOutside ?? null,
    locality: input.locality ?? null,
    street: input.street ?? null,
    houseNumber: input.houseNumber ?? null,
    flatNumber: input.flatNumber ?? null,
    postcode: input.postcode ?? null,
    phone: input.phone ?? null,
    email: input.email ?? null,
    language: input.language ?? 'pl',
    contactPreference: input.contactPreference ?? null,
    accessibilityNeeds: input.accessibilityNeeds ?? null,
  };
  if (facts.locality === null && hasAddress(facts))
    return refuse('people.address-without-place', words.locality, { field: 'locality' });
  return facts;
}

type LikenessInput = Pick<
  PersonInput,
  'givenName' | 'familyName' | 'pesel' | 'birthDate' | 'phone' | keyof Address
>;

/** What is written of a person so far, as duplicates are looked for; the PESEL tells the birth date. */
export function likenessOf(input: LikenessInput): Likeness {
  const checked = input.pesel === undefined ? undefined : checkPesel(input.pesel);
  return {
    givenName: input.givenName,
    familyName: input.familyName,
    birthDate: input.birthDate ?? (checked?.ok ? checked.birthDate : null),
    phone: input.phone ?? null,
    locality: input.locality ?? null,
    street: input.street ?? null,
    houseNumber: input.houseNumber ?? null,
    flatNumber: input.flatNumber ?? null,
    postcode: input.postcode ?? null,
    shielded: false,
  };
}

/** The facts with the address that stood there, when it is hidden and the form left its lines empty. */
export const keepingHiddenAddress = (facts: PersonFacts, before: Person): PersonFacts =>
  before.shielded && !hasAddress(facts)
    ? { ...facts, ...Object.fromEntries(addressNames.map((name) => [name, before[name]])) }
    : facts;

/** What a person is told when another worker took the same PESEL in the same second. */
export const peselRace = {
  person_pesel_once: refuse('people.pesel-taken', words.peselTakenNow, { field: 'pesel' }),
};
