import { basis, type LawEntries, type Problem } from './basis.ts';
import { type IsoDate, isIsoDate, isWithin } from './dates.ts';
import type { Household } from './income-criteria.ts';
import { percentWords, type Rounding } from './money.ts';

/** Hundredths of a percent: 100% = 10 000. */
export type Hundredths = number;

/** A share of the price for incomes between two percents of the criterion; each edge says whether it belongs. */
export type FeeBand = {
  readonly from: Hundredths;
  readonly fromInclusive: boolean;
  /** null = no upper edge. */
  readonly to: Hundredths | null;
  readonly toInclusive: boolean;
  readonly rate: Hundredths;
};

/** A relief or exemption: the part of the fee that is not charged. */
export type Relief = { readonly id: string; readonly words: string; readonly share: Hundredths };

/** A table of fees set by a resolution for a period. */
export type FeeTable = {
  readonly id: string;
  readonly gmina: string;
  readonly service: string;
  readonly resolution: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  /** Price of one hour in grosze; null where the source does not print it. */
  readonly hourlyPriceGrosze: number | null;
  readonly bands: Readonly<Record<Household, readonly FeeBand[]>>;
  /** Whether the bands reach every income; a table read in part says so. */
  readonly complete: Readonly<Record<Household, boolean>>;
  readonly rounding: Rounding & { readonly on: 'hourlyFee' | 'total' };
  readonly reliefs: readonly Relief[];
  readonly source: string;
  readonly checkedOn: IsoDate;
  readonly note?: string;
};

export type TableFault =
  | 'empty'
  | 'start'
  | 'end'
  | 'edges'
  | 'order'
  | 'overlap'
  | 'gap'
  | 'rate'
  | 'price'
  | 'rounding'
  | 'relief'
  | 'period';

/** A fault of a fee table; `band` counts from 1, as a person counts rows. */
export type TableProblem = Problem<TableFault> & { readonly household?: Household; readonly band?: number };

const tableBasis = [basis('cus', '5 ust. 3 pkt 7', 'statute')];

/** Everything wrong with a fee table before it may be used: an empty list when it is sound. */
export function checkFeeTable(table: FeeTable): readonly TableProblem[] {
  return [
    ...checkBands(table, 'single'),
    ...checkBands(table, 'family'),
    ...faultIf(
      table.hourlyPriceGrosze !== null &&
        !(Number.isSafeInteger(table.hourlyPriceGrosze) && table.hourlyPriceGrosze > 0),
      'price',
      'Cena godziny musi być dodatnia i podana w pełnych groszach.',
    ),
    ...faultIf(
      !Number.isSafeInteger(table.rounding.unit) || table.rounding.unit < 1,
      'rounding',
      'Zaokrąglenie musi być do co najmniej jednego grosza.',
    ),
    ...faultIf(
      !table.reliefs.every((relief) => isShare(relief.share)) ||
        new Set(table.reliefs.map((relief) => relief.id)).size !== table.reliefs.length,
      'relief',
      'Każda ulga musi mieć własną nazwę i wysokość od 0% do 100%.',
    ),
    ...faultIf(
      !isIsoDate(table.validFrom) ||
        (table.validTo !== null && (!isIsoDate(table.validTo) || table.validTo < table.validFrom)),
      'period',
      'Okres obowiązywania tabeli kończy się przed początkiem albo zawiera datę, której nie ma.',
    ),
  ];
}

function checkBands(table: FeeTable, household: Household): readonly TableProblem[] {
  const bands = table.bands[household];
  const at = (index: number) => ({ household, band: index + 1 });
  const first = bands[0];
  const last = bands.at(-1);
  if (first === undefined || last === undefined) {
    return faultIf(table.complete[household], 'empty', 'Tabela nie ma żadnego progu.', { household });
  }
  return [
    ...faultIf(
      first.from !== 0 || !first.fromInclusive,
      'start',
      'Pierwszy próg musi zaczynać się od 0% włącznie, żeby objąć osobę bez dochodu.',
      at(0),
    ),
    ...bands.flatMap((band, index) => [
      ...faultIf(
        !isEdge(band.from) || (band.to !== null && (!isEdge(band.to) || band.to <= band.from)),
        'edges',
        'Górna granica progu musi być wyższa niż dolna.',
        at(index),
      ),
      ...faultIf(!isShare(band.rate), 'rate', 'Opłata musi być od 0% do 100% ceny.', at(index)),
      ...checkNeighbours(bands[index - 1], band, at(index)),
    ]),
    ...faultIf(
      table.complete[household] && last.to !== null,
      'end',
      `Tabela nie mówi, ile płaci osoba z dochodem powyżej ${percentWords(last.to ?? 0)} kryterium.`,
      at(bands.length - 1),
    ),
  ];
}

function checkNeighbours(
  before: FeeBand | undefined,
  band: FeeBand,
  at: { readonly household: Household; readonly band: number },
): readonly TableProblem[] {
  if (before === undefined) return [];
  const edge = percentWords(band.from);
  if (band.from < before.from) {
    return faultIf(true, 'order', `Progi muszą rosnąć, a próg od ${edge} stoi za wyższym.`, at);
  }
  if (before.to === null || band.from < before.to) {
    return faultIf(true, 'overlap', `Próg od ${edge} zachodzi na poprzedni.`, at);
  }
  if (band.from > before.to) {
    return faultIf(true, 'gap', `Między ${percentWords(before.to)} a ${edge} nie ma żadnego progu.`, at);
  }
  if (before.toInclusive && band.fromInclusive) {
    return faultIf(true, 'overlap', `Dochód równy ${edge} należy do dwóch progów.`, at);
  }
  return faultIf(
    !before.toInclusive && !band.fromInclusive,
    'gap',
    `Dochód równy ${edge} nie należy do żadnego progu.`,
    at,
  );
}

/** Whether an income lies in a band. Compared exactly, by cross-multiplying whole grosze. */
export function inBand(band: FeeBand, incomeGrosze: number, criterionGrosze: number): boolean {
  const income = BigInt(incomeGrosze) * 10_000n;
  const edge = (hundredths: Hundredths) => BigInt(hundredths) * BigInt(criterionGrosze);
  const above = band.fromInclusive ? income >= edge(band.from) : income > edge(band.from);
  if (!above || band.to === null) return above;
  return band.toInclusive ? income <= edge(band.to) : income < edge(band.to);
}

/** "powyżej 120% do 150% włącznie", "od 350%". */
export function bandWords(band: FeeBand): string {
  const from = `${band.fromInclusive ? 'od' : 'powyżej'} ${percentWords(band.from)}`;
  if (band.to === null) return from;
  return `${from} do ${percentWords(band.to)} ${band.toInclusive ? 'włącznie' : 'wyłącznie'}`;
}

/** The table in force on a day, of several versions of one table. */
export function feeTableOn(tables: readonly FeeTable[], date: IsoDate): FeeTable | undefined {
  return tables.find((table) => isWithin(date, table.validFrom, table.validTo));
}

function isShare(value: number): boolean {
  return isEdge(value) && value <= 10_000;
}

function isEdge(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function faultIf(
  wrong: boolean,
  code: TableFault,
  words: string,
  at: { readonly household?: Household; readonly band?: number } = {},
): readonly TableProblem[] {
  return wrong ? [{ code, words, basis: tableBasis, ...at }] : [];
}

export const basisOf: LawEntries = {
  subject: 'Tabele opłat',
  functions: { checkFeeTable: tableBasis, inBand: tableBasis, bandWords: [], feeTableOn: tableBasis },
};
