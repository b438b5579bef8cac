import { type Based, type Basis, basis, type LawEntries } from './basis.ts';
import { dateWords, type IsoDate, isWithin } from './dates.ts';
import { bandWords, type FeeBand, type FeeTable, type Hundredths, inBand, type Relief } from './fee-table.ts';
import { type Household, householdWords, incomeCriterionOn } from './income-criteria.ts';
import { percentWords, roundedShare, type Rounding, roundingWords, zloty } from './money.ts';

const programmeFeeBasis = basis('cus', '43 ust. 1', 'statute');
const resignationBasis = basis('cus', '44', 'statute');
const careBasis = basis('ups', '50', 'statute');
const toGrosz: Rounding = { mode: 'halfUp', unit: 1 };

export type FeeRefusalCode =
  | 'tableNotInForce'
  | 'criterionUnknown'
  | 'incomeUnknown'
  | 'incomeAboveTable'
  | 'priceUnknown'
  | 'reliefUnknown';

/** Why no fee can be given, in words; nothing is guessed. */
export type FeeRefusal = {
  readonly ok: false;
  readonly code: FeeRefusalCode;
  readonly words: string;
  readonly basis: readonly Basis[];
};

/** A fee in grosze with its working. */
export type Fee = { readonly ok: true } & Based<number>;

export type FeeRate = { readonly ok: true; readonly criterionGrosze: number } & Based<FeeBand>;

export type Payer = {
  /** Day of the service: the table and the criterion of that day apply. */
  readonly on: IsoDate;
  readonly household: Household;
  /** Monthly income (in a family: per head) in grosze; null = not known. */
  readonly incomeGrosze: number | null;
};

/** The band of a table that a payer falls into, or why it cannot be told. Throws RangeError for a negative income. */
export function feeRate(table: FeeTable, payer: Payer): FeeRate | FeeRefusal {
  const { on, household, incomeGrosze } = payer;
  const rests = [basis('resolution', '', 'secondary', table.resolution), careBasis];
  const refuse = (code: FeeRefusalCode, words: string): FeeRefusal => ({
    ok: false,
    code,
    words,
    basis: rests,
  });
  if (!isWithin(on, table.validFrom, table.validTo)) {
    return refuse(
      'tableNotInForce',
      `Ta tabela opłat nie obowiązuje ${dateWords(on)}. Wybierz tabelę z tego dnia.`,
    );
  }
  const criterion = incomeCriterionOn(on);
  if (criterion === undefined) {
    return refuse('criterionUnknown', `Nie znamy kryterium dochodowego z dnia ${dateWords(on)}.`);
  }
  if (incomeGrosze === null)
    return refuse('incomeUnknown', 'Nie znamy dochodu. Zapytaj o dochód i zapisz go.');
  if (!Number.isSafeInteger(incomeGrosze) || incomeGrosze < 0)
    throw new RangeError(`Not an income: ${incomeGrosze}`);
  const criterionGrosze = criterion[household];
  const share = roundedShare([incomeGrosze, 10_000], [criterionGrosze], toGrosz);
  const band = table.bands[household].find((each) => inBand(each, incomeGrosze, criterionGrosze));
  if (band === undefined) {
    return refuse(
      'incomeAboveTable',
      `Dochód to ${percentWords(share)} kryterium, a tabela nie podaje opłaty dla takiego dochodu. Sprawdź uchwałę.`,
    );
  }
  return {
    ok: true,
    value: band,
    criterionGrosze,
    basis: [...rests, criterion.basis],
    steps: [
      `Kryterium dochodowe (${householdWords[household]}) dnia ${dateWords(on)}: ${zloty(criterionGrosze)}.`,
      `Dochód ${zloty(incomeGrosze)} to ${percentWords(share)} kryterium.`,
      `Próg tabeli: ${bandWords(band)}. Opłata: ${percentWords(band.rate)} ceny.`,
    ],
  };
}

/** The fee of one hour in grosze, as resolutions print it beside the percent. */
export function hourlyFee(table: FeeTable, payer: Payer): Fee | FeeRefusal {
  const rate = feeRate(table, payer);
  if (!rate.ok) return rate;
  if (rate.value.rate === 0) return freeOfCharge(rate);
  if (table.hourlyPriceGrosze === null) return noPrice(rate.basis);
  const value = roundedShare([table.hourlyPriceGrosze, rate.value.rate], [10_000], table.rounding);
  return {
    ok: true,
    value,
    basis: rate.basis,
    steps: [
      ...rate.steps,
      `Godzina: ${zloty(table.hourlyPriceGrosze)} × ${percentWords(rate.value.rate)} = ${zloty(value)} (zaokrąglenie ${roundingWords[table.rounding.mode]}).`,
    ],
  };
}

