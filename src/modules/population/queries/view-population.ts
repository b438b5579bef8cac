import { z } from 'zod';
import type { Allow } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { gminasOn } from '../db/inputs.ts';
import { everybody, mayRead, populationBasis } from '../domain/access.ts';
import { ageGroups, peopleIn, ranges } from '../domain/ages.ts';
import { peopleFigure, projectionFigure, ratioFigure } from '../domain/figures.ts';
import { scenarios } from '../domain/projection.ts';
import { ratioKeys, ratioOf } from '../domain/ratios.ts';
import { figureSchema } from '../domain/schemas.ts';
import { bases, breakOf, newestChange } from '../domain/series.ts';
import { projectState, type State } from '../domain/state.ts';
import { powiatOf, sameGmina, voivodeshipOf } from '../domain/teryt.ts';
import { gminasUnder, voivodeshipFacts, voivodeships } from '../facts.ts';
import { populationState } from './state-of.ts';

const maybe = z.number().nullable();
const base = z.enum(bases);
const scenario = z.enum(scenarios);
const point = z.object({ year: z.number(), base, value: z.number(), source: z.string() });

export const shownRanges = ['all', 'children', 'working', 'older', 'oldest'] as const;
const horizon = [2030, 2035, 2040] as const;

const origin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own'), why: z.string() }),
  z.object({ kind: z.literal('voivodeship'), name: z.string(), from: z.number(), to: z.number() }),
  z.object({
    kind: z.literal('balance'),
    from: z.number(),
    to: z.number(),
    published: z.object({ year: z.number(), people: z.number() }).exactOptional(),
  }),
  z.object({ kind: z.literal('proposal') }),
]);
const assumed = z.object({ value: z.number(), origin });

export const populationSchema = z.object({
  gminas: z.array(z.object({ teryt: z.string(), name: z.string() })),
  gmina: z.object({ teryt: z.string(), name: z.string() }).nullable(),
  structure: z
    .object({
      year: z.number(),
      base,
      source: z.string(),
      own: z.boolean(),
      estimated: z.array(z.string()),
      /** The sex of a gmina is by the shares of its voivodeship. */
      split: z.boolean(),
      voivodeship: z.string(),
      /** `later`: the middle scenario in the last year of the projection. */
      rows: z.array(
        z.object({
          group: z.string(),
          people: maybe,
          men: maybe,
          women: maybe,
          later: maybe,
          laterMen: maybe,
          laterWomen: maybe,
        }),
      ),
    })
    .nullable(),
  figures: z.object({ people: figureSchema, older: figureSchema, oldest: figureSchema }).nullable(),
  points: z.array(point),
  /** People of 65 and more in the voivodeship; `breaks`: from which years the base is another. */
  voivodeship: z
    .object({
      name: z.string(),
      source: z.string(),
      points: z.array(z.object({ at: z.number(), value: maybe })),
      breaks: z.array(z.number()),
    })
    .nullable(),
  broken: z.object({ year: z.number(), before: point, after: point, sameYear: z.boolean() }).nullable(),
  change: z
    .object({ from: z.number(), to: z.number(), base, people: z.number(), percent: z.number() })
    .nullable(),
  vital: z.array(z.object({ year: z.number(), births: z.number(), deaths: z.number(), source: z.string() })),
  migration: z.array(
    z.object({ year: z.number(), inflow: z.number(), outflow: z.number(), source: z.string() }),
  ),
  projection: z.object({
    years: z.array(z.number()),
    rows: z.array(z.object({ range: z.enum(shownRanges), now: figureSchema, later: z.array(figureSchema) })),
    /** People of 65 and more by scenario. */
    older: z.array(z.object({ scenario, points: z.array(z.object({ at: z.number(), value: z.number() })) })),
    assumptions: z.array(
      z.object({ scenario, fertility: assumed, mortalityChange: assumed, migration: assumed }),
    ),
  }),
  ratios: z.array(z.object({ key: z.enum(ratioKeys), figure: figureSchema })),
  /** Gminas of the powiat at the end of 2020; of a town that is a powiat, of its voivodeship as far as drawn. */
  around: z.array(z.object({ teryt: z.string(), name: z.string(), share65: maybe, own: z.boolean() })),
});

export type PopulationView = z.infer<typeof populationSchema>;

const whole = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value));

function structureOf(state: State): PopulationView['structure'] {
  const { structure, people } = state;
  if (!structure) return null;
  const last = projectState(state, [horizon[2]]).find((one) => one.scenario === 'medium');
  return {
    year: structure.year,
    base: structure.base,
    source: structure.source,
    own: structure.own,
    estimated: [...structure.estimated],
    split: people?.split ?? false,
    voivodeship: state.voivodeship ?? '',
    rows: ageGroups.map((group, at) => {
      const count = structure.people[at] ?? null;
      const her = whole(people?.women[at]);
      return {
        group,
        people: count,
        women: her,
        men: count === null || her === null ? null : count - her,
        later: whole(last?.ages[at]),
        laterMen: whole(last?.people.men[at]),
        laterWomen: whole(last?.people.women[at]),
      };
    }),
  };
}

