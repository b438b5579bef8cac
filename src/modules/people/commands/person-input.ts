import { z } from 'zod';
import { checkPesel, identifierFaultWords, normalisePhone, normalisePostcode } from '../../../law/index.ts';
import { choice, optionalDate, optionalText, text } from '../../../platform/fields.ts';
import { tidyName } from '../domain/names.ts';
import { contactPreferences, languages, noPeselReasons } from '../domain/person.ts';
import { pl } from '../pl.ts';

type Fault = keyof typeof identifierFaultWords;

/** An optional number in its one stored form, or the words of what is wrong with it. */
const number = (
  label: string,
  check: (text: string) => { ok: true; value: string } | { ok: false; code: Fault },
) =>
  optionalText(40).transform((value, context): string | undefined => {
    if (value === undefined) return undefined;
    const checked = check(value);
    if (checked.ok) return checked.value;
    context.addIssue({
      code: 'custom',
      message: pl.refusals.number(label, identifierFaultWords[checked.code]),
    });
    return z.NEVER;
  });

const longestName = 200;
const letters = /^(?=.*\p{L})[\p{L}\p{M}'. -]+$/u;

const isName = (value: string | undefined): boolean => value === undefined || letters.test(value);

const name = () => text(longestName).transform(tidyName).refine(isName, pl.refusals.name);

const optionalName = () =>
  optionalText(longestName)
    .transform((value) => (value === undefined ? undefined : tidyName(value)))
    .refine(isName, pl.refusals.name);

const optionalChoice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), choice(values).optional());

/** The fields of a person's form, for a new person and for a correction. */
export const personFields = {
  givenName: name(),
  middleName: optionalName(),
  familyName: name(),
  pesel: number(pl.facts.pesel, checkPesel),
  noPeselReason: optionalChoice(noPeselReasons),
  birthDate: optionalDate(),
  sex: optionalChoice(['female', 'male']),
  overrideReason: optionalText(300),
  otherIdKind: optionalText(60),
  otherIdNumber: optionalText(40),
  gmina: text(7),
  livesOutside: optionalText(100),
  locality: optionalText(100),
  street: optionalText(100),
  houseNumber: optionalText(20),
  flatNumber: optionalText(20),
  postcode: number(pl.facts.postcode, normalisePostcode),
  phone: number(pl.facts.phone, normalisePhone),
  email: optionalText(200).refine(
    (value) => value === undefined || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
    pl.refusals.email,
  ),
  language: optionalChoice(languages),
  contactPreference: optionalChoice(contactPreferences),
  accessibilityNeeds: optionalText(500),
};

const fields = z.object(personFields);
export type PersonInput = z.infer<typeof fields>;
