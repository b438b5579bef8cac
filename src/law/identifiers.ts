import { basis, type LawEntries } from './basis.ts';
import { type IsoDate, isIsoDate, plainDate } from './dates.ts';

export type Sex = 'female' | 'male';

/** A number accepted in its one stored form, or the code of what is wrong with it. */
export type Checked<Facts, Code extends string> =
  | ({ readonly ok: true; readonly value: string } & Facts)
  | { readonly ok: false; readonly code: Code };

type NumberFault = 'digits' | 'length' | 'zeros' | 'checksum';

/** Polish words for every fault of a number, after its name: "PESEL: suma kontrolna się nie zgadza". */
export const identifierFaultWords = {
  digits: 'może zawierać tylko cyfry',
  length: 'ma złą liczbę cyfr',
  zeros: 'nie może składać się z samych zer',
  checksum: 'suma kontrolna się nie zgadza, sprawdź cyfry',
  date: 'zawiera datę urodzenia, która nie istnieje',
  voivodeship: 'zaczyna się od kodu województwa, którego nie ma',
  kind: 'ma na końcu nieznany rodzaj gminy',
  empty: 'jest puste',
  foreign: 'nie wygląda na numer telefonu z kodem kraju',
} as const;

const peselWeights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
/** Added to the month, by century (rules of the PESEL register). */
const centuryShift: Readonly<Record<string, number>> = { '18': 80, '19': 0, '20': 20, '21': 40, '22': 60 };

/** A PESEL: checksum, a birth date that exists (1800-2299) and sex. Spaces and hyphens are dropped. */
export function checkPesel(
  text: string,
): Checked<{ readonly birthDate: IsoDate; readonly sex: Sex }, NumberFault | 'date'> {
  const value = bare(text);
  const fault = faultOf(value, [11]);
  if (fault !== undefined) return { ok: false, code: fault };
  if (peselCheckDigit(value) !== Number(value[10])) return { ok: false, code: 'checksum' };
  const coded = Number(value.slice(2, 4));
  const century = Object.keys(centuryShift).find((each) => inYear(coded - (centuryShift[each] ?? 0)));
  if (century === undefined) return { ok: false, code: 'date' };
  const month = String(coded - (centuryShift[century] ?? 0)).padStart(2, '0');
  const birthDate = `${century}${value.slice(0, 2)}-${month}-${value.slice(4, 6)}`;
  if (!isIsoDate(birthDate)) return { ok: false, code: 'date' };
  return { ok: true, value, birthDate, sex: Number(value[9]) % 2 === 0 ? 'female' : 'male' };
}

/**
 * A valid PESEL for invented people. `serial` 0-4999 tells apart people of one sex born on one day.
 * Throws RangeError for a birth date outside 1800-2299 and for another serial.
 */
export function makePesel(birthDate: IsoDate, sex: Sex, serial: number): string {
  const { month } = plainDate(birthDate);
  const shift = centuryShift[birthDate.slice(0, 2)];
  if (shift === undefined) throw new RangeError(`No PESEL for a birth on ${birthDate}`);
  if (!Number.isInteger(serial) || serial < 0 || serial > 4999)
    throw new RangeError(`Serial not 0-4999: ${serial}`);
  const ten = [
    birthDate.slice(2, 4),
    String(month + shift).padStart(2, '0'),
    birthDate.slice(8, 10),
    String(serial * 2 + (sex === 'male' ? 1 : 0)).padStart(4, '0'),
  ].join('');
  return `${ten}${peselCheckDigit(ten)}`;
}

const regon9Weights = [8, 9, 2, 3, 4, 5, 6, 7];
const regon14Weights = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];

/** A REGON of 9 digits (whole entity) or 14 (local unit; its first 9 are checked too). */
export function checkRegon(text: string): Checked<{ readonly kind: 'entity' | 'localUnit' }, NumberFault> {
  const value = bare(text);
  const fault = faultOf(value, [9, 14]);
  if (fault !== undefined) return { ok: false, code: fault };
  const entity = (weighted(value, regon9Weights) % 11) % 10 === Number(value[8]);
  const unit = value.length === 9 || (weighted(value, regon14Weights) % 11) % 10 === Number(value[13]);
  if (!entity || !unit) return { ok: false, code: 'checksum' };
  return { ok: true, value, kind: value.length === 9 ? 'entity' : 'localUnit' };
}

const nipWeights = [6, 5, 7, 2, 3, 4, 5, 6, 7];

