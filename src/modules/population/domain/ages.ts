/** Five-year groups of age, the last one open: the groups of the shipped facts (GUS BDL, P2137). */
export const ageGroups = [
  '0-4',
  '5-9',
  '10-14',
  '15-19',
  '20-24',
  '25-29',
  '30-34',
  '35-39',
  '40-44',
  '45-49',
  '50-54',
  '55-59',
  '60-64',
  '65-69',
  '70-74',
  '75-79',
  '80-84',
  '85+',
] as const;

/** People by the 18 groups; `null`: the source does not say. */
export type Ages = readonly (number | null)[];

/** Ages from `from` to `to`, both included, on the borders of the five-year groups; without `to` upwards. */
export type AgeRange = { readonly from: number; readonly to?: number };

/** Ranges that diagnoses and plans speak of. */
export const ranges = {
  all: { from: 0 },
  children: { from: 0, to: 14 },
  working: { from: 15, to: 64 },
  older: { from: 65 },
  seniors: { from: 60 },
  oldest: { from: 80 },
  babies: { from: 0, to: 4 },
} as const satisfies Record<string, AgeRange>;

const last = ageGroups.length - 1;

/** "65+", "0–14", "wszyscy" is said by the words. */
export const rangeText = ({ from, to }: AgeRange): string =>
  to === undefined ? `${from}+` : `${from}–${to}`;

/** Whether a range lies on the borders of the five-year groups. */
export const fits = ({ from, to }: AgeRange): boolean =>
  from >= 0 &&
  from <= 85 &&
  from % 5 === 0 &&
  (to === undefined || (to > from && to <= 84 && (to + 1) % 5 === 0));

/** The indexes of the groups of a range, both included. @throws when the range cuts a group in two. */
export function indexes(range: AgeRange): { first: number; last: number } {
  if (!fits(range)) throw new Error(`no border of a five-year group: ${rangeText(range)}`);
  return { first: range.from / 5, last: range.to === undefined ? last : (range.to + 1) / 5 - 1 };
}

/** People in a range; `null` when one of its groups is not known. */
export function peopleIn(ages: Ages, range: AgeRange): number | null {
  const at = indexes(range);
  const parts = ages.slice(at.first, at.last + 1);
  return parts.includes(null) || parts.length === 0
    ? null
    : parts.reduce<number>((sum, people) => sum + (people ?? 0), 0);
}