/**
 * The fee in grosze for delivered time by a table: price x time x rate, less a relief, rounded once as the table says.
 * Throws RangeError for minutes that are not a whole number >= 0.
 */
export function feeByTable(
  table: FeeTable,
  payer: Payer & { readonly minutes: number; readonly reliefId?: string | null },
): Fee | FeeRefusal {
  const rate = feeRate(table, payer);
  if (!rate.ok) return rate;
  if (rate.value.rate === 0) return freeOfCharge(rate);
  const price = table.hourlyPriceGrosze;
  if (price === null) return noPrice(rate.basis);
  const relief = reliefOf(table.reliefs, payer.reliefId, rate.basis);
  if ('ok' in relief) return relief;
  const { minutes } = payer;
  const perHour = table.rounding.on === 'hourlyFee';
  const hour = perHour ? roundedShare([price, rate.value.rate], [10_000], table.rounding) : price;
  const gross = perHour
    ? { factors: [hour, minutes], divisors: [60], shown: `${hoursWords(minutes)} × ${zloty(hour)}` }
    : {
        factors: [price, rate.value.rate, minutes],
        divisors: [10_000, 60],
        shown: `${hoursWords(minutes)} × ${zloty(price)} × ${percentWords(rate.value.rate)}`,
      };
  const value = lessRelief(gross.factors, gross.divisors, relief.share, table.rounding);
  return {
    ok: true,
    value,
    basis: rate.basis,
    steps: [
      ...rate.steps,
      ...(perHour
        ? [`Opłata za godzinę: ${zloty(price)} × ${percentWords(rate.value.rate)} = ${zloty(hour)}.`]
        : []),
      ...reliefSteps(relief),
      `${gross.shown}${relief.share === 0 ? '' : ` × ${percentWords(10_000 - relief.share)}`} = ${zloty(value)} (zaokrąglenie ${roundingWords[table.rounding.mode]}).`,
    ],
  };
}

/** How a programme charges for a service: not at all, the same for everyone, or by income. */
export type ServiceFee =
  | { readonly kind: 'free' }
  | {
      readonly kind: 'perUnit';
      readonly unitPriceGrosze: number;
      /** Genitive plural, as after a number: "wizyt". */
      readonly unitWords: string;
      readonly reliefs: readonly Relief[];
      readonly rounding: Rounding;
    }
  | { readonly kind: 'byIncome'; readonly table: FeeTable };

/**
 * The fee in grosze for a service of a programme; only what the programme provides may be charged (art. 43(1)).
 * `quantity`: minutes when the fee depends on income, units otherwise.
 */
export function serviceFee(
  fee: ServiceFee,
  use: Payer & { readonly quantity: number; readonly reliefId?: string | null },
): Fee | FeeRefusal {
  if (fee.kind === 'free') {
    return {
      ok: true,
      value: 0,
      basis: [programmeFeeBasis],
      steps: ['Program nie przewiduje opłaty za tę usługę (art. 43 ust. 1 ustawy o CUS).'],
    };
  }
  if (fee.kind === 'byIncome') {
    const result = feeByTable(fee.table, { ...use, minutes: use.quantity });
    return { ...result, basis: [programmeFeeBasis, ...result.basis.filter((each) => each.act !== 'ups')] };
  }
  const relief = reliefOf(fee.reliefs, use.reliefId, [programmeFeeBasis]);
  if ('ok' in relief) return relief;
  const value = lessRelief([use.quantity, fee.unitPriceGrosze], [], relief.share, fee.rounding);
  return {
    ok: true,
    value,
    basis: [programmeFeeBasis],
    steps: [
      ...reliefSteps(relief),
      `${use.quantity} ${fee.unitWords} × ${zloty(fee.unitPriceGrosze)}${relief.share === 0 ? '' : ` × ${percentWords(10_000 - relief.share)}`} = ${zloty(value)}.`,
    ],
  };
}

/** What was delivered on one day, in the unit of the plan (minutes, visits, days). */
export type Delivery = { readonly on: IsoDate; readonly units: number };

