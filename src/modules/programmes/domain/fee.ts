import { z } from 'zod';
import {
  type Fee,
  type FeeRefusal,
  feeTableOn,
  type FeeTable,
  type Household,
  percentWords,
  type Relief,
  serviceFee,
  zloty,
} from '../../../law/index.ts';
import { pl } from '../pl.ts';

/** Units in which a service of a programme is given and priced. */
export const units = ['hour', 'visit', 'day', 'month', 'item'] as const;
export type Unit = (typeof units)[number];

const band = z.object({
  from: z.number(),
  fromInclusive: z.boolean(),
  to: z.number().nullable(),
  toInclusive: z.boolean(),
  rate: z.number(),
});

const relief: z.ZodType<Relief> = z.object({ id: z.string(), words: z.string(), share: z.number() });

/** A table as it is kept: the law's own shape. */
const tableSchema = z.object({
  id: z.string(),
  gmina: z.string(),
  service: z.string(),
  resolution: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  hourlyPriceGrosze: z.number().nullable(),
  bands: z.object({ single: z.array(band), family: z.array(band) }),
  complete: z.object({ single: z.boolean(), family: z.boolean() }),
  rounding: z.object({
    mode: z.enum(['halfUp', 'up', 'down']),
    unit: z.number(),
    on: z.enum(['hourlyFee', 'total']),
  }),
  reliefs: z.array(relief),
  source: z.string(),
  checkedOn: z.string(),
}) satisfies z.ZodType<FeeTable>;

/** How an offered service is charged; a programme that does not say has no such value. */
export const feeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('free') }),
  z.object({ kind: z.literal('perUnit'), unitPriceGrosze: z.number(), reliefs: z.array(relief) }),
  z.object({ kind: z.literal('byIncome'), tables: z.array(tableSchema) }),
]);

export type OfferFee = z.infer<typeof feeSchema>;

/** What a fee is asked for. Income is monthly, in a family per head; `units` in the unit of the service. */
export interface FeeQuestion {
  incomeGrosze: number | null;
  household: Household;
  units: number;
  /** Day of the service: the table and the criterion of that day apply. */
  on: string;
  reliefId?: string | null;
}

const refuseFee = (code: 'tableNotInForce' | 'priceUnknown', words: string): FeeRefusal => ({
  ok: false,
  code,
  words,
  basis: [],
});

/**
 * The fee in grosze for units of an offered service with its steps and basis, or why it cannot be told: an income that
 * is not known, a day without a table, a programme that does not say.
 */
export function quoteFee(
  offer: { fee: OfferFee | null; unit: Unit },
  { incomeGrosze, household, units: count, on, reliefId = null }: FeeQuestion,
): Fee | FeeRefusal {
  const { fee, unit } = offer;
  const payer = { on, household, incomeGrosze, reliefId };
  if (fee === null) return refuseFee('priceUnknown', pl.fee.notSaid);
  if (fee.kind === 'free') return serviceFee({ kind: 'free' }, { ...payer, quantity: count });
  if (fee.kind === 'perUnit')
    return serviceFee(
      {
        kind: 'perUnit',
        unitPriceGrosze: fee.unitPriceGrosze,
        unitWords: pl.units[unit].many,
        reliefs: fee.reliefs,
        rounding: { mode: 'halfUp', unit: 1 },
      },
      { ...payer, quantity: count },
    );
  const table = feeTableOn(fee.tables, on);
  if (!table) return refuseFee('tableNotInForce', pl.fee.noTableOn(on));
  // Tables price an hour: the quantity goes in minutes.
  return serviceFee({ kind: 'byIncome', table }, { ...payer, quantity: count * 60 });
}

/** The words of a price in the language of a page. */
export interface PriceWords {
  price: {
    free: string;
    perUnit(price: string, per: string): string;
    shares(low: string, high: string): string;
    byIncome(share: string): string;
    byIncomeOf(share: string, price: string): string;
    noTableOn(day: string): string;
  };
  units: Readonly<Record<Unit, { per: string }>>;
}

/** The price in words, before anything is known of the person: "3,00 zł za kurs", "od 0% do 100% ceny godziny". */
export function priceWords(
  offer: { fee: OfferFee | null; unit: Unit },
  on: string,
  words: PriceWords = { price: pl.fee, units: pl.units },
): string | null {
  const { fee, unit } = offer;
  const { price: say, units: unitWords } = words;
  if (fee === null) return null;
  if (fee.kind === 'free') return say.free;
  if (fee.kind === 'perUnit') return say.perUnit(zloty(fee.unitPriceGrosze), unitWords[unit].per);
  const table = feeTableOn(fee.tables, on);
  if (!table) return say.noTableOn(on);
  const rates = [...table.bands.single, ...table.bands.family].map((one) => one.rate);
  const share = say.shares(percentWords(Math.min(...rates)), percentWords(Math.max(...rates)));
  return table.hourlyPriceGrosze === null
    ? say.byIncome(share)
    : say.byIncomeOf(share, zloty(table.hourlyPriceGrosze));
}

/** Reliefs of an offered service: those of the table in force, or of the price per unit. */
export const reliefsOf = (fee: OfferFee | null, on: string): readonly Relief[] =>
  fee?.kind === 'perUnit'
    ? fee.reliefs
    : fee?.kind === 'byIncome'
      ? (feeTableOn(fee.tables, on)?.reliefs ?? [])
      : [];
