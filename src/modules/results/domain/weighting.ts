import {
  type Cells,
  collapse,
  type Column,
  crossed,
  type Design,
  designOf,
  type Margin,
  perCell,
  postStratify,
  type Problem,
  rake,
  safeTable,
  type Spread,
  spreadOf,
  trimmed,
} from '../../../statistics/index.ts';
import { z } from 'zod';

export const methods = ['none', 'postStratification', 'raking'] as const;
export type Method = (typeof methods)[number];

/** A table of the population: of one question, or of two crossed. */
export const marginSchema = z.object({
  questions: z.array(z.string().max(60)).min(1).max(2),
  source: z.string().max(300),
  cells: z
    .array(z.object({ codes: z.array(z.int()).min(1).max(2), people: z.number().min(0).max(1e9) }))
    .min(1)
    .max(400),
});
export type MarginSetting = z.infer<typeof marginSchema>;

/** How the answers of a survey are weighted. */
export interface Weighting {
  method: Method;
  margins: readonly MarginSetting[];
  /** No weight above so many times the mean; null: not trimmed. */
  cap: number | null;
}

export const unweighted: Weighting = { method: 'none', margins: [], cap: null };

/** The columns that a weighting needs, by the name of the question. */
export type ColumnsByName = ReadonlyMap<
  string,
  { title?: string; codes: readonly { code: number; text: string }[]; column: Column }
>;

/** What was wanted of a category, what the answers give without weights and with them, in percent; null: hidden, as its count is. */
export interface Fit {
  margin: string;
  category: string;
  wanted: number;
  before: number | null;
  after: number | null;
}

export interface WeightReport {
  spread: Spread;
  /** Largest and smallest weight as multiples of the mean. */
  largest: number;
  smallest: number;
  /** Answers whose weight was cut to the bound, and people that were moved. */
  cut: number;
  moved: number;
  /** Groups of the highest weights. Of fewer than five answers neither their number nor the group is told: the weight tells it. */
  extreme: { group: string | null; weight: number; answers: number | null }[];
  fits: Fit[];
  cycles: number | null;
}

export interface Weighted {
  cells: Cells;
  design: Design;
  report: WeightReport;
  /** The weights stand for people of the population. */
  calibrated: boolean;
}

/** A problem of the statistics, or a margin that does not fit the questionnaire. */
export type WeightProblem =
  | { kind: 'unknown-question'; margin: string }
  | { kind: 'unknown-answer'; margin: string; code: number }
  | { kind: 'answer-left-out'; margin: string; category: string }
  | { kind: 'one-table'; tables: number }
  | { kind: 'no-table' }
  | { kind: 'statistics'; problem: Problem; category: string };

type Ready = { ok: true; value: Weighted } | { ok: false; problem: WeightProblem };

type Prepared = { name: string; source: Column; labels: string[]; counts: number[]; shape: number[] };

const fewest = 5;
// Tables of one population that differ by as much as rounding does are scaled to the first; more is an error.
const rounding = 0.003;

