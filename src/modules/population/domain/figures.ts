import type { Figure } from '../../../statistics/figure.ts';
import { pl } from '../pl.ts';
import { type AgeRange, ageGroups, indexes, peopleIn, rangeText } from './ages.ts';
import { projectState, type State } from './state.ts';
import { type RatioKey, ratioOf } from './ratios.ts';

/** The staff's address of the rows behind every number of this module. */
export const populationPath = '/praca/ludnosc';

const words = pl.passport;

/** Where the rows behind a number of a gmina are seen. */
export const rowsOf = (teryt: string): string => `${populationPath}?gmina=${teryt}`;

const filterOf = (state: State, range: AgeRange): string => words.filter(state.name, rangeText(range));

/** People of chosen ages in the newest structure; `null` where no source gives them. */
export function peopleFigure(state: State, range: AgeRange): Figure {
  const { structure } = state;
  const at = indexes(range);
  const estimated = (structure?.estimated ?? []).filter((name) =>
    ageGroups.slice(at.first, at.last + 1).some((group) => group === name),
  );
  return {
    value: structure ? peopleIn(structure.people, range) : null,
    unit: 'persons',
    passport: {
      source: structure?.source ?? words.noSource,
      asOf: structure ? `${structure.year}-12-31` : '–',
      filter: filterOf(state, range),
      formula: estimated.length > 0 ? words.estimated(estimated.join(', ')) : words.sum,
      rows: rowsOf(state.teryt),
    },
    // The sum of 65 and more is the source's own; its parts were split.
    ...(estimated.length > 0 && at.first > 13 ? { about: true } : {}),
  };
}

/** A ratio of the newest structure, per 100. */
export function ratioFigure(state: State, key: RatioKey): Figure {
  const { structure, people } = state;
  const value = structure ? ratioOf(key, structure.people, people?.women) : null;
  return {
    value: value === null ? null : Math.round(value * 10) / 10,
    unit: 'ratio',
    passport: {
      source: structure?.source ?? words.noSource,
      asOf: structure ? `${structure.year}-12-31` : '–',
      filter: words.place(state.name),
      formula:
        key === 'carePotential' && people?.split
          ? `${pl.ratios[key].formula}; ${words.splitBySex(state.voivodeship ?? '')}`
          : pl.ratios[key].formula,
      rows: rowsOf(state.teryt),
    },
  };
}

/** People of chosen ages in a year to come: the middle scenario between the lowest and the highest. */
export function projectionFigure(state: State, range: AgeRange, year: number): Figure {
  const found = projectState(state, [year]).map(({ scenario, ages }) => ({
    scenario,
    people: Math.round(peopleIn(ages, range) ?? 0),
  }));
  const middle = found.find(({ scenario }) => scenario === 'medium');
  const numbers = found.map(({ people }) => people);
  const { structure } = state;
  return {
    value: middle?.people ?? null,
    unit: 'persons',
    passport: {
      source: structure ? words.projectionSource(structure.source, structure.year) : words.noSource,
      asOf: String(year),
      filter: filterOf(state, range),
      formula: words.projection,
      rows: rowsOf(state.teryt),
    },
    about: true,
    ...(numbers.length > 1
      ? { between: { low: Math.min(...numbers), high: Math.max(...numbers), meaning: words.between } }
      : {}),
  };
}
