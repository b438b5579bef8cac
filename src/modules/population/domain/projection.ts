import { type Mortality, survival } from './mortality.ts';

export const scenarios = ['low', 'medium', 'high'] as const;
export type Scenario = (typeof scenarios)[number];

/** Men and women by the 18 groups, all known. */
export type People = { men: readonly number[]; women: readonly number[] };

export type Assumptions = {
  mortality: { men: Mortality; women: Mortality };
  /** Total fertility rate; births = women of 20-39 x rate / 20 in a year. */
  fertility: number;
  /** How many per cent mortality changes in a year; negative: people live longer. */
  mortalityChange: number;
  /** People a year, more come than go; spread over 0-44 as people are. */
  migration: number;
};

const fertile = { first: 4, last: 7, years: 20 };
const moving = 9;
// 105 boys for 100 girls.
const girls = 100 / 205;
const step = 5;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const mothers = ({ women }: Pick<People, 'women'>): number =>
  sum(women.slice(fertile.first, fertile.last + 1));

function grownOlder(people: readonly number[], mortality: Mortality, change: number): number[] {
  const alive = people.map((count, group) => count * survival(mortality, group, change));
  const top = alive.length - 1;
  return [0, ...alive.slice(0, top - 1), (alive[top - 1] ?? 0) + (alive[top] ?? 0)];
}

/** Five years on: grown older by the law of mortality, born, come and gone. */
function fiveYears(people: People, assumptions: Assumptions, yearsSince: number): People {
  const change = ((1 + assumptions.mortalityChange / 100) ** (yearsSince + step / 2) - 1) * 100;
  const men = grownOlder(people.men, assumptions.mortality.men, change);
  const women = grownOlder(people.women, assumptions.mortality.women, change);
  const births =
    ((step * (mothers(people) + mothers({ women }))) / 2) * (assumptions.fertility / fertile.years);
  men[0] = births * (1 - girls);
  women[0] = births * girls;
  const stock = sum(men.slice(0, moving)) + sum(women.slice(0, moving));
  const factor = stock > 0 ? Math.max(0, 1 + (assumptions.migration * step) / stock) : 1;
  const moved = (counts: readonly number[]): number[] =>
    counts.map((count, group) => (group < moving ? count * factor : count));
  return { men: moved(men), women: moved(women) };
}

const between = (one: readonly number[], other: readonly number[], part: number): number[] =>
  one.map((count, group) => count + ((other[group] ?? count) - count) * part);

/**
 * Cohort-component projection by five-year groups and sex (S. H. Preston, P. Heuveline, M. Guillot, Demography, 2001,
 * ch. 6); between two steps the years lie on a straight line.
 *
 * @returns the people of each asked year, by the year
 */
export function project(
  start: { year: number; people: People },
  assumptions: Assumptions,
  years: readonly number[],
): ReadonlyMap<number, People> {
  const found = new Map<number, People>();
  const until = Math.max(start.year, ...years);
  let year = start.year;
  let people = start.people;
  for (;;) {
    const next = fiveYears(people, assumptions, year - start.year);
    for (const asked of years.filter((one) => one >= year && one < year + step)) {
      const part = (asked - year) / step;
      found.set(asked, {
        men: between(people.men, next.men, part),
        women: between(people.women, next.women, part),
      });
    }
    year += step;
    people = next;
    if (year > until) return found;
  }
}

/** Men and women together. */
export const both = ({ men, women }: People): number[] =>
  men.map((count, group) => count + (women[group] ?? 0));