/** A waiver of the director, in whole or in part; the Act allows it in justified cases only, so it has a reason. */
export type Waiver = { readonly grosze: number; readonly reason: string };

/**
 * The fee due after a resignation: the part of the set fee for what was delivered up to that day, less a waiver of the
 * director (art. 44). Never above the fee that was set. Throws RangeError when nothing was planned, or for a waiver
 * without a reason.
 */
export function feeUntilResignation(of: {
  readonly feeGrosze: number;
  readonly plannedUnits: number;
  readonly deliveries: readonly Delivery[];
  readonly resignedOn: IsoDate;
  readonly waiver?: Waiver | null;
}): Based<number> {
  const { feeGrosze, plannedUnits, resignedOn } = of;
  if (!Number.isSafeInteger(plannedUnits) || plannedUnits < 1)
    throw new RangeError(`Nothing planned: ${plannedUnits}`);
  const waiver = of.waiver ?? null;
  if (waiver !== null && waiver.reason.trim() === '')
    throw new RangeError('A waiver needs a reason (art. 44)');
  const delivered = of.deliveries
    .filter((delivery) => delivery.on <= resignedOn)
    .reduce((sum, delivery) => sum + delivery.units, 0);
  const counted = Math.min(delivered, plannedUnits);
  const due = roundedShare([feeGrosze, counted], [plannedUnits], toGrosz);
  const value = Math.max(0, due - (waiver?.grosze ?? 0));
  return {
    value,
    basis: [resignationBasis],
    steps: [
      `Rezygnacja: ${dateWords(resignedOn)}. Opłata należy się do tego dnia włącznie (art. 44 ustawy o CUS).`,
      `Wykonano ${delivered} z ${plannedUnits} zaplanowanych jednostek.`,
      ...(delivered > plannedUnits ? ['Opłata nie może być wyższa niż ustalona.'] : []),
      `${zloty(feeGrosze)} × ${counted} / ${plannedUnits} = ${zloty(due)}.`,
      ...(waiver === null
        ? []
        : [`Dyrektor odstąpił od ${zloty(waiver.grosze)}: ${waiver.reason}. Zostaje ${zloty(value)}.`]),
    ],
  };
}

/** "40 godz.", "1 godz. 30 min". */
export function hoursWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return `${hours} godz.`;
  return hours === 0 ? `${rest} min` : `${hours} godz. ${rest} min`;
}

const none = { words: '', share: 0 } as const;

function reliefOf(
  reliefs: readonly Relief[],
  id: string | null | undefined,
  rests: readonly Basis[],
): { readonly words: string; readonly share: Hundredths } | FeeRefusal {
  if (id === undefined || id === null) return none;
  const found = reliefs.find((relief) => relief.id === id);
  if (found !== undefined) return found;
  return {
    ok: false,
    code: 'reliefUnknown',
    words: 'Tabela opłat nie przewiduje takiej ulgi. Wybierz ulgę z tabeli.',
    basis: rests,
  };
}

function reliefSteps(relief: { readonly words: string; readonly share: Hundredths }): readonly string[] {
  return relief.share === 0 ? [] : [`Ulga: ${relief.words}, ${percentWords(relief.share)} opłaty.`];
}

function lessRelief(
  factors: readonly number[],
  divisors: readonly number[],
  share: Hundredths,
  rounding: Rounding,
): number {
  return roundedShare([...factors, 10_000 - share], [...divisors, 10_000], rounding);
}

/** A rate of 0% needs no price: the fee is known even where the price is not. */
function freeOfCharge(rate: FeeRate): Fee {
  return { ok: true, value: 0, basis: rate.basis, steps: [...rate.steps, 'Usługa jest bezpłatna.'] };
}

function noPrice(rests: readonly Basis[]): FeeRefusal {
  return {
    ok: false,
    code: 'priceUnknown',
    words: 'Uchwała, którą mamy, nie podaje ceny godziny. Bez niej nie da się obliczyć opłaty.',
    basis: rests,
  };
}

export const basisOf: LawEntries = {
  subject: 'Opłaty',
  functions: {
    feeRate: [careBasis],
    hourlyFee: [careBasis],
    feeByTable: [careBasis],
    serviceFee: [programmeFeeBasis],
    feeUntilResignation: [resignationBasis],
    hoursWords: [],
  },
};
