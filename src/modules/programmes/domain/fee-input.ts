import { z } from 'zod';
import {
  checkFeeTable,
  type FeeBand,
  type FeeTable,
  type TableFault,
  type TableProblem,
} from '../../../law/index.ts';
import {
  choice,
  date,
  integer,
  money,
  optionalDate,
  optionalMoney,
  rows,
  text,
} from '../../../platform/fields.ts';
import { pl } from '../pl.ts';
import type { OfferFee } from './fee.ts';

/** Percent as people type it ("138,5") in hundredths of a percent. */
const percent = (max: number) =>
  z.preprocess(
    (value) => {
      if (typeof value !== 'string') return value;
      const typed = /^(\d{1,5})(?:[,.](\d{1,2}))?$/.exec(value.replace(/[\s\u00a0%]/g, ''));
      return typed ? Number(typed[1]) * 100 + Number((typed[2] ?? '').padEnd(2, '0')) : Number.NaN;
    },
    z
      .number(pl.refusals.percent)
      .int(pl.refusals.percent)
      .min(0, pl.refusals.percent)
      .max(max, pl.refusals.percent),
  );

const blank = (value: unknown): unknown => (value === '' || value === undefined ? null : value);

/** One row of the table: both edges say whether they belong. */
const bandInput = z.object({
  from: percent(1_000_000),
  fromEdge: choice(['above', 'from']),
  to: z.preprocess(blank, percent(1_000_000).nullable()),
  toEdge: choice(['upTo', 'below']),
  rate: percent(10_000),
});

const reliefs = rows(z.object({ words: text(200), percent: percent(10_000) }), 20).default([]);

const cell = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null && name in row ? Reflect.get(row, name) : undefined;

const isBlank = (row: unknown, names: readonly string[]): boolean =>
  names.every((name) => cell(row, name) === undefined || cell(row, name) === '');

/** Leaves out rows in which nothing was typed: the choices in them are preset and say nothing. */
const typedRows = (names: readonly string[]) => (value: unknown) =>
  Array.isArray(value) ? value.filter((row) => !isBlank(row, names)) : [];

const bandRows = z.preprocess(typedRows(['from', 'to', 'rate']), z.array(bandInput).max(40));

const tableInput = z.object({
  validFrom: date(),
  validTo: optionalDate(),
  hourlyPriceGrosze: optionalMoney(),
  roundingMode: choice(['halfUp', 'up', 'down']),
  roundingUnit: integer(1, 100),
  roundingOn: choice(['hourlyFee', 'total']),
  single: bandRows,
  family: bandRows,
});

type TableInput = z.infer<typeof tableInput>;
type BandInput = z.infer<typeof bandInput>;
type ReliefsInput = z.infer<typeof reliefs>;

const bandOf = (band: BandInput): FeeBand => ({
  from: band.from,
  fromInclusive: band.fromEdge === 'from',
  to: band.to,
  toInclusive: band.to !== null && band.toEdge === 'upTo',
  rate: band.rate,
});

const reliefsOf = (input: ReliefsInput) =>
  input.map((one, index) => ({ id: `r${index + 1}`, words: one.words, share: one.percent }));

/** What the table belongs to; checked tables are judged before this is known. */
export interface TableContext {
  gmina: string;
  service: string;
  resolution: string;
  today: string;
}

const tableOf = (input: TableInput, given: ReliefsInput, context: TableContext): FeeTable => ({
  id: input.validFrom,
  gmina: context.gmina,
  service: context.service,
  resolution: context.resolution,
  validFrom: input.validFrom,
  validTo: input.validTo ?? null,
  hourlyPriceGrosze: input.hourlyPriceGrosze ?? null,
  bands: { single: input.single.map(bandOf), family: input.family.map(bandOf) },
  complete: { single: true, family: true },
  rounding: { mode: input.roundingMode, unit: input.roundingUnit, on: input.roundingOn },
  reliefs: reliefsOf(given),
  source: context.resolution,
  checkedOn: context.today,
});

const tableField: Partial<Record<TableFault, string>> = {
  price: 'hourlyPriceGrosze',
  rounding: 'roundingUnit',
  period: 'validTo',
};
const bandField: Partial<Record<TableFault, string>> = { end: 'to', rate: 'rate', edges: 'to' };

/** The field of the form beside which a fault of a table is shown. */
function fieldOf(index: number, { code, household, band }: TableProblem): (string | number)[] {
  if (code === 'relief') return ['reliefs', 0, 'percent'];
  if (household === undefined) return ['tables', index, tableField[code] ?? 'validFrom'];
  return ['tables', index, household, (band ?? 1) - 1, bandField[code] ?? 'from'];
}

const nowhere: TableContext = { gmina: '', service: '', resolution: '', today: '2000-01-01' };

/** What is wrong with the tables: the law's own check of each, and days that belong to two of them. */
function tableIssues(
  tables: readonly TableInput[],
  given: ReliefsInput,
): { path: (string | number)[]; message: string }[] {
  return tables.flatMap((input, index) => {
    const faults = checkFeeTable(tableOf(input, given, nowhere)).map((problem) => ({
      path: fieldOf(index, problem),
      message: problem.words,
    }));
    const before = tables[index - 1];
    const overlaps =
      before !== undefined && (before.validTo === undefined || before.validTo >= input.validFrom);
    return overlaps
      ? [...faults, { path: ['tables', index, 'validFrom'], message: pl.refusals.tablesOverlap }]
      : faults;
  });
}

/**
 * How an offered service is charged, as a form sends it. A table is judged by the law's own check: bands that overlap or
 * leave a gap are refused beside their row, in words. Tables of one service must not overlap in time.
 */
export const feeInput = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('unsaid') }),
    z.object({ kind: z.literal('free') }),
    z.object({ kind: z.literal('perUnit'), unitPriceGrosze: money(pl.refusals.price), reliefs }),
    z
      .object({
        kind: z.literal('byIncome'),
        tables: z.preprocess(
          typedRows(['validFrom', 'validTo', 'hourlyPriceGrosze']),
          z.array(tableInput).min(1, pl.refusals.noTable).max(10),
        ),
        reliefs,
      })
      .superRefine((value, issues) => {
        for (const issue of tableIssues(value.tables, value.reliefs))
          issues.addIssue({ code: 'custom', ...issue });
      }),
  ],
  pl.refusals.feeKind,
);

export type FeeInput = z.infer<typeof feeInput>;

/** The fee as it is kept; null when the programme does not say. */
export function feeOf(input: FeeInput, context: TableContext): OfferFee | null {
  switch (input.kind) {
    case 'unsaid':
      return null;
    case 'free':
      return { kind: 'free' };
    case 'perUnit':
      return { kind: 'perUnit', unitPriceGrosze: input.unitPriceGrosze, reliefs: reliefsOf(input.reliefs) };
    case 'byIncome': {
      // The law's table is read-only; what is kept is plain data.
      const tables = input.tables.map((table) => structuredClone(tableOf(table, input.reliefs, context)));
      return { kind: 'byIncome', tables: tables as Extract<OfferFee, { kind: 'byIncome' }>['tables'] };
    }
  }
}