/** A NIP; a leading "PL" is dropped. A remainder of 10 is never a valid number. */
export function checkNip(text: string): Checked<object, NumberFault> {
  const value = bare(text).replace(/^PL/i, '');
  const fault = faultOf(value, [10]);
  if (fault !== undefined) return { ok: false, code: fault };
  return weighted(value, nipWeights) % 11 === Number(value[9])
    ? { ok: true, value }
    : { ok: false, code: 'checksum' };
}

const gminaKinds = {
  1: 'urban',
  2: 'rural',
  3: 'urbanRural',
  4: 'townOfUrbanRural',
  5: 'countryOfUrbanRural',
} as const;

export type GminaKind = (typeof gminaKinds)[keyof typeof gminaKinds];

/**
 * A TERYT code of a gmina (7 digits). Join data by `joinKey`, the first six: the seventh is the kind, and changes
 * when a village becomes a town (82 gminas between 2020 and 2026).
 */
export function checkTeryt(
  text: string,
): Checked<{ readonly joinKey: string; readonly kind: GminaKind }, NumberFault | 'voivodeship' | 'kind'> {
  const value = bare(text);
  const fault = faultOf(value, [7]);
  if (fault !== undefined) return { ok: false, code: fault };
  const voivodeship = Number(value.slice(0, 2));
  if (voivodeship % 2 !== 0 || voivodeship < 2 || voivodeship > 32) return { ok: false, code: 'voivodeship' };
  const kind = Object.entries(gminaKinds).find(([digit]) => digit === value[6])?.[1];
  return kind === undefined
    ? { ok: false, code: 'kind' }
    : { ok: true, value, joinKey: gminaKey(value), kind };
}

/** The part of a TERYT code that survives a change of the gmina's kind: its first six digits. */
export function gminaKey(teryt: string): string {
  return teryt.slice(0, 6);
}

/** A telephone number as +48 and nine digits, or with another country's code when it is given with "+" or "00". */
export function normalisePhone(
  text: string,
): Checked<{ readonly country: 'PL' | 'other' }, 'empty' | 'digits' | 'length' | 'foreign'> {
  const typed = text.replaceAll(/[\s().\-–/]/g, '').replace(/^00/, '+');
  if (typed === '') return { ok: false, code: 'empty' };
  if (!/^\+?\d+$/.test(typed)) return { ok: false, code: 'digits' };
  const polish = /^(?:\+48|48(?=\d{9}$))?([1-9]\d{8})$/.exec(typed);
  if (polish?.[1] !== undefined) return { ok: true, value: `+48${polish[1]}`, country: 'PL' };
  if (!typed.startsWith('+') || typed.startsWith('+48')) return { ok: false, code: 'length' };
  return /^\+[1-9]\d{7,14}$/.test(typed)
    ? { ok: true, value: typed, country: 'other' }
    : { ok: false, code: 'foreign' };
}

/** A Polish postcode as NN-NNN. */
export function normalisePostcode(text: string): Checked<object, 'empty' | 'digits' | 'length'> {
  const digits = bare(text);
  if (digits === '') return { ok: false, code: 'empty' };
  if (!/^\d+$/.test(digits)) return { ok: false, code: 'digits' };
  if (digits.length !== 5) return { ok: false, code: 'length' };
  return { ok: true, value: `${digits.slice(0, 2)}-${digits.slice(2)}` };
}

function bare(text: string): string {
  return text.replaceAll(/[\s\-–]/g, '');
}

function faultOf(value: string, lengths: readonly number[]): NumberFault | undefined {
  if (!/^\d*$/.test(value)) return 'digits';
  if (!lengths.includes(value.length)) return 'length';
  return /^0+$/.test(value) ? 'zeros' : undefined;
}

function weighted(value: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(value[index]), 0);
}

function peselCheckDigit(value: string): number {
  return (10 - (weighted(value, peselWeights) % 10)) % 10;
}

function inYear(month: number): boolean {
  return month >= 1 && month <= 12;
}

const rules = (confidence: 'secondary' | 'recalled', note: string) =>
  basis('identifier', '', confidence, note);

export const basisOf: LawEntries = {
  subject: 'Numery i ich poprawność',
  functions: {
    checkPesel: [rules('secondary', 'PESEL')],
    makePesel: [rules('secondary', 'PESEL')],
    checkRegon: [rules('secondary', 'REGON 9'), rules('recalled', 'REGON 14')],
    checkNip: [rules('secondary', 'NIP')],
    checkTeryt: [rules('recalled', 'TERYT')],
    gminaKey: [rules('recalled', 'TERYT')],
    normalisePhone: [],
    normalisePostcode: [],
  },
};
