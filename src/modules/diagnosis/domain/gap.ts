import type { RecipientGroup, ServiceKind, ServiceKindKey } from '../../../law/index.ts';
import type { Figure } from '../../../statistics/figure.ts';
import { pl } from '../pl-gap.ts';

/** What is known of the demand for one kind in one place. The parts overlap, so they are never added to one another. */
export interface DemandParts {
  /** Persons in need by a survey, with the interval; `null`: no survey asked. */
  survey: Figure | null;
  /** Persons who are served now. */
  served: Figure;
  /** Persons on waiting lists. */
  waiting: Figure;
  /** Accepted entries of the ledger of unmet needs in the last 12 months. */
  ledger: Figure;
  /** The largest need of a finding that was taken. */
  finding: Figure;
}

export const unmetParts = ['waiting', 'ledger', 'finding'] as const;

/** What the gap is computed from. */
export interface GapInput {
  kind: ServiceKindKey;
  group: RecipientGroup | null;
  gmina: string;
  gminaName: string;
  /** Null: the whole gmina. */
  locality: string | null;
  parts: DemandParts;
  /** The ledger knows the area only: it measures a kind where the area has no other. */
  ledgerFits: boolean;
  capacity: Figure;
  /** Capacity of planned actions; undefined: none is planned. */
  planned?: Figure | undefined;
  /** People of the group's ages, now and at the end of the period. */
  people: Figure;
  peopleThen: Figure;
}

export interface GapRow extends Omit<GapInput, 'ledgerFits' | 'planned'> {
  planned: Figure | null;
  /** `survey`: estimated; `least`: at least so many; `none`: nothing says. */
  basis: 'survey' | 'least' | 'none';
  demand: Figure;
  /** People of these ages at the end of the period, divided by people now. */
  factor: Figure;
  demandThen: Figure;
  /** Demand less capacity: above zero, so many lack the service. */
  gap: Figure;
  /** At the end of the period, when the plans are carried out. */
  gapThen: Figure;
  /** The gap in per cent of the people of these ages: what rows are ranked by. */
  relative: Figure;
}

const join = (words: readonly (string | undefined)[]): string =>
  [...new Set(words.flatMap((one) => one?.split('; ') ?? []))].filter((one) => one !== '').join('; ');

/** A figure made of others: it carries their sources, days, doubts and whether any of them is approximate or made up. */
function made(
  value: number | null,
  unit: Figure['unit'],
  of: readonly Figure[],
  formula: string,
  more: Partial<Figure> = {},
): Figure {
  const doubt = join(of.map((one) => one.doubt));
  const addresses = new Map(
    of.flatMap(({ passport: { rows: own, moreRows = [], source } }) => [
      ...(own ? [[own, source] as const] : []),
      ...moreRows.map((one) => [one.rows, one.name] as const),
    ]),
  );
  const [rows, ...others] = addresses.keys();
  return {
    value,
    unit,
    passport: {
      source: join(of.map(({ passport }) => passport.source)),
      asOf: join(of.map(({ passport }) => passport.asOf)),
      filter: join(of.map(({ passport }) => passport.filter)),
      formula,
      ...(rows ? { rows } : {}),
      ...(others.length > 0
        ? { moreRows: others.map((one) => ({ name: addresses.get(one) ?? '', rows: one })) }
        : {}),
      ...(of.some(({ passport }) => passport.synthetic) ? { synthetic: true } : {}),
    },
    ...(of.some(({ about }) => about) ? { about: true } : {}),
    ...(doubt ? { doubt } : {}),
    ...more,
  };
}

const known = (figure: Figure): figure is Figure & { value: number } => figure.value !== null;

/** The demand that the gap is counted from: the survey's estimate, else who is served and the largest known lack. */
function demandOf({
  parts,
  ledgerFits,
}: Pick<GapInput, 'parts' | 'ledgerFits'>): Pick<GapRow, 'basis' | 'demand'> {
  const { survey, served } = parts;
  if (survey !== null && known(survey)) return { basis: 'survey', demand: survey };
  const lacks = unmetParts
    .filter((part) => part !== 'ledger' || ledgerFits)
    .map((part) => parts[part])
    .filter(known)
    .toSorted((one, other) => other.value - one.value);
  const [largest] = lacks;
  // Who is served is in need as well; without their number the lists alone would pass for the whole demand.
  if (!largest || !known(served))
    return { basis: 'none', demand: made(null, 'persons', [served, ...lacks], pl.formulas.noDemand) };
  return {
    basis: 'least',
    demand: made(served.value + largest.value, 'persons', [served, largest], pl.formulas.least),
  };
}

const bounds = (figure: Figure & { value: number }): { low: number; high: number } =>
  figure.between ?? { low: figure.value, high: figure.value };

/** Demand less capacity with its bounds. A bound from below tells something only when it lies above the capacity. */
function gapOf(basis: GapRow['basis'], demand: Figure, capacity: Figure, formula: string): Figure {
  const of = [demand, capacity];
  if (!known(demand) || !known(capacity)) return made(null, 'persons', of, pl.formulas.unknown);
  const value = demand.value - capacity.value;
  if (basis === 'least' && value <= 0) return made(null, 'persons', of, pl.formulas.tellsNothing);
  const { low, high } = bounds(demand);
  return made(
    value,
    'persons',
    of,
    formula,
    demand.between
      ? {
          between: {
            low: low - capacity.value,
            high: high - capacity.value,
            meaning: demand.between.meaning,
          },
        }
      : {},
  );
}

