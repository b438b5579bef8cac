import type { Known, OwnScenario } from './domain/state.ts';
import type { Structure } from './domain/structure.ts';
import { voivodeshipOf } from './domain/teryt.ts';
import { gminaFacts, gminasUnder, gminaYear, profileOf, voivodeshipFacts, voivodeships } from './facts.ts';
import { pl } from './pl.ts';

const oldestByVoivodeship = new Map<string, readonly number[]>();

/** People of 65-69 to 85+ in the gminas of a voivodeship. */
function oldestOf(voivodeship: string): readonly number[] {
  const kept = oldestByVoivodeship.get(voivodeship);
  if (kept) return kept;
  const sums = [13, 14, 15, 16, 17].map((group) =>
    gminasUnder(voivodeship).reduce((sum, { people }) => sum + (people?.[group] ?? 0), 0),
  );
  oldestByVoivodeship.set(voivodeship, sums);
  return sums;
}

/** Shipped facts of a gmina together with what the centre entered; undefined: there is no such gmina. */
export function knownOf(
  teryt: string,
  entered: { structures: readonly Structure[]; scenarios: readonly OwnScenario[] },
): Known | undefined {
  const facts = gminaFacts(teryt);
  if (!facts) return undefined;
  const profile = profileOf(teryt);
  const voivodeship = voivodeshipFacts(voivodeshipOf(teryt));
  const ofFacts: readonly Structure[] = facts.people
    ? [
        {
          year: gminaYear,
          base: 'before2021',
          people: facts.people,
          source: pl.sources.gminas,
          own: false,
          estimated: [],
        },
      ]
    : [];
  const totals = facts.people
    ? [
        {
          year: gminaYear,
          base: 'before2021' as const,
          value: facts.people.reduce<number>((sum, one) => sum + (one ?? 0), 0),
          source: pl.sources.gminas,
        },
      ]
    : [];
  const points = [
    ...entered.structures.map(({ year, base, people, source }) => ({
      year,
      base,
      value: people.reduce<number>((sum, one) => sum + (one ?? 0), 0),
      source,
    })),
    ...(profile?.totals ?? []).map(({ year, base, total, source }) => ({ year, base, value: total, source })),
    ...totals,
  ];
  return {
    teryt: facts.teryt,
    name: facts.name,
    structures: [
      ...entered.structures,
      ...(profile?.structures ?? []).map(({ year, base, people, from65, derived, source }) => ({
        year,
        base,
        people,
        from65,
        source: pl.sources.portal(source),
        own: false,
        estimated: derived ?? [],
      })),
      ...ofFacts,
    ],
    // One number for a year and a base: the first told, own before shipped.
    points: points.filter(
      (point, at) => points.findIndex(({ year, base }) => year === point.year && base === point.base) === at,
    ),
    vital: profile?.vital ?? [],
    migration: profile?.migration ?? [],
    voivodeship: voivodeship
      ? {
          name: voivodeship.name,
          firstYear: voivodeships().firstYear,
          men: voivodeship.men,
          women: voivodeship.women,
          births: voivodeship.births,
          migrationWithin: voivodeship.migrationWithin,
          migrationAbroad: voivodeship.migrationAbroad,
          oldest: oldestOf(voivodeship.teryt),
        }
      : undefined,
    own: entered.scenarios,
  };
}