function prepare(
  setting: MarginSetting,
  columns: ColumnsByName,
): { ok: true; value: Prepared } | { ok: false; problem: WeightProblem } {
  const name = setting.questions.map((question) => columns.get(question)?.title ?? question).join(' × ');
  const parts = setting.questions.flatMap((question) => columns.get(question) ?? []);
  if (parts.length !== setting.questions.length)
    return { ok: false, problem: { kind: 'unknown-question', margin: name } };
  const size = parts.reduce((product, { codes }) => product * codes.length, 1);
  const counts: number[] = Array.from({ length: size }, () => Number.NaN);
  for (const { codes, people } of setting.cells) {
    let at = 0;
    for (const [side, part] of parts.entries()) {
      const own = part.codes.findIndex(({ code }) => code === codes[side]);
      if (own < 0 || codes.length !== parts.length)
        return { ok: false, problem: { kind: 'unknown-answer', margin: name, code: codes[side] ?? 0 } };
      at = at * part.codes.length + own;
    }
    counts[at] = people;
  }
  const labels = counts.map((_, place) => {
    let rest = place;
    return parts
      .toReversed()
      .map(({ codes }) => {
        const own = codes[rest % codes.length];
        rest = Math.floor(rest / codes.length);
        return own?.text ?? '';
      })
      .toReversed()
      .join(', ');
  });
  const left = counts.findIndex((count) => Number.isNaN(count));
  if (left >= 0)
    return { ok: false, problem: { kind: 'answer-left-out', margin: name, category: labels[left] ?? '' } };
  const [first] = parts;
  const source = parts.length === 1 && first ? first.column : crossed(parts.map(({ column }) => column));
  return { ok: true, value: { name, source, labels, counts, shape: parts.map(({ codes }) => codes.length) } };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Sums over the cells by the categories of a column; weighted when weights are given. */
function sumsOf(column: Column, rows: Float64Array, weights?: Float64Array): number[] {
  const sums = new Float64Array(column.categories);
  for (let cell = 0; cell < rows.length; cell++) {
    const code = column.codes[cell] ?? column.categories;
    if (code < column.categories)
      sums[code] = (sums[code] ?? 0) + (rows[cell] ?? 0) * (weights ? (weights[cell] ?? 0) : 1);
  }
  return [...sums];
}

/** How a table is met: what may not be counted is not told in percent either. */
function fitsOf({ name, labels, counts, shape }: Prepared, column: Column, { rows, weights }: Design): Fit[] {
  const before = sumsOf(column, rows);
  const after = sumsOf(column, rows, weights);
  const safe = safeTable(shape, before);
  const [wanted, plain, weighted] = [sumOf(counts), sumOf(before), sumOf(after)];
  const width = shape[1] ?? 1;
  return labels.map((category, own) => {
    const place = shape.length === 1 ? [own] : [Math.floor(own / width), own % width];
    const hidden = safe.at(place) === null;
    return {
      margin: name,
      category,
      wanted: ((counts[own] ?? 0) / wanted) * 100,
      before: hidden ? null : ((before[own] ?? 0) / plain) * 100,
      after: hidden ? null : ((after[own] ?? 0) / weighted) * 100,
    };
  });
}

function extremes(
  prepared: readonly Prepared[],
  columns: readonly Column[],
  { rows, weights }: Design,
  mean: number,
): WeightReport['extreme'] {
  return [...weights.keys()]
    .toSorted((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0))
    .slice(0, 5)
    .filter((cell) => (weights[cell] ?? 0) > 2 * mean)
    .map((cell) => {
      const answers = rows[cell] ?? 0;
      const group = prepared
        .flatMap(({ labels }, at) => labels[columns[at]?.codes[cell] ?? labels.length] ?? [])
        .join(', ');
      const few = answers < fewest;
      return {
        group: few ? null : group,
        weight: (weights[cell] ?? 0) / mean,
        answers: few ? null : answers,
      };
    });
}

/** Strata of a drawn sample: the stratum of each row, and the people of each. */
export interface SampleStrata {
  column: Column;
  people: readonly number[];
}

/**
 * The answers as cells with their weights. Of a drawn sample an answer first weighs the people of its stratum over the
 * answers of the stratum; then it is post-stratified or raked to the margins, then trimmed.
 *
 * @param rows how many answers there are
 */
export function weigh(
  { method, margins, cap }: Weighting,
  rows: number,
  columns: ColumnsByName,
  strata?: SampleStrata,
): Ready {
  const prepared: Prepared[] = [];
  for (const setting of method === 'none' ? [] : margins) {
    const one = prepare(setting, columns);
    if (!one.ok) return one;
    prepared.push(one.value);
  }
  if (method === 'postStratification' && prepared.length !== 1)
    return { ok: false, problem: { kind: 'one-table', tables: prepared.length } };
  if (method === 'raking' && prepared.length === 0) return { ok: false, problem: { kind: 'no-table' } };
  const [first] = prepared;
  const total = first ? sumOf(first.counts) : 0;
  const failed = (problem: Problem): Ready => ({
    ok: false,
    problem: {
      kind: 'statistics',
      problem,
      category:
        'category' in problem && 'margin' in problem
          ? (prepared.find(({ name }) => name === problem.margin)?.labels[problem.category] ?? '')
          : '',
    },
  });
  const all = prepared.map(({ source }) => source).concat(strata ? [strata.column] : []);
  const cells = collapse(all, rows);
  const perCells = prepared.map(({ source }) => perCell(cells, source));
  const stratumOf = strata ? perCell(cells, strata.column) : undefined;
  const answered = new Float64Array((strata?.column.categories ?? 0) + 1);
  for (let cell = 0; stratumOf && cell < cells.size; cell++) {
    const own = stratumOf.codes[cell] ?? 0;
    answered[own] = (answered[own] ?? 0) + (cells.rows[cell] ?? 0);
  }
  const base = stratumOf
    ? Float64Array.from(
        { length: cells.size },
        (_, cell) =>
          (strata?.people[stratumOf.codes[cell] ?? 0] ?? 1) / (answered[stratumOf.codes[cell] ?? 0] || 1),
      )
    : 1;
  const made = designOf(cells, base, stratumOf ? { column: stratumOf, lonely: 'adjust' } : undefined);
  if (!made.ok) return failed(made.problem);
  const asMargins = prepared.map(({ name, counts }, at): Margin => {
    const sum = sumOf(counts);
    const factor = sum > 0 && Math.abs(sum - total) <= rounding * total ? total / sum : 1;
    return {
      name,
      column: perCells[at] ?? { codes: new Uint8Array(), categories: 0 },
      counts: counts.map((count) => count * factor),
    };
  });
  let design = made.value;
  let cycles: number | null = null;
  if (method === 'postStratification' && asMargins[0]) {
    const after = postStratify(design, asMargins[0]);
    if (!after.ok) return failed(after.problem);
    design = after.value;
  } else if (method === 'raking') {
    const after = rake(design, asMargins, { tolerance: 1e-6 });
    if (!after.ok) return failed(after.problem);
    design = after.value.design;
    cycles = after.value.cycles;
  }
  let cut = { cut: 0, moved: 0 };
  if (cap !== null && (method !== 'none' || strata)) {
    const spread = spreadOf(design);
    const after = trimmed(design, { upper: cap * (spread.total / spread.answers) });
    if (!after.ok) return failed(after.problem);
    design = after.value.design;
    cut = after.value;
  }
  const spread = spreadOf(design);
  const mean = spread.total / spread.answers;
  const fits = prepared.flatMap((one, at) => {
    const column = perCells[at];
    return column ? fitsOf(one, column, design) : [];
  });
  return {
    ok: true,
    value: {
      cells,
      design,
      calibrated: method !== 'none' || strata !== undefined,
      report: {
        spread,
        largest: spread.largest / mean,
        smallest: spread.smallest / mean,
        cut: cut.cut,
        moved: cut.moved,
        extreme: extremes(prepared, perCells, design, mean),
        fits,
        cycles,
      },
    },
  };
}
