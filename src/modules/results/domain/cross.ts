import {
  type Column,
  crossed,
  crossTable,
  type Problem,
  safeTable,
  tallyCategories,
} from '../../../statistics/index.ts';
import { hiddenCodes, tableOf } from './estimates.ts';
import type { Category, Variable } from './variables.ts';
import type { Weighted } from './weighting.ts';

/** A cross-table; a hidden number is null. `percent` is of the row. */
export interface Cross {
  rows: readonly Category[];
  columns: readonly Category[];
  cells: { count: number | null; percent: number | null }[][];
  rowTotals: (number | null)[];
  columnTotals: (number | null)[];
  total: number | null;
  hidden: number;
  /** Rao-Scott test of the second order; null: cannot be computed, or nothing was drawn. */
  test: { f: number; ndf: number; ddf: number; p: number } | null;
  problem: Problem | null;
}

/** The code of categories that are hidden where the question stands alone, taken together. */
export const mergedCode = -100;

/**
 * A variable for crossing: categories that its own table hides are one, because a sum of a cross-table would show what is
 * hidden there (linked tables; Hundepool et al. 2012, 4.2).
 */
export function merged(variable: Variable, weighted: Weighted, mergedText: string): Variable {
  const hidden = new Set(hiddenCodes(tableOf(variable, weighted, false)));
  if (hidden.size < 2) return variable;
  const kept = variable.categories.filter(({ code }) => !hidden.has(code));
  const places = variable.categories.map(({ code }) =>
    hidden.has(code) ? kept.length : kept.findIndex((one) => one.code === code),
  );
  const { codes, categories } = variable.column;
  const missing = kept.length + 1;
  const taken = codes.map((code) => (code >= categories ? missing : (places[code] ?? missing)));
  return {
    ...variable,
    categories: [...kept, { code: mergedCode, text: mergedText }],
    column: { codes: taken, categories: missing },
  };
}

const sum = (numbers: Float64Array): number => numbers.reduce((all, one) => all + one, 0);

/**
 * Two questions crossed: counts, weighted percentages of rows, and the chi-square of independence that respects weights
 * and design (Rao & Scott 1984; R's `svychisq`, F). Counts below five are hidden with what would give them away.
 */
export function crossOf(
  row: Variable,
  column: Variable,
  weighted: Weighted,
  { representative, mergedText }: { representative: boolean; mergedText: string },
): Cross {
  const [one, other] = [merged(row, weighted, mergedText), merged(column, weighted, mergedText)];
  const { cells, design } = weighted;
  const width = other.categories.length;
  const joint: Column = crossed([one.column, other.column]);
  const tally = tallyCategories(cells, joint);
  const safe = safeTable([one.categories.length, width], tally.counts.map(sum));
  const weightOf = (counts: Float64Array): number =>
    counts.reduce((all, count, cell) => all + count * (design.weights[cell] ?? 0), 0);
  const weights = tally.counts.map(weightOf);
  let hidden = 0;
  const shownCells = one.categories.map((_, at) => {
    const own = weights.slice(at * width, (at + 1) * width);
    const all = own.reduce((total, weight) => total + weight, 0);
    const counts = own.map((_weight, place) => safe.at([at, place]));
    hidden += counts.filter((count) => count === null).length;
    // With the sum of the row hidden a percent would tell what the row holds.
    const told = safe.at([at, null]) !== null && all > 0;
    return counts.map((count, place) => ({
      count,
      percent: count === null || !told ? null : ((own[place] ?? 0) / all) * 100,
    }));
  });
  const table = representative ? crossTable(design, tally, width) : null;
  return {
    rows: one.categories,
    columns: other.categories,
    cells: shownCells,
    rowTotals: one.categories.map((_, at) => safe.at([at, null])),
    columnTotals: other.categories.map((_, at) => safe.at([null, at])),
    total: safe.at([null, null]),
    hidden,
    test: table?.ok
      ? {
          f: table.value.secondOrder.statistic,
          ndf: table.value.secondOrder.ndf,
          ddf: table.value.secondOrder.ddf,
          p: table.value.secondOrder.p,
        }
      : null,
    problem: table && !table.ok ? table.problem : null,
  };
}
