import type { Figure, Passport } from '../../../statistics/figure.ts';
import { sumOf } from '../../../statistics/figure.ts';
import { type Action, type Cost, type MoneySource, moneySources } from './plan.ts';

/** The budget (T9): money by year and source, in grosze; a sum with an unknown part is unknown. */
export interface Budget {
  years: readonly number[];
  sources: readonly MoneySource[];
  /** One cell per source and year that some action names. */
  cells: readonly { source: MoneySource; year: number; amount: Figure }[];
  byYear: readonly { year: number; amount: Figure }[];
  bySource: readonly { source: MoneySource; amount: Figure }[];
  total: Figure;
  /** Amounts that are known, and how many are not: "at least so much", where the total is unknown. */
  known: { amount: number; about: boolean; missing: number };
}

/** What of a passport depends on the actions that a sum is made of. */
export type OfActions = (actions: readonly Action[]) => Partial<Passport>;

type Billed = Cost & { action: Action };

const figureOf = ({ amount, about }: Cost, passport: Passport): Figure => ({
  value: amount,
  unit: 'grosze',
  passport,
  ...(about ? { about: true } : {}),
});

const nothing = (passport: Passport): Figure => ({ value: 0, unit: 'grosze', passport });

/**
 * The budget of all actions that are not dropped. The total is added up once, from the cells, never from the sums of
 * rows and columns.
 */
export function budgetOf(
  actions: readonly Action[],
  passport: Passport,
  ofActions: OfActions = () => ({}),
): Budget {
  const costs = actions
    .filter(({ state }) => state !== 'dropped')
    .flatMap((action) => action.costs.map((cost): Billed => ({ ...cost, action })));
  const years = [...new Set(costs.map(({ year }) => year))].toSorted((one, other) => one - other);
  const sources = moneySources.filter((source) => costs.some((cost) => cost.source === source));
  const sum = (some: readonly Billed[]): Figure => {
    const own = { ...passport, ...ofActions([...new Set(some.map(({ action }) => action))]) };
    return some.length === 0
      ? nothing(passport)
      : sumOf(
          some.map((cost) => figureOf(cost, own)),
          own,
        );
  };
  return {
    years,
    sources,
    cells: sources.flatMap((source) =>
      years
        .map((year) => ({
          source,
          year,
          of: costs.filter((one) => one.source === source && one.year === year),
        }))
        .filter(({ of }) => of.length > 0)
        .map(({ year, of }) => ({ source, year, amount: sum(of) })),
    ),
    byYear: years.map((year) => ({ year, amount: sum(costs.filter((one) => one.year === year)) })),
    bySource: sources.map((source) => ({
      source,
      amount: sum(costs.filter((one) => one.source === source)),
    })),
    total: sum(costs),
    known: {
      amount: costs.reduce((all, { amount }) => all + (amount ?? 0), 0),
      about: costs.some(({ about }) => about),
      missing: costs.filter(({ amount }) => amount === null).length,
    },
  };
}
