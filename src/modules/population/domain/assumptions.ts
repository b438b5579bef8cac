import type { Ages } from './ages.ts';
import { fitMortality, type Mortality } from './mortality.ts';
import type { Scenario } from './projection.ts';
import { lineOf, type Point } from './series.ts';

/** What the three scenarios differ in, unless the centre sets it: a proposal of the project. */
export const spread: Record<Scenario, { fertility: number; mortality: number; perThousand: number }> = {
  low: { fertility: 0.9, mortality: 0, perThousand: -2 },
  medium: { fertility: 1, mortality: -1, perThousand: 0 },
  high: { fertility: 1.1, mortality: -2, perThousand: 2 },
};

type Voivodeship = {
  men: readonly Ages[];
  women: readonly Ages[];
  births: Ages;
  migrationWithin: Ages;
  migrationAbroad: Ages;
};

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(numbers.length, 1);

const total = (ages: Ages | undefined): number =>
  (ages ?? []).reduce<number>((sum, one) => sum + (one ?? 0), 0);

/** Pairs of years five apart that stand on one census: 2012-2017, 2013-2018, 2014-2019. */
export const cohortYears = [2012, 2013, 2014];

/** The law of mortality of a voivodeship from its cohorts; `oldest`: its people of 65-69 to 85+ now. */
export function mortalityOf(
  voivodeship: Voivodeship,
  firstYear: number,
  oldest: readonly number[],
): { men: Mortality; women: Mortality } {
  const fit = (sex: readonly Ages[]): Mortality => {
    const pairs = cohortYears.map((year) => {
      const now = sex[year - firstYear] ?? [];
      const later = sex[year + 5 - firstYear] ?? [];
      return {
        from60: (later[11] ?? 0) / (now[10] ?? 1),
        from65: (later[12] ?? 0) / ((now[11] ?? 0) + (now[12] ?? 1)),
      };
    });
    return fitMortality(
      mean(pairs.map(({ from60 }) => from60)),
      mean(pairs.map(({ from65 }) => from65)),
      oldest,
    );
  };
  return { men: fit(voivodeship.men), women: fit(voivodeship.women) };
}

/** Total fertility rate of the newest year: births / women of 20-39 x 20. */
export function fertilityOf(
  voivodeship: Voivodeship,
  firstYear: number,
): { rate: number; year: number } | undefined {
  const at = voivodeship.births.findLastIndex((births) => births !== null);
  const women = total(voivodeship.women[at]?.slice(2, 6));
  const births = voivodeship.births[at];
  return typeof births === 'number' && women > 0
    ? { rate: (births / women) * 20, year: firstYear + at }
    : undefined;
}

/** Balance of migration per 1000 people a year, the mean of the last five years that the source gives in full. */
export function migrationRate(
  voivodeship: Voivodeship,
  firstYear: number,
): { perThousand: number; from: number; to: number } | undefined {
  const years = voivodeship.migrationWithin.flatMap((within, at) => {
    const abroad = voivodeship.migrationAbroad[at];
    const people = total(voivodeship.men[at]) + total(voivodeship.women[at]);
    return typeof within === 'number' && typeof abroad === 'number' && people > 0
      ? [{ year: firstYear + at, rate: ((within + abroad) / people) * 1000 }]
      : [];
  });
  const last = years.slice(-5);
  const [first] = last;
  const end = last.at(-1);
  return first && end
    ? { perThousand: mean(last.map(({ rate }) => rate)), from: first.year, to: end.year }
    : undefined;
}

type Vital = { year: number; births: number; deaths: number };

/**
 * What came and went as the balance of a gmina's own numbers tells it: change of the population less births plus deaths,
 * the mean of the years after the census of 2021. Undefined where two years in a row are missing.
 */
export function balanceOf(
  points: readonly Point[],
  vital: readonly Vital[],
): { people: number; from: number; to: number } | undefined {
  const line = lineOf(points, 'census2021');
  const years = line.flatMap((point, at) => {
    const before = line[at - 1];
    const movement = vital.find(({ year }) => year === point.year);
    return before && movement && before.year === point.year - 1
      ? [{ year: point.year, people: point.value - before.value - (movement.births - movement.deaths) }]
      : [];
  });
  const first = years[0];
  const last = years.at(-1);
  return first && last
    ? { people: Math.round(mean(years.map(({ people }) => people))), from: first.year, to: last.year }
    : undefined;
}
