import { type Ages, ranges, peopleIn } from './ages.ts';
import { balanceOf, fertilityOf, migrationRate, mortalityOf, spread } from './assumptions.ts';
import { type Assumptions, both, type People, project, type Scenario, scenarios } from './projection.ts';
import type { Point } from './series.ts';
import { bySex, fillOldest, newestOf, shareOfWomen, type Structure } from './structure.ts';

/** What the centre set for a scenario; what is missing stays as shipped. */
export type OwnScenario = {
  scenario: Scenario;
  fertility: number | null;
  mortality: number | null;
  migration: number | null;
  why: string;
};

type Vital = { year: number; births: number; deaths: number; source: string };
type Migration = { year: number; inflow: number; outflow: number; source: string };

/** All that is known of a gmina: shipped facts and what the centre entered. */
export type Known = {
  teryt: string;
  name: string;
  structures: readonly (Structure & { from65?: number })[];
  points: readonly Point[];
  vital: readonly Vital[];
  migration: readonly Migration[];
  voivodeship:
    | {
        name: string;
        firstYear: number;
        men: readonly Ages[];
        women: readonly Ages[];
        births: Ages;
        migrationWithin: Ages;
        migrationAbroad: Ages;
        /** People of 65-69 to 85+ in the whole voivodeship in the year of the gminas' facts. */
        oldest: readonly number[];
      }
    | undefined;
  own: readonly OwnScenario[];
};

/** Where an assumption comes from: the words say it. */
export type Origin =
  | { kind: 'own'; why: string }
  | { kind: 'voivodeship'; name: string; from: number; to: number }
  | { kind: 'balance'; from: number; to: number; published?: { year: number; people: number } }
  | { kind: 'proposal' };

export type PrintedAssumptions = {
  scenario: Scenario;
  fertility: { value: number; origin: Origin };
  mortalityChange: { value: number; origin: Origin };
  migration: { value: number; origin: Origin };
};

export type State = {
  teryt: string;
  name: string;
  /** The newest structure; undefined: no source gives one. */
  structure: Structure | undefined;
  people: (People & { split: boolean }) | undefined;
  points: readonly Point[];
  vital: readonly Vital[];
  migration: readonly Migration[];
  assumptions: readonly PrintedAssumptions[];
  voivodeship: string | undefined;
  mortality: Assumptions['mortality'] | undefined;
};

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Puts together what is known of a gmina: the newest structure, its sexes, and the assumptions of three scenarios. */
export function stateOf(known: Known): State {
  const complete = known.structures.find(({ people }) => !people.includes(null));
  const filled = known.structures.map((one) => fillOldest(one, complete?.people));
  const structure = newestOf(filled);
  const { voivodeship } = known;
  const at = voivodeship
    ? Math.min(Math.max((structure?.year ?? 0) - voivodeship.firstYear, 0), voivodeship.men.length - 1)
    : 0;
  const shares = voivodeship ? shareOfWomen(voivodeship.men[at] ?? [], voivodeship.women[at] ?? []) : [];
  const people = structure ? bySex(structure, shares) : undefined;
  const total = structure ? peopleIn(structure.people, ranges.all) : null;
  const fertility = voivodeship ? fertilityOf(voivodeship, voivodeship.firstYear) : undefined;
  const rate = voivodeship ? migrationRate(voivodeship, voivodeship.firstYear) : undefined;
  const balance = balanceOf(known.points, known.vital);
  const published = known.migration.at(-1);
  const middle =
    balance?.people ?? (rate && total !== null ? Math.round((rate.perThousand * total) / 1000) : undefined);
  const origin: Origin = balance
    ? {
        kind: 'balance',
        from: balance.from,
        to: balance.to,
        ...(published
          ? { published: { year: published.year, people: published.inflow - published.outflow } }
          : {}),
      }
    : { kind: 'voivodeship', name: voivodeship?.name ?? '', from: rate?.from ?? 0, to: rate?.to ?? 0 };
  const assumptions =
    fertility === undefined || middle === undefined || total === null
      ? []
      : scenarios.map((scenario): PrintedAssumptions => {
          const own = known.own.find((one) => one.scenario === scenario);
          const apart = spread[scenario];
          const ours = (value: number | null | undefined): Origin | undefined =>
            typeof value === 'number' ? { kind: 'own', why: own?.why ?? '' } : undefined;
          return {
            scenario,
            fertility: {
              value: own?.fertility ?? rounded(fertility.rate * apart.fertility, 2),
              origin: ours(own?.fertility) ?? {
                kind: 'voivodeship',
                name: voivodeship?.name ?? '',
                from: fertility.year,
                to: fertility.year,
              },
            },
            mortalityChange: {
              value: own?.mortality ?? apart.mortality,
              origin: ours(own?.mortality) ?? { kind: 'proposal' },
            },
            migration: {
              value: own?.migration ?? Math.round(middle + (apart.perThousand * total) / 1000),
              origin: ours(own?.migration) ?? origin,
            },
          };
        });
  return {
    teryt: known.teryt,
    name: known.name,
    structure,
    people,
    points: known.points,
    vital: known.vital,
    migration: known.migration,
    assumptions,
    voivodeship: voivodeship?.name,
    mortality: voivodeship ? mortalityOf(voivodeship, voivodeship.firstYear, voivodeship.oldest) : undefined,
  };
}

export type Projected = { scenario: Scenario; year: number; people: People; ages: readonly number[] };

/** The projection of a gmina in its scenarios; empty where a part of it is not known. */
export function projectState(state: State, years: readonly number[]): readonly Projected[] {
  const { structure, people, mortality } = state;
  if (!structure || !people || !mortality) return [];
  const later = years.filter((year) => year > structure.year);
  return state.assumptions.flatMap((printed) => {
    const found = project(
      { year: structure.year, people },
      {
        mortality,
        fertility: printed.fertility.value,
        mortalityChange: printed.mortalityChange.value,
        migration: printed.migration.value,
      },
      later,
    );
    return later.flatMap((year) => {
      const then = found.get(year);
      return then ? [{ scenario: printed.scenario, year, people: then, ages: both(then) }] : [];
    });
  });
}
