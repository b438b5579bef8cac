/**
 * What it costs to move people from homes to support in the community: an estimate with its assumptions on the table,
 * never a promise. Money in grosze, time in years.
 */
export interface Assumptions {
  /** People who move, evenly through the first `movingYears` years. */
  people: number;
  movingYears: number;
  years: number;
  /** Monthly cost of a place in a home of one person. */
  homeMonthly: number;
  /** What the person and the family pay of it, in percent of the cost; the rest is the gmina's. */
  paidByResident: number;
  /** The part of a home's cost that stays when one person leaves (building, staff), in percent. */
  fixedShare: number;
  /** Hours of care a month for one person, and the price of one. */
  careHours: number;
  hourPrice: number;
  /** Flat, telecare, meals and coordination a month for one person. */
  otherMonthly: number;
  /** What the person pays of the support in the community, in percent. */
  paidInCommunity: number;
  /** Once, for each person: adaptation, equipment. */
  startOnce: number;
  /** Growth of prices a year, in percent, the same for both. */
  prices: number;
  /** People who go back to a home within a year of moving, in percent. */
  returns: number;
}

export const assumptionKeys = [
  'people',
  'movingYears',
  'years',
  'homeMonthly',
  'paidByResident',
  'fixedShare',
  'careHours',
  'hourPrice',
  'otherMonthly',
  'paidInCommunity',
  'startOnce',
  'prices',
  'returns',
] as const satisfies readonly (keyof Assumptions)[];

export interface YearOfMoving {
  year: number;
  /** Mean number of people in the community in the year. */
  inCommunity: number;
  /** What the gmina does not pay to homes any more. */
  saved: number;
  /** What the gmina pays for support in the community, the start included. */
  spent: number;
  /** Spent less saved; below 0: it is cheaper. */
  balance: number;
  /** Sum of the balances up to this year. */
  sum: number;
}

export interface WhatIf {
  years: readonly YearOfMoving[];
  /** A month of one person, for the gmina: at home's price today, and in the community. */
  monthly: { home: number; community: number };
  total: number;
  /** The first year, from 1, in which the sum is not above 0; null: not within the years. */
  paysBackIn: number | null;
}

const share = (percent: number): number => percent / 100;

/**
 * The balance of the gmina year by year.
 *
 * In year t (from 1) the mean number of people who live in the community is the mean of its begin and end, both
 * reduced by those who return. Saved: people x 12 x home x (1 - resident's part) x (1 - fixed part). Spent: people x 12
 * x (hours x price + other) x (1 - resident's part) + new people x start. Both grow with prices from the second year.
 */
export function whatIf(given: Assumptions): WhatIf {
  const { people, movingYears, years, prices } = given;
  const staying = 1 - share(given.returns);
  const home = given.homeMonthly * (1 - share(given.paidByResident)) * (1 - share(given.fixedShare));
  const community =
    (given.careHours * given.hourPrice + given.otherMonthly) * (1 - share(given.paidInCommunity));
  const movedBy = (year: number): number => people * Math.min(year / movingYears, 1);
  const rows: YearOfMoving[] = [];
  let sum = 0;
  for (let year = 1; year <= years; year += 1) {
    const growth = (1 + share(prices)) ** (year - 1);
    const inCommunity = ((movedBy(year - 1) + movedBy(year)) / 2) * staying;
    const saved = inCommunity * 12 * home * growth;
    const start = (movedBy(year) - movedBy(year - 1)) * given.startOnce * growth;
    const spent = inCommunity * 12 * community * growth + start;
    sum += spent - saved;
    rows.push({ year, inCommunity, saved, spent, balance: spent - saved, sum });
  }
  return {
    years: rows,
    monthly: { home, community },
    total: sum,
    paysBackIn: rows.find((row) => row.sum <= 0)?.year ?? null,
  };
}

export interface Sensitivity {
  assumption: keyof Assumptions;
  /** The assumption and the total when it is a fifth lower and a fifth higher. */
  lower: { value: number; total: number };
  higher: { value: number; total: number };
  /** How far apart the two totals are: the widest comes first. */
  swing: number;
}

/** Assumptions that are turned one by one; how many people, and for how long, is the question itself. */
const turned = assumptionKeys.filter((key) => key !== 'people' && key !== 'years' && key !== 'movingYears');

/** What the total becomes when each assumption alone is a fifth lower or higher, the most telling first. */
export function sensitivityOf(given: Assumptions, by = 0.2): Sensitivity[] {
  const at = (assumption: keyof Assumptions, times: number): { value: number; total: number } => {
    const value = given[assumption] * times;
    return { value, total: whatIf({ ...given, [assumption]: value }).total };
  };
  return turned
    .map((assumption) => {
      const [lower, higher] = [at(assumption, 1 - by), at(assumption, 1 + by)];
      return { assumption, lower, higher, swing: Math.abs(higher.total - lower.total) };
    })
    .filter(({ swing }) => swing > 0)
    .toSorted((one, other) => other.swing - one.swing);
}
