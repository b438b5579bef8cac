import type { Figure, Passport } from '../../../statistics/figure.ts';
import { budgetOf } from './budget.ts';
import type { Action, Spent } from './plan.ts';

/** Money planned and money spent, side by side. */
export interface Spending {
  byYear: readonly { year: number; planned: Figure | null; spent: Figure }[];
  byAction: readonly { actionId: string; planned: Figure | null; spent: Figure }[];
  planned: Figure | null;
  spent: Figure;
}

const sumOfSpent = (some: readonly Spent[], passport: Passport): Figure => ({
  // Nobody has written anything: that is not known, and not 0 zł.
  value: some.length === 0 ? null : some.reduce((sum, { amount }) => sum + amount, 0),
  unit: 'grosze',
  passport,
});

/**
 * Spending against the budget. What was spent on an action that was dropped later stays spent, so it counts here though its
 * plan does not. `planned` is null where no card names money.
 */
export function spendingOf(
  actions: readonly Action[],
  passports: { planned: Passport; spent: Passport },
): Spending {
  const budget = budgetOf(actions, passports.planned);
  const all = actions.flatMap(({ spent }) => spent);
  const years = [...new Set([...budget.years, ...all.map(({ year }) => year)])].toSorted(
    (one, other) => one - other,
  );
  return {
    byYear: years.map((year) => ({
      year,
      planned: budget.byYear.find((one) => one.year === year)?.amount ?? null,
      spent: sumOfSpent(
        all.filter((one) => one.year === year),
        passports.spent,
      ),
    })),
    byAction: actions.map((action) => {
      const own = budgetOf([action], passports.planned);
      return {
        actionId: action.id,
        planned: own.years.length === 0 ? null : own.total,
        spent: sumOfSpent(action.spent, passports.spent),
      };
    }),
    planned: budget.years.length === 0 ? null : budget.total,
    spent: sumOfSpent(all, passports.spent),
  };
}
