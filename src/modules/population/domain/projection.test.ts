import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../platform/root.ts';
import { gminasUnder } from '../facts.ts';
import { knownOf } from '../known.ts';
import { peopleIn } from './ages.ts';
import { fitMortality, survival } from './mortality.ts';
import { both, project } from './projection.ts';
import { projectState, stateOf } from './state.ts';

const flat = { hazard: 0.1, growth: 1.5 };
const ten = Array.from({ length: 18 }, () => 1000);

const run = (more: Partial<Parameters<typeof project>[1]> = {}, years = [2025]) =>
  project(
    { year: 2020, people: { men: ten, women: ten } },
    {
      mortality: { men: flat, women: flat },
      fertility: 2,
      mortalityChange: 0,
      migration: 0,
      ...more,
    },
    years,
  );

describe('the law of mortality (Gompertz 1825)', () => {
  it('goes through the two observed cohorts', () => {
    const weights = [5, 4, 3, 2, 1];
    const law = fitMortality(0.9, 0.7, weights);
    expect(survival(law, 12)).toBeCloseTo(0.9, 9);
    const lived = weights.reduce((sum, people, at) => sum + people * survival(law, 13 + at), 0) / 15;
    expect(lived).toBeCloseTo(0.7, 6);
  });

  it('longer lives: a mortality lower by 10 per cent leaves more alive', () => {
    expect(survival(flat, 12, -10)).toBeCloseTo(Math.exp(-0.09), 9);
  });
});

describe('cohort-component projection (Preston, Heuveline, Guillot, ch. 6)', () => {
  it('those of 60-64 are 65-69 after five years, less those who died; the last group keeps its own survivors', () => {
    const then = run().get(2025);
    expect(then?.men[13]).toBeCloseTo(1000 * survival(flat, 12), 6);
    expect(then?.men[17]).toBeCloseTo(1000 * (survival(flat, 16) + survival(flat, 17)), 6);
  });

  it('births: women of 20-39, now and five years on, x fertility / 20 a year; 105 boys for 100 girls', () => {
    const then = run().get(2025);
    const after = [3, 4, 5, 6].reduce((sum, group) => sum + 1000 * survival(flat, group), 0);
    const births = 5 * ((4000 + after) / 2) * (2 / 20);
    expect((then?.men[0] ?? 0) + (then?.women[0] ?? 0)).toBeCloseTo(births, 6);
    expect((then?.men[0] ?? 0) / (then?.women[0] ?? 1)).toBeCloseTo(1.05, 9);
  });

  it('migration: the balance of five years, in ages 0-44 only', () => {
    const still = both(run().get(2025) ?? { men: [], women: [] });
    const moved = both(run({ migration: -100 }).get(2025) ?? { men: [], women: [] });
    const sum = (ages: readonly number[]) => ages.reduce((total, one) => total + one, 0);
    expect(sum(moved) - sum(still)).toBeCloseTo(-500, 6);
    expect(moved.slice(9)).toEqual(still.slice(9));
  });

  it('more cannot leave than there are', () => {
    const gone = run({ migration: -1_000_000 }).get(2025);
    expect(Math.min(...(gone?.men ?? [-1]))).toBe(0);
  });

  it('a year between two steps lies on the straight line', () => {
    const found = run({}, [2020, 2022, 2025]);
    const at = (year: number) => found.get(year)?.men[13] ?? 0;
    expect(at(2020)).toBe(1000);
    expect(at(2022)).toBeCloseTo(at(2020) + (at(2025) - at(2020)) * 0.4, 6);
  });
});

type Published = {
  powiats: {
    teryt: string;
    name: string;
    projected65: Record<string, number>;
    projected80: Record<string, number>;
  }[];
};

const published = JSON.parse(
  readFileSync(path.join(projectRoot, 'data/population/malopolskie-projection.json'), 'utf8'),
) as Published;

describe('the projections that GUS published for the 22 powiats of małopolskie: a test of plausibility', () => {
  it.each(published.powiats.map((powiat) => [powiat.name, powiat] as const))(
    '%s: 65+ and 80+ in 2025-2040 within 9 per cent',
    (_name, powiat) => {
      const parts = gminasUnder(powiat.teryt).flatMap(({ teryt }) => {
        const known = knownOf(teryt, { structures: [], scenarios: [] });
        if (!known) return [];
        // From one year and one base for all: that of the national facts.
        const state = stateOf({ ...known, structures: known.structures.filter(({ year }) => year === 2020) });
        return [projectState(state, [2025, 2030, 2035, 2040])];
      });
      for (const year of [2025, 2030, 2035, 2040])
        for (const [from, numbers] of [
          [65, powiat.projected65],
          [80, powiat.projected80],
        ] as const) {
          const ours = parts
            .flat()
            .filter((one) => one.scenario === 'medium' && one.year === year)
            .reduce((sum, { ages }) => sum + (peopleIn(ages, { from }) ?? 0), 0);
          expect(Math.abs(ours / (numbers[year] ?? 0) - 1)).toBeLessThan(0.09);
        }
    },
  );
});
