import type { Figure } from '../../../statistics/figure.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { enteredOf } from '../db/inputs.ts';
import type { AgeRange } from '../domain/ages.ts';
import { peopleFigure, projectionFigure, ratioFigure } from '../domain/figures.ts';
import { type RatioKey, ratioKeys } from '../domain/ratios.ts';
import { type State, stateOf } from '../domain/state.ts';
import { knownOf } from '../known.ts';

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
