import type { Safe } from '../../../platform/vault/stores.ts';
import type { Before } from '../domain/corrections.ts';

/** The numbers that name one person and nobody else: PESEL and an identity document. */
export interface Numbers {
  pesel: string | null;
  otherIdNumber: string | null;
}

/** How the numbers stand in a row of `person`: sealed, and the PESEL with its mark. */
export interface SealedNumbers {
  pesel_sealed: string | null;
  pesel_mark: string | null;
  other_id_sealed: string | null;
}

const markedAs = (centreId: string): string => `person.pesel/${centreId}`;
const placeOf = (centreId: string, personId: string, what: keyof Numbers): string =>
  `person.${what}/${centreId}/${personId}`;

/** The numbers as the row keeps them. */
export const sealNumbers = (
  { centreId, vault }: Safe,
  personId: string,
  { pesel, otherIdNumber }: Numbers,
): SealedNumbers => ({
  pesel_sealed: pesel === null ? null : vault.seal(pesel, placeOf(centreId, personId, 'pesel')),
  pesel_mark: pesel === null ? null : vault.mark(pesel, markedAs(centreId)),
  other_id_sealed:
    otherIdNumber === null ? null : vault.seal(otherIdNumber, placeOf(centreId, personId, 'otherIdNumber')),
});

/** The numbers that a row keeps. */
export const openNumbers = (
  { centreId, vault }: Safe,
  personId: string,
  row: Pick<SealedNumbers, 'pesel_sealed' | 'other_id_sealed'>,
): Numbers => ({
  pesel:
    row.pesel_sealed === null ? null : vault.open(row.pesel_sealed, placeOf(centreId, personId, 'pesel')),
  otherIdNumber:
    row.other_id_sealed === null
      ? null
      : vault.open(row.other_id_sealed, placeOf(centreId, personId, 'otherIdNumber')),
});

/** By what a PESEL is found: one mark, and while keys are changed one of each key. */
export const peselMarks = ({ centreId, vault }: Safe, pesel: string): string[] =>
  vault.marks(pesel, markedAs(centreId));

/** What stands for a number in the search index, by every key that is here, today's first. */
export const numberTerms = ({ centreId, vault }: Safe, number: string): string[] =>
  vault.marks(number, `person_term/${centreId}`).map((mark) => `!${mark}`);

/** What stands for a number in the search index. */
export const numberTerm = ({ centreId, vault }: Safe, number: string): string =>
  `!${vault.mark(number, `person_term/${centreId}`)}`;

const secret: ReadonlySet<string> = new Set(['pesel', 'otherIdNumber'] satisfies (keyof Numbers)[]);

/** What stood in the trail with its numbers, and only they, put through `change`. */
export const overNumbers = (before: Before, change: (value: string, field: string) => string): Before =>
  Object.fromEntries(
    Object.entries(before).map(([field, value]) => [
      field,
      secret.has(field) && typeof value === 'string' ? change(value, field) : value,
    ]),
  );

/** Where a number of the trail is kept. */
export const trailPlace = (centreId: string, personId: string, version: number, field: string): string =>
  `person_correction.${field}/${centreId}/${personId}/${version}`;

/** What stood there before, as the trail keeps it. */
export const sealBefore = (
  { centreId, vault }: Safe,
  personId: string,
  version: number,
  before: Before,
): Before =>
  overNumbers(before, (value, field) => vault.seal(value, trailPlace(centreId, personId, version, field)));

/** What the trail keeps, opened. */
export const openBefore = (
  { centreId, vault }: Safe,
  personId: string,
  version: number,
  before: Before,
): Before =>
  overNumbers(before, (value, field) => vault.open(value, trailPlace(centreId, personId, version, field)));

const answerPlace = (centreId: string, caseId: string): string =>
  `application.answers.pesel/${centreId}/${caseId}`;

type Answers = Readonly<Record<string, unknown>>;
const overPesel = (answers: Answers, change: (value: string) => string): Answers => {
  const { pesel } = answers;
  return typeof pesel === 'string' ? { ...answers, pesel: change(pesel) } : answers;
};

/** Whether a text is a sealed one; a number of release 0.1.0 stands plain. */
export const isSealed = (value: string): boolean => /^v1\.[0-9a-f]{12}\./.test(value);

/** Answers of an application as its row keeps them: the PESEL sealed. */
export const sealPeselAnswer = ({ centreId, vault }: Safe, caseId: string, answers: Answers): Answers =>
  overPesel(answers, (value) => vault.seal(value, answerPlace(centreId, caseId)));

/** Answers of an application as they were given. */
export const openPeselAnswer = ({ centreId, vault }: Safe, caseId: string, answers: Answers): Answers =>
  overPesel(answers, (value) => (isSealed(value) ? vault.open(value, answerPlace(centreId, caseId)) : value));