function projectionOfState(state: State): PopulationView['projection'] {
  const { structure } = state;
  const years = horizon.filter((year) => year > (structure?.year ?? year));
  const found = projectState(state, years);
  if (!structure || found.length === 0)
    return { years: [], rows: [], older: [], assumptions: [...state.assumptions] };
  const now = peopleIn(structure.people, ranges.older);
  return {
    years,
    rows: shownRanges.map((range) => ({
      range,
      now: peopleFigure(state, ranges[range]),
      later: years.map((year) => projectionFigure(state, ranges[range], year)),
    })),
    older: scenarios.map((one) => ({
      scenario: one,
      points: [
        ...(now === null ? [] : [{ at: structure.year, value: now }]),
        ...found
          .filter((projected) => projected.scenario === one)
          .map(({ year, ages }) => ({ at: year, value: Math.round(peopleIn(ages, ranges.older) ?? 0) })),
      ],
    })),
    assumptions: [...state.assumptions],
  };
}

function aroundOf(teryt: string): PopulationView['around'] {
  const near = gminasUnder(powiatOf(teryt));
  const shown = near.length > 1 ? near : gminasUnder(voivodeshipOf(teryt));
  return shown.map((one) => {
    const share = one.people ? ratioOf('share65', one.people) : null;
    return {
      teryt: one.teryt,
      name: one.name,
      share65: share === null ? null : Math.round(share * 10) / 10,
      own: sameGmina(one.teryt, teryt),
    };
  });
}

// The series knows 65-69 and 70+ as its last two groups.
const fromSixtyFive = 11;

function voivodeshipOfGmina(teryt: string): PopulationView['voivodeship'] {
  const facts = voivodeshipFacts(voivodeshipOf(teryt));
  if (!facts) return null;
  const { firstYear, source, breaks } = voivodeships();
  return {
    name: facts.name,
    source,
    breaks: breaks.map(({ year }) => year),
    points: facts.men.map((men, at) => {
      const parts = [...men.slice(fromSixtyFive), ...(facts.women[at] ?? []).slice(fromSixtyFive)];
      return {
        at: firstYear + at,
        value: parts.includes(null) ? null : parts.reduce<number>((sum, one) => sum + (one ?? 0), 0),
      };
    }),
  };
}

const blank = (gminas: PopulationView['gminas']): PopulationView => ({
  gminas,
  gmina: null,
  structure: null,
  figures: null,
  points: [],
  voivodeship: null,
  broken: null,
  change: null,
  vital: [],
  migration: [],
  projection: { years: [], rows: [], older: [], assumptions: [] },
  ratios: [],
  around: [],
});

/** The population of a gmina of the centre: structure, series, projection and ratios, every number with its passport. */
const populationQuery = <Name extends `population.${string}`>(name: Name, allow: Allow<unknown>) =>
  query({
    name,
    summary:
      'Population of a gmina: age structure, series with breaks, projection in three scenarios, ratios, neighbours',
    input: z.object({
      gmina: z.preprocess(
        (value) => (value === '' ? undefined : value),
        z
          .string()
          .regex(/^\d{7}$/)
          .optional(),
      ),
    }),
    output: populationSchema,
    basis: populationBasis,
    async read(db, { gmina }, { actor, today }) {
      const gminas = await gminasOn(db, actor.centreId, today);
      const chosen = gmina === undefined ? gminas[0] : gminas.find(({ teryt }) => sameGmina(teryt, gmina));
      if (!chosen) return gmina === undefined ? blank(gminas) : undefined;
      const state = await populationState(db, actor.centreId, chosen.teryt);
      if (!state) return { ...blank(gminas), gmina: chosen };
      const change = newestChange(state.points);
      return {
        gminas,
        gmina: chosen,
        structure: structureOf(state),
        figures: {
          people: peopleFigure(state, ranges.all),
          older: peopleFigure(state, ranges.older),
          oldest: peopleFigure(state, ranges.oldest),
        },
        points: state.points.toSorted((one, other) => one.year - other.year),
        voivodeship: voivodeshipOfGmina(chosen.teryt),
        broken: breakOf(state.points) ?? null,
        change: change
          ? {
              from: change.from.year,
              to: change.to.year,
              base: change.to.base,
              people: change.people,
              percent: change.percent,
            }
          : null,
        vital: [...state.vital],
        migration: [...state.migration],
        projection: projectionOfState(state),
        ratios: ratioKeys.map((key) => ({ key, figure: ratioFigure(state, key) })),
        around: aroundOf(chosen.teryt),
      };
    },
    allow,
    discloses: () => undefined,
  });

/** For the people who work with it. */
export const viewPopulation = populationQuery('population.view', mayRead);

/** For everybody: what an adopted plan stands on. */
export const publishedPopulation = populationQuery('population.published', everybody);