/** The gap in per cent of the people of these ages. A survey that asks of homes may count more people than there are of the ages. */
function relativeOf(gap: Figure, people: Figure): Figure {
  const value = known(gap) && known(people) && people.value > 0 ? (gap.value / people.value) * 100 : null;
  const figure = made(value, 'percent', [gap, people], pl.formulas.relative);
  return value !== null && value > 100
    ? { ...figure, doubt: [figure.doubt, pl.formulas.moreThanAll].filter(Boolean).join('; ') }
    : figure;
}

/** The row of one kind, group and place: demand, capacity and their difference, unknown where a part of it is. */
export function gapRow({ ledgerFits, planned, ...input }: GapInput): GapRow {
  const { parts, capacity, people, peopleThen } = input;
  const { basis, demand } = demandOf({ parts, ledgerFits });
  const factor = made(
    known(people) && known(peopleThen) && people.value > 0 ? peopleThen.value / people.value : null,
    'ratio',
    [people, peopleThen],
    pl.formulas.factor,
    known(people) && people.value > 0 && peopleThen.between
      ? {
          between: {
            low: peopleThen.between.low / people.value,
            high: peopleThen.between.high / people.value,
            meaning: peopleThen.between.meaning,
          },
        }
      : {},
  );
  const times = (by: number, bound: 'low' | 'high'): number | null =>
    known(demand) ? by * bounds(demand)[bound] : null;
  const [low, high] = [
    times(factor.between?.low ?? factor.value ?? 0, 'low'),
    times(factor.between?.high ?? factor.value ?? 0, 'high'),
  ];
  const demandThen = made(
    known(demand) && known(factor) ? Math.round(demand.value * factor.value) : null,
    'persons',
    [demand, factor],
    pl.formulas.demandThen,
    known(factor) && low !== null && high !== null && (demand.between || factor.between)
      ? {
          between: {
            low: Math.round(low),
            high: Math.round(high),
            meaning: join([demand.between?.meaning, factor.between?.meaning]),
          },
        }
      : {},
  );
  const capacityThen =
    planned === undefined
      ? capacity
      : made(
          known(capacity) && known(planned) ? capacity.value + planned.value : null,
          capacity.unit,
          [capacity, planned],
          pl.formulas.withPlanned,
        );
  const gap = gapOf(basis, demand, capacity, pl.formulas.gap);
  return {
    ...input,
    planned: planned ?? null,
    basis,
    demand,
    factor,
    demandThen,
    gap,
    gapThen: gapOf(basis, demandThen, capacityThen, pl.formulas.gapThen),
    relative: relativeOf(gap, people),
  };
}

const rank = ({ gap, relative }: GapRow): number =>
  gap.value === null ? 0 : relative.value === null ? 1 : 2;

/** The rows in their order: known gaps by their size against the people of the group, unknown ones after them, none left out. */
export const ranked = (rows: readonly GapRow[]): GapRow[] =>
  rows.toSorted(
    (one, other) =>
      rank(other) - rank(one) ||
      (other.relative.value ?? 0) - (one.relative.value ?? 0) ||
      (other.gap.value ?? 0) - (one.gap.value ?? 0) ||
      Number(other.basis !== 'none') - Number(one.basis !== 'none') ||
      one.gminaName.localeCompare(other.gminaName, 'pl') ||
      one.kind.localeCompare(other.kind),
  );

/** Ages whose people a group is compared with, on the borders of the five-year groups: a proposal of the project. */
export type Ages = { from: number; to?: number };

const all: Ages = { from: 0 };
const agesOfGroup: Record<RecipientGroup, Ages> = {
  olderPeople: { from: 60 },
  disabledPeople: all,
  carers: { from: 15 },
  familiesWithChildren: { from: 0, to: 19 },
  childrenAndYouth: { from: 0, to: 19 },
  fosterCare: { from: 0, to: 19 },
  mentalCrisis: all,
  homelessness: { from: 15 },
  addiction: { from: 15 },
  violence: all,
  unemployed: { from: 15, to: 64 },
};

/** Ages of a group; of every group of the kind, from the youngest to the oldest, when none is named. */
export function agesOf(
  kind: ServiceKindKey,
  { groups }: Pick<ServiceKind, 'groups'>,
  group: RecipientGroup | null,
): Ages {
  // A nursery is for children under three; the five-year groups give no finer age.
  if (kind === 'nursery') return { from: 0, to: 4 };
  const ranges = (group === null ? groups : [group]).map((one) => agesOfGroup[one]);
  const [first] = ranges;
  if (first === undefined) return all;
  const from = Math.min(...ranges.map((one) => one.from));
  const ends = ranges.map(({ to }) => to);
  const closed = ends.filter((to) => to !== undefined);
  return closed.length === ends.length ? { from, to: Math.max(...closed) } : { from };
}
