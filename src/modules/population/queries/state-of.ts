import type { Figure, Passport } from '../../../statistics/figure.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { enteredOf } from '../db/inputs.ts';
import { ageGroups, type AgeRange } from '../domain/ages.ts';
import { peopleFigure, projectionFigure, ratioFigure, rowsOf } from '../domain/figures.ts';
import { type RatioKey, ratioKeys } from '../domain/ratios.ts';
import { type State, stateOf } from '../domain/state.ts';
import { knownOf } from '../known.ts';
import { pl } from '../pl.ts';

/** What a centre knows of the population of a gmina; undefined: there is no such gmina. */
export async function populationState(db: Db, centreId: string, teryt: string): Promise<State | undefined> {
  const known = knownOf(teryt, await enteredOf(db, centreId, teryt));
  return known ? stateOf(known) : undefined;
}

const none = (teryt: string): State => ({
  teryt,
  name: teryt,
  structure: undefined,
  people: undefined,
  points: [],
  vital: [],
  migration: [],
  assumptions: [],
  voivodeship: undefined,
  mortality: undefined,
});

const stateFor = async (db: Db, centreId: string, teryt: string): Promise<State> =>
  (await populationState(db, centreId, teryt)) ?? none(teryt);

/**
 * People of a gmina in chosen ages, newest known, with the passport. Ages lie on borders of five-year groups.
 * The value is `null` where no source gives it: a gmina made after 2020.
 */
export const populationOf = async (
  db: Db,
  centreId: string,
  teryt: string,
  ages: AgeRange,
): Promise<Figure> => peopleFigure(await stateFor(db, centreId, teryt), ages);

/** The same for a year to come: the middle scenario, `between` the lowest and the highest. */
export const projectionOf = async (
  db: Db,
  centreId: string,
  teryt: string,
  ages: AgeRange,
  year: number,
): Promise<Figure> => projectionFigure(await stateFor(db, centreId, teryt), ages, year);

/** People of a gmina by the 18 age groups and sex, newest known: the margins to which a survey is weighted. */
export type StructureBySex = {
  year: number;
  groups: readonly string[];
  men: readonly number[];
  women: readonly number[];
  /** The sexes are split by the shares of the voivodeship: the source does not give them for the gmina. */
  split: boolean;
  passport: Passport;
};

/** The newest structure by age and sex; undefined where no source gives one. Men and women of a group add up to its people. */
export async function structureBySex(
  db: Db,
  centreId: string,
  teryt: string,
): Promise<StructureBySex | undefined> {
  const state = await populationState(db, centreId, teryt);
  const { structure, people } = state ?? {};
  if (!state || !structure || !people) return undefined;
  const women = people.women.map(Math.round);
  return {
    year: structure.year,
    groups: ageGroups,
    women,
    men: women.map((her, at) => (structure.people[at] ?? 0) - her),
    split: people.split,
    passport: {
      source: structure.source,
      asOf: `${structure.year}-12-31`,
      filter: state.name,
      formula: people.split ? pl.passport.splitBySex(state.voivodeship ?? '') : pl.passport.structure,
      rows: rowsOf(state.teryt),
    },
  };
}

/** The ratios of dependency, ageing and care of a gmina, per 100. */
export async function ratiosOf(
  db: Db,
  centreId: string,
  teryt: string,
): Promise<Readonly<Record<RatioKey, Figure>>> {
  const state = await stateFor(db, centreId, teryt);
  const entries = ratioKeys.map((key) => [key, ratioFigure(state, key)] as const);
  return Object.fromEntries(entries) as Record<RatioKey, Figure>;
}
