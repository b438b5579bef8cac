import { z } from 'zod';
import { checkFeeTable, type FeeBand, type FeeTable } from '../../../law/index.ts';
import { choice, date, integer, optionalDate, optionalMoney, rows, text } from '../../../platform/fields.ts';
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

const tableInput = z.object({
  validFrom: date(),
  validTo: optionalDate(),
  hourlyPriceGrosze: optionalMoney(),
  roundingMode: choice(['halfUp', 'up', 'down']),
  roundingUnit: integer(1, 100),
  roundingOn: choice(['hourlyFee', 'total']),
  single: rows(bandInput, 40),
  family: rows(bandInput, 40),
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

/** The field of the form that a fault of the table belongs to. */
const fieldOf: Record<string, string> = {
  price: 'hourlyPriceGrosze',
  rounding: 'roundingUnit',
  period: 'validTo',
};
const bandField: Record<string, string> = { end: 'to', rate: 'rate', edges: 'to' };

const nowhere: TableContext = { gmina: '', service: '', resolution: '', today: '2000-01-01' };

/**
 * How an offered service is charged, as a form sends it. A table is judged by the law's own check: bands that overlap or
 * leave a gap are refused beside their row, in words. Tables of one service must not overlap in time.
 */
export const feeInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unsaid') }),
  z.object({ kind: z.literal('free') }),
  z.object({
    kind: z.literal('perUnit'),
    unitPriceGrosze: optionalMoney().pipe(z.number(pl.refusals.price)),
    reliefs,
  }),
  z
    .object({ kind: z.literal('byIncome'), tables: z.array(tableInput).min(1), reliefs })
    .superRefine((value, issues) => {
      for (const [index, input] of value.tables.entries()) {
        if (input.single.length === 0 && input.family.length === 0)
          issues.addIssue({
            code: 'custom',
            path: ['tables', index, 'single', 0, 'from'],
            message: pl.refusals.noBands,
          });
        for (const problem of checkFeeTable(tableOf(input, value.reliefs, nowhere))) {
          const path =
            problem.code === 'relief'
              ? ['reliefs', 0, 'percent']
              : problem.household && problem.band !== undefined
                ? ['tables', index, problem.household, problem.band - 1, bandField[problem.code] ?? 'from']
                : problem.household
                  ? ['tables', index, problem.household, 0, 'from']
                  : ['tables', index, fieldOf[problem.code] ?? 'validFrom'];
          issues.addIssue({ code: 'custom', path, message: problem.words });
        }
        const before = value.tables[index - 1];
        if (before && (before.validTo === undefined || before.validTo >= input.validFrom))
          issues.addIssue({
            code: 'custom',
            path: ['tables', index, 'validFrom'],
            message: pl.refusals.tablesOverlap,
          });
      }
    }),
]);

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
