import { serviceKinds, type ServiceKindKey } from '../../../law/index.ts';
import type { Figure } from '../../../statistics/figure.ts';
import { pl } from '../pl.ts';
import { resourcesPath } from './figures.ts';

/** Capacity that one action of a plan adds from a year on. */
export interface PlannedPlaces {
  planId: string;
  actionId: string;
  year: number;
  amount: number;
  kind: ServiceKindKey;
  /** TERYT. */
  gmina: string;
  /** In the words of the plan, for the passport. */
  plan: string;
  action: string;
  /** The card that the number opens. */
  card: string;
  /** null: nobody has adopted the plan yet. */
  adoptedOn: string | null;
}

// The seventh digit changes when a village becomes a town.
const same = (one: string, other: string): boolean => one.slice(0, 6) === other.slice(0, 6);

/**
 * The rows of the plan that counts in a gmina: the one adopted last; while none that plans capacity is adopted, the newest draft.
 * Two plans are never added up: the newer one repeats what the older one has not done.
 */
export function planThatCounts(rows: readonly PlannedPlaces[], gmina: string): PlannedPlaces[] {
  const here = rows.filter((row) => same(row.gmina, gmina));
  const [first] = here.toSorted(
    (one, other) =>
      (other.adoptedOn ?? '').localeCompare(one.adoptedOn ?? '') || other.planId.localeCompare(one.planId),
  );
  return here.filter(({ planId }) => planId === first?.planId);
}

/** Capacity of a kind that is to come in a gmina until the end of a year, with its cards; undefined: none is planned. */
export function plannedFigure(
  rows: readonly PlannedPlaces[],
  kind: ServiceKindKey,
  gmina: string,
  untilYear: number,
): Figure | undefined {
  const words = pl.planned;
  const counted = planThatCounts(rows, gmina)
    .filter((row) => row.kind === kind && row.year <= untilYear)
    .toSorted((one, other) => one.year - other.year || one.action.localeCompare(other.action));
  const [first] = counted;
  if (!first) return undefined;
  const cards = new Set(counted.map(({ card }) => card));
  const query = new URLSearchParams({ rodzaj: kind, gmina });
  return {
    value: counted.reduce((sum, { amount }) => sum + amount, 0),
    unit: serviceKinds[kind].unit,
    passport: {
      source: first.adoptedOn === null ? words.draft(first.plan) : words.source(first.plan),
      // The state it speaks of; the day of asking would make every day another figure.
      asOf: String(untilYear),
      filter: words.filter(pl.kindName(kind), untilYear),
      formula: counted.map(({ year, amount, action }) => words.part(year, amount, action)).join('; '),
      rows: cards.size === 1 ? first.card : `${resourcesPath}?${query.toString()}#planowane`,
    },
  };
}
